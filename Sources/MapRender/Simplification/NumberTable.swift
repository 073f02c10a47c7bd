/// Finds the numbers of things by their hashes: a flat table with open addressing that holds nothing but numbers.
///
/// Beside each number a byte of the hash is kept, eight of them in a word: a word says at once which of eight numbers
/// may be the one, mostly none. What the numbers stand for lies far away, and is looked at only where it is needed.
///
/// Things that are asked for one after the other mostly lie near each other. They share a region, and the numbers of a
/// region share a line of memory, which is then at hand; what finds no room there goes where its own hash says.
struct NumberTable: Sendable {
  /// Where the number of a thing may be.
  struct Key: BitwiseCopyable {
    /// A hash that things near each other have in common.
    fileprivate let region: UInt64
    /// A hash of the thing itself.
    fileprivate let own: UInt64

    /// - Parameters:
    ///   - region: Two numbers that things near each other have in common.
    ///   - own: Two numbers that tell the thing from all others.
    @inline(__always)
    init(region: (UInt64, UInt64), own: (UInt64, UInt64)) {
      let near = region.0 &* 0x9E37_79B9_7F4A_7C15 ^ region.1 &* 0xC2B2_AE3D_27D4_EB4F
      let alone = own.0 &* 0xD6E8_FEB8_6659_FD93 ^ own.1 &* 0xA076_1D64_78BD_642F
      self.region = near >> 32
      self.own = alone ^ alone >> 32
    }
  }

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

  /// The number with a key for which `isSought` is true; where there is none, a new one is put in.
  @inline(__always)
  mutating func number(_ key: Key, orPut new: Int32, where isSought: (Int32) -> Bool) -> Int32 {
    let tag = key.own >> 57 | 0x80
    let mask = tags.count - 1
    // A line of memory holds the tags of eight words.
    var word =
      Int(truncatingIfNeeded: key.region) & mask & ~7 | Int(truncatingIfNeeded: key.own) & 7
    var next = Int(truncatingIfNeeded: key.own >> 3)
    while true {
      let found = tags[word]
      // A byte that is the same becomes 0, and that its highest bit; one above it may, too, and is then refused.
      let difference = found ^ tag &* Self.ones
      var same = (difference &- Self.ones) & ~difference & Self.highs
      while same != 0 {
        let number = numbers[word * 8 + same.trailingZeroBitCount / 8]
        if isSought(number) { return number }
        same &= same &- 1
      }
      let free = ~found & Self.highs
      if free != 0 {
        let slot = free.trailingZeroBitCount / 8
        tags[word] = found | tag << UInt64(slot * 8)
        numbers[word * 8 + slot] = new
        count += 1
        return new
      }
      word = next & mask
      next = word + 1
    }
  }

  /// The same numbers with twice the room.
  func enlarged(key: (Int32) -> Key) -> NumberTable {
    var larger = NumberTable(capacity: numbers.count * 3 / 2)
    for word in tags.indices {
      for slot in 0..<8 where tags[word] >> UInt64(slot * 8) & 0x80 != 0 {
        let number = numbers[word * 8 + slot]
        _ = larger.number(key(number), orPut: number) { _ in false }
      }
    }
    return larger
  }
}
