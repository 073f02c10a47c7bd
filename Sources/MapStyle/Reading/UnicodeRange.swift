/// Ranges of characters as CSS writes them: `U+26`, `U+0-10FFFF`, `U+4??`.
enum UnicodeRange {
  /// Whether a text is such a range.
  static func isOne(_ text: String) -> Bool {
    guard text.lowercased().hasPrefix("u+") else { return false }
    let parts = text.dropFirst(2).split(separator: "-", omittingEmptySubsequences: false)
    switch parts.count {
    case 1:
      let digits = parts[0].prefix { $0 != "?" }
      let marks = parts[0].dropFirst(digits.count)
      return 1...6 ~= parts[0].count && marks.allSatisfy { $0 == "?" }
        && (digits.isEmpty || isNumber(digits))
    case 2: return isNumber(parts[0]) && isNumber(parts[1])
    default: return false
    }
  }

  private static func isNumber(_ text: Substring) -> Bool {
    1...6 ~= text.count && text.allSatisfy { $0.isASCII && $0.isHexDigit }
  }
}
