internal import DistrictPlan
internal import MapGeometry
internal import PlanFindings
internal import PlanNetwork

/// The ends of lines that meet nothing and have no reason to.
struct FreeEnds {
  /// A line's end that should meet something.
  struct End {
    let feature: PlanFeature
    /// Whether it is the last point of its line, rather than the first.
    let isAtEnd: Bool
    /// The place of the end among the feature's vertices.
    let vertex: Int
    let point: PlanePoint
  }

  let network: LineNetwork
  let context: CheckContext
  let works: WorksSelection
  /// The outline on which a line may end.
  let boundary: [PlanFeature]

  init(
    _ state: (works: WorksSelection, features: [PlanFeature]), tolerance: Double,
    boundary: [PlanFeature] = [], _ context: CheckContext
  ) {
    network = context.network(of: state.features, tolerance: tolerance)
    works = state.works
    self.boundary = boundary
    self.context = context
  }

  /// The ends that meet no other line.
  ///
  /// - Parameter endsOnly: Whether only the end of another line counts as met, and not its middle.
  func unexplained(endsOnly: Bool = false) -> [End] {
    let planned = context.plannedStarts(beyond: works)
    let outlines = boundary.compactMap(\.densePlane).flatMap(\.runs).compactMap {
      try? Line($0.points)
    }
    return (endsOnly ? endsThatMeetNoEnd : network.deadEnds.map { end($0.member, $0.isAtEnd) })
      .filter { end in
        let tolerance = max(network.tolerance, 1e-6)
        return !isDeclared(end) && !planned.contains { $0.distance(to: end.point) <= tolerance }
          && !outlines.contains { $0.distance(to: end.point) <= tolerance }
      }
  }

  private func end(_ member: Int, _ isAtEnd: Bool) -> End {
    let line = network.members[member]
    return End(
      feature: line.feature, isAtEnd: isAtEnd,
      vertex: line.firstVertex + (isAtEnd ? line.line.points.count - 1 : 0),
      point: isAtEnd ? line.line.end : line.line.start)
  }

  private var endsThatMeetNoEnd: [End] {
    let ends = network.members.indices.filter { !network.members[$0].isClosed }
      .flatMap { [end($0, false), end($0, true)] }
    return ends.indices.filter { index in
      !ends.indices.contains { other in
        other != index
          && ends[other].point.distance(to: ends[index].point) <= max(network.tolerance, 1e-6)
      }
    }.map { ends[$0] }
  }

  /// Whether the feature says why it ends here: `start` is its first vertex, `end` its last.
  private func isDeclared(_ end: End) -> Bool {
    let count = end.feature.plane?.positions.count ?? 0
    if end.vertex == 0, end.feature.startEnd != nil { return true }
    return end.vertex == count - 1 && (end.feature.endEnd != nil || end.feature.isOutlet)
  }
}

extension FreeEnds.End {
  /// The feature as a party, at this end.
  var party: Finding.Party { feature.party(atVertex: vertex) }
}
