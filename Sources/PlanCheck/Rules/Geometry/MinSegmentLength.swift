internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// G08: no edge is too short to be meant.
struct MinSegmentLength: Rule {
  static let description = RuleDescription(
    code: "G08",
    name: "min-segment-length",
    summary: Wording("An edge is too short to be meant.", zh: "线段过短。"),
    rationale: Wording(
      "Edges of a few centimetres come from snapping and clipping; they bear no direction and grow into noise at every buffer and offset.",
      zh: "几厘米的线段多由捕捉或裁剪产生，没有可靠方向，缓冲和偏移时会放大为噪声。"),
    fix: Wording("merge the two vertices into one", zh: "将两个顶点合并为一个"),
    trap: Wording(
      "The edge that closes a ring counts; two vertices in the same place are an edge of no length.",
      zh: "闭合环的最后一段也计入；两个重合顶点是长度为零的线段。"),
    looksAt: [.line, .area],
    counterparts: [.qgis("Minimal segment length")],
    parameters: [
      RuleParameter(
        "min", .quantity(.length), default: "0.05 m",
        Wording("the shortest edge", zh: "最短线段"))
    ],
    severity: .warning,
    accepts: [
      RuleExample("edges of 10 m", zh: "10 m 的边") { [.square("a", x: 0)] },
      RuleExample("an edge of exactly the limit", zh: "恰为限值的边") {
        [.line("a", [(0, 0), (0.05, 0), (10, 0)])]
      },
      RuleExample("points have no edges", zh: "点没有边") { [.points("a", [(0, 0), (0.01, 0)])] },
    ],
    flags: [
      RuleExample("4 cm in the middle of a line", zh: "线中间的 4 cm", measures: ["0.04 m"]) {
        [.line("a", [(0, 0), (5, 0), (5, 0.04), (10, 5)])]
      },
      RuleExample("the edge that closes a ring", zh: "环的闭合边", measures: ["0.02 m"]) {
        [.polygon("a", [(0, 0), (10, 0), (10, 10), (0, 0.02), (0, 0)])]
      },
      RuleExample("an edge of a hole", zh: "内环的边", measures: ["0.03 m"]) {
        [
          .polygon(
            "a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
            holes: [[(2, 2), (2, 4), (4, 4), (4, 3.97), (2, 2)]])
        ]
      },
      RuleExample(
        "a limit of its own", zh: "自定限值", measures: ["0.5 m"],
        ExamplePlan([.line("a", [(0, 0), (0.5, 0), (10, 0)])], settings: ["min: 1 m"])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let limit = task.quantity("min")
    return edgeFindings(
      for: task, using: context, limit: limit, where: { $0 < limit - Rounding.length }
    ) { feature, length in
      Wording(
        "\(feature.english) has an edge of \(length.english)",
        zh: "\(feature.chinese)有长 \(length.chinese)的线段")
    }
  }
}
