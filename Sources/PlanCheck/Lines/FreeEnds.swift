internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import PlanFindings

/// The ends of lines that meet nothing and have no reason to.
struct FreeEnds {
  /// A line's end that should meet something.
  struct End {
    let feature: PlanFeature
    /// The place of its line in the set.
    let part: Int
    /// Whether it is the last point of its line, rather than the first.
    let isAtEnd: Bool
    /// The place of the end among the feature's vertices.
    let vertex: Int
    let point: PlanePoint
  }

  /// The lines, and the outlines of areas that they may end on.
  let set: LineSet
  private let context: CheckContext
  private let works: WorksSelection
  private let places: AllowedPlaces

  /// Takes the lines of a state.
  ///
  /// - Parameter boundary: Areas and lines on whose outline a line may end.
  /// - Parameter nodes: Points and areas at which a line may end.
  init(
    _ state: (works: WorksSelection, features: [PlanFeature]), tolerance: Double,
    boundary: [PlanFeature] = [], nodes: [PlanFeature] = [], _ context: CheckContext
  ) {
    set = context.linesAndOutlines(of: state.features, tolerance: tolerance)
    works = state.works
    places = AllowedPlaces(
      outlines: boundary, nodes: nodes, points: context.plannedStarts(beyond: works),
      tolerance: set.tolerance)
    self.context = context
  }

  /// The ends that meet no other line.
  ///
  /// - Parameter endsOnly: Whether only the end of another line counts as met, and not its middle.
  func unexplained(endsOnly: Bool = false) -> [End] {
    (endsOnly ? endsThatMeetNoEnd() : set.looseEnds).map { end in
      End(
        feature: set.feature(ofPart: end.part), part: end.part, isAtEnd: end.isAtEnd,
        vertex: set.vertex(of: end), point: end.point)
    }
    .filter { !isDeclared($0) && !places.allow($0.point) }
  }

  private func endsThatMeetNoEnd() -> [LineSet.End] {
    // The start of a closed line is where another may join it, though it is no end of its own.
    let lines = set.parts.indices.filter { !set.parts[$0].isOutline }
    let points = lines.flatMap { part in
      let vertices = set.parts[part].vertices
      return [(part, false, vertices[0]), (part, true, vertices[vertices.count - 1])]
    }
    let index = BoxIndex(points.map { Bounds($0.2, $0.2) })
    return set.ends.filter { end in
      !index.query(Bounds(end.point, end.point), margin: set.tolerance).contains { other in
        let (part, isAtEnd, point) = points[other]
        return (part, isAtEnd) != (end.part, end.isAtEnd)
          && point.distance(to: end.point) <= set.tolerance
      }
    }
  }

  /// Whether the feature says why it ends here: `start` is its first vertex, `end` its last.
  private func isDeclared(_ end: End) -> Bool {
    let count = end.feature.plane?.positions.count ?? 0
    if end.vertex == 0, end.feature.startEnd != nil { return true }
    return end.vertex == count - 1 && (end.feature.endEnd != nil || end.feature.isOutlet)
  }
}

/// Where lines may end although no other line is there.
private struct AllowedPlaces {
  private let outlines: EdgeSet
  private let nodes: [PlaneGeometry]
  private let index: BoxIndex
  private let tolerance: Double

  init(
    outlines: [PlanFeature], nodes: [PlanFeature], points: [PlanePoint], tolerance: Double
  ) {
    self.outlines = EdgeSet(outlines)
    self.nodes = nodes.compactMap(\.densePlane) + points.map { .point($0) }
    index = BoxIndex(self.nodes.map(\.bounds))
    self.tolerance = tolerance
  }

  func allow(_ point: PlanePoint) -> Bool {
    !outlines.edges(near: point, within: tolerance).isEmpty
      || index.query(Bounds(point, point), margin: tolerance).contains {
        nodes[$0].distance(to: point) <= tolerance
      }
  }
}

extension FreeEnds.End {
  /// The feature as a party, at this end.
  var party: Finding.Party { feature.party(atVertex: vertex) }
}
