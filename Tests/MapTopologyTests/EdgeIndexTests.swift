import MapGeometry
import PlanTestSupport
import Testing

@testable import MapTopology

struct EdgeIndexTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func findsWhatAnIndexOfSingleEdgesFinds(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func point(_ reach: Double) -> PlanePoint {
      PlanePoint(
        x: .random(in: 0...reach, using: &random), y: .random(in: 0...reach, using: &random))
    }
    var segments: [Segment] = []
    var lines: [Range<Int>] = []
    for _ in 0..<30 {
      let first = segments.count
      var from = point(100)
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        let step = point(6)
        let to = PlanePoint(x: from.x + step.x - 3, y: from.y + step.y - 3)
        segments.append(Segment(from, to))
        from = to
      }
      lines.append(first..<segments.count)
    }
    let index = EdgeIndex(lines) { segments[$0] }
    let single = BoxIndex(segments.map { Bounds($0.start, $0.end) })
    for _ in 0..<50 {
      let box = Bounds(point(100), point(100))
      let margin = Double.random(in: 0...3, using: &random)
      #expect(
        index.query(box, margin: margin) { segments[$0] } == single.query(box, margin: margin))
    }
  }
}
