import CGEOS
public import MapGeometry

/// How a set operation is called: context, two geometries, grid.
private typealias Overlay = (OpaquePointer?, OpaquePointer?, OpaquePointer?, Double) ->
  OpaquePointer?

// Results are rounded to a grid, so that they do not flicker between runs.
extension Topology {
  /// What both geometries cover; `nil` when they share nothing.
  ///
  /// The result may hold points and lines beside areas, where the two only touch: take the part
  /// you ask for with `polygons`, `lines` or `points`. It does not depend on which comes first.
  /// - Parameter grid: The spacing results are rounded to, in metres; `0` keeps full precision.
  public func intersection(_ a: PlaneGeometry, _ b: PlaneGeometry, grid: Double = 0.001)
    throws(TopologyError) -> PlaneGeometry?
  {
    try checkFinite(grid)
    guard mayTouch(a, b, margin: grid) else { return nil }
    let (first, second) = inFixedOrder(a, b)
    var results: [PlaneGeometry] = []
    for one in try homogeneousParts(of: first) {
      for other in try homogeneousParts(of: second) {
        if let shared = try overlay("intersection", one, other, grid, GEOSIntersectionPrec_r) {
          results.append(shared)
        }
      }
    }
    return try joined(results, grid: grid)
  }

  /// What `a` covers and `b` does not; `nil` when `b` covers all of `a`.
  ///
  /// - Parameter grid: The spacing results are rounded to, in metres; `0` keeps full precision.
  public func difference(_ a: PlaneGeometry, _ b: PlaneGeometry, grid: Double = 0.001)
    throws(TopologyError) -> PlaneGeometry?
  {
    var results: [PlaneGeometry] = []
    for part in try homogeneousParts(of: a) {
      var rest: PlaneGeometry? = part
      for other in try homogeneousParts(of: b) {
        guard let some = rest else { break }
        rest = try overlay("difference", some, other, grid, GEOSDifferencePrec_r)
      }
      if let rest { results.append(rest) }
    }
    return try joined(results, grid: grid)
  }

  /// What exactly one of the two covers; `nil` when they cover the same.
  ///
  /// - Parameter grid: The spacing results are rounded to, in metres; `0` keeps full precision.
  public func symmetricDifference(_ a: PlaneGeometry, _ b: PlaneGeometry, grid: Double = 0.001)
    throws(TopologyError) -> PlaneGeometry?
  {
    let (first, second) = inFixedOrder(a, b)
    if case .collection = first { return try sumOfDifferences(first, second, grid) }
    if case .collection = second { return try sumOfDifferences(first, second, grid) }
    return try overlay("symmetric difference", first, second, grid, GEOSSymDifferencePrec_r)
  }

  /// What any of the geometries covers; `nil` when there are none.
  ///
  /// Lines come out noded: cut wherever they meet. Valid parts may overlap at will.
  /// - Parameter grid: The spacing results are rounded to, in metres; `0` keeps full precision.
  public func union(_ parts: [PlaneGeometry], grid: Double = 0.001) throws(TopologyError)
    -> PlaneGeometry?
  {
    try checkFinite(grid)
    return try unary("union", .collection(parts)) {
      grid == 0 ? GEOSUnaryUnion_r($0, $1) : GEOSUnaryUnionPrec_r($0, $1, grid)
    }
  }

  /// The area two geometries share, in square metres.
  ///
  /// - Parameter grid: The spacing results are rounded to, in metres; `0` keeps full precision.
  public func overlapArea(_ a: PlaneGeometry, _ b: PlaneGeometry, grid: Double = 0.001)
    throws(TopologyError) -> Double
  {
    try intersection(a, b, grid: grid)?.area ?? 0
  }

  private func overlay(
    _ call: StaticString, _ a: PlaneGeometry, _ b: PlaneGeometry, _ grid: Double,
    _ function: Overlay
  ) throws(TopologyError) -> PlaneGeometry? {
    try checkFinite(grid)
    let first = try session.handle(of: a)
    let second = try session.handle(of: b)
    return try value(
      of: function(session.context, first.borrowed, second.borrowed, grid), from: call)
  }

  /// GEOS 3.11 overlays no mixed collections, so they are taken apart by dimension.
  private func homogeneousParts(of geometry: PlaneGeometry) throws(TopologyError)
    -> [PlaneGeometry]
  {
    guard case .collection = geometry else { return [geometry] }
    let sets: [[PlaneGeometry]] = [
      geometry.polygons.map { .polygon($0) }, geometry.lines.map { .line($0) },
      geometry.points.map { .point($0) },
    ]
    var parts: [PlaneGeometry] = []
    for set in sets where !set.isEmpty {
      if let united = try union(set, grid: 0) { parts.append(united) }
    }
    return parts
  }

  private func sumOfDifferences(_ a: PlaneGeometry, _ b: PlaneGeometry, _ grid: Double)
    throws(TopologyError) -> PlaneGeometry?
  {
    let sides = [try difference(a, b, grid: grid), try difference(b, a, grid: grid)]
    return try joined(sides.compactMap { $0 }, grid: grid)
  }

  private func joined(_ results: [PlaneGeometry], grid: Double) throws(TopologyError)
    -> PlaneGeometry?
  {
    results.count > 1 ? try union(results, grid: grid) : results.first
  }

  private func mayTouch(_ a: PlaneGeometry, _ b: PlaneGeometry, margin: Double) -> Bool {
    guard let first = a.bounds, let second = b.bounds else { return false }
    return first.touches(second, margin: margin)
  }

  /// The two in an order that does not depend on which was named first.
  private func inFixedOrder(_ a: PlaneGeometry, _ b: PlaneGeometry) -> (
    PlaneGeometry, PlaneGeometry
  ) {
    let precedes = a.positions.lexicographicallyPrecedes(b.positions) {
      ($0.x, $0.y) < ($1.x, $1.y)
    }
    return precedes ? (a, b) : (b, a)
  }
}
