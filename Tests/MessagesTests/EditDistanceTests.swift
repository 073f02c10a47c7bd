import Messages
import Testing

struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("harbour", "harbor", 1), ("ab", "ba", 1), ("kitten", "sitting", 3),
    ("文昌路", "武昌路", 1),
  ])
  func editsAreCounted(a: String, b: String, edits: Int) {
    for limit in edits...edits + 3 {
      #expect(EditDistance.between(Array(a), Array(b), atMost: limit) == edits)
      #expect(EditDistance.between(Array(b), Array(a), atMost: limit) == edits)
    }
    if edits > 0 { #expect(EditDistance.between(Array(a), Array(b), atMost: edits - 1) == nil) }
  }

  /// The whole table, as textbooks have it.
  private func slow(_ a: [Int], _ b: [Int]) -> Int {
    var table = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count {
      for j in 0...b.count {
        guard i > 0, j > 0 else {
          table[i][j] = i + j
          continue
        }
        table[i][j] = min(
          table[i - 1][j] + 1, table[i][j - 1] + 1,
          table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
        }
      }
    }
    return table[a.count][b.count]
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func theBandGivesWhatTheWholeTableGives(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func next(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    let a = (0..<next(9)).map { _ in next(3) }
    let b = (0..<next(9)).map { _ in next(3) }
    let whole = slow(a, b)
    for limit in 0...10 {
      #expect(EditDistance.between(a, b, atMost: limit) == (whole <= limit ? whole : nil))
    }
  }

  @Test func longTextsCostTheirLength() {
    let long = Array(repeating: 7, count: 200_000)
    #expect(EditDistance.between(long, long + [8], atMost: 2) == 1)
  }
}
