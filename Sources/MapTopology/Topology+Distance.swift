import CGEOS
public import MapGeometry

extension Topology {
  /// The shortest distance in metres; `nil` when one of the two is empty.
  public func distance(_ a: PlaneGeometry, _ b: PlaneGeometry) throws(TopologyError) -> Double? {
    guard a.bounds != nil, b.bounds != nil else { return nil }
    let first = try session.handle(of: a)
    let second = try session.handle(of: b)
    var distance = 0.0
    // The index is of edges and knows of no inside; where there is none it saves trying all pairs of edges.
    let measure = a.hasArea || b.hasArea ? GEOSDistance_r : GEOSDistanceIndexed_r
    guard measure(session.context, first.borrowed, second.borrowed, &distance) == 1 else {
      throw session.failure(of: "distance")
    }
    return distance
  }

  /// The ends of a shortest line, the first on `a`; `nil` when one of the two is empty.
  public func nearestPoints(_ a: PlaneGeometry, _ b: PlaneGeometry) throws(TopologyError)
    -> Segment?
  {
    guard a.bounds != nil, b.bounds != nil else { return nil }
    let context = session.context
    let first = try session.handle(of: a)
    let second = try session.handle(of: b)
    guard let sequence = GEOSNearestPoints_r(context, first.borrowed, second.borrowed) else {
      throw session.failure(of: "nearest points")
    }
    defer { GEOSCoordSeq_destroy_r(context, sequence) }
    let points = try session.points(in: sequence)
    return Segment(points[0], points[1])
  }
}
