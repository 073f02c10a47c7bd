internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// K12: a crossing crosses something, by something.
struct CrossingHasBarrier: Rule {
  static let description = RuleDescription(
    code: "K12",
    name: "crossing-has-barrier",
    summary: Wording(
      "A crossing names no barrier, has no structure, or does not cross its barrier.",
      zh: "跨越工程没有障碍物、没有结构物，或未跨过障碍物。"),
    rationale: Wording(
      "跨 means a bridge or a tunnel over something that can be pointed out.",
      zh: "“跨”意味着以桥或隧道越过某个确定的障碍。"),
    fix: Wording(
      "name the barrier and the structure, and lead the line across", zh: "注明障碍物与结构物，并使线路越过障碍"),
    trap: Wording(
      "A line that only ends on the barrier touches it and does not cross it.",
      zh: "只到障碍物为止的线路是接触，不是跨越。"),
    evaluates: [.crosses],
    accepts: [
      RuleExample(
        "a bridge over a railway", zh: "跨越铁路的桥",
        ExamplePlan(
          [rail, work(to: 50, #","barrier":"rail","structure":"桥""#)], claims: [claim]))
    ],
    flags: [
      RuleExample(
        "a work that ends at the railway", zh: "工程止于铁路",
        ExamplePlan(
          [rail, work(to: 20, #","barrier":"rail","structure":"桥""#)], claims: [claim])),
      RuleExample(
        "a work that stops before it", zh: "工程未到铁路",
        ExamplePlan(
          [rail, work(to: 15, #","barrier":"rail","structure":"桥""#)], claims: [claim])),
      RuleExample(
        "no structure", zh: "没有结构物",
        ExamplePlan([rail, work(to: 50, #","barrier":"rail""#)], claims: [claim])),
      RuleExample(
        "no barrier", zh: "没有障碍物", ExamplePlan([rail, work(to: 50, "")], claims: [claim])),
    ])

  private static let claim = "{claim: crosses, of: work}"
  private static let rail = ExampleFeature.line(
    "rail", [(-50, 20), (0, 20), (50, 20)], kind: "railway")
  private static func work(to y: Double, _ more: String) -> ExampleFeature {
    .line("work", [(0, 0), (0, y)], kind: "road_work", #""action":"跨越""# + more)
  }

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    try context.test(.crosses, by: task) { claim in
      guard case .crosses(let of) = claim.test else { return nil }
      if let nothing = context.nothingDrawn(of, for: claim, by: task) { return [nothing] }
      return try context.plan.features(of).flatMap { work in
        try findings(about: work, claim, task, context)
      }
    }
  }

  private func findings(
    about work: PlanFeature, _ claim: Claim, _ task: RuleTask, _ context: CheckContext
  ) throws -> [Finding] {
    var result: [Finding] = []
    func report(_ message: Wording, _ barrier: PlanFeature?) {
      result.append(
        task.finding(
          message, parties: [work, barrier].compactMap { $0?.party } + [claim.party],
          place: context.place(of: work), statements: [claim.statement]))
    }
    let barrier = work.text(.barrier).flatMap { context.plan.feature($0) }
    if work.text(.barrier) == nil {
      report(
        Wording(
          "\(work.phrase.english) names no barrier that it crosses",
          zh: "\(work.phrase.chinese)没有注明所跨越的障碍物"), nil)
    }
    if work.text(.structure) == nil {
      report(
        Wording(
          "\(work.phrase.english) has no structure to cross by",
          zh: "\(work.phrase.chinese)没有注明桥、隧道等结构物"), barrier)
    }
    guard let barrier, let line = work.plane, let obstacle = barrier.plane,
      try !context.topology.crosses(line, obstacle)
    else { return result }
    report(
      Wording(
        "\(work.phrase.english) does not cross \(barrier.phrase.english)",
        zh: "\(work.phrase.chinese)没有跨过\(barrier.phrase.chinese)"), barrier)
    return result
  }
}
