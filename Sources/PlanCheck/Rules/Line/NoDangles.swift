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
      "join the end to another line, declare 'start' or 'end' as 尽端, 边界 or 源头, or draw what it ends at",
      zh: "将该端接到其他线上，以“start”“end”声明为尽端、边界或源头，或画出它所止的设施"),
    trap: Wording(
      "A T-junction is no dangle: an end on the middle of another line meets it. A closed line has no ends that could dangle.",
      zh: "丁字路口不是悬挂点：一端落在另一条线中部即已相接。闭合线没有会悬空的端点。"),
    looksAt: [.line],
    counterparts: [
      .arcGIS("Must Not Have Dangles (Line)"), .qgis("must not have dangles"),
      .superMap("线内无悬线"),
    ],
    parameters: [
      .tolerance,
      RuleParameter(
        "at", .reference, default: nil,
        Wording(
          "the points or areas at which a line may end", zh: "线可以止于其处的点或面")),
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
        "an end on the outline of the zone", zh: "止于范围边界",
        ExamplePlan(
          [.line("a", [(0, 5), (10, 5)]), .square("z", x: 0, kind: "zone")],
          settings: ["on: roads", "boundary: zones"])),
      RuleExample("a dead end that a work is to open", zh: "有工程将要打通的断头路") {
        [
          .line("a", [(0, 0), (10, 0)], start("边界")),
          .line("b", [(20, -10), (20, 0), (20, 10)], closed),
          .line("w", [(10, 0), (20, 0)], kind: "road_work", "\"action\":\"打通\",\"road\":\"a\""),
        ]
      },
      RuleExample("a spring and an outlet", zh: "源头与出口") {
        [
          .line(
            "a", [(0, 0), (10, 0)], kind: "watercourse", "\"start\":\"源头\",\"outlet\":true")
        ]
      },
      RuleExample("a closed line has no ends", zh: "闭合线没有端点") {
        [.line("a", [(0, 0), (10, 0), (10, 10), (0, 0)])]
      },
      RuleExample("a road that comes back to its own middle", zh: "绕回自身中部的道路") {
        [.line("a", [(0, 0), (20, 0), (20, 10), (10, 10), (10, 0)], start("边界"))]
      },
      RuleExample(
        "a point and an area to end at", zh: "可以止于其处的点和面",
        ExamplePlan(
          [
            .line("a", [(0, 0), (10, 0)], kind: "feature"), .point("p", 0, 0.001),
            .square("z", x: 9, y: -5, kind: "park"),
          ], settings: ["on: features", "at: [facilitys, parks]"])),
    ],
    flags: [
      RuleExample("a dead end that nothing explains", zh: "没有说明的断头路") {
        [.line("a", [(0, 0), (10, 0)], closed), .line("b", [(5, 0), (5, 10)])]
      },
      RuleExample("an end 3 mm short", zh: "一端差 3 毫米") {
        [.line("a", [(0, 0), (10, 0)], closed), .line("b", [(5, 0.003), (5, 10)], end("尽端"))]
      },
      RuleExample("a declaration for the other end", zh: "声明的是另一端") {
        [.line("a", [(0, 0), (10, 0)], closed), .line("b", [(5, 0), (5, 10)], start("尽端"))]
      },
      RuleExample("a work that ends nowhere", zh: "工程的终点悬空") {
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
      RuleExample(
        "a point 3 mm from the end", zh: "点距端点 3 毫米",
        ExamplePlan(
          [.line("a", [(0, 0), (10, 0)], start("边界")), .point("p", 10.003, 0)],
          settings: ["on: roads", "at: facilitys"])),
    ])

  private static let closed = start("边界") + "," + end("边界")
  private static func start(_ why: String) -> String { "\"start\":\"\(why)\"" }
  private static func end(_ why: String) -> String { "\"end\":\"\(why)\"" }

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let boundary = task.reference("boundary").map(context.plan.features) ?? []
    let nodes = task.reference("at").map(context.plan.features) ?? []
    var findings: [Finding] = []
    for state in context.states(of: task.features) {
      let ends = FreeEnds(
        state, tolerance: task.quantity("tolerance"), boundary: boundary, nodes: nodes,
        context)
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
