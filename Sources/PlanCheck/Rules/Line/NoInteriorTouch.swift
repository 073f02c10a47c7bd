internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// L05: lines of a set meet end to end only.
struct NoInteriorTouch: Rule {
  static let description = RuleDescription(
    code: "L05",
    name: "no-intersect-or-interior-touch",
    summary: Wording("Two lines meet other than end to end.", zh: "两条线在双方端点以外的位置相接、相交或重合。"),
    rationale: Wording(
      "A network that is split at every node routes by ends alone: a line that another one ends on has a junction nobody can turn at.",
      zh: "在每个结点处打断的网络只靠端点通行：一条线中部被别的线接上，那个路口就无法转向。"),
    fix: Wording("split the line where the other meets it", zh: "在相接处打断该线"),
    trap: Wording(
      "A T-junction is a fault here, though it is none of a dangle. A closed line has no end that another could meet.",
      zh: "丁字路口在此算错误，尽管它不是悬挂点。闭合线没有可供相接的端点。"),
    looksAt: [.line],
    counterparts: [
      .arcGIS("Must Not Intersect Or Touch Interior (Line)"), .superMap("线内无相交或无内部接触"),
    ],
    parameters: [.tolerance, .minLength],
    needsFeatures: true,
    accepts: [
      RuleExample("a T-junction whose lines are split there", zh: "在丁字路口处已打断的三条线") {
        [
          .line("a", [(0, 0), (5, 0)]), .line("b", [(5, 0), (10, 0)]),
          .line("c", [(5, 0), (5, 10)]),
        ]
      },
      RuleExample("ends 1 mm apart", zh: "端点相距 1 毫米") {
        [.line("a", [(0, 0), (5, 0)]), .line("b", [(5.001, 0), (10, 0)])]
      },
      RuleExample("two lines that form a ring", zh: "两条线首尾相接成环") {
        [.line("a", [(0, 0), (10, 0), (10, 10)]), .line("b", [(10, 10), (0, 10), (0, 0)])]
      },
      RuleExample("lines apart", zh: "互不相接的线") {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(5, 1), (5, 10)])]
      },
    ],
    flags: [
      RuleExample("a T-junction", zh: "丁字路口") {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(5, 0), (5, 10)])]
      },
      RuleExample("a T-junction at a vertex of the other", zh: "在对方折点处的丁字路口") {
        [.line("a", [(0, 0), (5, 0), (10, 0)]), .line("b", [(5, 0), (5, 10)])]
      },
      RuleExample("a plain crossing", zh: "普通相交") {
        [.line("a", [(0, 5), (10, 5)]), .line("b", [(5, 0), (5, 10)])]
      },
      RuleExample("an end at the start of a closed line", zh: "止于闭合线的起点") {
        [
          .line("a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]),
          .line("b", [(-5, -5), (0, 0)]),
        ]
      },
      RuleExample("an end where another line ends on itself", zh: "止于另一条线自相接的一端") {
        [
          .line("a", [(0, 0), (10, 0), (10, 10), (5, 10), (5, 0)]),
          .line("b", [(5, -5), (5, 0)]),
        ]
      },
      RuleExample("5 m on the other line", zh: "与另一条线重合 5 米", measures: ["5 m"]) {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(5, 0), (10, 0)])]
      },
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    context.intersectionFindings(
      for: task, verb: .meetsInside, where: { !$0.firstEnds || !$0.secondEnds })
  }
}
