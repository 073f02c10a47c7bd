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
    var pieces: [Piece] = []
    for index in 1..<run.count
    where bend?.keeps(run[index - 1], run[index], within: sagitta) != true {
      pieces.append(
        Piece(Edge(run[index - 1], run[index]), to: index, corners[index - 1], corners[index]))
    }
    pieces = try halved(pieces, sagitta: sagitta)
    var points = [corners[0]]
    points.reserveCapacity(run.count + pieces.count)
    var next = 0
    for index in 1..<run.count {
      let first = next
      while next < pieces.count, pieces[next].end == index { next += 1 }
      let inner = pieces[first..<next].dropFirst()
      if inner.first?.edge.isReversed == true {
        for piece in inner.reversed() { points.append(piece.low.point) }
      } else {
        for piece in inner { points.append(piece.low.point) }
      }
      points.append(corners[index])
    }
    return points
  }

  /// The pieces, all that stray from their chords halved, and their halves, until none does.
  private func halved(_ pieces: [Piece], sagitta: Double) throws(ProjectionError) -> [Piece] {
    var pieces = pieces
    for _ in 0..<10 {
      var places: [GeoPosition] = []
      for piece in pieces where piece.isOpen {
        for share in stride(from: 0.25, through: 0.75, by: 0.25) {
          places.append(piece.position(at: share))
        }
      }
      guard !places.isEmpty else { break }
      let probes = try project(places)
      var next = 0
      var halves: [Piece] = []
      halves.reserveCapacity(pieces.count)
      for piece in pieces {
        guard piece.isOpen else {
          halves.append(piece)
          continue
        }
        let own = probes[next..<next + 3]
        next += 3
        let chord = Segment(piece.low.point, piece.high.point)
        if own.contains(where: { chord.distance(to: $0) > sagitta }) {
          halves += piece.halves(at: own[own.startIndex + 1])
        } else {
          halves.append(piece.closed)
        }
      }
      pieces = halves
    }
    return pieces
  }
}

/// A piece of an edge of a run, from one share of its way to another.
private struct Piece {
  typealias End = (share: Double, point: PlanePoint)

  let edge: Edge
  /// The number of the vertex at which the edge ends.
  let end: Int
  let low: End
  let high: End
  /// Whether it may stray from its chord.
  let isOpen: Bool

  /// A whole edge.
  init(_ edge: Edge, to end: Int, _ first: PlanePoint, _ last: PlanePoint) {
    let (low, high) = edge.isReversed ? (last, first) : (first, last)
    self.init(edge: edge, end: end, low: (0, low), high: (1, high), isOpen: low != high)
  }

  private init(edge: Edge, end: Int, low: End, high: End, isOpen: Bool) {
    self.edge = edge
    self.end = end
    self.low = low
    self.high = high
    self.isOpen = isOpen
  }

  /// The place at a share of the piece's own way.
  func position(at share: Double) -> GeoPosition {
    edge.position(at: low.share + (high.share - low.share) * share)
  }

  var closed: Piece { Piece(edge: edge, end: end, low: low, high: high, isOpen: false) }

  /// The piece cut in two in its middle.
  func halves(at middle: PlanePoint) -> [Piece] {
    let middle = (share: low.share + (high.share - low.share) / 2, point: middle)
    return [
      Piece(edge: edge, end: end, low: low, high: middle, isOpen: low.point != middle.point),
      Piece(edge: edge, end: end, low: middle, high: high, isOpen: middle.point != high.point),
    ]
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
