import DistrictPlan
import MapGeometry
import PlanTestSupport
import Testing

@testable import PlanNetwork

/// What is known of lines that are taken apart, held against looking at every line.
struct PlanLinesTests {
  private func lines(seed: UInt64) throws -> PlanLines {
    var random = SeededGenerator(seed: seed)
    var sample = SamplePlan()
    sample.features = (0..<Int.random(in: 1...30, using: &random)).map { index in
      let points = (0..<Int.random(in: 2...25, using: &random)).map { _ in
        (
          Double(Int.random(in: 0...40, using: &random)),
          Double(Int.random(in: 0...40, using: &random))
        )
      }
      return SamplePlan.line("road.\(index < 10 ? "0" : "")\(index)", .road, points)
    }
    return PlanLines(try sample.load().faultless().features)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func endsInOnePointHaveOneNumber(seed: UInt64) throws {
    let lines = try lines(seed: seed)
    #expect(Set(lines.ends.all).count == lines.ends.all.count)
    for (number, line) in lines.all.enumerated() {
      for (point, isAtEnd) in [(line.line.start, false), (line.line.end, true)] {
        let end = try #require(lines.ends.number(of: number, atEnd: isAtEnd))
        #expect(lines.ends.all[end] == point)
        let others = lines.all.indices.filter { other in
          other != number
            && [lines.all[other].line.start, lines.all[other].line.end].contains(point)
        }
        #expect(lines.ends.isShared(end) == !others.isEmpty)
      }
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>, [0.002, 3])
  func edgesNearAPointAreThoseOfAll(seed: UInt64, distance: Double) throws {
    let lines = try lines(seed: seed)
    for point in lines.ends.all {
      let found = lines.edges(near: point, within: distance).map { [$0.line, $0.place] }
      let wanted = lines.all.indices.flatMap { line in
        let points = lines.all[line].course.points
        return (0..<points.count - 1).filter {
          Segment(points[$0], points[$0 + 1]).distance(to: point) <= distance
        }.map { [line, $0] }
      }
      #expect(found == wanted)
    }
  }
}
