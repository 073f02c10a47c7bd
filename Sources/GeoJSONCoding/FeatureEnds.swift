/// Where the features in some bytes of a list end.
struct FeatureEnds {
  /// The offset behind the last whole feature.
  var end = 0
  /// The offset of the bracket that closes the list; `nil` where it is further on.
  var closing: Int?

  /// Looks through bytes that start between two features, and writes line breaks over the commas there.
  init(_ bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBufferPointer { bytes in
      var index = 0
      var depth = 0
      while index < bytes.count {
        if depth > 0 {
          Self.skipPlain(UnsafeBufferPointer(bytes), &index)
          guard index < bytes.count else { return }
        }
        switch bytes[index] {
        case UInt8(ascii: "\""):
          index += 1
          while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
          }
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "}"):
          depth -= 1
          if depth == 0 { end = index + 1 }
        case UInt8(ascii: ",") where depth == 0: bytes[index] = UInt8(ascii: "\n")
        case UInt8(ascii: "]") where depth == 0:
          closing = index
          return
        default: break
        }
        index += 1
      }
    }
  }

  /// Goes on to the next quote or brace: coordinates hold none, so eight bytes are looked at at a time.
  @inline(__always)
  static func skipPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return }
    while index + 8 <= bytes.count {
      let word = UInt64(littleEndian: (base + index).loadUnaligned(as: UInt64.self))
      // Under the mask '{' and '}' are the same; so are 'y' and DEL, which cost a closer look.
      let hits =
        zeros(word ^ 0x2222_2222_2222_2222)
        | zeros((word & 0xF9F9_F9F9_F9F9_F9F9) ^ 0x7979_7979_7979_7979)
      guard hits == 0 else {
        index += hits.trailingZeroBitCount / 8
        return
      }
      index += 8
    }
  }

  /// The high bit of each byte that is zero; the lowest one set is right in spite of carries.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }
}
