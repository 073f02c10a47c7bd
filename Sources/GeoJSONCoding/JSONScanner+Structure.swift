import Messages

extension JSONScanner {
  /// Passes an opening bracket and the space behind it.
  mutating func descend() throws(SyntaxError) {
    depth += 1
    guard depth <= depthLimit else { throw nestedTooDeep() }
    position += 1
    skipSpace()
  }

  /// Passes a closing bracket.
  mutating func ascend() {
    depth -= 1
    position += 1
  }

  /// Passes what follows an element or a member: `true` for a comma, `false` for the end.
  mutating func separator(closing: UInt8, opening: Int) throws(SyntaxError) -> Bool {
    skipSpace()
    guard position < end else { throw unexpectedEnd(inside: opening) }
    if bytes[position] == closing {
      ascend()
      return false
    }
    guard bytes[position] == UInt8(ascii: ",") else { throw neededSeparator(closing) }
    let comma = position
    position += 1
    skipSpace()
    guard position < end else { throw unexpectedEnd(inside: opening) }
    guard bytes[position] != closing else { throw needlessComma(at: comma, before: closing) }
    return true
  }

  /// Reads a key, its colon and the space around it; the position is then at the value.
  mutating func key() throws(SyntaxError) -> String {
    try requireKey()
    let start = position
    if let plain = plainStringEnd() {
      position = plain + 1
      let key = keys.key(UnsafeBufferPointer(rebasing: bytes[(start + 1)..<plain]))
      try colon()
      return key
    }
    let key = try string()
    try colon()
    return key
  }

  /// Holds that a string starts here.
  func requireKey() throws(SyntaxError) {
    guard position < end else { throw unexpectedEnd() }
    guard bytes[position] == UInt8(ascii: "\"") else {
      throw needed(
        Wording("a key", zh: "键"),
        help: Wording("keys stand in double quotes", zh: "键写在双引号中"))
    }
  }

  /// Passes the colon after a key and the space around it.
  mutating func colon() throws(SyntaxError) {
    skipSpace()
    guard position < end else { throw unexpectedEnd() }
    guard bytes[position] == UInt8(ascii: ":") else {
      let found = found
      throw SyntaxError(
        Wording(
          "\(found.english) where ':' is needed after the key", zh: "键之后应为“:”，实际为\(found.chinese)"),
        at: position)
    }
    position += 1
    skipSpace()
  }
}
