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

  /// Goes on to the next 32 bytes that hold a quote or a brace: coordinates hold none.
  @inline(__always)
  private static func skipPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return }
    while index + 32 <= bytes.count {
      let block = (base + index).loadUnaligned(as: SIMD32<UInt8>.self)
      // Under the mask '{' and '}' are the same; so are 'y' and DEL, which cost a closer look.
      let hits = (block .== UInt8(ascii: "\"")) .| ((block & 0xF9) .== (UInt8(ascii: "{") & 0xF9))
      guard !any(hits) else { return }
      index += 32
    }
  }
}
