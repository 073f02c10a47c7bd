import MapGeometry

/// A straight piece of a line on a plane; a point is a piece without length.
struct PlaneSegment: Sendable {
  let a: PlanePoint
  let b: PlanePoint

  /// Whether the pieces cross, each having its ends on both sides of the other.
  func crosses(_ other: PlaneSegment) -> Bool {
    parts(other) && other.parts(self)
  }

  /// Whether the ends of another piece lie on the two sides of this one's line.
  private func parts(_ other: PlaneSegment) -> Bool {
    let (first, second) = (side(of: other.a), side(of: other.b))
    return first > 0 && second < 0 || first < 0 && second > 0
  }

  /// Positive to the left, negative to the right, zero on the line.
  private func side(of point: PlanePoint) -> Double {
    (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)
  }

  /// Whether a point lies on the piece.
  func holds(_ point: PlanePoint) -> Bool {
    side(of: point) == 0
      && (point.x - a.x) * (point.x - b.x) <= 0 && (point.y - a.y) * (point.y - b.y) <= 0
  }

  /// Whether a ray from a point eastward meets the piece.
  func meetsRay(from point: PlanePoint) -> Bool {
    (a.y > point.y) != (b.y > point.y)
      && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x
  }

  /// The square of the distance to a point.
  func squaredDistance(to point: PlanePoint) -> Double {
    let (x, y) = (b.x - a.x, b.y - a.y)
    let length = x * x + y * y
    let share = length > 0 ? ((point.x - a.x) * x + (point.y - a.y) * y) / length : 0
    let place = min(max(share, 0), 1)
    let (dx, dy) = (point.x - a.x - x * place, point.y - a.y - y * place)
    return dx * dx + dy * dy
  }

  /// The square of the distance to another piece.
  func squaredDistance(to other: PlaneSegment) -> Double {
    if crosses(other) { return 0 }
    return min(
      min(squaredDistance(to: other.a), squaredDistance(to: other.b)),
      min(other.squaredDistance(to: a), other.squaredDistance(to: b)))
  }
}

extension [PlanePoint] {
  /// The pieces of a line; the one piece of a point.
  var segments: [PlaneSegment] {
    count == 1
      ? [PlaneSegment(a: self[0], b: self[0])] : zip(self, dropFirst()).map(PlaneSegment.init)
  }
}

/// An area on a plane: an outline and its holes, all closed.
struct PlaneArea: Sendable {
  let edges: [PlaneSegment]

  /// Creates an area; rings that are not closed are closed.
  init(rings: [[PlanePoint]]) {
    edges = rings.flatMap { ring in
      let isClosed = ring.first == ring.last
      return (isClosed ? ring : ring + ring.prefix(1)).segments
    }
  }

  /// Where a point lies.
  enum Side { case inside, boundary, outside }

  func side(of point: PlanePoint) -> Side {
    var isInside = false
    for edge in edges {
      if edge.holds(point) { return .boundary }
      if edge.meetsRay(from: point) { isInside.toggle() }
    }
    return isInside ? .inside : .outside
  }
}
