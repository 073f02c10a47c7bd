public import MapGeometry

extension Transformer {
  /// The geometry on the plane, vertex by vertex, and with its edges followed.
  ///
  /// Where no edge bends, as between the corners of parcels, both are one and the same value.
  public func places(of geometry: GeoGeometry, sagitta: Double = Transformer.sagitta)
    throws(ProjectionError)
    -> (vertices: PlaneGeometry, dense: PlaneGeometry)
  {
    let vertices = try project(geometry)
    guard bends(geometry, beyond: sagitta) else { return (vertices, vertices) }
    return (vertices, try projectDensified(geometry, sagitta: sagitta))
  }

  /// Whether an edge may leave its chord.
  private func bends(_ geometry: GeoGeometry, beyond sagitta: Double) -> Bool {
    switch geometry {
    case .point, .multiPoint: return false
    case .collection(let parts): return parts.contains { bends($0, beyond: sagitta) }
    default:
      guard let bend else { return true }
      var isBent = false
      geometry.forEachRun { run in
        for index in 1..<run.count where !isBent {
          isBent = !bend.keeps(run[index - 1], run[index], within: sagitta)
        }
      }
      return isBent
    }
  }

  /// The geometry with its edges, which are straight in longitude and latitude, followed on the
  /// plane.
  ///
  /// Points are added until no chord is further than `sagitta` from the edge it stands for. The same
  /// edge gives the same points, bit for bit, whichever way it is digitised, so neighbours keep
  /// meeting.
  /// - Parameter sagitta: Metres.
  public func projectDensified(_ geometry: GeoGeometry, sagitta: Double = Transformer.sagitta)
    throws(ProjectionError) -> PlaneGeometry
  {
    switch geometry {
    case .point, .multiPoint: return try project(geometry)
    case .collection(let parts):
      var projected: [PlaneGeometry] = []
      for part in parts { projected.append(try projectDensified(part, sagitta: sagitta)) }
      return .collection(projected)
    default:
      return try geometry.mapped { (run) throws(ProjectionError) in
        try projectDensified(run, sagitta: sagitta)
      }
    }
  }

  private func projectDensified(_ run: [GeoPosition], sagitta: Double) throws(ProjectionError)
    -> [PlanePoint]
  {
    let corners = try project(run)
    var points = [corners[0]]
    points.reserveCapacity(run.count)
    let square = SquareDegree(run[0])
    let follower = EdgeFollower(
      transformer: self, square: square, patch: patch(of: square), sagitta: sagitta)
    for index in 1..<run.count {
      if bend?.keeps(run[index - 1], run[index], within: sagitta) == true {
        points.append(corners[index])
        continue
      }
      let edge = Edge(run[index - 1], run[index])
      let (low, high) =
        edge.isReversed
        ? (corners[index], corners[index - 1]) : (corners[index - 1], corners[index])
      let first = points.count
      try follower.subdivide(edge, from: (0, low), to: (1, high), into: &points)
      if edge.isReversed { points[first...].reverse() }
      points.append(corners[index])
    }
    return points
  }
}

/// Finds the points between the ends of edges that bend.
private struct EdgeFollower {
  let transformer: Transformer
  /// Where most edges lie, and how it is projected.
  let square: SquareDegree
  let patch: ConformalPatch?
  let sagitta: Double

  /// Halves a piece of an edge until its chord is near enough; `points` gets what lies between.
  func subdivide(
    _ edge: Edge, from low: (share: Double, point: PlanePoint),
    to high: (share: Double, point: PlanePoint), depth: Int = 0, into points: inout [PlanePoint]
  ) throws(ProjectionError) {
    guard depth < 10, low.point != high.point else { return }
    let width = high.share - low.share
    let chord = Segment(low.point, high.point)
    let early = try point(of: edge, at: low.share + width * 0.25)
    let middle = try point(of: edge, at: low.share + width * 0.5)
    let late = try point(of: edge, at: low.share + width * 0.75)
    guard
      chord.distance(to: early) > sagitta || chord.distance(to: middle) > sagitta
        || chord.distance(to: late) > sagitta
    else { return }
    let half = (share: low.share + width / 2, point: middle)
    try subdivide(edge, from: low, to: half, depth: depth + 1, into: &points)
    points.append(middle)
    try subdivide(edge, from: half, to: high, depth: depth + 1, into: &points)
  }

  private func point(of edge: Edge, at share: Double) throws(ProjectionError) -> PlanePoint {
    let position = edge.position(at: share)
    if let patch, square.contains(position) { return patch.point(position) }
    return try transformer.project([position])[0]
  }
}

/// An edge that always runs from its western end, or from the southern one when it lies on a meridian.
private struct Edge {
  let low: GeoPosition
  let high: GeoPosition
  let isReversed: Bool

  init(_ start: GeoPosition, _ end: GeoPosition) {
    isReversed = (end.longitude, end.latitude) < (start.longitude, start.latitude)
    (low, high) = isReversed ? (end, start) : (start, end)
  }

  func position(at share: Double) -> GeoPosition {
    GeoPosition(
      longitude: low.longitude + (high.longitude - low.longitude) * share,
      latitude: low.latitude + (high.latitude - low.latitude) * share)
  }
}
