import CGEOS
public import MapGeometry

extension Topology {
  /// The line moved to its left by a distance, to its right by a negative one, running the same way.
  ///
  /// Several pieces where the line bends too sharply for one; none where there is no room at all.
  ///
  /// - Parameters:
  ///   - distance: Metres.
  ///   - quadrantSegments: How many straight pieces make a quarter of a circle.
  public func offsetCurve(
    of line: Line<PlanePoint>, at distance: Double, quadrantSegments: Int = 8,
    join: JoinStyle = .round
  ) throws(TopologyError) -> [Line<PlanePoint>] {
    try checkFinite(distance)
    guard distance != 0 else { return [line] }
    let pieces = Int32(clamping: quadrantSegments)
    let found = try unary("offsetCurve", .line(line)) {
      GEOSOffsetCurve_r($0, $1, distance, pieces, join.number, 5)
    }
    return (found?.lines ?? []).map { piece in
      // Where along the original its first and last points lie tells which way the piece runs.
      line.share(of: piece.start) <= line.share(of: piece.end) ? piece : piece.reversed
    }
  }
}

extension Line where P == PlanePoint {
  /// The distance along the line, in metres, of its point nearest to another.
  fileprivate func share(of point: PlanePoint) -> Double {
    var best = (distance: Double.infinity, along: 0.0)
    var along = 0.0
    for segment in segments {
      let (nearest, share) = segment.nearest(to: point)
      let distance = nearest.distance(to: point)
      if distance < best.distance { best = (distance, along + share * segment.length) }
      along += segment.length
    }
    return best.along
  }
}
