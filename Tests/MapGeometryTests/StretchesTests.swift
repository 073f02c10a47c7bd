import MapGeometry
import PlanTestSupport
import Testing

struct StretchesTests {
  @Test func whatTouchesIsOne() {
    let stretches = Stretches([6...7, 0...1, 1...2, 4...5, 4.2...4.4])
    #expect(stretches.all == [0...2, 4...5, 6...7])
    #expect(stretches.length == 4)
    #expect(Stretches([0...1, 1.5...2], joining: 0.5).all == [0...2])
  }

  @Test func theRestIsWhatNoneHolds() {
    let stretches = Stretches([-1...1, 4...5, 9...12])
    #expect(stretches.rest(of: 0...10) == [1...4, 5...9])
    #expect(stretches.restLength(of: 0...10) == 7)
    #expect(stretches.rest(of: 4.2...4.8).isEmpty)
    #expect(stretches.rest(of: 6...8) == [6...8])
    #expect(Stretches([]).rest(of: 2...3) == [2...3])
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func stretchesAndTheirRestMakeUpTheWhole(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let ranges = (0..<8).map { _ in
      let low = Double.random(in: 0...10, using: &random)
      return low...(low + Double.random(in: 0...2, using: &random))
    }
    let (stretches, rest) = (Stretches(ranges), Stretches(ranges).rest(of: 0...12))
    #expect(
      abs(stretches.length + rest.reduce(0) { $0 + $1.upperBound - $1.lowerBound } - 12) < 1e-9)
    for step in 0...240 {
      let place = Double(step) / 20
      let isHeld = ranges.contains { $0.contains(place) }
      #expect(isHeld == stretches.all.contains { $0.contains(place) })
      if !isHeld { #expect(rest.contains { $0.contains(place) }) }
    }
  }
}
