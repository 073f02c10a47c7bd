import Messages

// What is said of bytes that are no JSON. None of it is built before something is wrong.

extension JSONScanner {
  /// What stands at the position, for a message.
  var found: Wording { found(at: position) }

  /// What stands at an offset, for a message: the character in quotes, or its name.
  func found(at index: Int) -> Wording {
    guard index < end else { return Wording("the end of the file", zh: "文件末尾") }
    let byte = bytes[index]
    let hex = String(byte, radix: 16, uppercase: true)
    switch byte {
    case 0x09: return Wording("a tab", zh: "制表符")
    case 0x0A, 0x0D: return Wording("a line break", zh: "换行")
    case 0..<0x20, 0x7F:
      let code = "U+00" + (byte < 16 ? "0" : "") + hex
      return Wording("control character \(code)", zh: "控制字符 \(code)")
    case 0..<0x80: return .quoted(String(Character(Unicode.Scalar(byte))))
    default:
      let text = String(decoding: bytes[index..<min(index + 4, end)], as: UTF8.self)
      guard let scalar = text.unicodeScalars.first, scalar != "\u{FFFD}" else {
        return Wording("byte 0x\(hex)", zh: "字节 0x\(hex)")
      }
      let code = "U+\(String(scalar.value, radix: 16, uppercase: true))"
      return scalar.properties.generalCategory == .format
        ? Wording("the invisible character \(code)", zh: "不可见字符 \(code)")
        : .quoted(String(Character(scalar)))
    }
  }

  /// The error for a file that stops where something has to follow.
  func unexpectedEnd(inside opening: Int? = nil) -> SyntaxError {
    guard let opening else {
      return SyntaxError(
        Wording("the file ends where a value is needed", zh: "文件在应有值的地方结束"), at: end,
        help: Wording("the file is cut off; restore it", zh: "文件不完整，请恢复完整的文件"))
    }
    return SyntaxError(
      bytes[opening] == UInt8(ascii: "{")
        ? Wording("the file ends inside an object", zh: "文件在对象中途结束")
        : Wording("the file ends inside an array", zh: "文件在数组中途结束"), at: end,
      opening: opening)
  }

  /// The error for something that is no JSON value; knows the words of other languages.
  func notAValue() -> SyntaxError {
    guard position < end else { return unexpectedEnd() }
    let word = wordHere
    let advice: Wording? =
      switch word.lowercased() {
      case "nan", "-nan", "infinity", "-infinity", "inf", "-inf", "none", "undefined", "nil":
        Wording("write null, or leave the member out", zh: "写 null，或不写该成员")
      case "true", "false", "null":
        Wording("write \(word.lowercased()), in lower case", zh: "用小写，写作 \(word.lowercased())")
      default: nil
      }
    if let advice {
      return SyntaxError(
        Wording("'\(word)' is no value of JSON", zh: "“\(word)”不是 JSON 的值"), at: position,
        help: advice)
    }
    switch bytes[position] {
    case UInt8(ascii: "'"):
      return SyntaxError(
        Wording("a string in single quotes", zh: "字符串用了单引号"), at: position,
        help: Wording("use double quotes", zh: "改用双引号"))
    case UInt8(ascii: "/"), UInt8(ascii: "#"):
      return SyntaxError(
        Wording("a comment; JSON has none", zh: "JSON 中没有注释"), at: position,
        help: Wording("remove the comment", zh: "删去注释"))
    case UInt8(ascii: "+"):
      return SyntaxError(
        Wording("a number starts with '+'", zh: "数字以“+”开头"), at: position,
        help: Wording("remove the plus sign", zh: "去掉加号"))
    case UInt8(ascii: "."):
      return SyntaxError(
        Wording("a number starts with '.'", zh: "数字以“.”开头"), at: position,
        help: Wording("write a 0 before the decimal point", zh: "在小数点前写 0"))
    default:
      let what = word.unicodeScalars.count > 1 ? .quoted(word) : found
      return SyntaxError(
        Wording("\(what.english) where a value is needed", zh: "应为值，实际为\(what.chinese)"),
        at: position)
    }
  }

  /// The error for something else than what has to stand at the position.
  func needed(_ what: Wording, help: Wording? = nil) -> SyntaxError {
    let found = found
    return SyntaxError(
      Wording(
        "\(found.english) where \(what.english) is needed",
        zh: "应为\(what.chinese)，实际为\(found.chinese)"), at: position, help: help)
  }

  /// The error for something else than a comma or the closing bracket.
  func neededSeparator(_ closing: UInt8) -> SyntaxError {
    let bracket = Character(Unicode.Scalar(closing))
    return needed(Wording("',' or '\(bracket)'", zh: "“,”或“\(bracket)”"))
  }

  /// The error for a comma with nothing behind it.
  func needlessComma(at comma: Int, before closing: UInt8) -> SyntaxError {
    let bracket = Character(Unicode.Scalar(closing))
    return SyntaxError(
      Wording("there is a ',' before '\(bracket)'", zh: "“\(bracket)”之前有多余的“,”"), at: comma,
      help: Wording("remove the comma", zh: "去掉该逗号"))
  }

  /// What there is to say of brackets within brackets within brackets.
  static func nestedTooDeep(_ depthLimit: Int) -> Wording {
    Wording(
      "arrays and objects are nested more than \(depthLimit) deep",
      zh: "数组和对象嵌套超过 \(depthLimit) 层")
  }

  /// The error for brackets within brackets within brackets.
  func nestedTooDeep() -> SyntaxError {
    SyntaxError(
      Self.nestedTooDeep(depthLimit), at: position,
      help: Wording(
        "coordinates nest 4 deep at most; remove the brackets too many",
        zh: "坐标最多嵌套 4 层；去掉多余的括号"))
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
