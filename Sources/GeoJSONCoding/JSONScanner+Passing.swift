// Passing over what nobody wants: it has to be JSON all the same.

extension JSONScanner {
  /// The bytes of the key at the position, and whether all are ASCII; the position does not change.
  ///
  /// `nil` for a key with escapes, and where there is none.
  func writtenKey() -> (bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool)? {
    guard position < end, bytes[position] == UInt8(ascii: "\""), let close = writtenStringEnd()
    else { return nil }
    return (UnsafeBufferPointer(rebasing: bytes[(position + 1)..<close.offset]), close.isASCII)
  }

  /// Passes over the value at the position.
  mutating func passValue() throws(SyntaxError) {
    guard position < end else { throw unexpectedEnd() }
    switch bytes[position] {
    case UInt8(ascii: "\""):
      guard let close = writtenStringEnd() else { break }
      if !close.isASCII { try holdUTF8(from: position + 1, to: close.offset) }
      position = close.offset + 1
      return
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      if let behind = plainNumberEnd() {
        position = behind
        return
      }
    default: break
    }
    _ = try value()
  }

  /// The offset of the closing quote of a string without escapes and control characters; `nil` for another.
  private func writtenStringEnd() -> (offset: Int, isASCII: Bool)? {
    var index = position + 1
    var union: UInt8 = 0
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") { return (index, union < 0x80) }
      guard byte >= 0x20, byte != UInt8(ascii: "\\") else { return nil }
      union |= byte
      index += 1
    }
    return nil
  }

  /// The offset behind a number of few digits without exponent; `nil` for another.
  private func plainNumberEnd() -> Int? {
    var index = position
    if bytes[index] == UInt8(ascii: "-") { index += 1 }
    let start = index
    while index < end, bytes[index].isDigit { index += 1 }
    guard index > start, index - start < 300,
      bytes[start] != UInt8(ascii: "0") || index == start + 1
    else { return nil }
    if index < end, bytes[index] == UInt8(ascii: ".") {
      let point = index
      index += 1
      while index < end, bytes[index].isDigit { index += 1 }
      guard index > point + 1 else { return nil }
    }
    guard index < end, bytes[index] | 0x20 != UInt8(ascii: "e") else { return nil }
    return index
  }
}
