import CGEOS
public import MapGeometry

private typealias Predicate = (OpaquePointer?, OpaquePointer?, OpaquePointer?) -> CChar

// Exact answers on the coordinates as they are: no tolerance and no grid.
extension Topology {
  /// Whether the two share a point.
  public func intersects(_ a: PlaneGeometry, _ b: PlaneGeometry) throws(TopologyError) -> Bool {
    // GEOS 3.11 answers a prepared geometry three times as fast, its preparation included.
    guard boundsTouch(a, b) else { return false }
    return try prepared(a).intersects(b)
  }

  /// Whether the two share no point.
  public func disjoint(_ a: PlaneGeometry, _ b: PlaneGeometry) throws(TopologyError) -> Bool {
    try !intersects(a, b)
  }

  /// Whether no point of `b` lies outside `a`; the boundary counts as inside.
  public func covers(_ a: PlaneGeometry, _ b: PlaneGeometry) throws(TopologyError) -> Bool {
    guard boundsTouch(a, b) else { return false }
    return try holds("covers", a, b, GEOSCovers_r)
  }

  /// Whether `a` covers `b` and their interiors meet: a point on the boundary is not contained.
  public func contains(_ a: PlaneGeometry, _ b: PlaneGeometry) throws(TopologyError) -> Bool {
    guard boundsTouch(a, b) else { return false }
    return try holds("contains", a, b, GEOSContains_r)
  }

  /// Whether the two meet on their boundaries only.
  public func touches(_ a: PlaneGeometry, _ b: PlaneGeometry) throws(TopologyError) -> Bool {
    guard boundsTouch(a, b) else { return false }
    return try holds("touches", a, b, GEOSTouches_r)
  }

  /// Whether the interiors meet in something of lower dimension, as two lines in a point, or a line
  /// that is partly in an area.
  public func crosses(_ a: PlaneGeometry, _ b: PlaneGeometry) throws(TopologyError) -> Bool {
    guard boundsTouch(a, b) else { return false }
    return try holds("crosses", a, b, GEOSCrosses_r)
  }

  /// Whether the two are the same point set, however they are digitised.
  public func equals(_ a: PlaneGeometry, _ b: PlaneGeometry) throws(TopologyError) -> Bool {
    guard a.bounds == b.bounds else { return false }
    return try holds("equals", a, b, GEOSEquals_r)
  }

  /// Whether the interiors share area: overlap, containment and equality count.
  ///
  /// This is DE-9IM `2********`, not the named predicate "overlaps".
  public func interiorsShareArea(_ a: PlaneGeometry, _ b: PlaneGeometry) throws(TopologyError)
    -> Bool
  {
    guard boundsTouch(a, b) else { return false }
    return try relatePattern(a, b, "2********")
  }

  /// Whether the interiors share length but no area: DE-9IM `1********`.
  public func interiorsShareLength(_ a: PlaneGeometry, _ b: PlaneGeometry) throws(TopologyError)
    -> Bool
  {
    guard boundsTouch(a, b) else { return false }
    return try relatePattern(a, b, "1********")
  }

  /// The DE-9IM matrix: interior, boundary and exterior of `a` against those of `b`, row by row.
  public func relate(_ a: PlaneGeometry, _ b: PlaneGeometry) throws(TopologyError) -> String {
    let first = try session.handle(of: a)
    let second = try session.handle(of: b)
    guard let text = GEOSRelate_r(session.context, first.borrowed, second.borrowed) else {
      throw session.failure(of: "relate")
    }
    defer { GEOSFree_r(session.context, text) }
    return String(cString: text)
  }

  /// Whether the DE-9IM matrix matches a pattern of nine of `T F * 0 1 2`.
  public func relatePattern(_ a: PlaneGeometry, _ b: PlaneGeometry, _ pattern: String)
    throws(TopologyError) -> Bool
  {
    try holds("relate", a, b) { GEOSRelatePattern_r($0, $1, $2, pattern) }
  }

  private func holds(
    _ call: StaticString, _ a: PlaneGeometry, _ b: PlaneGeometry, _ predicate: Predicate
  ) throws(TopologyError) -> Bool {
    let first = try session.handle(of: a)
    let second = try session.handle(of: b)
    return try session.answer(
      predicate(session.context, first.borrowed, second.borrowed), from: call)
  }

  private func boundsTouch(_ a: PlaneGeometry, _ b: PlaneGeometry) -> Bool {
    guard let first = a.bounds, let second = b.bounds else { return false }
    return first.touches(second)
  }
}
