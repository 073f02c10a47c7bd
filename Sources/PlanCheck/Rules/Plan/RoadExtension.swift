internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings
internal import PlanNetwork

/// Holds one extension against the road that it leads on, for K10.
struct RoadExtension {
  let work: PlanFeature
  let state: RoadWorkState
  let task: RuleTask
  let claim: Claim
  let context: CheckContext

  /// The work starts at an end of its road and does not turn back.
  func start() -> [Finding] {
    guard let line = work.plane?.lines.first, let origin = state.origin(of: work),
      let tip = state.end(of: origin, nearest: line.start)
    else {
      return [
        finding(
          Wording(
            "no road is drawn that \(work.phrase.english) could extend",
            zh: "\(work.phrase.chinese)没有对应的可延伸道路"))
      ]
    }
    let gap = tip.point.distance(to: line.start)
    guard gap <= state.tolerance else {
      let measure = Measure(gap, .metres, limit: state.tolerance)
      return [
        finding(
          Wording(
            "\(work.phrase.english) starts \(measure.text) from the nearest end of "
              + "\(origin.phrase.english)",
            zh: "\(work.phrase.chinese)的起点距\(origin.phrase.chinese)最近的端点 \(measure.text)"),
          origin: origin, measure: measure, at: line.start)
      ]
    }
    let limit = task.quantity("within")
    guard let onward = tip.bearing, let direction = LineTip(line.reversed).bearing else {
      return []
    }
    let turn = Bearing(degrees: direction.degrees + 180).deviation(from: onward)
    guard turn > limit else { return [] }
    let measure = Measure(turn, .degrees, limit: limit)
    return [
      finding(
        Wording(
          "\(work.phrase.english) turns back at the end of "
            + "\(origin.phrase.english) by \(measure.phrase.english)",
          zh: "\(work.phrase.chinese)在\(origin.phrase.chinese)端点处折转 \(measure.phrase.chinese)"),
        origin: origin, measure: measure, at: line.start)
    ]
  }

  /// With all works done the far end meets another road, or is declared.
  func arrival() -> [Finding] {
    guard let end = work.course?.end, work.endEnd == nil,
      let node = state.finished.node(at: end), state.finished.nodes[node].degree < 2
    else { return [] }
    return [
      finding(
        Wording(
          "\(work.phrase.english) ends nowhere: no other road meets it when all works are done",
          zh: "\(work.phrase.chinese)没有去处：全部工程完成后其终点不与任何道路相接"), at: end)
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
