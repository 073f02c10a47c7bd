internal import DistrictPlan
internal import MapGeometry
internal import PlanNetwork

/// The road network before and after works, for the rules about extensions and dead ends.
struct RoadWorkState {
  let plan: Plan
  let tolerance: Double
  /// The network with every work done.
  let finished: LineNetwork

  init(plan: Plan, tolerance: Double) {
    self.plan = plan
    self.tolerance = max(tolerance, 1e-6)
    finished = LineNetwork(plan.roadLines(with: .all), tolerance: tolerance)
  }

  /// The earlier works that a work continues, nearest first.
  func predecessors(of work: PlanFeature) -> [PlanFeature] {
    var result: [PlanFeature] = []
    var current = work.text(.after).flatMap { plan.feature($0) }
    while let earlier = current, earlier.id != work.id,
      !result.contains(where: { $0.id == earlier.id })
    {
      result.append(earlier)
      current = earlier.text(.after).flatMap { plan.feature($0) }
    }
    return result
  }

  /// The road or the earlier work at whose end a work begins.
  func origin(of work: PlanFeature) -> PlanFeature? {
    predecessors(of: work).first ?? work.text(.road).flatMap { plan.feature($0) }
  }

  /// The end of a line nearest to a point, with the direction in which the line leads out there.
  func end(of feature: PlanFeature, nearest point: PlanePoint) -> LineTip? {
    guard let lines = feature.plane?.lines else { return nil }
    return lines.flatMap { line -> [LineTip] in
      [LineTip(line.reversed), LineTip(line)]
    }.min { $0.point.distance(to: point) < $1.point.distance(to: point) }
  }
}

/// An end of a line.
struct LineTip {
  /// Where it ends.
  let point: PlanePoint
  /// The direction of its last segment that has length.
  let bearing: Bearing?

  /// The last end of a line.
  init(_ line: Line<PlanePoint>) {
    point = line.end
    bearing =
      line.segments.reversed().lazy.compactMap {
        Bearing(from: $0.start, to: $0.end)
      }.first
  }
}

extension PlanFeature {
  /// Where the work's new line starts and ends; `nil` for what is no line.
  var course: (start: PlanePoint, end: PlanePoint)? {
    guard let first = plane?.lines.first, let last = plane?.lines.last else { return nil }
    return (first.start, last.end)
  }
}
