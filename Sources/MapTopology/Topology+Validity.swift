import CGEOS
public import MapGeometry

extension Topology {
  /// The first fault of a geometry; `nil` when it is valid.
  ///
  /// Lines are valid whatever they cross, see ``isSimple(_:)``. A ring that touches itself in a
  /// point is a fault, as OGC has it.
  public func validity(of geometry: PlaneGeometry) throws(TopologyError) -> InvalidityReason? {
    let context = session.context
    let handle = try session.handle(of: geometry)
    var text: UnsafeMutablePointer<CChar>?
    var location: OpaquePointer?
    let answer = GEOSisValidDetail_r(context, handle.borrowed, 0, &text, &location)
    defer {
      if let text { GEOSFree_r(context, text) }
      if let location { GEOSGeom_destroy_r(context, location) }
    }
    guard try !session.answer(answer, from: "validity") else { return nil }
    let reason = text.map { String(cString: $0) } ?? ""
    return InvalidityReason(
      kind: InvalidityReason.Kind(rawValue: reason) ?? .other,
      text: reason,
      point: try location.flatMap { (pointer) throws(TopologyError) in
        try session.geometry(at: pointer)
      }?.points.first)
  }

  /// Whether a line passes no point twice, except that it may end where it starts.
  ///
  /// Points are simple when none is repeated; polygons when their rings are.
  public func isSimple(_ geometry: PlaneGeometry) throws(TopologyError) -> Bool {
    let handle = try session.handle(of: geometry)
    return try session.answer(
      GEOSisSimple_r(session.context, handle.borrowed), from: "is simple")
  }

  /// A valid geometry that covers what the faulty one means to cover; `nil` when nothing is left.
  ///
  /// The structure method of GEOS: exterior rings are united, holes are taken off. A valid geometry
  /// comes back as the same point set.
  public func repaired(_ geometry: PlaneGeometry) throws(TopologyError) -> PlaneGeometry? {
    // Rounded crossings may leave the result of GEOS 3.11 invalid; a second pass then settles it.
    var result = try makeValid(geometry)
    for _ in 0..<3 {
      guard let some = result, try validity(of: some) != nil else { return result }
      result = try makeValid(some)
    }
    return try result.flatMap { (some) throws(TopologyError) in try buffer(some, by: 0) }
  }

  private func makeValid(_ geometry: PlaneGeometry) throws(TopologyError) -> PlaneGeometry? {
    let context = session.context
    guard let parameters = GEOSMakeValidParams_create_r(context) else {
      throw session.failure(of: "make valid")
    }
    defer { GEOSMakeValidParams_destroy_r(context, parameters) }
    GEOSMakeValidParams_setMethod_r(context, parameters, GEOS_MAKE_VALID_STRUCTURE)
    GEOSMakeValidParams_setKeepCollapsed_r(context, parameters, 0)
    return try unary("make valid", geometry) { GEOSMakeValidWithParams_r($0, $1, parameters) }
  }
}
