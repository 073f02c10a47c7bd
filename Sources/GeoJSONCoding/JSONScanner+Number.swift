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
          "a number starts with '0'", at: start, help: "remove the leading zeros")
      }
    } else {
      while current?.isDigit == true { position += 1 }
    }
    if current == UInt8(ascii: ".") { try digits(after: "the decimal point", start) }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      if position + 1 < end,
        bytes[position + 1] == UInt8(ascii: "+") || bytes[position + 1] == UInt8(ascii: "-")
      {
        position += 1
      }
      try digits(after: "the exponent sign", start)
    }
    return DecimalText.value(UnsafeBufferPointer(rebasing: bytes[start..<position]))
  }

  private mutating func digits(after what: String, _ start: Int) throws(SyntaxError) {
    position += 1
    guard current?.isDigit == true else {
      throw SyntaxError("\(found) after \(what) of a number", at: position)
    }
    while current?.isDigit == true { position += 1 }
  }
}

extension UInt8 {
  /// Whether the byte is an ASCII digit.
  var isDigit: Bool { self &- UInt8(ascii: "0") <= 9 }
}
