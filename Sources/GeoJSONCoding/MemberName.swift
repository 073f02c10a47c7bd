/// The members that RFC 7946 names, recognised from their bytes.
enum MemberName {
  case type
  case id
  case properties
  case geometry
  case coordinates
  case geometries
  case box
  case features
  case crs
  case foreign

  /// The name that plain bytes spell.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    func spells(_ word: StaticString, _ name: MemberName) -> MemberName {
      for index in 0..<bytes.count where bytes[index] != word.utf8Start[index] { return .foreign }
      return name
    }
    self =
      switch (bytes.count, bytes.first) {
      case (2, UInt8(ascii: "i")): spells("id", .id)
      case (3, UInt8(ascii: "c")): spells("crs", .crs)
      case (4, UInt8(ascii: "t")): spells("type", .type)
      case (4, UInt8(ascii: "b")): spells("bbox", .box)
      case (8, UInt8(ascii: "g")): spells("geometry", .geometry)
      case (8, UInt8(ascii: "f")): spells("features", .features)
      case (10, UInt8(ascii: "p")): spells("properties", .properties)
      case (10, UInt8(ascii: "g")): spells("geometries", .geometries)
      case (11, UInt8(ascii: "c")): spells("coordinates", .coordinates)
      default: .foreign
      }
  }
}

extension JSONScanner {
  /// Reads a key that is plain ASCII, with its colon; `nil` for any other, the position unchanged.
  mutating func plainKey() throws(SyntaxError) -> UnsafeBufferPointer<UInt8>? {
    guard position < end, bytes[position] == UInt8(ascii: "\""), let close = plainStringEnd() else {
      return nil
    }
    let key = UnsafeBufferPointer(rebasing: bytes[(position + 1)..<close])
    position = close + 1
    try colon()
    return key
  }

  /// Reads a string and says whether it is this word; a string with escapes is not.
  mutating func isWord(_ word: StaticString) -> Bool {
    guard position < end, bytes[position] == UInt8(ascii: "\""), let close = plainStringEnd(),
      close - position - 1 == word.utf8CodeUnitCount
    else { return false }
    for index in 0..<word.utf8CodeUnitCount
    where bytes[position + 1 + index] != word.utf8Start[index] {
      return false
    }
    position = close + 1
    return true
  }
}
