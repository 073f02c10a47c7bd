// Lengths, areas and directions on the map plane. Metres and square metres throughout.

extension PlanePoint {
  /// The straight distance to another point, in metres.
  public func distance(to other: PlanePoint) -> Double {
    let dx = other.x - x
    let dy = other.y - y
    return (dx * dx + dy * dy).squareRoot()
  }

  /// The point a share of the way to another: 0 is here, 1 is there.
  public func interpolated(to other: PlanePoint, at share: Double) -> PlanePoint {
    PlanePoint(x: x + (other.x - x) * share, y: y + (other.y - y) * share)
  }
}

extension Line where P == PlanePoint {
  /// The pieces between consecutive points.
  public var segments: [Segment] {
    zip(points, points.dropFirst()).map { Segment($0, $1) }
  }

  /// The length in metres.
  public var length: Double {
    zip(points, points.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
  }

  /// The shortest distance to a point, in metres.
  public func distance(to point: PlanePoint) -> Double {
    segments.map { $0.distance(to: point) }.min() ?? .infinity
  }

  /// The point at a distance along the line, clamped to its ends.
  public func point(at distance: Double) -> PlanePoint {
    var rest = distance
    for segment in segments {
      let length = segment.length
      if rest <= length, length > 0 {
        return segment.start.interpolated(to: segment.end, at: max(0, rest / length))
      }
      rest -= length
    }
    return end
  }
}

extension Ring where P == PlanePoint {
  /// The enclosed area in square metres, whichever way the ring turns.
  public var area: Double { abs(signedArea) }
  /// The length of the outline in metres.
  public var perimeter: Double {
    zip(points, points.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
  }

  /// Whether the point lies inside, by the even-odd rule; points on the outline may go either way.
  public func contains(_ point: PlanePoint) -> Bool {
    var inside = false
    guard var a = points.first else { return false }
    for b in points {
      if (a.y > point.y) != (b.y > point.y),
        point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x
      {
        inside.toggle()
      }
      a = b
    }
    return inside
  }
}

extension Polygon where P == PlanePoint {
  /// The area in square metres, holes taken off.
  public var area: Double { exterior.area - holes.reduce(0) { $0 + $1.area } }
  /// The length of all outlines in metres.
  public var perimeter: Double { rings.reduce(0) { $0 + $1.perimeter } }

  /// Whether the point lies inside the outline and in no hole.
  public func contains(_ point: PlanePoint) -> Bool {
    exterior.contains(point) && !holes.contains { $0.contains(point) }
  }
}

extension Geometry where P == PlanePoint {
  /// The area of all polygons in square metres; zero for points and lines.
  public var area: Double { polygons.reduce(0) { $0 + $1.area } }
  /// The length of all lines in metres; zero for points and polygons.
  public var length: Double { lines.reduce(0) { $0 + $1.length } }

  /// The shortest distance to a point, in metres; zero inside a polygon.
  public func distance(to point: PlanePoint) -> Double {
    var best = Double.infinity
    for other in points { best = min(best, other.distance(to: point)) }
    for line in lines { best = min(best, line.distance(to: point)) }
    for polygon in polygons {
      if polygon.contains(point) { return 0 }
      for ring in polygon.rings {
        for (a, b) in zip(ring.points, ring.points.dropFirst()) {
          best = min(best, Segment(a, b).distance(to: point))
        }
      }
    }
    return best
  }
}
