/// Where a list of features can be cut into stretches that are read apart from each other.
struct FeatureStretches {
  /// How many bytes a stretch has at least, unless it is the last.
  static let size = 1 << 20

  /// The offsets behind the last feature of each stretch.
  private(set) var ends: [Int] = []

  /// Looks for the end of the list; `nil` where there is none or where one stretch holds all of it.
  ///
  /// - Parameters:
  ///   - start: The offset of the first feature.
  ///   - passed: Is told which bytes have been looked at.
  init?(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, size: Int,
    passed: (Range<Int>) -> Void
  ) {
    guard bytes.count - start > size else { return nil }
    var index = start
    var depth = 0
    var first = start
    var last = start
    while true {
      if depth > 0 { FeatureEnds.skipPlain(bytes, &index) }
      guard index < bytes.count else { return nil }
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        guard depth == 0 else { break }
        last = index + 1
        if last - first >= size {
          ends.append(last)
          passed(first..<last)
          first = last
        }
      case UInt8(ascii: "]") where depth == 0:
        if last > first { ends.append(last) }
        passed(first..<index)
        if ends.count < 2 { return nil }
        return
      default: break
      }
      index += 1
    }
  }
}
