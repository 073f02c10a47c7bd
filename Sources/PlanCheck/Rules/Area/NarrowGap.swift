internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// A03: areas either meet or keep clear of each other.
struct NarrowGap: Rule {
  static let description = RuleDescription(
    code: "A03",
    name: "narrow-gap",
    summary: Wording(
      "A narrow gap, or an inlet that is open to the outside, is left between polygons.",
      zh: "面与面之间留有狭窄的空隙，或向外敞开的狭缝。"),
    rationale: Wording(
      "Ground too narrow to be anything is a slip of the pen: nobody plans a street of half a metre.",
      zh: "窄到什么也不是的地是绘图的疏漏：没有人会规划半米宽的路。"),
    fix: Wording(
      "draw one outline on to the other, with the same vertices along the border",
      zh: "将一条边界画到另一条上，并在公共边上使用相同的顶点"),
    trap: Wording(
      "Searching for holes finds only closed gaps, not the wedge between two polygons that part at a point. The distance of edges finds every corner as well, where edges are near because they meet, and the largest circle that fits measures the corner beside a slit rather than the slit: the width here is that between edges that face each other, less than 29° from parallel.",
      zh:
        "只找空洞会漏掉两个面从一点分开形成的楔形敞口；只量边与边的距离会把每个拐角都算上，因为边在那里相交；最大内切圆量到的往往是狭缝旁的拐角而不是狭缝。这里的宽度只在相对的两边之间量取，两边夹角小于 29°。"
    ),
    looksAt: [.area],
    counterparts: [.qgis("Gap")],
    parameters: [
      .tolerance, .minArea, .minWidth,
      RuleParameter(
        "max_width", .quantity(.length), default: "1 m",
        Wording("how wide a gap is still narrow", zh: "视为狭窄的最大宽度")),
    ],
    needsFeatures: true,
    accepts: [
      RuleExample("a shared border, and the perimeter", zh: "公共边重合；外围不是空隙") {
        [.square("a", x: 0), .square("b", x: 10)]
      },
      RuleExample("a street between them", zh: "中间隔着道路") {
        [.square("a", x: 0), .square("b", x: 13)]
      },
      RuleExample("a corner between three", zh: "三个面之间的直角") {
        [.square("a", x: 0), .square("b", x: 10), .square("c", x: 0, y: 10)]
      },
      RuleExample("a step where a low one touches a high one", zh: "一低一高两个面相接处的台阶") {
        [
          .square("a", x: 0, side: 8.29),
          .polygon(
            "b", [(8.29, 0), (16.58, 0), (16.58, 10.38), (8.29, 10.38), (8.29, 8.29), (8.29, 0)]),
        ]
      },
      RuleExample("two that meet in a point", zh: "两个面以一点相接") {
        [.square("a", x: 0), .square("b", x: 10, y: 10)]
      },
      RuleExample("a notch in a single polygon", zh: "单个面自身的凹槽") {
        [
          .polygon(
            "a",
            [
              (0, 0), (20, 0), (20, 10), (10.5, 10), (10.5, 4), (10, 4), (10, 10), (0, 10), (0, 0),
            ]), .square("b", x: 20),
        ]
      },
      RuleExample("a wide court with sharp corners", zh: "带锐角的宽阔内院") {
        [
          .polygon("a", [(0, 0), (30, 0), (30, -5), (0, -5), (0, 0)]),
          .polygon("b", [(0, 0), (15, 26), (15, 40), (-10, 0), (0, 0)]),
          .polygon("c", [(30, 0), (15, 26), (15, 40), (40, 0), (30, 0)]),
        ]
      },
      RuleExample("a slit of 2 mm is rounding", zh: "2 毫米的缝属取舍误差") {
        [.square("a", x: 0), .square("b", x: 10.002)]
      },
    ],
    flags: [
      RuleExample("a strip that is open at both ends", zh: "两端敞开的条形空隙", measures: ["0.5 m"]) {
        [.square("a", x: 0), .square("b", x: 10.5)]
      },
      RuleExample("exactly as wide as still narrow", zh: "宽度恰等于限值", measures: ["1 m"]) {
        [.square("a", x: 0), .square("b", x: 11)]
      },
      RuleExample("a closed sliver", zh: "封闭的狭缝", measures: ["0.4 m"]) {
        [
          .polygon(
            "a", [(0, 0), (12, 0), (12, 10), (9, 10), (9, 9.6), (3, 9.6), (3, 10), (0, 10), (0, 0)]
          ),
          .polygon("b", [(0, 10), (12, 10), (12, 20), (0, 20), (0, 10)]),
        ]
      },
      RuleExample("a slit beside a step", zh: "台阶旁的狭缝", measures: ["0.1 m"]) {
        [
          .square("a", x: 0, side: 8.29),
          .polygon("b", [(8.39, 0), (16.68, 0), (16.68, 10.38), (8.39, 10.38), (8.39, 0)]),
        ]
      },
      RuleExample(
        "a wedge between two that part at a point", zh: "从一点分开的楔形敞口", measures: ["1 m"]
      ) {
        [
          .polygon("a", [(0, 0), (50, 0), (50, -10), (0, -10), (0, 0)]),
          .polygon("b", [(0, 0), (50, 2), (50, 10), (0, 10), (0, 0)]),
        ]
      },
      RuleExample("an inlet that ends at a third", zh: "尽头是第三个面的狭缝", measures: ["0.5 m"]) {
        [
          .square("a", x: 0), .square("b", x: 10.5),
          .polygon("c", [(0, -5), (20.5, -5), (20.5, 0), (0, 0), (0, -5)]),
        ]
      },
      RuleExample("a ring around an island", zh: "环绕孤岛的空隙", measures: ["0.5 m"]) {
        [
          .polygon(
            "a", [(0, 0), (20, 0), (20, 20), (0, 20), (0, 0)],
            holes: [[(5, 5), (5, 15), (15, 15), (15, 5), (5, 5)]]),
          .square("b", x: 5.5, y: 5.5, side: 9),
        ]
      },
      RuleExample("a channel between two wide courts", zh: "两个宽阔内院之间的通道", measures: ["0.5 m"]) {
        [
          .polygon(
            "a",
            [
              (0, 0), (30, 0), (30, 10), (25, 10), (25, 5), (20, 5), (20, 9.5), (10, 9.5),
              (10, 5), (5, 5), (5, 10), (0, 10), (0, 0),
            ]),
          .polygon("b", [(0, 10), (5, 10), (25, 10), (30, 10), (30, 20), (0, 20), (0, 10)]),
        ]
      },
      RuleExample("corners that nearly meet", zh: "几乎相接的两角", measures: ["0.5 m"]) {
        [.square("a", x: 0), .square("b", x: 10.3, y: 10.4)]
      },
      RuleExample("an invalid neighbour is not skipped", zh: "无效的邻面同样检查", measures: ["0.5 m"]) {
        [
          .square("a", x: 0),
          .polygon("b", [(10.5, 0), (20, 10), (20, 0), (10.5, 10), (10.5, 0)]),
        ]
      },
    ])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    let areas = AreaSet(task.features, context)
    guard let search = try GapSearch(areas, task, context) else { return [] }
    var pairs = 0
    areas.index.forEachPair(margin: search.width) { _, _ in pairs += 1 }
    context.verified(pairs: pairs)
    let gaps = try search.gaps()
    return try (gaps + search.straits(besides: gaps))
      .map { finding(about: $0, areas, task, context) }
  }

  private func finding(
    about gap: GapSearch.Gap, _ areas: AreaSet, _ task: RuleTask, _ context: CheckContext
  ) -> Finding {
    let measure = Measure(gap.width, .metres, limit: task.quantity("max_width"))
    let parties = gap.owners.map { areas.features[$0] }
    let (around, much) = (Wording.list(parties.map(\.phrase)), measure.phrase)
    let anchor = context.anchor(of: gap.place)
    let message: Wording
    if gap.place.polygons.isEmpty {
      message = Wording(
        "\(around.english) come within \(much.english) of each other and do not meet",
        zh: "\(around.chinese)相距仅 \(much.chinese)而不相接")
    } else {
      let isInside = parties.count == 1
      message = Wording(
        "\(gap.isOpen ? "an open" : "a") gap \(isInside ? "inside" : "between") "
          + "\(around.english) is \(gap.isUneven ? "up to " : "")\(much.english) wide",
        zh: "\(around.chinese)\(isInside ? "内部" : "之间")有\(gap.isOpen ? "敞开的" : "")空隙，"
          + "\(gap.isUneven ? "最宽处" : "宽") \(much.chinese)")
    }
    return task.finding(
      message, parties: parties.map { $0.party(near: anchor) }, measure: measure,
      place: context.place(gap.place),
      isDegraded: gap.owners.contains { areas.shapes[$0].isRepaired })
  }
}
