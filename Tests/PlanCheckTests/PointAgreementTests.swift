import DistrictPlan
import PlanCheck
import PlanFindings
import PlanTestSupport
import Testing

/// Rules on points against looking at every edge of every shape.
struct PointAgreementTests {
  typealias Point = PlaneShape.Point

  /// Shapes, and points on their vertices, on their edges, a little off them, and anywhere.
  private func scene(
    _ form: PlaneShape.Form, seed: UInt64
  ) -> (shapes: [PlaneShape], points: [Point]) {
    var random = SeededGenerator(seed: seed)
    let shapes = (0..<12).map { index in
      PlaneShape.random("s\(10 + index)", form, extent: 100, using: &random)
    }
    var points: [Point] = []
    for shape in shapes {
      for _ in 0..<5 {
        let edge = shape.edges[Int.random(in: 0..<shape.edges.count, using: &random)]
        let shares = [0, 1, Double.random(in: 0..<1, using: &random)]
        let share = shares[Int.random(in: 0..<3, using: &random)]
        let off = [0, 0.001, 0.004, 0.5][Int.random(in: 0..<4, using: &random)]
        let way: Point = [(1, 0), (0, -1), (0.6, 0.8)][Int.random(in: 0..<3, using: &random)]
        let x = edge.0.x + (edge.1.x - edge.0.x) * share + off * way.x
        let y = edge.0.y + (edge.1.y - edge.0.y) * share + off * way.y
        points.append((x, y))
      }
      points.append(
        (Double.random(in: 0..<220, using: &random), Double.random(in: 0..<110, using: &random)))
    }
    return (shapes, points)
  }

  /// The points that a rule flags.
  private func flagged(
    _ rule: String, _ shapes: [PlaneShape], _ points: [Point], _ settings: [String] = []
  ) throws -> [[String]] {
    try check(
      rule,
      shapes.map { $0.feature() } + points.enumerated().map { .point(id($0), $1.x, $1.y) },
      ["on: facilitys", "with: features"] + settings
    ).findings.map { $0.parties.map(\.id) }
  }

  private func id(_ index: Int) -> String { "p\(100 + index)" }

  /// The points that nothing is near; those that lie too close to the limit to tell are refused.
  private func strays(
    _ points: [Point], _ distance: (Point) -> Double
  ) -> [[String]] {
    points.indices.filter { distance(points[$0]) > 0.002 }.map { [id($0)] }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func pointsOffPoints(seed: UInt64) throws {
    let (shapes, points) = scene(.points, seed: seed)
    let expected = strays(points) { point in
      shapes.map { $0.edgeDistance(to: point) }.min() ?? .infinity
    }
    #expect(try flagged("P02", shapes, points) == expected)
    #expect(!expected.isEmpty && expected.count < points.count)
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func pointsOffBoundaries(seed: UInt64) throws {
    let (shapes, points) = scene(.areas, seed: seed)
    let expected = strays(points) { point in
      shapes.map { $0.edgeDistance(to: point) }.min() ?? .infinity
    }
    #expect(try flagged("P03", shapes, points) == expected)
    #expect(!expected.isEmpty && expected.count < points.count)
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func pointsOffLinesAndTheirEnds(seed: UInt64) throws {
    let (shapes, points) = scene(.lines, seed: seed)
    let expected = strays(points) { point in
      shapes.map { $0.edgeDistance(to: point) }.min() ?? .infinity
    }
    #expect(try flagged("P05", shapes, points) == expected)
    let offEnds = strays(points) { point in
      shapes.flatMap { $0.parts.flatMap { [$0[0][0], $0[0][$0[0].count - 1]] } }
        .map { PlaneShape.distance(point, ($0, $0)) }.min() ?? .infinity
    }
    #expect(try flagged("P06", shapes, points) == offEnds)
    #expect(expected.count < offEnds.count && offEnds.count < points.count)
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func pointsInAndOutOfAreas(seed: UInt64) throws {
    let (shapes, points) = scene(.areas, seed: seed)
    func isOnEdge(_ point: Point, _ shape: PlaneShape) -> Bool {
      shape.edgeDistance(to: point) <= 0.002
    }
    func isInside(_ point: Point, _ shape: PlaneShape) -> Bool {
      shape.holds(point) && !isOnEdge(point, shape)
    }
    let notInside = points.indices.filter { index in
      !shapes.contains { isInside(points[index], $0) }
    }.map { [id($0)] }
    #expect(try flagged("P04", shapes, points) == notInside)
    func pairs(_ holds: (Point, PlaneShape) -> Bool) -> [[String]] {
      points.indices.flatMap { index in
        shapes.filter { holds(points[index], $0) }.map { [id(index), $0.id] }
      }
    }
    let inside = pairs(isInside)
    #expect(try flagged("P07", shapes, points) == inside)
    let insideOrOn = pairs { isInside($0, $1) || isOnEdge($0, $1) }
    #expect(try flagged("P07", shapes, points, ["boundary: inside"]) == insideOrOn)
    #expect(!inside.isEmpty && inside.count < insideOrOn.count)
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func countsInAreasAreThoseOfEveryPoint(seed: UInt64) throws {
    let (shapes, points) = scene(.areas, seed: seed)
    let features =
      shapes.map { $0.feature() } + points.enumerated().map { .point(id($0), $1.x, $1.y) }
    func counts(_ isCounted: (Int) -> Bool) -> [String] {
      shapes.filter { shape in
        isCounted(points.count { shape.holds($0) && shape.edgeDistance(to: $0) > 0.002 })
      }.map(\.id)
    }
    func found(_ rule: String, _ settings: [String] = []) throws -> [String] {
      try check(rule, features, ["on: features", "with: facilitys"] + settings).findings
        .compactMap { $0.parties.first?.id }
    }
    #expect(try found("A13") == counts { $0 == 0 })
    #expect(try found("A14") == counts { $0 != 1 })
    #expect(try found("A15", ["min: 2", "max: 3"]) == counts { !(2...3).contains($0) })
  }
}
