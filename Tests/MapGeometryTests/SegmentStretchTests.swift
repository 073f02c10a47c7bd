import MapGeometry
import PlanTestSupport
import Testing

struct SegmentStretchTests {
  private func segment(using random: inout SeededGenerator) -> Segment {
    func point() -> PlanePoint {
      PlanePoint(
        x: 39_500_000 + Double.random(in: 0...20, using: &random),
        y: 3_900_000 + Double.random(in: 0...20, using: &random))
    }
    return Segment(point(), point())
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func aStretchIsWhereThePointsAreNear(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let (a, b) = (segment(using: &random), segment(using: &random))
    let reach = Double.random(in: 0.01...8, using: &random)
    let stretch = a.stretch(within: reach, of: b)
    for step in 0...100 {
      let share = Double(step) / 100
      let distance = b.distance(to: a.start.interpolated(to: a.end, at: share))
      if distance < reach - 1e-6 { #expect(stretch?.contains(share) == true) }
      if distance > reach + 1e-6 { #expect(stretch?.contains(share) != true) }
    }
  }

  @Test func parallelsAreNearAlongWhatTheyHaveAbreast() throws {
    let a = Segment(PlanePoint(x: 0, y: 0), PlanePoint(x: 10, y: 0))
    let b = Segment(PlanePoint(x: 14, y: 3), PlanePoint(x: 4, y: 3))
    let stretch = try #require(a.stretch(within: 5, of: b))
    #expect(abs(stretch.lowerBound) < 1e-12 && stretch.upperBound == 1)
    let narrow = try #require(a.stretch(within: 3.000_001, of: b))
    #expect(abs(narrow.lowerBound - 0.4) < 0.001)
    #expect(a.stretch(within: 2.9, of: b) == nil)
    let links = a.shortestLinks(to: b)
    #expect(links.first == Segment(PlanePoint(x: 7, y: 0), PlanePoint(x: 7, y: 3)))
    #expect(links.count == 3)
  }

  @Test func aPointIsNearOrNot() {
    let point = Segment(PlanePoint(x: 5, y: 1), PlanePoint(x: 5, y: 1))
    let line = Segment(PlanePoint(x: 0, y: 0), PlanePoint(x: 10, y: 0))
    #expect(point.stretch(within: 1, of: line) == 0...1)
    #expect(point.stretch(within: 0.9, of: line) == nil)
    #expect(line.stretch(within: 1, of: point) == 0.5...0.5)
  }
}
