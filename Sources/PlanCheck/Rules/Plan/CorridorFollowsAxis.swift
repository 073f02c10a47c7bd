internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// K03: a corridor runs along the road or river that it is named after.
struct CorridorFollowsAxis: Rule {
  static let description = RuleDescription(
    code: "K03",
    name: "corridor-follows-axis",
    summary: Wording(
      "A corridor's axis leaves the road or watercourse that it should follow.",
      zh: "走廊轴线偏离了所循的道路或水道。"),
    rationale: Wording(
      "A corridor is named after its axis; beside it, the name is wrong.", zh: "走廊因轴线得名，偏离则名不副实。"),
    fix: Wording(
      "give the axis the vertices of what it follows, or correct 'follows'",
      zh: "使轴线与所循线路同点，或更正 follows"),
    trap: Wording(
      "Both ends of an axis near the road prove nothing: it must follow the road all along, and keep to its own band as well.",
      zh: "轴线两端靠近道路并不说明问题：须全程相循，也不得离开自己的廊带。"),
    parameters: [
      RuleParameter(
        "within", .quantity(.length), default: "30 m",
        Wording("how far the axis may be from what it follows", zh: "轴线允许偏离的距离"))
    ],
    evaluates: [.follows],
    accepts: [
      RuleExample(
        "an axis on the road, within its band", zh: "轴线与道路重合，并在廊带之内",
        ExamplePlan([road, band, axis(y: 0)], claims: [claim])),
      RuleExample(
        "a band without an axis of its own, with the road through it", zh: "廊带没有轴线，道路从中穿过",
        ExamplePlan([road, band], claims: [claim])),
    ],
    flags: [
      RuleExample(
        "an axis 40 m beside the road", zh: "轴线偏离道路 40 m", measures: ["40 m"],
        ExamplePlan([road, band, axis(y: 40)], claims: [claim])),
      RuleExample(
        "a band away from the road", zh: "廊带远离道路",
        ExamplePlan(
          [
            road,
            .polygon(
              "band", [(0, 100), (900, 100), (900, 200), (0, 200), (0, 100)], kind: "corridor",
              #""follows":"road""#),
          ], claims: [claim])),
      RuleExample(
        "an axis outside the band", zh: "轴线在廊带之外",
        ExamplePlan(
          [
            road, axis(y: 0),
            .polygon(
              "band", [(0, 100), (900, 100), (900, 200), (0, 200), (0, 100)], kind: "corridor",
              #""follows":"road""#),
          ], claims: [claim])),
      RuleExample(
        "a corridor that follows another road", zh: "走廊循另一条道路",
        ExamplePlan(
          [road, band, .line("other", [(0, 500), (900, 500)])],
          claims: ["{claim: follows, of: band, along: other}"])),
    ])

  private static let claim = "{claim: follows, of: band, along: road}"
  private static let road = ExampleFeature.line("road", [(0, 0), (500, 0), (1000, 0)])
  private static let band = ExampleFeature.polygon(
    "band", [(0, -50), (900, -50), (900, 50), (0, 50), (0, -50)], kind: "corridor",
    #""follows":"road""#)
  private static func axis(y: Double) -> ExampleFeature {
    .line("axis", [(100, y), (800, y)], kind: "corridor_axis", #""follows":"road""#)
  }

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    try context.test(.follows, by: task) { claim in
      guard case .follows(let of, let along) = claim.test else { return nil }
      for reference in [of, along] {
        if let nothing = context.nothingDrawn(reference, for: claim, by: task) { return [nothing] }
      }
      let lines = context.plan.features(along)
      return try context.plan.features(of).flatMap { corridor in
        try CorridorCourse(
          corridor: corridor, lines: lines, along: along, task: task, claim: claim,
          context: context
        ).findings()
      }
    }
  }
}
