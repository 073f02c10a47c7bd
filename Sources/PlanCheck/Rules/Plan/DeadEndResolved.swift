internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings
internal import PlanNetwork

/// K09: a dead end dangles before the work and is joined after it.
struct DeadEndResolved: Rule {
  static let description = RuleDescription(
    code: "K09",
    name: "dead-end-resolved",
    summary: Wording(
      "A work that opens a dead end does not start at one, or leaves one behind.",
      zh: "打通断头路的工程不从断头处开始，或完工后仍有断头。"
    ),
    rationale: Wording(
      "A road is a 断头路 only if it ends nowhere before, and it is opened only if it does not after.",
      zh: "打通之前确为断头，打通之后不再断头，才算断头路打通。"),
    fix: Wording(
      "start the work at the road's free end, and end it on a vertex of another road",
      zh: "使工程从道路断头处开始，末点落在另一条路的顶点上"),
    trap: Wording(
      "Two states are compared: the roads of today, and all works done.",
      zh: "比较两种状态：现状路网与全部工程完成后的路网。"),
    parameters: [.tolerance],
    evaluates: [.deadEnd],
    accepts: [
      RuleExample(
        "a road that is led on to the next one", zh: "接通到下一条路",
        ExamplePlan([stub, cross, work(to: (100, 0))], claims: [claim])),
      RuleExample(
        "a work that ends at the boundary", zh: "工程止于规划边界",
        ExamplePlan(
          [
            stub,
            .line(
              "work", [(50, 0), (90, 0)], kind: "road_work",
              #""action":"打通","road":"stub","end":"边界""#),
          ], claims: [claim])),
    ],
    flags: [
      RuleExample(
        "a work that ends short of the next road", zh: "工程未到下一条路",
        ExamplePlan([stub, cross, work(to: (95, 0))], claims: [claim])),
      RuleExample(
        "a road that did not dangle", zh: "道路原本并非断头",
        ExamplePlan(
          [stub, cross, .line("other", [(50, -20), (50, 0), (50, 20)]), work(to: (100, 0))],
          claims: [claim])),
      RuleExample(
        "a work away from the end of its road", zh: "工程不在道路端点", measures: ["10 m"],
        ExamplePlan(
          [
            stub, cross,
            .line(
              "work", [(50, 10), (100, 10)], kind: "road_work", #""action":"打通","road":"stub""#),
          ], claims: [claim])),
      RuleExample(
        "a work that names no road", zh: "工程没有注明道路",
        ExamplePlan(
          [stub, cross, .line("work", [(50, 0), (100, 0)], kind: "road_work", #""action":"打通""#)],
          claims: [claim])),
      RuleExample(
        "worth knowing: an extension stopped short before the road was opened",
        zh: "提示：先前的延伸停在半途，后来才打通",
        ExamplePlan(
          [
            stub, cross,
            .line(
              "part", [(50, 0), (70, 0)], kind: "road_work", #""action":"延伸","road":"stub""#),
            .line(
              "work", [(70, 0), (100, 0)], kind: "road_work",
              #""action":"打通","road":"stub","after":"part""#),
          ], claims: [claim])),
    ])

  private static let claim = "{claim: dead-end, of: work}"
  private static let stub = ExampleFeature.line("stub", [(0, 0), (50, 0)])
  private static let cross = ExampleFeature.line(
    "cross", [(100, -50), (100, 0), (100, 10), (100, 50)])
  private static func work(to end: (Double, Double)) -> ExampleFeature {
    .line("work", [(50, 0), end], kind: "road_work", #""action":"打通","road":"stub""#)
  }

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    guard !context.claims(.deadEnd).isEmpty else { return [] }
    let state = RoadWorkState(plan: context.plan, tolerance: task.quantity("tolerance"))
    return context.test(.deadEnd, by: task) { claim in
      guard case .deadEnd(let of) = claim.test else { return nil }
      if let nothing = context.nothingDrawn(of, for: claim, by: task) { return [nothing] }
      return context.plan.features(of).flatMap { work -> [Finding] in
        let opening = RoadOpening(
          work: work, state: state, task: task, claim: claim, context: context)
        return opening.before() + opening.after()
      }
    }
  }
}
