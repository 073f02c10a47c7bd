import Messages

extension JSONScanner {
  /// Reads the number at the position and keeps its text.
  mutating func number() throws(SyntaxError) -> JSONValue.Kind {
    let start = position
    let value = try numberValue()
    let text = UnsafeBufferPointer(rebasing: bytes[start..<position])
    let literal = String(decoding: text, as: UTF8.self)
    if value.isInfinite { notes.append(.hugeNumber(literal, offset: start)) }
    return .number(value, literal: literal)
  }

  /// Reads the number at the position; infinite when it is too large for a Double.
  mutating func numberValue() throws(SyntaxError) -> Double {
    let start = position
    if current == UInt8(ascii: "-") { position += 1 }
    guard let first = current, first.isDigit else {
      position = start
      throw notAValue()
    }
    position += 1
    if first == UInt8(ascii: "0") {
      if current?.isDigit == true {
        throw SyntaxError(
          Wording("a number starts with '0'", zh: "数字以“0”开头"), at: start,
          help: Wording("remove the leading zeros", zh: "去掉开头的零"))
      }
    } else {
      while current?.isDigit == true { position += 1 }
    }
    if current == UInt8(ascii: ".") { try digits(isExponent: false) }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      if position + 1 < end,
        bytes[position + 1] == UInt8(ascii: "+") || bytes[position + 1] == UInt8(ascii: "-")
      {
        position += 1
      }
      try digits(isExponent: true)
    }
    return DecimalText.value(UnsafeBufferPointer(rebasing: bytes[start..<position]))
  }

  private mutating func digits(isExponent: Bool) throws(SyntaxError) {
    position += 1
    guard current?.isDigit == true else {
      let found = found
      let sign =
        isExponent
        ? Wording("the exponent sign", zh: "指数符号") : Wording("the decimal point", zh: "小数点")
      throw SyntaxError(
        Wording(
          "\(found.english) after \(sign.english) of a number",
          zh: "数字的\(sign.chinese)之后应为数字，实际为\(found.chinese)"), at: position)
    }
    while current?.isDigit == true { position += 1 }
  }
}

extension UInt8 {
  /// Whether the byte is an ASCII digit.
  var isDigit: Bool { self &- UInt8(ascii: "0") <= 9 }
}
