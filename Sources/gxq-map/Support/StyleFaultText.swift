internal import GeoJSONCoding
internal import MapStyle
internal import Messages
internal import PlanFindings

/// Faults of a text as people read them: the place, the line with a mark below, the path, the help.
struct StyleFaultText {
  let source: SourceText
  let language: Language

  func block(for fault: StyleError) -> String {
    let word = fault.isWarning ? Wording("warning", zh: "警告") : Wording("error", zh: "错误")
    let head = "\(fault.location): \(word[language]): \(fault.message[language])"
    var lines = [PlainText.line(head)] + excerpt(at: fault.location)
    if !fault.path.isEmpty {
      lines.append(PlainText.line((language == .chinese ? "  位于 " : "  in ") + path(of: fault)))
    }
    if let help = fault.help {
      lines.append(PlainText.line((language == .chinese ? "  建议：" : "  help: ") + help[language]))
    }
    return lines.joined(separator: "\n")
  }

  /// The path; of a very deep one, where it starts and ends.
  private func path(of fault: StyleError) -> String {
    fault.path.count <= 120 ? fault.path : "\(fault.path.prefix(60))…\(fault.path.suffix(40))"
  }

  private func excerpt(at location: SourceLocation) -> [String] {
    guard let excerpt = SourceExcerpt(location, in: source, width: 92) else { return [] }
    let number = "\(location.line)"
    let margin = String(repeating: " ", count: number.count)
    let mark = "^" + String(repeating: "~", count: excerpt.mark - 1)
    return [
      "  \(number) | \(excerpt.text)",
      "  \(margin) | \(String(repeating: " ", count: excerpt.indent))\(mark)",
    ]
  }
}
