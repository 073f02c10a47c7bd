extension Line {
  /// The line with every run of points replaced by what `transform` makes of it.
  ///
  /// - Parameter transform: Gives back at least two finite points.
  @inlinable
  public func mapRun<Q: Position>(_ transform: ([P]) throws -> [Q]) throws -> Line<Q> {
    try Line<Q>(transform(points))
  }
}

extension Polygon {
  /// The polygon with every ring replaced by what `transform` makes of it; rings stay closed.
  @inlinable
  public func mapRuns<Q: Position>(_ transform: ([P]) throws -> [Q]) throws -> Polygon<Q> {
    try Polygon<Q>(
      exterior: Ring<Q>(transform(exterior.points)),
      holes: holes.map { try Ring<Q>(transform($0.points)) })
  }
}

extension Geometry {
  /// The geometry with every run of points (a line, a ring, the points of a multi point) replaced.
  ///
  /// A projection maps whole runs, so that it can work on many points in one call and may add points
  /// between two others.
  @inlinable
  public func mapRuns<Q: Position>(_ transform: ([P]) throws -> [Q]) throws -> Geometry<Q> {
    switch self {
    case .point(let point):
      guard let mapped = try transform([point]).first else {
        throw GeometryError.tooFewPoints(found: 0, required: 1)
      }
      return .point(mapped)
    case .multiPoint(let points): return .multiPoint(try transform(points))
    case .line(let line): return .line(try line.mapRun(transform))
    case .multiLine(let lines): return .multiLine(try lines.map { try $0.mapRun(transform) })
    case .polygon(let polygon): return .polygon(try polygon.mapRuns(transform))
    case .multiPolygon(let polygons):
      return .multiPolygon(try polygons.map { try $0.mapRuns(transform) })
    case .collection(let parts): return .collection(try parts.map { try $0.mapRuns(transform) })
    }
  }
}
