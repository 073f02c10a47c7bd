import MapGeometry
import PlanTestSupport
import Testing

struct SegmentContactTests {
  private func segment(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> Segment {
    Segment(PlanePoint(x: x1, y: y1), PlanePoint(x: x2, y: y2))
  }

  @Test func segmentsOnOneLineShareWhatTheyHaveAbreast() {
    let a = segment(0, 0, 10, 0)
    #expect(a.contact(with: segment(14, 0, 4, 0), within: 0.002) == 0.4...1)
    #expect(a.contact(with: segment(2, 0.001, 7, -0.001), within: 0.002) == 0.2...0.7)
    #expect(a.contact(with: segment(10, 0, 20, 0), within: 0.002) == 1...1)
    #expect(a.contact(with: segment(10.01, 0, 20, 0), within: 0.002) == nil)
  }

  @Test func aCrossingIsAPointAtHoweverSmallAnAngle() throws {
    let a = segment(0, 0, 10, 0)
    let flat = segment(0, -0.01, 10, 0.01)
    let contact = try #require(a.contact(with: flat, within: 0.002))
    #expect(contact.lowerBound == contact.upperBound)
    #expect(abs(contact.lowerBound - 0.5) < 1e-9)
    // Near each other they stay for a fifth of the way: from 4 m to 6 m.
    let near = try #require(a.stretch(within: 0.002, of: flat))
    #expect(abs(near.lowerBound - 0.4) < 1e-4 && abs(near.upperBound - 0.6) < 1e-4)
    // From a common start they part for good.
    #expect(a.contact(with: segment(0, 0, 10, 0.02), within: 0.002) == 0...0)
  }

  @Test func anEndBesideASegmentLiesOnIt() {
    let a = segment(0, 0, 10, 0)
    #expect(a.contact(with: segment(3, 0.002, 3, 5), within: 0.002) == 0.3...0.3)
    #expect(a.contact(with: segment(3, 0.003, 3, 5), within: 0.002) == nil)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func bothSidesAgreeWhetherTheyMeet(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func point() -> PlanePoint {
      PlanePoint(
        x: 39_500_000 + Double(Int.random(in: 0...8, using: &random)),
        y: 3_900_000 + Double(Int.random(in: 0...8, using: &random)))
    }
    let (a, b) = (Segment(point(), point()), Segment(point(), point()))
    let (one, other) = (
      a.contact(with: b, within: 0.002), b.contact(with: a, within: 0.002)
    )
    #expect((one == nil) == (other == nil))
    // What they have in common is equally long on both, and there neither is far from the other.
    guard let one, let other else {
      #expect(a.shortestLink(to: b).length > 0.002)
      return
    }
    let lengths = [
      (one.upperBound - one.lowerBound) * a.length,
      (other.upperBound - other.lowerBound) * b.length,
    ]
    #expect(abs(lengths[0] - lengths[1]) < 1e-6)
    for share in [one.lowerBound, one.upperBound] {
      #expect(b.distance(to: a.point(atShare: share)) < 0.0021)
    }
    #expect(a.shortestLink(to: b).length <= 0.002)
  }

  @Test func theShortestLinkIsNoLongerThanAnyWay() {
    for seed in 0..<100 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      func point() -> PlanePoint {
        PlanePoint(
          x: Double.random(in: 0...20, using: &random),
          y: Double.random(in: 0...20, using: &random))
      }
      let (a, b) = (Segment(point(), point()), Segment(point(), point()))
      let link = a.shortestLink(to: b)
      let sampled = (0...400).map { b.distance(to: a.point(atShare: Double($0) / 400)) }.min() ?? 0
      #expect(link.length <= sampled + 1e-9)
      #expect(sampled - link.length <= a.length / 400, "seed \(seed)")
      #expect(a.distance(to: link.start) < 1e-9 && b.distance(to: link.end) < 1e-9)
    }
  }

  @Test func theEndsOfASegmentAreExact() {
    let a = segment(0.1, 0.2, 0.7, 0.9)
    #expect(a.point(atShare: -1) == a.start && a.point(atShare: 1) == a.end)
    #expect(a.point(at: 0) == a.start && a.point(at: a.length) == a.end)
    #expect(segment(5, 5, 5, 5).point(at: 1) == PlanePoint(x: 5, y: 5))
  }
}
