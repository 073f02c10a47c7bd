internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings
internal import PlanNetwork

/// Holds one opening of a dead end against the road network before and after, for K09.
struct RoadOpening {
  let work: PlanFeature
  let state: RoadWorkState
  let task: RuleTask
  let claim: Claim
  let context: CheckContext

  private var road: PlanFeature? { work.text(.road).flatMap { context.plan.feature($0) } }

  /// The work starts where its road, or the work it continues, dangles.
  func before() -> [Finding] {
    guard let start = work.course?.start, let origin = state.origin(of: work),
      let tip = state.end(of: origin, nearest: start)
    else {
      return [
        finding(
          Wording(
            "no road is drawn that \(work.phrase.english) could open",
            zh: "\(work.phrase.chinese)没有对应的道路，无从判断断头"))
      ]
    }
    guard tip.point.distance(to: start) <= state.tolerance else {
      let measure = Measure(tip.point.distance(to: start), .metres, limit: state.tolerance)
      return [
        finding(
          Wording(
            "\(work.phrase.english) starts \(measure.text) from the end of \(origin.phrase.english)",
            zh: "\(work.phrase.chinese)的起点距\(origin.phrase.chinese)的端点 \(measure.text)"),
          origin: origin, measure: measure, at: start)
      ]
    }
    let existing = context.plan.features.filter { $0.kind == .road }
    let network = LineNetwork(
      existing + state.predecessors(of: work), tolerance: state.tolerance)
    guard let node = network.node(at: start), network.nodes[node].degree != 1 else {
      return stoppedShort(origin)
    }
    let others = Set(network.nodes[node].members.map { network.members[$0].feature.id })
      .subtracting([origin.id]).sorted().compactMap { context.plan.feature($0) }
    let names = Wording.phrases(others)
    return [
      finding(
        Wording(
          "\(origin.phrase.english) is no dead end where \(work.phrase.english) starts: it meets "
            + "\(names.english) there",
          zh: "\(origin.phrase.chinese)在\(work.phrase.chinese)的起点处并非断头，已与\(names.chinese)相接"),
        origin: origin, at: start)
    ]
  }

  /// With all works done neither end dangles.
  func after() -> [Finding] {
    guard let course = work.course else { return [] }
    let ends = [
      (course.start, work.startEnd, ("start", "起点")), (course.end, work.endEnd, ("end", "终点")),
    ]
    return ends.compactMap { point, declared, word in
      guard declared != .boundary, let node = state.finished.node(at: point),
        state.finished.nodes[node].degree < 2
      else { return nil }
      return finding(
        Wording(
          "\(work.phrase.english) leaves a dead end: its \(word.0) meets no other road when all works "
            + "are done",
          zh: "\(work.phrase.chinese)完工后仍是断头：全部工程完成后其\(word.1)不与任何道路相接"),
        origin: road, at: point)
    }
  }

  /// Worth knowing: the work had to open what an earlier extension left.
  private func stoppedShort(_ origin: PlanFeature) -> [Finding] {
    guard origin.kind == .roadWork, origin.action == .extend else { return [] }
    let extended = context.plan.claims.filter { other in
      guard case .extends(let of) = other.test else { return false }
      return context.plan.features(of).contains { $0.id == origin.id }
    }
    return [
      task.finding(
        Wording(
          "\(origin.phrase.english) stopped short and left a dead end, which \(work.phrase.english) "
            + "opens",
          zh: "\(origin.phrase.chinese)停在半途成为断头，由\(work.phrase.chinese)接着打通"),
        parties: [work.party, origin.party] + [road].compactMap { $0?.party }
          + (extended + [claim]).map(\.party),
        place: work.course.flatMap { context.place(at: $0.start) },
        statements: (extended + [claim]).map(\.statement),
        help: Wording("nothing to do: both works stand as dated", zh: "无需处理：两项工程各按日期记录"),
        severity: .info)
    ]
  }

  private func finding(
    _ message: Wording, origin: PlanFeature? = nil, measure: Measure? = nil,
    at point: PlanePoint? = nil
  ) -> Finding {
    task.finding(
      message, parties: [work.party] + [origin].compactMap { $0?.party } + [claim.party],
      measure: measure,
      place: point.flatMap { context.place(at: $0) } ?? context.place(of: work),
      statements: [claim.statement])
  }
}
