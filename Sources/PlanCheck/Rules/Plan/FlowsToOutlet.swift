internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// K08: water flows on, feature by feature, to the one outlet.
struct FlowsToOutlet: Rule {
  static let description = RuleDescription(
    code: "K08",
    name: "flows-to-outlet",
    summary: Wording(
      "Water does not reach the outlet: a line ends short, runs backwards or flows in a circle.",
      zh: "水流不到出口：水道未接上、方向相反或成环。"),
    rationale: Wording(
      "Water that flows by itself has a direction everywhere and ends in one place.",
      zh: "自然流动的水处处有方向，最终汇于一处。"),
    fix: Wording(
      "digitise the line downstream and end it on a vertex of what it flows into",
      zh: "按水流方向绘制，使末点落在所入水体的顶点上"),
    trap: Wording(
      "'flows_to' alone proves nothing: a reversed line has the same property.",
      zh: "只看 flows_to 不够：方向画反的水道属性完全一样。"),
    parameters: [.tolerance],
    evaluates: [.drains],
    accepts: [
      RuleExample(
        "a brook into a river into a lake that is the outlet", zh: "小溪入河，河入作为出口的湖",
        ExamplePlan([lake, river, brook], claims: [claim])),
      RuleExample(
        "the claim need not name the outlet", zh: "论断不必提到出口",
        ExamplePlan([lake, river, brook], claims: ["{claim: drains, of: brook}"])),
    ],
    flags: [
      RuleExample(
        "a river digitised upstream", zh: "河道方向画反",
        ExamplePlan([lake, reversed, brook], claims: [claim])),
      RuleExample(
        "a brook that ends short of the river", zh: "小溪未到河边", measures: ["4 m"],
        ExamplePlan(
          [
            lake, river,
            .line("brook", [(100, 50), (54, 4)], kind: "watercourse", #""flows_to":"river""#),
          ], claims: [claim])),
      RuleExample(
        "two rivers that flow into each other", zh: "两条河互相流入",
        ExamplePlan(
          [
            lake,
            .line("a", [(0, 50), (50, 50)], kind: "watercourse", #""flows_to":"b""#),
            .line("b", [(50, 50), (0, 50)], kind: "watercourse", #""flows_to":"a""#),
          ], claims: [claim])),
      RuleExample(
        "a river that says nothing of where it flows", zh: "河道没有注明去向",
        ExamplePlan([lake, .line("r", [(50, 0), (10, 0)], kind: "watercourse")], claims: [claim])),
      RuleExample(
        "a brook into a river that the claim does not name and that goes nowhere",
        zh: "小溪流入论断未提到的河，而该河没有去向",
        ExamplePlan(
          [lake, .line("river", [(100, 0), (50, 0), (20, 0)], kind: "watercourse"), brook],
          claims: ["{claim: drains, of: brook}"])),
      RuleExample(
        "two outlets", zh: "两个出口",
        ExamplePlan(
          [lake, river, .square("sea", x: 500, kind: "lake", #""outlet":true"#)], claims: [claim])),
      RuleExample(
        "no outlet", zh: "没有出口", ExamplePlan([.square("pond", x: 0, kind: "lake")], claims: [claim])
      ),
      RuleExample(
        "a lake away from the river that it drains into", zh: "湖泊远离其所入的河",
        ExamplePlan(
          [lake, river, .square("pond", x: 60, y: 5, kind: "lake", #""flows_to":"river""#)],
          claims: [claim])),
    ])

  private static let claim = "{claim: drains, of: [watercourses, lakes]}"
  private static let lake = ExampleFeature.square("lake", x: 0, kind: "lake", #""outlet":true"#)
  private static let river = ExampleFeature.line(
    "river", [(100, 0), (50, 0), (10, 0)], kind: "watercourse", #""flows_to":"lake""#)
  private static let reversed = ExampleFeature.line(
    "river", [(10, 0), (50, 0), (100, 0)], kind: "watercourse", #""flows_to":"lake""#)
  private static let brook = ExampleFeature.line(
    "brook", [(100, 50), (50, 0)], kind: "watercourse", #""flows_to":"river""#)

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    context.test(.drains, by: task) { claim in
      guard case .drains(let of) = claim.test else { return nil }
      if let nothing = context.nothingDrawn(of, for: claim, by: task) { return [nothing] }
      let flow = WaterFlow(
        from: context.plan.features(of), for: claim, task: task, context: context)
      return flow.outlets() + flow.mouths() + flow.circles()
    }
  }
}
