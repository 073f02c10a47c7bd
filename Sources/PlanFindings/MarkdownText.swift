/// Text for Markdown as GitHub and GitLab read it.
enum MarkdownText {
  /// The text with nothing that Markdown, HTML or the host would act on.
  ///
  /// A name must not ring anybody (`@`), close an issue (`#1`) or lead anywhere (`https://`).
  static func escaped(_ text: String) -> String {
    var result = ""
    var last: Unicode.Scalar?
    for scalar in PlainText.line(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "!", "$": result += "\\\(scalar)"
      case "@", "#": result += "\(scalar)<!-- -->"
      case "/" where last == ":": result += "<!-- -->/"
      case "." where result.hasSuffix("www"): result += "<!-- -->."
      default: result.unicodeScalars.append(scalar)
      }
      last = scalar
    }
    return result
  }

  /// A file's name as the target of a link.
  static func link(_ path: String, line: Int) -> String { "\(FileURI.encoded(path))#L\(line)" }
}
