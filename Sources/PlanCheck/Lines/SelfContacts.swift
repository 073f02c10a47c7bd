internal import DistrictPlan
internal import MapGeometry

/// The vertices of a feature that touch another stretch of its outline or line.
struct SelfContacts {
  struct Contact {
    /// The place of the vertex among the feature's vertices.
    let vertex: Int
    let point: PlanePoint
    let distance: Double
  }

  private(set) var contacts: [Contact] = []
  private let own: FeaturePieces
  private let tolerance: Double

  init(of feature: PlanFeature, tolerance: Double) {
    own = FeaturePieces(feature)
    self.tolerance = tolerance
    var seen = PlaceSet(tolerance: 2 * tolerance)
    var tries: [Int] = []
    for (number, run) in own.runs.enumerated() {
      for vertex in 0..<run.vertexCount {
        let point = run.points[vertex]
        // A star comes back to one place again and again; a few looks tell what is there.
        let (place, isNew) = seen.insert(point)
        if isNew { tries.append(0) }
        guard tries[place] < Self.looks else { continue }
        tries[place] += 1
        guard let distance = distanceToStranger(from: vertex, of: run, number) else { continue }
        tries[place] = Self.looks
        contacts.append(Contact(vertex: run.first + vertex, point: point, distance: distance))
      }
    }
  }

  /// How many vertices of one place are looked at.
  private static let looks = 8

  /// The distance from a vertex to the nearest piece that it touches and is not joined to.
  private func distanceToStranger(
    from vertex: Int, of run: VertexRun<PlanePoint>, _ number: Int
  ) -> Double? {
    let point = run.points[vertex]
    let near = own.pieces(near: point, within: tolerance)
    let isEnd = !run.isClosed && (vertex == 0 || vertex == run.vertexCount - 1)
    guard near.count > (isEnd ? 1 : 2) else { return nil }
    let joined = edges(joinedTo: vertex, of: run)
    let strangers = near.filter { piece in
      // Parts of a line may meet as they like.
      own.runs[piece.run].isRing == run.isRing && (run.isRing || piece.run == number)
        && !(piece.run == number && joined.contains(piece.edge))
    }
    let hosts = near.filter { $0.run == number && joined.contains($0.edge) }
    return passes(of: strangers, by: point).filter { pass in
      !pass.contains { stranger in
        hosts.contains { host in
          host.segment.sharedStretch(with: stranger.segment, within: tolerance)
            .map { $0.upperBound - $0.lowerBound > 2 * tolerance } ?? false
        }
      }
    }.joined().map { $0.segment.distance(to: point) }.min()
  }

  /// Pieces in groups of those that are joined here: what passes a place at one time.
  private func passes(
    of pieces: [FeaturePieces.Piece], by place: PlanePoint
  ) -> [[FeaturePieces.Piece]] {
    var passes: [[FeaturePieces.Piece]] = []
    func isHere(_ piece: FeaturePieces.Piece) -> Bool {
      own.runs[piece.run].points[piece.edge].distance(to: place) <= 2 * tolerance
    }
    for piece in pieces.sorted(by: { ($0.run, $0.edge) < ($1.run, $1.edge) }) {
      if let last = passes.last?.last, last.run == piece.run,
        last.edge == piece.edge || last.edge + 1 == piece.edge && isHere(piece)
      {
        passes[passes.count - 1].append(piece)
      } else {
        passes.append([piece])
      }
    }
    // The last edge of a ring is followed by its first.
    if passes.count > 1, let first = passes.first?.first, first.edge == 0,
      isHere(first), let last = passes.last?.last, first.run == last.run,
      own.runs[last.run].isClosed,
      last.edge == own.runs[last.run].points.count - 2
    {
      passes[0] += passes.removeLast()
    }
    return passes
  }

  /// The edges at a vertex, and those reached from it without leaving the tolerance.
  private func edges(joinedTo vertex: Int, of run: VertexRun<PlanePoint>) -> Set<Int> {
    let (point, count) = (run.points[vertex], run.points.count - 1)
    var edges: Set<Int> = []
    for step in [1, -1] {
      var place = vertex
      for _ in 0..<count {
        let edge = step > 0 ? place : place - 1
        guard run.isClosed || (0..<count).contains(edge) else { break }
        edges.insert((edge + count) % count)
        place += step
        if run.isClosed { place = (place + count) % count }
        guard run.points[place].distance(to: point) <= tolerance else { break }
      }
    }
    return edges
  }
}
