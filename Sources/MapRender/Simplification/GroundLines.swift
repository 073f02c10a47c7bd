internal import DistrictPlan
internal import MapGeometry
internal import Workforce

/// The lines and outlines of a plan, simplified once for each scale that sheets ask for.
final class GroundLines: Sendable {
  private let arcs: SharedArcs
  private let known = Guarded<[Double: SimplifiedLines]>([:])

  init(_ plan: Plan) {
    arcs = SharedArcs(
      plan.features.lazy.map { ($0.id, $0.densePlane ?? .collection([])) })
  }

  func simplified(for denominator: Double) -> SimplifiedLines {
    known.withLock { known in
      if let lines = known[denominator] { return lines }
      let lines = SimplifiedLines(arcs, denominator: denominator)
      known[denominator] = lines
      return lines
    }
  }
}
