internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// L09: a free end is not just short of another line.
struct Undershoot: Rule {
  static let description = RuleDescription(
    code: "L09",
    name: "undershoot",
    summary: Wording("A line ends a little short of another.", zh: "线的一端差一点才接到另一条线。"),
    rationale: Wording(
      "A gap too small to be meant cuts the network in two without anyone seeing it on the map.",
      zh: "小到图上看不出的缺口，足以把路网切成两半。"),
    fix: Wording("move the end onto the other line, with a vertex there", zh: "将端点移到另一条线上并设公共顶点"),
    trap: Wording(
      "An end that says why it is free (尽端, 边界, 源头) is meant, however near another line is.",
      zh: "已声明为尽端、边界或源头的一端，无论离其他线多近都不算。"),
    parameters: [
      .tolerance,
      RuleParameter(
        "max", .quantity(.length), default: "10 m",
        Wording("how short an end may fall to be a slip", zh: "视为漏接的最大间距")),
    ],
    needsFeatures: true,
    accepts: [
      RuleExample("an end that meets the other line", zh: "端点接到另一条线") {
        [.line("a", [(0, 0), (100, 0)]), .line("b", [(50, 0), (50, 90)])]
      },
      RuleExample("an end far from any line", zh: "端点附近没有其他线") {
        [.line("a", [(0, 0), (100, 0)]), .line("b", [(50, 20), (50, 90)])]
      },
      RuleExample("a declared dead end", zh: "已声明的尽端") {
        [
          .line("a", [(0, 0), (100, 0)]), .line("b", [(50, 5), (50, 90)], "\"start\":\"尽端\""),
        ]
      },
      RuleExample("a gap that a work is to close", zh: "将由工程补上的缺口") {
        [
          .line("a", [(0, 0), (50, 0), (100, 0)]), .line("b", [(50, 5), (50, 90)]),
          .line("w", [(50, 5), (50, 0)], kind: "road_work", "\"action\":\"打通\",\"road\":\"b\""),
        ]
      },
    ],
    flags: [
      RuleExample("5 m short", zh: "差 5 m", measures: ["5 m"]) {
        [.line("a", [(0, 0), (100, 0)]), .line("b", [(50, 5), (50, 90)])]
      },
      RuleExample("3 mm short", zh: "差 3 mm", measures: ["0.003 m"]) {
        [.line("a", [(0, 0), (100, 0)]), .line("b", [(50, 0.003), (50, 90)])]
      },
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let (tolerance, reach) = (task.quantity("tolerance"), task.quantity("max"))
    var findings: [Finding] = []
    for state in context.states(of: task.features) {
      let ends = FreeEnds(state, tolerance: tolerance, context).unexplained()
      guard !ends.isEmpty else { continue }
      let set = EdgeSet(state.features)
      for end in ends {
        let near = set.edges(near: end.point, within: reach)
          .filter { set.features[$0.feature].id != end.feature.id }
          .min { $0.segment.distance(to: end.point) < $1.segment.distance(to: end.point) }
        guard let near, near.segment.distance(to: end.point) > tolerance else { continue }
        findings.append(finding(about: end, near, set.features[near.feature], task, context))
      }
    }
    return findings
  }

  private func finding(
    about end: FreeEnds.End, _ edge: EdgeSet.Edge, _ other: PlanFeature, _ task: RuleTask,
    _ context: CheckContext
  ) -> Finding {
    let target = edge.segment.nearest(to: end.point).point
    let measure = Measure(
      end.point.distance(to: target), .metres, limit: task.quantity("max"))
    let (first, second) = (end.feature.phrase, other.phrase)
    let gap = (try? Line([end.point, target])).map { PlaneGeometry.line($0) } ?? .point(end.point)
    return task.finding(
      Wording(
        "\(first.english) ends \(measure.text) short of \(second.english)",
        zh: "\(first.chinese)差 \(measure.text) 未接到\(second.chinese)"),
      parties: [end.party, other.party(near: target)], measure: measure,
      place: context.place(gap))
  }
}
