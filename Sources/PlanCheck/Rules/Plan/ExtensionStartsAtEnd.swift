internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings
internal import PlanNetwork

/// K10: an extension starts where its road ends, goes on, and arrives somewhere.
struct ExtensionStartsAtEnd: Rule {
  static let description = RuleDescription(
    code: "K10",
    name: "extension-starts-at-end",
    summary: Wording(
      "An extension does not start at an end of its road, turns back, or ends nowhere.",
      zh: "延伸工程不从道路端点开始、折返，或没有去处。"),
    rationale: Wording(
      "To extend a road is to lead it on from where it ends.", zh: "延伸就是从道路的尽头接着往前修。"),
    fix: Wording(
      "start the work at the last vertex of the road, and end it on a vertex of another",
      zh: "使工程起点为道路端点，末点为另一条路的顶点"),
    trap: Wording(
      "Either end of the road will do, also the first vertex; a work that ends at the boundary arrives there if it says so.",
      zh: "道路的两端均可，包括起始顶点；止于规划边界的工程须注明“边界”，才算有去处。"),
    parameters: [
      .tolerance,
      RuleParameter(
        "within", .quantity(.angle), default: "90 deg",
        Wording("how far the work may turn from the road's direction", zh: "允许偏离道路走向的角度")),
    ],
    evaluates: [.extends],
    accepts: [
      RuleExample(
        "a road led on to the next one", zh: "延伸到下一条路",
        ExamplePlan([road, cross, work([(50, 0), (100, 0)])], claims: [claim])),
      RuleExample(
        "a road led on from its first vertex to the boundary", zh: "从道路首点延伸到规划边界",
        ExamplePlan([road, work([(0, 0), (-40, 10)], #","end":"边界""#)], claims: [claim])),
    ],
    flags: [
      RuleExample(
        "a work that starts beside the road's end", zh: "工程起点在道路端点旁边", measures: ["5 m"],
        ExamplePlan([road, cross, work([(50, 5), (100, 5)])], claims: [claim])),
      RuleExample(
        "a work that starts in the middle of the road", zh: "工程从道路中部开始", measures: ["25 m"],
        ExamplePlan([road, cross, work([(25, 0), (25, 40)])], claims: [claim])),
      RuleExample(
        "a work that turns back", zh: "工程折返", measures: ["166°"],
        ExamplePlan([road, cross, work([(50, 0), (10, 10)])], claims: [claim])),
      RuleExample(
        "a work that arrives nowhere", zh: "工程没有去处",
        ExamplePlan([road, cross, work([(50, 0), (90, 0)])], claims: [claim])),
      RuleExample(
        "a work that names no road", zh: "工程没有注明道路",
        ExamplePlan(
          [.line("work", [(0, 0), (9, 0)], kind: "road_work", #""action":"延伸""#)],
          claims: [claim])),
    ])

  private static let claim = "{claim: extends, of: work}"
  private static let road = ExampleFeature.line("road", [(0, 0), (25, 0), (50, 0)])
  private static let cross = ExampleFeature.line(
    "cross", [(100, -50), (100, 0), (100, 5), (100, 50)])
  private static func work(
    _ points: [(Double, Double)], _ more: String = ""
  ) -> ExampleFeature {
    .line("work", points, kind: "road_work", #""action":"延伸","road":"road""# + more)
  }

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    guard !context.claims(.extends).isEmpty else { return [] }
    let state = RoadWorkState(plan: context.plan, tolerance: task.quantity("tolerance"))
    return context.test(.extends, by: task) { claim in
      guard case .extends(let of) = claim.test else { return nil }
      if let nothing = context.nothingDrawn(of, for: claim, by: task) { return [nothing] }
      return context.plan.features(of).flatMap { work -> [Finding] in
        let extending = RoadExtension(
          work: work, state: state, task: task, claim: claim, context: context)
        return extending.start() + extending.arrival()
      }
    }
  }
}
