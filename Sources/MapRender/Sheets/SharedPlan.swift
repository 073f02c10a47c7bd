internal import DistrictPlan
internal import PlanFindings
internal import Workforce

/// What all sheets of a plan need alike, each made once: its lines for each scale, how far all is at each day.
final class SharedPlan: Sendable {
  private let plan: Plan
  private let ground = Guarded<GroundLines?>(nil)
  private let known = Guarded<[CalendarDay?: [String: Status]]>([:])

  init(_ plan: Plan) { self.plan = plan }

  /// The plan's lines and outlines, simplified for a scale.
  func lines(for denominator: Double) -> SimplifiedLines {
    let ground = self.ground.withLock { ground in
      let lines = ground ?? GroundLines(plan)
      ground = lines
      return lines
    }
    return ground.simplified(for: denominator)
  }

  /// The last known progress of each feature at a day.
  func statuses(asOf day: CalendarDay?) -> [String: Status] {
    known.withLock { known in
      if let statuses = known[day] { return statuses }
      let statuses = plan.statuses(asOf: day)
      known[day] = statuses
      return statuses
    }
  }
}
