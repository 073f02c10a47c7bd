internal import MapGeometry
internal import MapTopology

/// What of a shape takes part in a question of what is near.
enum ShapeAspect: Sendable {
  /// Everything; what lies in an area is at no distance from it.
  case whole
  /// Areas with what lies in them.
  case areas
  /// The outlines of areas, those of their holes included.
  case outlines
  /// Lines.
  case lines
  /// Lines and the outlines of areas.
  case edges
  /// The two ends of each open line.
  case lineEnds
  /// Points.
  case points

  fileprivate var takesPoints: Bool { self == .whole || self == .points }
  fileprivate var takesLines: Bool { self == .whole || self == .lines || self == .edges }
  fileprivate var takesOutlines: Bool {
    self == .whole || self == .areas || self == .outlines || self == .edges
  }
  fileprivate var takesInteriors: Bool { self == .whole || self == .areas }
}

/// The points and edges of one shape, ready to be asked what is near and what lies inside.
///
/// Areas are expected to be valid; the even-odd rule tells inside from outside.
struct ShapeIndex: Sendable {
  /// Edges in the order of the shape, points as edges without length.
  let pieces: [Segment]
  /// The box around all pieces.
  let bounds: Bounds<PlanePoint>
  private let index: BoxIndex
  /// Where the pieces that are outlines begin.
  private let firstOutline: Int
  private let hasInterior: Bool
  /// A point of each part: inside another shape it tells that the part is.
  private let partStarts: [PlanePoint]

  /// Creates an index; `nil` when the shape has nothing of the kind asked for.
  init?(_ geometry: PlaneGeometry, as aspect: ShapeAspect) {
    let points = aspect.takesPoints ? geometry.points : []
    let lines = geometry.lines
    var pieces = points.map { Segment($0, $0) }
    var starts = points
    if aspect.takesLines {
      pieces += lines.flatMap(\.segments)
      starts += lines.map(\.start)
    }
    if aspect == .lineEnds {
      for line in lines where line.start != line.end {
        pieces += [Segment(line.start, line.start), Segment(line.end, line.end)]
      }
    }
    firstOutline = pieces.count
    if aspect.takesOutlines {
      for polygon in geometry.polygons {
        for ring in polygon.rings {
          pieces += zip(ring.points, ring.points.dropFirst()).map { Segment($0, $1) }
        }
        starts.append(polygon.exterior.points[0])
      }
    }
    let boxes = pieces.map { Bounds($0.start, $0.end) }
    guard let bounds = Bounds(joining: boxes) else { return nil }
    self.pieces = pieces
    self.bounds = bounds
    index = BoxIndex(boxes)
    hasInterior = aspect.takesInteriors && firstOutline < pieces.count
    partStarts = starts
  }

  /// A shortest way from a point; `nil` when none is within the limit.
  func link(from point: PlanePoint, within limit: Double = .infinity) -> Link? {
    if hasInterior, contains(point) { return Link(point, point) }
    return linkToPiece(from: point, within: limit)
  }

  /// A shortest way to another shape; `nil` when none is within the limit.
  func link(to other: ShapeIndex, within limit: Double = .infinity) -> Link? {
    guard bounds.touches(other.bounds, margin: limit) else { return nil }
    guard pieces.count <= other.pieces.count else {
      return other.link(to: self, within: limit)?.reversed
    }
    if let point = other.interiorPoint(in: self) ?? interiorPoint(in: other) {
      return Link(point, point)
    }
    var best: Link?
    let near =
      limit.isFinite ? index.query(other.bounds, margin: limit) : Array(pieces.indices)
    for place in near where best?.distance != 0 {
      let piece = pieces[place]
      _ = other.index.nearest(
        to: Bounds(piece.start, piece.end), within: best?.distance ?? limit
      ) { item, reach in
        let link = Link(from: piece, to: other.pieces[item])
        guard link.distance <= reach else { return nil }
        if best.map({ link.distance < $0.distance }) ?? true { best = link }
        return link.distance
      }
    }
    return best
  }

  /// Whether the point lies in an area, by the even-odd rule; on an outline it may go either way.
  func contains(_ point: PlanePoint) -> Bool {
    guard firstOutline < pieces.count, bounds.contains(point) else { return false }
    let ray = Bounds(point, PlanePoint(x: bounds.maximum.x, y: point.y))
    var isInside = false
    for place in index.query(ray) where place >= firstOutline {
      let (a, b) = (pieces[place].start, pieces[place].end)
      guard (a.y > point.y) != (b.y > point.y) else { continue }
      if point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x { isInside.toggle() }
    }
    return isInside
  }

  /// Where a point lies with regard to an area.
  enum Location: Sendable {
    case inside, boundary, outside
  }

  /// Where a point lies; on the boundary is what lies within the tolerance of it, on either side.
  func location(of point: PlanePoint, tolerance: Double) -> Location {
    if linkToPiece(from: point, within: tolerance) != nil { return .boundary }
    return contains(point) ? .inside : .outside
  }

  /// A shortest way from a point to a point or edge, from within an area as well.
  func linkToPiece(from point: PlanePoint, within limit: Double = .infinity) -> Link? {
    let found = index.nearest(to: Bounds(point, point), within: limit) { item, _ in
      pieces[item].distance(to: point)
    }
    return found.map { Link(point, pieces[$0.item].nearest(to: point).point) }
  }

  /// A point of a part of the other shape that lies in this area.
  private func interiorPoint(in other: ShapeIndex) -> PlanePoint? {
    hasInterior && bounds.touches(other.bounds) ? other.partStarts.first(where: contains) : nil
  }
}
