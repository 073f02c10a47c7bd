extension JSONScanner {
  /// What stands at the position, for a message.
  var found: String { found(at: position) }

  /// What stands at an offset, for a message: the character in quotes, or its name.
  func found(at index: Int) -> String {
    guard index < end else { return "the end of the file" }
    switch bytes[index] {
    case 0x09: return "a tab"
    case 0x0A, 0x0D: return "a line break"
    case 0..<0x20, 0x7F:
      return "control character U+00" + (bytes[index] < 16 ? "0" : "")
        + String(bytes[index], radix: 16, uppercase: true)
    case 0..<0x80: return "'\(Character(Unicode.Scalar(bytes[index])))'"
    default:
      let text = String(decoding: bytes[index..<min(index + 4, end)], as: UTF8.self)
      guard let scalar = text.unicodeScalars.first, scalar != "\u{FFFD}" else {
        return "byte 0x\(String(bytes[index], radix: 16, uppercase: true))"
      }
      return scalar.properties.generalCategory == .format
        ? "the invisible character U+\(String(scalar.value, radix: 16, uppercase: true))"
        : "'\(scalar)'"
    }
  }

  /// The error for a file that stops where something has to follow.
  func unexpectedEnd(inside opening: Int? = nil) -> SyntaxError {
    let what = opening.map { bytes[$0] == UInt8(ascii: "{") ? "an object" : "an array" }
    return SyntaxError(
      "the file ends " + (what.map { "inside \($0)" } ?? "where a value is needed"), at: end,
      help: opening == nil ? "the file is cut off; restore it" : nil, opening: opening)
  }

  /// The error for something that is no JSON value; knows the words of other languages.
  func notAValue() -> SyntaxError {
    guard position < end else { return unexpectedEnd() }
    let word = wordHere
    let advice: String? =
      switch word.lowercased() {
      case "nan", "-nan", "infinity", "-infinity", "inf", "-inf", "none", "undefined", "nil":
        "write null, or leave the member out"
      case "true", "false", "null": "write \(word.lowercased()), in lower case"
      default: nil
      }
    if let advice {
      return SyntaxError("'\(word)' is no value of JSON", at: position, help: advice)
    }
    switch bytes[position] {
    case UInt8(ascii: "'"):
      return SyntaxError("a string in single quotes", at: position, help: "use double quotes")
    case UInt8(ascii: "/"), UInt8(ascii: "#"):
      return SyntaxError("a comment; JSON has none", at: position, help: "remove the comment")
    case UInt8(ascii: "+"):
      return SyntaxError("a number starts with '+'", at: position, help: "remove the plus sign")
    case UInt8(ascii: "."):
      return SyntaxError(
        "a number starts with '.'", at: position, help: "write a 0 before the decimal point")
    default:
      let what = word.unicodeScalars.count > 1 ? "'\(word)'" : found
      return SyntaxError("\(what) where a value is needed", at: position)
    }
  }

  /// The run of letters here, with a sign before it; at most 16.
  private var wordHere: String {
    var index = position
    if index < end, bytes[index] == UInt8(ascii: "-") { index += 1 }
    while index < end, index - position < 16, (bytes[index] | 0x20) &- UInt8(ascii: "a") < 26 {
      index += 1
    }
    return String(decoding: bytes[position..<index], as: UTF8.self)
  }
}
