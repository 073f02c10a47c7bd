import CGEOS
import MapGeometry

/// Questions about plane geometry: validity, relations, overlay, distance, shape.
///
/// A `Topology` stays in one task; each task makes its own, which costs next to nothing. Geometries
/// go in and come out as values. What comes out is in an order that depends on the result only:
/// rings and parts start and run the same way in every run, exterior rings counter-clockwise. An
/// empty result is `nil`. Overlay and relations expect valid geometry; ask
/// ``validity(of:)`` first, and work on ``repaired(_:)`` where there is a fault.
public final class Topology {
  let session = GEOSSession()

  /// Starts an engine.
  public init() {}

  /// The value of a geometry GEOS has just returned, normalised.
  func value(of raw: OpaquePointer?, from call: StaticString) throws(TopologyError)
    -> PlaneGeometry?
  {
    let result = try session.adopt(raw, from: call)
    try result.normalize()
    return try session.geometry(at: result.borrowed)
  }

  /// Runs a GEOS function of one geometry.
  func unary(
    _ call: StaticString, _ geometry: PlaneGeometry,
    _ function: (OpaquePointer?, OpaquePointer?) -> OpaquePointer?
  ) throws(TopologyError) -> PlaneGeometry? {
    let handle = try session.handle(of: geometry)
    return try value(of: function(session.context, handle.borrowed), from: call)
  }

  /// Refuses NaN and infinity, which GEOS would answer without failing.
  func checkFinite(_ numbers: Double...) throws(TopologyError) {
    guard numbers.allSatisfy(\.isFinite) else { throw .notFinite }
  }
}
