import Messages

/// A strict JSON reader over bytes that it does not own.
///
/// `position` is the offset of the next byte. What is legal JSON but worth a finding goes to `notes`.
struct JSONScanner {
  /// Something that lexes as JSON and still is a fault of the file.
  enum Note {
    case duplicateKey(String, offset: Int)
    case hugeNumber(String, offset: Int)
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let end: Int
  let depthLimit: Int
  var position = 0
  var depth = 0
  var notes = [Note]()
  var keys = KeyTable()

  init(_ bytes: UnsafeBufferPointer<UInt8>, depthLimit: Int = JSONParser.depthLimit) {
    self.bytes = bytes
    end = bytes.count
    self.depthLimit = depthLimit
  }

  /// The byte at the position; `nil` at the end.
  var current: UInt8? { position < end ? bytes[position] : nil }

  /// Passes over space, tab, line feed and carriage return.
  @inline(__always)
  mutating func skipSpace() {
    while position < end {
      let byte = bytes[position]
      guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else {
        return
      }
      position += 1
    }
  }

  /// Passes the byte order mark and space before the first value.
  mutating func enter() throws(SyntaxError) {
    if LineTable.hasByteOrderMark(bytes.prefix(3)) { position = 3 }
    if end >= 2, (bytes[0] == 0xFE && bytes[1] == 0xFF) || (bytes[0] == 0xFF && bytes[1] == 0xFE) {
      throw SyntaxError(
        Wording("the file is UTF-16", zh: "文件是 UTF-16 编码"), at: 0,
        help: Wording("save it as UTF-8", zh: "另存为 UTF-8"))
    }
    skipSpace()
    guard position < end else {
      throw SyntaxError(
        end == 0
          ? Wording("the file is empty", zh: "文件为空")
          : Wording("the file holds no value", zh: "文件中没有值"), at: position,
        help: Wording(
          "write a feature collection, be it one without features", zh: "写一个要素集合，可以没有要素"))
    }
  }

  /// Passes the space after the last value and holds that nothing follows.
  mutating func leave() throws(SyntaxError) {
    skipSpace()
    guard position == end else {
      let found = found
      throw SyntaxError(
        Wording(
          "\(found.english) after the end of the JSON value", zh: "JSON 的值结束之后还有\(found.chinese)"),
        at: position)
    }
  }

  /// Reads the value at the position.
  mutating func value() throws(SyntaxError) -> JSONValue {
    let start = position
    guard position < end else { throw unexpectedEnd() }
    switch bytes[position] {
    case UInt8(ascii: "{"): return JSONValue(.object(try members()), offset: start)
    case UInt8(ascii: "["): return JSONValue(.array(try elements()), offset: start)
    case UInt8(ascii: "\""): return JSONValue(.string(try string()), offset: start)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return JSONValue(try number(), offset: start)
    case UInt8(ascii: "t"): return JSONValue(try word("true", .bool(true)), offset: start)
    case UInt8(ascii: "f"): return JSONValue(try word("false", .bool(false)), offset: start)
    case UInt8(ascii: "n"): return JSONValue(try word("null", .null), offset: start)
    default: throw notAValue()
    }
  }

  private mutating func word(
    _ word: StaticString, _ kind: JSONValue.Kind
  ) throws(SyntaxError) -> JSONValue.Kind {
    let length = word.utf8CodeUnitCount
    guard position + length <= end else { throw notAValue() }
    for index in 0..<length where bytes[position + index] != word.utf8Start[index] {
      throw notAValue()
    }
    position += length
    return kind
  }

  private mutating func elements() throws(SyntaxError) -> [JSONValue] {
    let opening = position
    try descend()
    var elements = [JSONValue]()
    guard current != UInt8(ascii: "]") else {
      ascend()
      return elements
    }
    while true {
      elements.append(try value())
      guard try separator(closing: UInt8(ascii: "]"), opening: opening) else { break }
    }
    return elements
  }

  /// Reads the members of the object at the position.
  mutating func members() throws(SyntaxError) -> [JSONMember] {
    let opening = position
    try descend()
    var members = [JSONMember]()
    guard current != UInt8(ascii: "}") else {
      ascend()
      return members
    }
    while true {
      let keyOffset = position
      let key = try key()
      members.append(JSONMember(key, try value(), keyOffset: keyOffset))
      guard try separator(closing: UInt8(ascii: "}"), opening: opening) else { break }
    }
    for index in members.repeatedIndices {
      notes.append(.duplicateKey(members[index].key, offset: members[index].keyOffset))
    }
    return members
  }
}
