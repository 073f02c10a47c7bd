import CGEOS
public import MapGeometry

extension Topology {
  /// How the end of a buffered line looks.
  public enum CapStyle: Sendable {
    /// A half circle about the end.
    case round
    /// Cut off at the end.
    case flat
    /// Cut off one buffer distance beyond the end.
    case square
  }

  /// How the corner of a buffered outline looks.
  public enum JoinStyle: Sendable {
    /// An arc about the corner.
    case round
    /// A point, cut off at five times the distance.
    case mitre
    /// Cut off straight.
    case bevel
  }

  /// Everything within a distance of the geometry; `nil` when nothing is left.
  ///
  /// - Parameters:
  ///   - distance: Metres; a negative distance shrinks areas.
  ///   - quadrantSegments: How many straight pieces make a quarter of a circle.
  public func buffer(
    _ geometry: PlaneGeometry, by distance: Double, quadrantSegments: Int = 8,
    cap: CapStyle = .round, join: JoinStyle = .round
  ) throws(TopologyError) -> PlaneGeometry? {
    try checkFinite(distance)
    let pieces = Int32(clamping: quadrantSegments)
    return try unary("buffer", geometry) {
      GEOSBufferWithStyle_r($0, $1, distance, pieces, cap.number, join.number, 5)
    }
  }
}

extension Topology.CapStyle {
  fileprivate var number: Int32 {
    switch self {
    case .round: Int32(GEOSBUF_CAP_ROUND.rawValue)
    case .flat: Int32(GEOSBUF_CAP_FLAT.rawValue)
    case .square: Int32(GEOSBUF_CAP_SQUARE.rawValue)
    }
  }
}

extension Topology.JoinStyle {
  var number: Int32 {
    switch self {
    case .round: Int32(GEOSBUF_JOIN_ROUND.rawValue)
    case .mitre: Int32(GEOSBUF_JOIN_MITRE.rawValue)
    case .bevel: Int32(GEOSBUF_JOIN_BEVEL.rawValue)
    }
  }
}
