/// Finds the numbers of things by their hashes: a flat table with open addressing that holds nothing but numbers.
///
/// Beside each number a byte of the hash is kept, eight of them in a word: a word says at once which of eight numbers
/// may be the one, mostly none. What the numbers stand for lies far away, and is looked at only where it is needed.
struct NumberTable: Sendable {
  /// The bytes of eight slots each; 0 for a slot without a number.
  private var tags: [UInt64]
  private var numbers: [Int32]
  private var count = 0

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// - Parameter capacity: How many numbers the table takes without being made larger.
  init(capacity: Int) {
    var size = 8
    while size * 6 < capacity { size *= 2 }
    tags = Array(repeating: 0, count: size)
    numbers = Array(repeating: 0, count: size * 8)
  }

  /// Whether so many more numbers leave a slot in four empty.
  func hasRoom(for more: Int) -> Bool { (count + more) * 4 <= numbers.count * 3 }

  /// The number with a hash for which `isSought` is true; `nil` where there is none.
  func number(_ hash: UInt64, where isSought: (Int32) -> Bool) -> Int32? {
    let tag = Self.tag(of: hash) &* Self.ones
    var word = Int(truncatingIfNeeded: hash) & (tags.count - 1)
    while true {
      // A byte that is the same becomes 0, and that its highest bit; one above it may, too, and is then refused.
      let difference = tags[word] ^ tag
      var same = (difference &- Self.ones) & ~difference & Self.highs
      while same != 0 {
        let number = numbers[word * 8 + same.trailingZeroBitCount / 8]
        if isSought(number) { return number }
        same &= same &- 1
      }
      if tags[word] & Self.highs != Self.highs { return nil }
      word = (word + 1) & (tags.count - 1)
    }
  }

  /// Puts in a number that is not there yet.
  mutating func put(_ number: Int32, _ hash: UInt64) {
    var word = Int(truncatingIfNeeded: hash) & (tags.count - 1)
    while tags[word] & Self.highs == Self.highs { word = (word + 1) & (tags.count - 1) }
    let slot = (~tags[word] & Self.highs).trailingZeroBitCount / 8
    tags[word] |= Self.tag(of: hash) << UInt64(slot * 8)
    numbers[word * 8 + slot] = number
    count += 1
  }

  /// The same numbers with twice the room.
  func enlarged(hash: (Int32) -> UInt64) -> NumberTable {
    var larger = NumberTable(capacity: numbers.count * 3 / 2)
    for word in tags.indices {
      for slot in 0..<8 where tags[word] >> UInt64(slot * 8) & 0x80 != 0 {
        let number = numbers[word * 8 + slot]
        larger.put(number, hash(number))
      }
    }
    return larger
  }

  /// The byte that stands for a hash, never 0.
  private static func tag(of hash: UInt64) -> UInt64 { hash >> 57 | 0x80 }

  /// A hash of two numbers, all of whose bits depend on both.
  static func hash(_ a: Int, _ b: Int) -> UInt64 {
    var mixed =
      UInt64(bitPattern: Int64(a)) &* 0x9E37_79B9_7F4A_7C15
      ^ UInt64(bitPattern: Int64(b)) &* 0xC2B2_AE3D_27D4_EB4F
    mixed ^= mixed >> 32
    mixed &*= 0xD6E8_FEB8_6659_FD93
    return mixed ^ mixed >> 32
  }
}
