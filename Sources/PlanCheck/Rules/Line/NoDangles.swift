internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// L08: lines end where they meet another.
struct NoDangles: Rule {
  static let description = RuleDescription(
    code: "L08",
    name: "no-dangles",
    summary: Wording("A line ends where no other line is.", zh: "线的一端没有与任何其他线相接。"),
    rationale: Wording(
      "A road that ends nowhere is a dead end that no document speaks of, or a junction that was missed.",
      zh: "一端悬空的道路，要么是文件未提及的断头路，要么是漏接的路口。"),
    fix: Wording(
      "join the end to another line, or declare 'start' or 'end' as 尽端, 边界 or 源头",
      zh: "将该端接到其他线上，或以“start”“end”声明为尽端、边界或源头"),
    trap: Wording(
      "A T-junction is no dangle: an end on the middle of another line meets it.",
      zh: "丁字路口不是悬挂点：一端落在另一条线中部即已相接。"),
    parameters: [
      .tolerance,
      RuleParameter(
        "boundary", .reference, default: nil,
        Wording("the area on whose outline a line may end", zh: "线可以止于其边界的范围")),
      RuleParameter(
        "connect", .word(["interior", "endpoint"]), default: "interior",
        Wording(
          "whether an end may meet the middle of another line, or only its end",
          zh: "端点可否接在另一条线的中部（interior），或只能接其端点（endpoint）")),
    ],
    needsFeatures: true,
    accepts: [
      RuleExample("a T-junction is no dangle", zh: "丁字路口不是悬挂点") {
        [
          .line("a", [(0, 0), (10, 0)], closed), .line("b", [(5, 0), (5, 10)], end("尽端")),
        ]
      },
      RuleExample("a ring of roads", zh: "道路成环") {
        [.line("a", [(0, 0), (10, 0), (10, 10)]), .line("b", [(10, 10), (0, 10), (0, 0)])]
      },
      RuleExample(
        "an end on the outline of the zone", zh: "端点落在规划范围的边界上",
        ExamplePlan(
          [.line("a", [(0, 5), (10, 5)]), .square("z", x: 0, kind: "zone")],
          settings: ["on: roads", "boundary: zones"])),
      RuleExample("a dead end that a work is to open", zh: "将由工程打通的断头路") {
        [
          .line("a", [(0, 0), (10, 0)], start("边界")),
          .line("b", [(20, -10), (20, 0), (20, 10)], closed),
          .line("w", [(10, 0), (20, 0)], kind: "road_work", "\"action\":\"打通\",\"road\":\"a\""),
        ]
      },
      RuleExample("a spring and an outlet", zh: "水源与出口") {
        [
          .line(
            "a", [(0, 0), (10, 0)], kind: "watercourse", "\"start\":\"源头\",\"outlet\":true")
        ]
      },
      RuleExample("a closed line has no ends", zh: "闭合线没有端点") {
        [.line("a", [(0, 0), (10, 0), (10, 10), (0, 0)])]
      },
    ],
    flags: [
      RuleExample("a dead end that nothing explains", zh: "没有说明的断头") {
        [.line("a", [(0, 0), (10, 0)], closed), .line("b", [(5, 0), (5, 10)])]
      },
      RuleExample("an end 3 mm short", zh: "端点差 3 mm 未接上") {
        [.line("a", [(0, 0), (10, 0)], closed), .line("b", [(5, 0.003), (5, 10)], end("尽端"))]
      },
      RuleExample("a declaration for the other end", zh: "声明写在了另一端") {
        [.line("a", [(0, 0), (10, 0)], closed), .line("b", [(5, 0), (5, 10)], start("尽端"))]
      },
      RuleExample("a work that ends nowhere", zh: "工程没有去处") {
        [
          .line("a", [(0, 0), (10, 0)], start("边界")),
          .line("w", [(10, 0), (20, 0)], kind: "road_work", "\"action\":\"打通\",\"road\":\"a\""),
        ]
      },
      RuleExample(
        "a T-junction where only ends may meet", zh: "只许端点相接时的丁字路口",
        ExamplePlan(
          [.line("a", [(0, 0), (10, 0)], closed), .line("b", [(5, 0), (5, 10)], end("尽端"))],
          settings: ["on: roads", "connect: endpoint"])),
    ])

  private static let closed = start("边界") + "," + end("边界")
  private static func start(_ why: String) -> String { "\"start\":\"\(why)\"" }
  private static func end(_ why: String) -> String { "\"end\":\"\(why)\"" }

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let boundary = task.reference("boundary").map(context.plan.features) ?? []
    var findings: [Finding] = []
    for state in context.states(of: task.features) {
      let ends = FreeEnds(
        state, tolerance: task.quantity("tolerance"), boundary: boundary, context)
      for end in ends.unexplained(endsOnly: task.word("connect") == "endpoint") {
        findings.append(finding(about: end, task, context))
      }
    }
    return findings
  }

  private func finding(
    about end: FreeEnds.End, _ task: RuleTask, _ context: CheckContext
  ) -> Finding {
    let phrase = end.feature.phrase
    let side =
      end.isAtEnd ? Wording("last", zh: "终点") : Wording("first", zh: "起点")
    return task.finding(
      Wording(
        "\(phrase.english) meets no other line at its \(side.english) vertex",
        zh: "\(phrase.chinese)的\(side.chinese)未与其他线相接"),
      parties: [end.party], place: context.place(at: end.point))
  }
}
