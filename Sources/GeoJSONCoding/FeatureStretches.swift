/// Cuts a list of features into stretches, for lists in which the beginnings of features cannot be guessed.
///
/// Only brackets and strings are looked at. A list without an end gives a last stretch that cannot be read.
struct FeatureStretches: IteratorProtocol, Sendable {
  /// How many bytes a stretch has at least, unless it is the last.
  static let size = 1 << 20

  // Read only, and whoever cuts keeps the bytes.
  private nonisolated(unsafe) let bytes: UnsafeBufferPointer<UInt8>
  private let size: Int
  /// The offset behind the last stretch.
  private var end: Int
  /// Whether the end of the list, or of the bytes, has been seen.
  private var isAtEnd = false

  /// - Parameter start: The offset of the first feature.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, size: Int) {
    self.bytes = bytes
    self.size = size
    end = start
  }

  /// The next stretch, up to the end of a feature; each but the first starts with what separates features.
  mutating func next() -> Range<Int>? {
    guard !isAtEnd else { return nil }
    let start = end
    var index = start
    var depth = 0
    while true {
      if depth > 0 { FeatureEnds.skipPlain(bytes, &index) }
      guard index < bytes.count else {
        isAtEnd = true
        return start..<bytes.count
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
        guard depth == 0 else { break }
        end = index + 1
        if end - start >= size { return start..<end }
      case UInt8(ascii: "]") where depth == 0:
        isAtEnd = true
        return start..<bytes.count
      default: break
      }
      index += 1
    }
  }
}
