internal import MapGeometry
internal import MapTopology

/// A part of some ground that no circle of a certain width within the ground reaches.
struct NarrowPart {
  let polygon: Polygon<PlanePoint>
  /// How often the part opens into wider ground.
  let mouths: Int
  /// How long it is between its mouths, or from its mouth inwards, in widths of a mouth.
  ///
  /// A corner of 60° has 1, one of 29° has 2: the circle leaves a part of every corner.
  let elongation: Double
  /// The edges that are walls.
  let wallEdges: [Segment]

  /// Edges of overlays lie within their grid of the wall they were cut from.
  static let grid = 0.0011

  fileprivate init(_ polygon: Polygon<PlanePoint>, _ walls: Walls) {
    self.polygon = polygon
    var wallEdges: [Segment] = []
    var widths: [Double] = []
    for ring in polygon.rings {
      let edges = zip(ring.points, ring.points.dropFirst()).map { Segment($0, $1) }
      let isWall = edges.map { edge in
        walls.come(within: Self.grid, of: edge.start.interpolated(to: edge.end, at: 0.5))
      }
      wallEdges += zip(edges, isWall).filter(\.1).map(\.0)
      widths += Self.mouths(edges, isWall)
    }
    self.wallEdges = wallEdges
    let wallLength = wallEdges.reduce(0) { $0 + $1.length }
    mouths = widths.count
    let total = widths.reduce(0, +)
    elongation = total > 0 ? wallLength * Double(widths.count) / (2 * total) : .infinity
  }

  /// The widths of the stretches of a ring that are no walls.
  private static func mouths(_ edges: [Segment], _ isWall: [Bool]) -> [Double] {
    guard let first = isWall.firstIndex(of: true) else {
      return [edges.reduce(0) { $0 + $1.start.distance(to: $1.end) } / .pi]
    }
    var widths: [Double] = []
    var start: PlanePoint?
    for place in (edges.indices.map { (first + $0) % edges.count }) + [first] {
      if isWall[place] {
        if let start { widths.append(start.distance(to: edges[place].start)) }
        start = nil
      } else if start == nil {
        start = edges[place].start
      }
    }
    return widths
  }
}

extension Topology {
  /// The parts of ground that no circle of a width within it reaches.
  ///
  /// - Parameters:
  ///   - ground: Where parts are looked for.
  ///   - room: The ground around it as well, as far as a circle that reaches it may lie.
  ///   - walls: What bounds the ground, and no other edge of it.
  ///   - places: The walls that come near the room; `nil` for all.
  func narrowParts(
    of ground: PlaneGeometry, in room: PlaneGeometry, between walls: Walls, at places: [Int]? = nil,
    width: Double
  ) throws -> [NarrowPart] {
    // Piece by piece, because a buffer of a whole outline simplifies it first.
    let pieces = (places ?? Array(walls.segments.indices)).compactMap { place in
      try? Line([walls.segments[place].start, walls.segments[place].end])
    }
    let beside = try buffer(.multiLine(pieces), by: width / 2, quadrantSegments: 16)
    let centers = try beside.map { try difference(room, $0) } ?? room
    // A little more, so that rounding leaves no splinters along the walls.
    let reached = try centers.flatMap {
      try buffer($0, by: width / 2 + 0.002, quadrantSegments: 16)
    }
    let rest = try reached.map { try difference(ground, $0) } ?? ground
    return (rest?.polygons ?? []).map { NarrowPart($0, walls) }
  }

  /// The diameter of the largest circle that fits into a polygon, within a tenth of a millimetre where
  /// the polygon is wide.
  func diameter(of polygon: Polygon<PlanePoint>) throws -> Double {
    let mean = 2 * polygon.area / polygon.perimeter
    guard let circle = try maximumInscribedCircle(of: polygon, tolerance: mean / 40) else {
      return 0
    }
    return 2 * Walls([polygon], tolerance: 0).widestClearance(from: circle.center)
  }
}
