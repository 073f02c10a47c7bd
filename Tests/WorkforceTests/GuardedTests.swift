import Testing

@testable import Workforce

struct GuardedTests {
  @Test
  func noCountIsLostBetweenThreads() {
    let sum = Guarded(0)
    _ = Workers.map(2000, by: 1) { stretch in
      sum.withLock { $0 += stretch.lowerBound }
    }
    #expect(sum.withLock { $0 } == 1999 * 2000 / 2)
  }

  @Test
  func whatIsThrownComesOutAndTheNextMayEnter() {
    struct Refused: Error {}
    let names = Guarded(["a"])
    #expect(throws: Refused.self) {
      try names.withLock { names throws(Refused) in
        names.append("b")
        throw Refused()
      }
    }
    #expect(names.withLock { $0 } == ["a", "b"])
  }
}
