import CGEOS
public import MapGeometry

/// A geometry that many others are held against; the first question builds an index.
///
/// It belongs to the task of the ``Topology`` that made it. Answers are exact, as those of the
/// methods of the same name.
public final class PreparedGeometry {
  private let geometry: GEOSHandle
  private let prepared: OpaquePointer
  private let bounds: Bounds<PlanePoint>?

  fileprivate init(_ geometry: PlaneGeometry, in session: GEOSSession) throws(TopologyError) {
    let handle = try session.handle(of: geometry)
    guard let prepared = GEOSPrepare_r(session.context, handle.borrowed) else {
      throw session.failure(of: "prepare")
    }
    self.prepared = prepared
    self.geometry = handle
    bounds = geometry.bounds
  }

  deinit { GEOSPreparedGeom_destroy_r(geometry.session.context, prepared) }

  /// Whether the two share a point.
  public func intersects(_ other: PlaneGeometry) throws(TopologyError) -> Bool {
    try holds("intersects", other, GEOSPreparedIntersects_r)
  }

  /// Whether no point of the other lies outside; the boundary counts as inside.
  public func covers(_ other: PlaneGeometry) throws(TopologyError) -> Bool {
    try holds("covers", other, GEOSPreparedCovers_r)
  }

  /// Whether no point of the other lies outside and the interiors meet.
  public func contains(_ other: PlaneGeometry) throws(TopologyError) -> Bool {
    try holds("contains", other, GEOSPreparedContains_r)
  }

  /// Whether every point of the other lies in the interior.
  public func containsProperly(_ other: PlaneGeometry) throws(TopologyError) -> Bool {
    try holds("contains properly", other, GEOSPreparedContainsProperly_r)
  }

  /// Whether the other comes within a distance, in metres.
  public func isWithin(_ distance: Double, of other: PlaneGeometry) throws(TopologyError) -> Bool {
    guard distance.isFinite else { throw .notFinite }
    return try holds("is within distance", other, margin: distance) {
      GEOSPreparedDistanceWithin_r($0, $1, $2, distance)
    }
  }

  private func holds(
    _ call: StaticString, _ other: PlaneGeometry, margin: Double = 0,
    _ predicate: (OpaquePointer?, OpaquePointer?, OpaquePointer?) -> CChar
  ) throws(TopologyError) -> Bool {
    guard let own = bounds, let box = other.bounds, own.touches(box, margin: margin) else {
      return false
    }
    let session = geometry.session
    let handle = try session.handle(of: other)
    return try session.answer(
      predicate(session.context, prepared, handle.borrowed), from: call)
  }
}

extension Topology {
  /// Prepares a geometry to be held against many others.
  public func prepared(_ geometry: PlaneGeometry) throws(TopologyError) -> PreparedGeometry {
    try PreparedGeometry(geometry, in: session)
  }
}
