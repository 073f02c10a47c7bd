public import MapGeometry
internal import MapTopology

/// The straight pieces of the lines of a network, ready to be asked what is near.
public struct CoursePieces: Sendable {
  /// A straight piece of a line.
  public struct Piece: Sendable {
    /// The member of the network that it belongs to.
    public let member: Int
    /// Where it runs.
    public let segment: Segment
    /// How far along the member it starts, in metres.
    public let distance: Double

    /// The place on the piece that is nearest to a point.
    public func place(nearest point: PlanePoint) -> LineNetwork.Place {
      let nearest = segment.nearest(to: point).point
      return LineNetwork.Place(
        member: member, distance: distance + segment.start.distance(to: nearest), point: nearest)
    }
  }

  /// The pieces in order of members, and along each.
  public let pieces: [Piece]
  private let index: EdgeIndex
  /// For each member, the place of its first piece; one more at the end.
  private let firstPieces: [Int]

  /// Takes the lines of a network apart.
  public init(_ network: LineNetwork) { self.init(network.members) }

  init(_ members: [LineNetwork.Member]) {
    var pieces: [Piece] = []
    var firstPieces = [0]
    pieces.reserveCapacity(members.reduce(0) { $0 + $1.course.points.count - 1 })
    firstPieces.reserveCapacity(members.count + 1)
    for (index, member) in members.enumerated() {
      var distance = 0.0
      let points = member.course.points
      for place in 1..<points.count {
        let segment = Segment(points[place - 1], points[place])
        pieces.append(Piece(member: index, segment: segment, distance: distance))
        distance += segment.start.distance(to: segment.end)
      }
      firstPieces.append(pieces.count)
    }
    self.pieces = pieces
    self.firstPieces = firstPieces
    let lines = zip(firstPieces, firstPieces.dropFirst()).lazy.map { $0..<$1 }
    index = EdgeIndex(lines) { pieces[$0].segment }
  }

  /// The pieces whose boxes come within a distance of a box, in order.
  public func near(_ box: Bounds<PlanePoint>, within distance: Double) -> [Piece] {
    index.query(box, margin: distance) { pieces[$0].segment }.map { pieces[$0] }
  }

  /// Every point of a member's course, in order.
  public func vertices(of member: Int) -> [LineNetwork.Place] {
    let own = pieces[firstPieces[member]..<firstPieces[member + 1]]
    let starts = own.map { $0.place(nearest: $0.segment.start) }
    return starts + (own.last.map { [$0.place(nearest: $0.segment.end)] } ?? [])
  }

  /// The place on a line that is nearest to a point; `nil` when none is within the limit.
  ///
  /// Of places at one distance the first counts.
  public func place(nearest point: PlanePoint, within limit: Double) -> LineNetwork.Place? {
    // Most points lie beside a line: looking near first spares looking at all.
    var reach = min(limit, 16)
    while true {
      var best: (piece: Piece, distance: Double)?
      for piece in near(Bounds(point, point), within: reach) {
        let distance = piece.segment.distance(to: point)
        if distance <= reach, distance < best?.distance ?? .infinity { best = (piece, distance) }
      }
      if let best { return best.piece.place(nearest: point) }
      guard reach < limit else { return nil }
      reach = min(limit, reach * 4)
    }
  }
}
