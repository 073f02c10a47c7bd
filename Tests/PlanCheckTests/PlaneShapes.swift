import DistrictPlan
import PlanCheck
import PlanTestSupport

/// Shapes of a few vertices, and what is near them worked out edge by edge.
struct PlaneShape {
  typealias Point = (x: Double, y: Double)

  enum Form { case points, lines, areas }

  let id: String
  let form: Form
  /// For each part its runs: a point, a line, or an outline and its holes, each closed.
  let parts: [[[Point]]]

  /// The edges; a point is an edge without length.
  var edges: [(Point, Point)] {
    parts.flatMap { $0 }.flatMap { run in
      run.count == 1 ? [(run[0], run[0])] : Array(zip(run, run.dropFirst()))
    }
  }

  func feature(_ properties: String = "") -> ExampleFeature {
    switch form {
    case .points: .points(id, parts.map { ($0[0][0].x, $0[0][0].y) }, kind: "feature", properties)
    case .lines: .lines(id, parts.map { $0[0].map { ($0.x, $0.y) } }, kind: "feature", properties)
    case .areas:
      .polygons(id, parts.map { $0.map { $0.map { ($0.x, $0.y) } } }, kind: "feature", properties)
    }
  }

  /// Whether the point lies in an area, by the winding of each ring about it.
  func holds(_ point: Point) -> Bool {
    form == .areas
      && parts.contains { rings in
        Self.winds(rings[0], about: point)
          && !rings.dropFirst().contains { Self.winds($0, about: point) }
      }
  }

  func distance(to other: PlaneShape) -> Double {
    let starts = { (shape: PlaneShape) in shape.parts.map { $0[0][0] } }
    if starts(other).contains(where: holds) || starts(self).contains(where: other.holds) {
      return 0
    }
    var best = Double.infinity
    for a in edges {
      for b in other.edges { best = min(best, Self.distance(a, b)) }
    }
    return best
  }

  /// The distance of a point to the edges; inside an area as well.
  func edgeDistance(to point: Point) -> Double {
    edges.map { Self.distance(point, $0) }.min() ?? .infinity
  }

  static func distance(_ p: Point, _ edge: (Point, Point)) -> Double {
    let (dx, dy) = (edge.1.x - edge.0.x, edge.1.y - edge.0.y)
    let square = dx * dx + dy * dy
    let raw = square > 0 ? ((p.x - edge.0.x) * dx + (p.y - edge.0.y) * dy) / square : 0
    let share = min(1, max(0, raw))
    let (ex, ey) = (edge.0.x + share * dx - p.x, edge.0.y + share * dy - p.y)
    return (ex * ex + ey * ey).squareRoot()
  }

  static func distance(_ a: (Point, Point), _ b: (Point, Point)) -> Double {
    func turn(_ p: Point, _ q: Point, _ r: Point) -> Double {
      (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
    }
    if turn(a.0, a.1, b.0) * turn(a.0, a.1, b.1) < 0, turn(b.0, b.1, a.0) * turn(b.0, b.1, a.1) < 0
    {
      return 0
    }
    return min(distance(a.0, b), distance(a.1, b), distance(b.0, a), distance(b.1, a))
  }

  /// Whether the angles under which the edges of a ring are seen add up to a full turn.
  private static func winds(_ ring: [Point], about point: Point) -> Bool {
    var turns = 0
    for (a, b) in zip(ring, ring.dropFirst()) {
      let side = (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)
      if a.y <= point.y, b.y > point.y, side > 0 { turns += 1 }
      if a.y > point.y, b.y <= point.y, side < 0 { turns -= 1 }
    }
    return turns != 0
  }
}

extension PlaneShape {
  /// A shape of one or two parts within a square of `extent` metres.
  static func random(
    _ id: String, _ form: Form, extent: Double, using random: inout SeededGenerator
  ) -> PlaneShape {
    func coordinate() -> Double { Double.random(in: 0..<extent, using: &random) }
    let size = extent / 12
    let count = Int.random(in: 0..<4, using: &random) == 0 ? 2 : 1
    var parts: [[[Point]]] = []
    for part in 0..<count {
      // Parts far enough from each other to make a valid area.
      let center = (x: coordinate() + Double(part) * extent * 1.1, y: coordinate())
      switch form {
      case .points: parts.append([[center]])
      case .lines:
        let length = Int.random(in: 2..<6, using: &random)
        parts.append([
          (0..<length).map { _ in
            (
              center.x + Double.random(in: -size..<size, using: &random),
              center.y + Double.random(in: -size..<size, using: &random)
            )
          }
        ])
      case .areas:
        let rings = Bool.random(using: &random) ? 2 : 1
        parts.append(
          (0..<rings).map { ring in
            star(about: center, radius: ring == 0 ? size : size / 3, using: &random)
          })
      }
    }
    return PlaneShape(id: id, form: form, parts: parts)
  }

  /// A closed ring of eight corners, each between half the radius and the whole of it away.
  private static func star(
    about center: Point, radius: Double, using random: inout SeededGenerator
  ) -> [Point] {
    let directions: [Point] = [
      (1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (-0.7, -0.7), (0, -1), (0.7, -0.7),
    ]
    let ring: [Point] = directions.map { direction in
      let reach = radius * Double.random(in: 0.7..<1, using: &random)
      return (center.x + direction.x * reach, center.y + direction.y * reach)
    }
    return ring + [ring[0]]
  }
}
