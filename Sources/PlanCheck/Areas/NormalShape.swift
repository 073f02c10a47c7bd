internal import MapGeometry
internal import MapTopology

/// A shape regardless of how it is written down: first vertex, direction, order of parts, vertices on
/// straight edges.
struct NormalShape {
  /// A place in the space of boxes; shapes that are the same have the same cell or neighbouring ones.
  struct Cell: Hashable {
    // `Int` cannot hold every coordinate.
    let sides: SIMD4<Double>
    let families: SIMD4<Double>
  }

  private let bounds: Bounds<PlanePoint>
  private let tolerance: Double
  /// Points, lines and outlines; nothing of one family equals anything of another.
  private let families: [[Segment]]
  private let area: Double
  private let perimeter: Double

  /// Creates the form of a shape; `nil` when the shape is empty.
  init?(_ geometry: PlaneGeometry, tolerance: Double) {
    guard let bounds = geometry.bounds else { return nil }
    self.bounds = bounds
    self.tolerance = tolerance
    let rings = geometry.polygons.flatMap(\.rings)
    families = [
      geometry.points.map { Segment($0, $0) }, geometry.lines.flatMap(\.segments),
      rings.flatMap { zip($0.points, $0.points.dropFirst()).map { Segment($0, $1) } },
    ]
    area = geometry.area
    perimeter = rings.reduce(0) { $0 + $1.perimeter }
  }

  /// The cell of the box: it is the same however the shape is written.
  var cell: Cell { Cell(sides: (sides / size).rounded(.down), families: presence) }

  /// The cells of all boxes whose sides are within the tolerance of this one's.
  var nearbyCells: [Cell] {
    var cells = [SIMD4<Double>()]
    for side in 0..<4 {
      let low = ((sides[side] - tolerance) / size).rounded(.down)
      let high = ((sides[side] + tolerance) / size).rounded(.down)
      cells = cells.flatMap { cell in
        Set([low, high]).sorted().map { place in
          var cell = cell
          cell[side] = place
          return cell
        }
      }
    }
    return cells.map { Cell(sides: $0, families: presence) }
  }

  private var sides: SIMD4<Double> {
    SIMD4(bounds.minimum.x, bounds.minimum.y, bounds.maximum.x, bounds.maximum.y)
  }

  /// Much more than the tolerance, so that a box rarely has more than one cell near.
  private var size: Double { tolerance * 64 }

  private var presence: SIMD4<Double> {
    SIMD4(
      families[0].isEmpty ? 0 : 1, families[1].isEmpty ? 0 : 1, families[2].isEmpty ? 0 : 1, 0)
  }

  /// Whether no point of either is further than the tolerance from the other.
  func isSame(as other: NormalShape) -> Bool {
    guard presence == other.presence,
      bounds.minimum.distance(to: other.bounds.minimum) <= 2 * tolerance,
      bounds.maximum.distance(to: other.bounds.maximum) <= 2 * tolerance,
      // Outlines alone do not tell which side is inside.
      abs(area - other.area) <= tolerance * (perimeter + other.perimeter)
    else { return false }
    return zip(families, other.families).allSatisfy { one, another in
      Self.covers(another, one, within: tolerance) && Self.covers(one, another, within: tolerance)
    }
  }

  /// Whether every point of some segments lies within a distance of others.
  private static func covers(
    _ cover: [Segment], _ segments: [Segment], within distance: Double
  ) -> Bool {
    guard !segments.isEmpty else { return true }
    let index = BoxIndex(cover.map { Bounds($0.start, $0.end) })
    return segments.allSatisfy { segment in
      let near = index.query(Bounds(segment.start, segment.end), margin: distance)
        .compactMap { segment.stretch(within: distance, of: cover[$0]) }
      return !near.isEmpty && Stretches(near, joining: 1e-9).restLength(of: 0...1) <= 2e-9
    }
  }
}
