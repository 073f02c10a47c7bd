/// Remembers the keys of objects, which repeat from feature to feature in the same order.
///
/// The key behind the one found last is tried first, so that most keys cost one comparison.
struct KeyTable {
  /// How many keys are remembered.
  static let limit = 64

  private var keys: [String] = []
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]
  /// The place behind the key that was found last.
  private var next = 0

  /// The key at a place.
  subscript(place: Int) -> String { keys[place] }

  /// Where a key stands, given as UTF-8; `nil` where it is not remembered.
  mutating func place(of key: UnsafeBufferPointer<UInt8>) -> Int? {
    if next < keys.count, isKey(key, at: next) {
      next += 1
      return next - 1
    }
    guard let place = keys.indices.first(where: { isKey(key, at: $0) }) else { return nil }
    next = place + 1
    return place
  }

  /// Remembers a key that is valid UTF-8; `nil` where there is no room left.
  mutating func add(_ key: UnsafeBufferPointer<UInt8>) -> Int? {
    guard keys.count < Self.limit else { return nil }
    keys.append(String(decoding: key, as: UTF8.self))
    bytes.append(contentsOf: key)
    ends.append(bytes.count)
    next = keys.count
    return next - 1
  }

  /// The string of ASCII bytes.
  mutating func key(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    (place(of: bytes) ?? add(bytes)).map { keys[$0] } ?? String(decoding: bytes, as: UTF8.self)
  }

  private func isKey(_ key: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    let start = ends[place]
    guard ends[place + 1] - start == key.count else { return false }
    for index in key.indices where bytes[start + index] != key[index] { return false }
    return true
  }
}
