#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Cuts a list of features into stretches that are read apart from each other.
///
/// Where features begin is guessed: there, where the bytes are those with which the first one begins, such
/// as `{"type":"Feature"`. Whoever reads the stretches sees whether each ends where the next one starts;
/// then each guess was right.
struct GuessedStretches: IteratorProtocol, Sendable {
  // Read only, and whoever cuts keeps the bytes.
  private nonisolated(unsafe) let bytes: UnsafeBufferPointer<UInt8>
  private let size: Int
  /// The bytes with which features begin, the brace and what follows.
  private let beginning: Range<Int>
  private var start: Int

  /// - Parameter start: The offset of the first feature.
  /// - Returns: `nil` where the first feature does not begin with its type.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, size: Int) {
    var scanner = JSONScanner(bytes)
    scanner.position = start
    guard scanner.current == UInt8(ascii: "{"), (try? scanner.descend()) != nil,
      let key = try? scanner.plainKey(), MemberName(key) == .type, scanner.isWord("Feature")
    else { return nil }
    self.bytes = bytes
    self.size = size
    self.start = start
    beginning = start..<scanner.position
  }

  /// The next stretch; each but the first starts behind the feature before, the last ends with the bytes.
  mutating func next() -> Range<Int>? {
    guard start < bytes.count else { return nil }
    let end = end(after: start + max(size, beginning.count))
    defer { start = end }
    return start..<end
  }

  /// The offset behind the feature before the first one that begins after an offset.
  private func end(after offset: Int) -> Int {
    guard let base = bytes.baseAddress else { return bytes.count }
    var index = offset
    while index < bytes.count, let found = memchr(base + index, 0x7B, bytes.count - index) {
      let brace = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if brace + beginning.count <= bytes.count,
        memcmp(base + brace, base + beginning.lowerBound, beginning.count) == 0,
        let end = featureEnd(before: brace)
      {
        return end
      }
      index = brace + 1
    }
    return bytes.count
  }

  /// The offset behind the closing brace before a comma before an offset.
  private func featureEnd(before offset: Int) -> Int? {
    var index = offset - 1
    func skipSpace() { while index > 0, bytes[index] <= 0x20 { index -= 1 } }
    skipSpace()
    guard index > 0, bytes[index] == UInt8(ascii: ",") else { return nil }
    index -= 1
    skipSpace()
    return bytes[index] == UInt8(ascii: "}") ? index + 1 : nil
  }
}
