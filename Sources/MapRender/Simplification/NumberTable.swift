/// Finds the numbers of things by their hashes: a flat table with open addressing that holds nothing but numbers.
///
/// Who asks walks the slots from that of a hash on, until one holds the number of what is sought or none.
struct NumberTable: Sendable {
  static let none: Int32 = -1

  private var slots: [Int32]
  private var count = 0

  /// - Parameter capacity: How many numbers the table takes without being made larger.
  init(capacity: Int) {
    var size = 64
    while size * 3 < capacity * 4 { size *= 2 }
    slots = Array(repeating: Self.none, count: size)
  }

  func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (slots.count - 1) }

  func slot(after slot: Int) -> Int { (slot + 1) & (slots.count - 1) }

  /// The number in a slot; ``none`` where it is empty.
  subscript(slot: Int) -> Int32 { slots[slot] }

  mutating func put(_ number: Int32, in slot: Int) {
    slots[slot] = number
    count += 1
  }

  /// Whether so many more numbers leave a slot in four empty.
  func hasRoom(for more: Int) -> Bool { (count + more) * 4 <= slots.count * 3 }

  /// The same numbers with twice the room.
  func enlarged(hash: (Int32) -> UInt64) -> NumberTable {
    var larger = NumberTable(capacity: slots.count * 3 / 2)
    for number in slots where number != Self.none {
      var slot = larger.slot(of: hash(number))
      while larger[slot] != Self.none { slot = larger.slot(after: slot) }
      larger.put(number, in: slot)
    }
    return larger
  }

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
