/// Text for XML and HTML.
enum XMLText {
  /// The text with markup characters escaped and control characters shown.
  ///
  /// Fit for elements and for attributes in double quotes.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      // Neither may stand in XML at all.
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      case _ where PlainText.isControl(scalar): result += PlainText.line(String(scalar))
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
