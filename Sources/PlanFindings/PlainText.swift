/// Text from a plan's files made fit for one line of a terminal.
public enum PlainText {
  /// The text with control characters shown as escapes such as `\u{1B}`.
  ///
  /// Names come from files that anyone may have written: a line break would start a finding of its
  /// own, an escape sequence would steer the terminal, a bidirectional control would reorder the line.
  public static func line(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isControl(scalar) {
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
