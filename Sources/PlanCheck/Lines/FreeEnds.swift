internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import PlanFindings
internal import PlanNetwork

/// The ends of lines that meet nothing and have no reason to.
struct FreeEnds {
  /// A line's end that should meet something.
  struct End {
    let feature: PlanFeature
    /// The place of its line among the lines.
    let line: Int
    /// Whether it is the last point of its line, rather than the first.
    let isAtEnd: Bool
    /// The place of the end among the feature's vertices.
    let vertex: Int
    let point: PlanePoint
  }

  /// The lines, and the outlines of areas that they may end on.
  let lines: PlanLines
  /// How near is the same place, in metres.
  let tolerance: Double
  private let context: CheckContext
  private let features: [PlanFeature]
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
    // Nothing nearer than half a millimetre can be told apart.
    let tolerance = max(tolerance, 0.0005)
    self.tolerance = tolerance
    features = state.features
    lines = context.lines(of: features)
    works = state.works
    places = AllowedPlaces(
      outlines: boundary, nodes: nodes, points: context.plannedStarts(beyond: works),
      tolerance: tolerance)
    self.context = context
  }

  /// The same lines by their edges; a line has the same place in both.
  var set: LineSet { context.linesAndOutlines(of: features, tolerance: tolerance) }

  /// The ends that meet no other line.
  ///
  /// - Parameter endsOnly: Whether only the end of another line counts as met, and not its middle.
  func unexplained(endsOnly: Bool = false) -> [End] {
    let ends =
      endsOnly
      ? lines.endsThatMeetNoEnd(tolerance: tolerance)
      : context.looseEnds(of: features, tolerance: tolerance)
    return ends.map { end in
      let line = lines.all[end.line]
      return End(
        feature: line.feature, line: end.line, isAtEnd: end.isAtEnd,
        vertex: line.firstVertex + (end.isAtEnd ? line.line.points.count - 1 : 0), point: end.point)
    }
    .filter { !isDeclared($0) && !places.allow($0.point) }
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
