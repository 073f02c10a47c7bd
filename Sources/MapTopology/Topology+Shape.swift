import CGEOS
public import MapGeometry

extension Topology {
  /// The outline of an area, the ends of a line; `nil` for points and closed lines.
  ///
  /// A mixed collection has no boundary; asking for it is an error.
  public func boundary(of geometry: PlaneGeometry) throws(TopologyError) -> PlaneGeometry? {
    try unary("boundary", geometry, GEOSBoundary_r)
  }

  /// A point that lies in the geometry, in the interior where it has one.
  public func pointOnSurface(of geometry: PlaneGeometry) throws(TopologyError) -> PlanePoint? {
    try unary("point on surface", geometry, GEOSPointOnSurface_r)?.points.first
  }

  /// The centre of mass of the parts of highest dimension; it may lie outside.
  public func centroid(of geometry: PlaneGeometry) throws(TopologyError) -> PlanePoint? {
    try unary("centroid", geometry, GEOSGetCentroid_r)?.points.first
  }

  /// The smallest convex area around the geometry; a line or point when it has no area.
  public func convexHull(of geometry: PlaneGeometry) throws(TopologyError) -> PlaneGeometry? {
    try unary("convex hull", geometry, GEOSConvexHull_r)
  }

  /// The rectangle of any rotation whose shorter side is the least width of the geometry.
  public func minimumRotatedRectangle(of geometry: PlaneGeometry) throws(TopologyError)
    -> PlaneGeometry?
  {
    try unary("minimum rotated rectangle", geometry, GEOSMinimumRotatedRectangle_r)
  }

  /// The geometry with fewer vertices, none moved, digitised the same way; `nil` when nothing is
  /// left.
  ///
  /// - Parameters:
  ///   - tolerance: How far the outline may move, in metres.
  ///   - preservingTopology: Whether valid areas stay valid and no part vanishes (slower).
  public func simplified(
    _ geometry: PlaneGeometry, tolerance: Double, preservingTopology: Bool = true
  ) throws(TopologyError) -> PlaneGeometry? {
    try checkFinite(tolerance)
    let handle = try session.handle(of: geometry)
    let function = preservingTopology ? GEOSTopologyPreserveSimplify_r : GEOSSimplify_r
    let result = try session.adopt(
      function(session.context, handle.borrowed, tolerance), from: "simplify")
    return try session.geometry(at: result.borrowed)
  }
}
