import MapGeometry
import PlanTestSupport
import Testing

@testable import PlanNetwork

struct VertexCensusTests {
  /// Points of which about half have another within a few millimetres, on both sides of any square.
  private func points(seed: UInt64) -> [PlanePoint] {
    var random = SeededGenerator(seed: seed)
    var points: [PlanePoint] = []
    for _ in 0..<300 {
      let point = PlanePoint(
        x: .random(in: -60...60, using: &random),
        y: .random(in: 3_900_000...3_900_100, using: &random))
      points.append(point)
      guard Bool.random(using: &random) else { continue }
      points.append(
        PlanePoint(
          x: point.x + .random(in: -0.004...0.004, using: &random),
          y: point.y + .random(in: -0.004...0.004, using: &random)))
    }
    return points
  }

  @Test(arguments: 0..<40 as Range<UInt64>, [0, 0.002, 0.5])
  func whatHasCompanyIsNeverAlone(seed: UInt64, tolerance: Double) {
    let points = points(seed: seed)
    var census = VertexCensus(tolerance: tolerance, count: points.count)
    census.count(points, points.indices)
    for (index, point) in points.enumerated() where census.isAlone(point) {
      #expect(
        points.indices.allSatisfy {
          $0 == index || points[$0].distance(to: point) > tolerance
        })
    }
  }

  @Test func mostPointsByThemselvesAreAlone() {
    let points = (0..<1000).map { PlanePoint(x: Double($0) * 7.3, y: Double($0 % 31) * 5.1) }
    var census = VertexCensus(tolerance: 0.002, count: points.count)
    census.count(points, points.indices)
    #expect(points.count(where: census.isAlone) > 800)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func aPlaceIsTheEarliestWithinTheTolerance(seed: UInt64) {
    let points = points(seed: seed)
    var table = PlaceTable(tolerance: 0.002)
    var places: [PlanePoint] = []
    for point in points {
      let wanted = places.firstIndex { $0.distance(to: point) <= 0.002 } ?? places.count
      if wanted == places.count { places.append(point) }
      #expect(table.place(at: point) == wanted)
    }
    #expect(table.points == places)
  }
}
