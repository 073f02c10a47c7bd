internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// L03: lines of a set meet at their ends only.
struct NoIntersect: Rule {
  static let description = RuleDescription(
    code: "L03",
    name: "no-intersect",
    summary: Wording("Two lines cross or run on each other.", zh: "两条线相交或重合。"),
    rationale: Wording(
      "Contours, boundaries and split networks are read line by line: where two cross, one of them is wrong or not split.",
      zh: "等高线、界线和已打断的网络逐条使用：两线相交，不是有一条画错，就是没有打断。"),
    fix: Wording("split both lines where they cross, or move one", zh: "在交点处打断两条线，或移开其中一条"),
    trap: Wording(
      "Lines may share ends, and one may end on the middle of another. Where a bend of one touches the middle of the other both go on, so they intersect. A closed line has no end: not at its start either.",
      zh: "两线可以共用端点，一线也可以止于另一线中部。折点碰到对方中部时双方都穿过该点，算相交。闭合线没有端点，起点也不是。"),
    looksAt: [.line],
    counterparts: [
      .arcGIS("Must Not Intersect (Line)"), .qgis("Lines must not intersect any other lines"),
      .superMap("线内无相交"),
    ],
    parameters: [.tolerance, .minLength],
    needsFeatures: true,
    accepts: [
      RuleExample("four lines that share an end", zh: "四条线共用一个端点") {
        [
          .line("a", [(0, 0), (5, 0)]), .line("b", [(5, 0), (10, 0)]),
          .line("c", [(5, 0), (5, 5)]), .line("d", [(5, -5), (5, 0)]),
        ]
      },
      RuleExample("an end on the middle of another line", zh: "一端止于另一条线中部") {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(5, 0), (5, 10)])]
      },
      RuleExample("an end 1 mm beyond the other line", zh: "一端越过另一条线 1 毫米") {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(5, -0.001), (5, 10)])]
      },
      RuleExample("two lines that form a ring", zh: "两条线首尾相接成环") {
        [.line("a", [(0, 0), (10, 0), (10, 10)]), .line("b", [(10, 10), (0, 10), (0, 0)])]
      },
      RuleExample("a line that crosses itself is another rule's", zh: "线自相交由另一规则检查") {
        [.line("a", [(0, 0), (10, 0), (10, 5), (5, 5), (5, -5)])]
      },
    ],
    flags: [
      RuleExample("a plain crossing", zh: "普通相交") {
        [.line("a", [(0, 5), (10, 5)]), .line("b", [(5, 0), (5, 10)])]
      },
      RuleExample("a crossing at a vertex of both", zh: "在双方折点处相交") {
        [.line("a", [(0, 5), (5, 5), (10, 5)]), .line("b", [(5, 0), (5, 5), (5, 10)])]
      },
      RuleExample("a bend that touches the other line", zh: "折点碰到另一条线") {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(0, 5), (5, 0), (10, 5)])]
      },
      RuleExample("an end 3 mm beyond the other line", zh: "一端越过另一条线 3 毫米") {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(5, -0.003), (5, 10)])]
      },
      RuleExample("over the start of a closed line", zh: "从闭合线的起点穿过") {
        [
          .line("a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]),
          .line("b", [(-5, 5), (5, -5)]),
        ]
      },
      RuleExample("where the parts of one line meet", zh: "从一条线两部分的接点穿过") {
        [
          .lines("a", [[(0, 0), (5, 0)], [(5, 0), (10, 0)]], kind: "feature"),
          .line("b", [(5, -5), (5, 5)], kind: "feature"),
        ]
      },
      RuleExample("4 m on the other line", zh: "与另一条线重合 4 米", measures: ["4 m"]) {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(6, 0), (20, 0)])]
      },
      RuleExample("a crossing and a shared stretch of one pair", zh: "一对线既相交又重合", measures: ["3 m"])
      {
        [
          .line("a", [(0, 0), (20, 0)]),
          .line("b", [(2, 5), (2, -5), (8, -5), (10, 0), (13, 0), (15, 5)]),
        ]
      },
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    context.intersectionFindings(
      for: task, verb: .crosses, where: { !$0.firstEnds && !$0.secondEnds })
  }
}

extension Wording {
  /// What two lines do whose middles meet.
  static let crosses = Wording("crosses or touches", zh: "相交")
  /// What two lines do that meet anywhere but at the ends of both.
  static let meetsInside = Wording("meets other than end to end", zh: "非端点相接")
}
