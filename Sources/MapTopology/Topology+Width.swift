import CGEOS
public import MapGeometry

/// A circle that fits into an area.
public struct InscribedCircle: Hashable, Sendable {
  /// The centre.
  public let center: PlanePoint
  /// The radius in metres.
  public let radius: Double
}

extension Topology {
  /// The largest circle that fits into the polygon; `nil` when the polygon has no area.
  ///
  /// The search of GEOS 3.11 takes time in proportion to length over tolerance and would not come
  /// back from a ribbon, so a long and thin polygon is measured by shrinking it instead, within a fiftieth.
  /// - Parameter tolerance: How much larger the true radius may be, in metres.
  public func maximumInscribedCircle(of polygon: Polygon<PlanePoint>, tolerance: Double)
    throws(TopologyError) -> InscribedCircle?
  {
    try checkFinite(tolerance)
    let width = meanWidth(of: polygon)
    guard width > 0 else { return nil }
    let steps = polygon.perimeter / 2 / max(tolerance, width / 1000)
    guard steps <= 10_000 else {
      return try circleByShrinking(polygon, tolerance: max(tolerance, width / 1000))
    }
    let handle = try session.handle(of: polygon)
    let radius = try session.adopt(
      GEOSMaximumInscribedCircle_r(
        session.context, handle.borrowed, max(tolerance, width / 1000)),
      from: "maximum inscribed circle")
    guard case .line(let line) = try session.geometry(at: radius.borrowed) else { return nil }
    return InscribedCircle(center: line.start, radius: line.length)
  }

  /// The diameter of the largest circle that fits into the polygon, within a twentieth, in metres.
  public func width(of polygon: Polygon<PlanePoint>) throws(TopologyError) -> Double {
    let tolerance = meanWidth(of: polygon) / 40
    return 2 * (try maximumInscribedCircle(of: polygon, tolerance: tolerance)?.radius ?? 0)
  }

  /// Whether a circle of this diameter fits into the polygon, within a fiftieth.
  ///
  /// Twice the area over the perimeter never exceeds the width, and the shorter side of the box
  /// never falls below it; only what lies between is shrunk to see whether something is left.
  /// - Parameter width: Metres.
  public func isWiderThan(_ polygon: Polygon<PlanePoint>, _ width: Double) throws(TopologyError)
    -> Bool
  {
    try checkFinite(width)
    if meanWidth(of: polygon) > width { return true }
    guard let bounds = Bounds(polygon.exterior.points), min(bounds.width, bounds.height) > width
    else { return false }
    return try shrunk(polygon, by: width / 2) != nil
  }

  /// Twice the area over the perimeter: the width of a ribbon, a lower bound for other shapes.
  private func meanWidth(of polygon: Polygon<PlanePoint>) -> Double {
    let perimeter = polygon.perimeter
    return perimeter > 0 ? max(0, 2 * polygon.area / perimeter) : 0
  }

  /// What is further than a distance from the outline; GEOS takes a fiftieth of it as room to simplify.
  private func shrunk(_ polygon: Polygon<PlanePoint>, by distance: Double) throws(TopologyError)
    -> PlaneGeometry?
  {
    try buffer(.polygon(polygon), by: -distance, quadrantSegments: 16)
  }

  /// The largest distance the polygon can be shrunk by, found by halving.
  private func circleByShrinking(_ polygon: Polygon<PlanePoint>, tolerance: Double)
    throws(TopologyError) -> InscribedCircle?
  {
    guard let bounds = Bounds(polygon.exterior.points) else { return nil }
    var fits = 0.0
    var rest = PlaneGeometry.polygon(polygon)
    var fails = min(bounds.width, bounds.height) / 2 + tolerance
    while fails - fits > tolerance {
      let middle = (fits + fails) / 2
      if let smaller = try shrunk(polygon, by: middle) {
        (fits, rest) = (middle, smaller)
      } else {
        fails = middle
      }
    }
    guard let center = try pointOnSurface(of: rest) else { return nil }
    let radius = polygon.rings.map { Line.distance(from: center, to: $0) }.min() ?? 0
    return InscribedCircle(center: center, radius: radius)
  }
}

extension Line where P == PlanePoint {
  fileprivate static func distance(from point: PlanePoint, to ring: Ring<PlanePoint>) -> Double {
    zip(ring.points, ring.points.dropFirst())
      .map { Segment($0, $1).distance(to: point) }.min() ?? 0
  }
}
