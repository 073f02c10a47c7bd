internal import DistrictPlan
internal import MapGeometry
internal import PlanNetwork

/// How many of the junctions carry a point of works, for K22.
enum JunctionCoverage {
  /// The junctions are those of the finished network, paths for walkers apart, inside the zone.
  static func reached(
    _ reference: Reference, by works: [PlanFeature], task: RuleTask, context: CheckContext
  ) -> Reach {
    let tolerance = max(task.quantity("tolerance"), 1e-6)
    let roads = context.plan.features(reference).filter { $0.kind == .road }
    let named = Set(roads.map(\.id))
    let additions = context.plan.features.filter { feature in
      feature.addsRoadLine && (feature.text(.road).map(named.contains) ?? false)
    }
    let network = LineNetwork(
      (roads + additions).filter { !isForWalkers($0, in: context.plan) }, tolerance: tolerance)
    let zones = context.plan.features.filter { $0.kind == .zone }
      .flatMap { $0.plane?.polygons ?? [] }
    let junctions = network.junctions.filter { junction in
      zones.isEmpty || zones.contains { $0.contains(junction.point) }
    }
    let points = works.flatMap { $0.plane?.points ?? [] }
    let bare = junctions.filter { junction in
      !points.contains { $0.distance(to: junction.point) <= tolerance }
    }
    let ids = Set(bare.flatMap(\.members).map { network.members[$0].feature.id })
    return Reach(
      share: junctions.isEmpty ? 1 : 1 - Double(bare.count) / Double(junctions.count),
      missing: context.plan.features.filter { ids.contains($0.id) },
      place: bare.isEmpty ? nil : .multiPoint(bare.map(\.point)))
  }

  private static func isForWalkers(_ feature: PlanFeature, in plan: Plan) -> Bool {
    let road = feature.text(.road).flatMap { plan.feature($0) }
    return (feature.roadClass ?? road?.roadClass) == .slow
  }
}
