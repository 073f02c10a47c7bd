internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// L01: no two lines of a set run on the same ground.
struct LineNoOverlap: Rule {
  static let description = RuleDescription(
    code: "L01",
    name: "line-no-overlap",
    summary: Wording("Two lines run on the same ground.", zh: "两条线在同一位置重合。"),
    rationale: Wording(
      "A stretch drawn twice is built, counted and paid for twice, and a network has two ways where there is one.",
      zh: "同一路段画两次，就会重复建设、重复计量，网络里也会多出一条并不存在的路。"),
    fix: Wording(
      "delete one of the two along the stretch, or end it where the other begins",
      zh: "删去其中一条的重合段，或让它止于另一条的起点"),
    trap: Wording(
      "Stretches that are split at different vertices run on each other all the same; lines that cross, however flatly, do not.",
      zh: "两段线的折点不同也照样重合；相交的线夹角再小也不算重合。"),
    looksAt: [.line],
    counterparts: [.arcGIS("Must Not Overlap (Line)"), .superMap("线内无重叠")],
    parameters: [.tolerance, .minLength],
    needsFeatures: true,
    accepts: [
      RuleExample("lines that meet end to end, straight on", zh: "首尾相接的两条直线") {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(10, 0), (20, 0)])]
      },
      RuleExample("a crossing shares a point only", zh: "相交只有一个公共点") {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(5, -5), (5, 5)])]
      },
      RuleExample("a crossing at half a degree", zh: "夹角半度的相交") {
        [.line("a", [(0, 0), (100, 0)]), .line("b", [(0, -0.5), (100, 0.5)])]
      },
      RuleExample("two lines 1 cm apart", zh: "相距 1 厘米的平行线") {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(0, 0.01), (10, 0.01)])]
      },
      RuleExample("an end 5 mm beyond the next is noise", zh: "首尾多出 5 毫米属噪声") {
        [.line("a", [(0, 0), (10.005, 0)]), .line("b", [(10, 0), (20, 0)])]
      },
      RuleExample("a line that runs on itself is another rule's", zh: "线与自身重合由另一规则检查") {
        [.line("a", [(0, 0), (10, 0), (5, 0)])]
      },
    ],
    flags: [
      RuleExample("the same line twice, drawn both ways", zh: "同一条线画两次，方向相反", measures: ["10 m"]) {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(10, 0), (0, 0)])]
      },
      RuleExample("4 m of two lines", zh: "两条线重合 4 米", measures: ["4 m"]) {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(6, 0), (20, 0)])]
      },
      RuleExample("split at different vertices", zh: "折点不同的重合", measures: ["10 m"]) {
        [
          .line("a", [(0, 0), (3, 0), (7, 0), (10, 0)]),
          .line("b", [(0, 0), (5, 0), (10, 0), (10, 5)]),
        ]
      },
      RuleExample("1 mm aside by rounding", zh: "因取整偏差 1 毫米", measures: ["10 m"]) {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(0, 0.001), (5, -0.001), (10, 0.001)])]
      },
      RuleExample(
        "two stretches of one pair are one finding", zh: "一对线重合两段只报一次", measures: ["6 m"]
      ) {
        [
          .line("a", [(0, 0), (20, 0)]),
          .line("b", [(0, 5), (2, 0), (5, 0), (8, 3), (11, 0), (14, 0)]),
        ]
      },
      RuleExample("there and back counts once", zh: "往返重合只计一次", measures: ["10 m"]) {
        [.line("a", [(0, 0), (10, 0), (0, 0)]), .line("b", [(0, 0), (10, 0)])]
      },
      RuleExample("over the start of a closed line", zh: "跨过闭合线起点的重合", measures: ["8 m"]) {
        [
          .line("a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]),
          .line("b", [(0, 4), (0, 0), (4, 0)]),
        ]
      },
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    context.overlapFindings(for: task)
  }
}
