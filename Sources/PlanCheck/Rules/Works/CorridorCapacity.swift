internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings
internal import PlanNetwork

/// W04: on no day too many works close a corridor, or leave no way around.
struct CorridorCapacity: Rule {
  static let description = RuleDescription(
    code: "W04",
    name: "corridor-capacity",
    summary: Wording(
      "Too many works close one corridor at once, or the closures of a day leave no way around.",
      zh: "同一通道同时封闭过多，或某日的封闭使人无路可绕。"),
    rationale: Wording(
      "Each closure alone has a detour; together, on one day in spring, they lock a district in.",
      zh: "每处封闭各有绕行，叠加在某一天却能把整个片区封死。"),
    fix: Wording(
      "move one of the works to other days, or keep one lane of it open", zh: "将其中一项改期，或保留一条车道通行"),
    trap: Wording(
      "The detour of one work may lead over another: all closures of a day count together, and only the days on which they meet.",
      zh: "一项工程的绕行可能经过另一项工程：须按同日的全部封闭一并判断，且只看它们重叠的日子。"),
    looksAt: [.line, .area, .point],
    parameters: [
      .tolerance,
      RuleParameter(
        "max", .count, default: "1",
        Wording("how many works may close a corridor at once", zh: "同一通道可同时封闭的工程数")),
      RuleParameter(
        "corridor", .text, default: nil,
        Wording(
          "the attribute that streets of one corridor share; each street is its own without it",
          zh: "同一通道的道路所共有的属性；不写则每条道路自成通道")),
      RuleParameter(
        "sources", .reference, default: nil,
        Wording(
          "from where everything open must be reached; without it the ends of each closure must be joined otherwise",
          zh: "须能到达各开放路段的起点；不写则要求每处封闭的两端另有通路")),
      RuleParameter(
        "max_gap", .quantity(.length), default: "10 m",
        Wording("how far from the streets a source may lie", zh: "起点距道路的最大距离")),
    ],
    needsFeatures: true,
    needsPartner: true,
    accepts: [
      RuleExample(
        "a closure with a way around the block", zh: "可绕行街区的封闭",
        .closing([.work("w", [(20, 0), (60, 0)], "2024-03-01", "2024-05-01")])),
      RuleExample(
        "both sides of the block, one after the other", zh: "街区两侧先后封闭",
        .closing([
          .work("w", [(20, 0), (60, 0)], "2024-03-01", "2024-05-01"),
          .work("v", [(20, 100), (60, 100)], "2024-05-01", "2024-07-01"),
        ])),
      RuleExample(
        "a dead end, behind which nothing lies", zh: "封闭尽端路，其后无他路",
        .closing([.work("w", [(0, 0), (-80, 0)], "2024-03-01", "2024-05-01")])),
      RuleExample(
        "two works on one street at different times", zh: "同一条路先后两项工程",
        .closing([
          .work("w", [(0, 0), (20, 0)], "2024-03-01", "2024-05-01"),
          .work("v", [(60, 0), (100, 0)], "2024-05-01", "2024-07-01"),
        ])),
      RuleExample(
        "a work beside the street closes nothing", zh: "路旁工程不造成封闭",
        .closing([.work("w", [(-80, 5), (0, 5)], "2024-03-01", "2024-05-01")])),
      RuleExample(
        "a work without days closes nothing yet", zh: "没有日期的工程尚不封闭",
        .closing([.work("w", [(20, 0), (60, 0)], nil, nil)])),
    ],
    flags: [
      RuleExample(
        "two closures of one street on the same days", zh: "同一条路同日两处封闭", measures: ["2"],
        .closing(
          [
            .work("w", [(20, 0), (40, 0)], "2024-03-01", "2024-05-01"),
            .work("v", [(40, 0), (60, 0)], "2024-04-01", "2024-07-01"),
          ])),
      RuleExample(
        "two streets of one corridor", zh: "同一通道的两条路", measures: ["2"],
        .closing(
          [
            .work("w", [(60, 0), (100, 0)], "2024-03-01", "2024-05-01"),
            .work("v", [(100, 0), (100, 40)], "2024-04-01", "2024-07-01"),
          ], "corridor: name")),
      RuleExample(
        "both sides of the block at once: neither is a detour", zh: "街区两侧同时封闭，互断绕行",
        measures: ["180 m"],
        .closing([
          .work("w", [(20, 0), (60, 0)], "2024-03-01", "2024-05-01"),
          .work("v", [(20, 100), (60, 100)], "2024-04-01", "2024-07-01"),
        ])),
      RuleExample(
        "the only street to the gate", zh: "通往出入口的唯一道路", measures: ["420 m"],
        .closing(
          [.work("w", [(-60, 0), (-20, 0)], "2024-03-01", "2024-05-01"), .point("gate", -80, 0)],
          "sources: facilitys")),
      RuleExample(
        "a work at one point of the only street", zh: "唯一道路上的一点", measures: ["40 m"],
        .closing([
          .spot("w", -40, 0, #""start_date":"2024-03-01","end_date":"2024-05-01""#)
        ])),
      RuleExample(
        "a building site across the street", zh: "横跨道路的工地", measures: ["35 m"],
        .closing([
          .plot("w", x: -45, y: -5, #""start_date":"2024-03-01","end_date":"2024-05-01""#)
        ])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    let sources = task.reference("sources").map(context.plan.features) ?? []
    let closures = try Closures(
      of: task.features, on: task.partners, from: sources, task: task, context: context)
    return try closures.detachedFindings() + closures.crowded() + closures.severed()
  }
}

extension ExamplePlan {
  /// A block of 100 m with a street that leads away from its lower left corner, and works.
  fileprivate static func closing(
    _ works: [ExampleFeature], _ settings: String...
  ) -> ExamplePlan {
    ExamplePlan(
      works + [
        .line("s", [(0, 0), (100, 0)], ring), .line("t", [(0, 100), (100, 100)]),
        .line("u", [(0, 0), (0, 100)]), .line("r", [(100, 0), (100, 100)], ring),
        .line("x", [(-80, 0), (0, 0)]),
      ], settings: ["on: features", "with: roads"] + settings)
  }

  private static let ring = "\"name\":\"环路\""
}
