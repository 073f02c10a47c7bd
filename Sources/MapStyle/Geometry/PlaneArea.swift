import MapGeometry

/// An area on a plane: an outline and its holes.
struct PlaneArea: Sendable {
  /// The edges of all rings.
  let edges: [Segment]

  /// Creates an area; rings that are not closed are closed.
  init(rings: [[PlanePoint]]) {
    edges = rings.flatMap { ring in
      (ring.first == ring.last ? ring : ring + ring.prefix(1)).segments
    }
  }

  /// Where a point may lie.
  enum Side { case inside, boundary, outside }

  /// Where a point lies.
  func side(of point: PlanePoint) -> Side {
    var isInside = false
    for edge in edges {
      if edge.holds(point) { return .boundary }
      if edge.meetsRay(from: point) { isInside.toggle() }
    }
    return isInside ? .inside : .outside
  }
}

extension Segment {
  /// Whether a point lies on the segment, digit by digit.
  fileprivate func holds(_ point: PlanePoint) -> Bool {
    let (ax, ay) = (point.x - start.x, point.y - start.y)
    let (bx, by) = (point.x - end.x, point.y - end.y)
    return ax * by == bx * ay && ax * bx <= 0 && ay * by <= 0
  }

  /// Whether a ray from a point eastward meets the segment.
  fileprivate func meetsRay(from point: PlanePoint) -> Bool {
    (start.y > point.y) != (end.y > point.y)
      && point.x < (end.x - start.x) * (point.y - start.y) / (end.y - start.y) + start.x
  }
}

extension [PlanePoint] {
  /// The pieces of a line; one without length of a single point.
  var segments: [Segment] {
    count == 1 ? [Segment(self[0], self[0])] : zip(self, dropFirst()).map { Segment($0, $1) }
  }
}
