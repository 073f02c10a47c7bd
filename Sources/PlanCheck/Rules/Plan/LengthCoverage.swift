internal import DistrictPlan
internal import MapGeometry
internal import MapTopology

/// How much of the roads' length lies on the lines of works, for K22.
enum LengthCoverage {
  static func reached(
    _ reference: Reference, by works: [PlanFeature], task: RuleTask, context: CheckContext
  ) -> Reach {
    let tolerance = max(task.quantity("tolerance"), 1e-6)
    let pieces = works.flatMap { $0.plane?.lines.flatMap(\.segments) ?? [] }
    let index = BoxIndex(pieces.map { Bounds($0.start, $0.end) })
    var total = 0.0
    var bare = 0.0
    var missing: [PlanFeature] = []
    var stretches: [Line<PlanePoint>] = []
    for road in context.plan.features(reference) {
      var gap = 0.0
      for segment in road.plane?.lines.flatMap(\.segments) ?? [] {
        let length = segment.start.distance(to: segment.end)
        let near = index.query(Bounds(segment.start, segment.end), margin: tolerance)
        let share = segment.share(coveredBy: near.map { pieces[$0] }, within: tolerance)
        total += length
        gap += length * (1 - share)
        if share < 1, let stretch = try? Line([segment.start, segment.end]) {
          stretches.append(stretch)
        }
      }
      guard gap > task.quantity("min_length") else { continue }
      bare += gap
      missing.append(road)
    }
    return Reach(
      share: total > 0 ? 1 - bare / total : 0, missing: missing,
      place: stretches.isEmpty ? nil : .multiLine(stretches))
  }
}

extension Segment {
  /// The share of the segment that lies on others, 0 to 1.
  fileprivate func share(coveredBy others: [Segment], within tolerance: Double) -> Double {
    Stretches(others.compactMap { contact(with: $0, within: tolerance) }).length
  }
}
