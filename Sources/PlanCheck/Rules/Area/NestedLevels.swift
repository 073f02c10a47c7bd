internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// A17: every area lies in the one area of the next higher level that it names as its parent.
struct NestedLevels: Rule {
  static let description = RuleDescription(
    code: "A17",
    name: "nested-levels",
    summary: Wording(
      "A polygon does not lie in the polygon of the next higher level that it names as its parent.",
      zh: "面不在其所声明的上一级面之内。"),
    rationale: Wording(
      "Figures are added up along the parent ids; where map and ids differ, a village is counted in the wrong town.",
      zh: "统计按上级编码逐级汇总；图与编码不一致，村就会算进别的镇。"),
    fix: Wording("correct the parent id, or the outline", zh: "更正上级编码，或更正边界"),
    trap: Wording(
      "Lying in some polygon of the level above is not enough: it must be the one that is named. A neighbour that only touches contains nothing.",
      zh: "位于某个上一级面内还不够，必须是所声明的那一个；仅相接的邻面不算包含。"),
    looksAt: [.area],
    parameters: [
      RuleParameter(
        "level", .text, default: "level",
        Wording("the property that holds the level", zh: "记录级别的属性")),
      RuleParameter(
        "levels", .texts, default: nil,
        Wording(
          "the levels from the highest down; else they are consecutive numbers, the least the highest",
          zh: "由高到低的各级；缺省时为连续整数，最小者最高")),
      RuleParameter(
        "parent", .text, default: "parent",
        Wording("the property that names the parent", zh: "记录上级标识的属性")),
      RuleParameter(
        "key", .text, default: "id",
        Wording("the property by which a parent is named", zh: "上级据以被引用的属性")),
      .minArea, .minWidth,
    ],
    needsFeatures: true,
    takesPartner: true,
    accepts: [
      RuleExample("three levels", zh: "三级嵌套") {
        [
          area("a", 1, x: 0, side: 30), area("b", 2, "a", x: 0, side: 20),
          area("c", 3, "b", x: 5),
        ]
      },
      RuleExample("along the edge, 2 mm astray by rounding", zh: "贴边，因取整偏差 2 mm") {
        [area("a", 1, x: 0, side: 20), area("b", 2, "a", x: -0.002)]
      },
      RuleExample(
        "levels that are no consecutive numbers", zh: "级别不是连续整数",
        ExamplePlan(
          [area("a", 4, x: 0, side: 20), area("b", 8, "a", x: 5)], settings: ["levels: [4, 8]"])),
      RuleExample(
        "parents in a layer of their own, named by code", zh: "上级另成一层，按编码引用",
        ExamplePlan(
          [
            .square("a", x: 0, side: 20, kind: "feature", "\"level\":1,\"code\":\"0801\""),
            .square("b", x: 5, kind: "feature", "\"level\":2,\"code\":\"080101\",\"up\":\"0801\""),
          ], settings: ["on: features", "parent: up", "key: code"])),
    ],
    flags: [
      RuleExample("2 m outside its parent", zh: "超出上级 2 m", measures: ["20 m²"]) {
        [area("a", 1, x: 0, side: 20), area("b", 2, "a", x: 12)]
      },
      RuleExample("in another area than it names", zh: "位于另一个面内", measures: ["100 m²"]) {
        [
          area("a", 1, x: 0, side: 20), area("b", 1, x: 20, side: 20), area("c", 2, "a", x: 25),
        ]
      },
      RuleExample("in two areas of the level above", zh: "同时位于两个上一级面内") {
        [
          area("a", 1, x: 0, side: 20), area("b", 1, x: 3, side: 20), area("c", 2, "a", x: 5),
        ]
      },
      RuleExample("over a hole of its parent", zh: "压在上级的洞上", measures: ["4 m²"]) {
        [
          .polygon(
            "a", [(0, 0), (20, 0), (20, 20), (0, 20), (0, 0)],
            holes: [[(2, 2), (2, 4), (4, 4), (4, 2), (2, 2)]], kind: "feature", "\"level\":1"),
          area("b", 2, "a", x: 1),
        ]
      },
      RuleExample("a parent that skips a level", zh: "越级的上级") {
        [
          area("a", 1, x: 0, side: 30), area("b", 2, "a", x: 0, side: 20), area("c", 3, "a", x: 5),
        ]
      },
      RuleExample("a parent that does not exist", zh: "上级不存在") {
        [area("a", 1, x: 0, side: 20), area("b", 2, "zz", x: 5)]
      },
      RuleExample("no parent named", zh: "未声明上级") {
        [area("a", 1, x: 0, side: 20), area("b", 2, x: 5)]
      },
      RuleExample("no level", zh: "没有级别") {
        [area("a", 1, x: 0, side: 20), .square("b", x: 5, kind: "feature", "\"parent\":\"a\"")]
      },
    ])

  private static func area(
    _ id: String, _ level: Int, _ parent: String? = nil, x: Double, side: Double = 10
  ) -> ExampleFeature {
    let up = parent.map { ",\"parent\":\"\($0)\"" } ?? ""
    return .square(id, x: x, side: side, kind: "feature", "\"level\":\(level)\(up)")
  }

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    let check = NestingCheck(task, context)
    let own = Set(task.features.map(\.id))
    return try check.tree.features.indices.compactMap { place in
      own.contains(check.tree.features[place].id) ? try check.finding(about: place) : nil
    }
  }
}
