/// Sorts numbers whose upper half is a key and whose lower half tells whose it is.
enum KeySort {
  /// From how many numbers on going through all of them a few times is the faster way.
  private static let worthwhile = 1024
  private static let digitBits = 11

  /// Sorts numbers that ascend in their lower half: by the upper half, digit by digit from the last, each time as
  /// the digit before left them.
  static func sort(_ keys: inout [UInt64]) {
    guard keys.count >= worthwhile else {
      keys.sort()
      return
    }
    var other = [UInt64](repeating: 0, count: keys.count)
    for shift in stride(from: 32, to: 64, by: digitBits) {
      let digit = { (key: UInt64) in
        Int(truncatingIfNeeded: key >> UInt64(shift)) & (1 << digitBits - 1)
      }
      var places = [Int](repeating: 0, count: 1 << digitBits)
      for key in keys { places[digit(key)] += 1 }
      var next = 0
      for value in places.indices { (places[value], next) = (next, next + places[value]) }
      for key in keys {
        let value = digit(key)
        other[places[value]] = key
        places[value] += 1
      }
      swap(&keys, &other)
    }
  }
}
