internal import DistrictPlan
internal import MapGeometry
internal import MapTopology

/// The lines and outlines of one feature, cut into straight pieces that can be asked what is near.
///
/// Edges follow what is straight in longitude and latitude, so a long one is several pieces.
struct FeaturePieces {
  struct Piece {
    let segment: Segment
    /// The place of its line or ring in ``runs``.
    let run: Int
    /// Which edge of the run it belongs to: the one from the vertex of this number to the next.
    let edge: Int
  }

  /// The lines and rings, vertex by vertex.
  let runs: [VertexRun<PlanePoint>]
  let pieces: [Piece]
  let index: BoxIndex

  /// The pieces of a feature; none for points.
  init(_ feature: PlanFeature) {
    let plane = feature.plane?.vertexRuns ?? []
    let dense = feature.densePlane?.vertexRuns ?? plane
    var runs: [VertexRun<PlanePoint>] = []
    var pieces: [Piece] = []
    for (run, denseRun) in zip(plane, dense) where run.points.count >= 2 {
      var edge = -1
      for (place, point) in denseRun.points.enumerated() {
        if place > 0, edge >= 0 {
          pieces.append(
            Piece(
              segment: Segment(denseRun.points[place - 1], point), run: runs.count, edge: edge))
        }
        if edge + 1 < run.points.count, run.points[edge + 1] == point { edge += 1 }
      }
      runs.append(run)
    }
    self.runs = runs
    self.pieces = pieces
    index = BoxIndex(pieces.map { Bounds($0.segment.start, $0.segment.end) })
  }

  /// The pieces within a distance of a point, in order.
  func pieces(near point: PlanePoint, within distance: Double) -> [Piece] {
    index.query(Bounds(point, point), margin: distance)
      .filter { pieces[$0].segment.distance(to: point) <= distance }.map { pieces[$0] }
  }
}

extension VertexRun where P == PlanePoint {
  /// Whether the run ends where it starts: a ring, or a line drawn as one.
  var isClosed: Bool { isRing || (points.count >= 4 && points.first == points.last) }

  /// How many different vertices there are: the last of a closed run repeats the first.
  var vertexCount: Int { isClosed ? points.count - 1 : points.count }

  /// The places of the vertices without those that repeat the one before, within a tolerance.
  func distinctVertices(tolerance: Double) -> [Int] {
    var kept: [Int] = []
    for place in 0..<vertexCount {
      if let last = kept.last, points[last].distance(to: points[place]) <= tolerance { continue }
      kept.append(place)
    }
    while isClosed, kept.count > 1, let last = kept.last,
      points[last].distance(to: points[kept[0]]) <= tolerance
    {
      kept.removeLast()
    }
    return kept
  }

  /// The vertices with a corner, and their neighbours; a closed run has one at its start too.
  func corners(tolerance: Double) -> [(previous: Int, vertex: Int, next: Int)] {
    let kept = distinctVertices(tolerance: tolerance)
    guard kept.count >= 2 else { return [] }
    guard isClosed else {
      return kept.indices.dropFirst().dropLast().map { (kept[$0 - 1], kept[$0], kept[$0 + 1]) }
    }
    return kept.indices.map {
      (kept[($0 + kept.count - 1) % kept.count], kept[$0], kept[($0 + 1) % kept.count])
    }
  }
}
