internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// P02: points lie on points of the partners.
struct PointCoincides: Rule {
  static let description = RuleDescription(
    code: "P02",
    name: "coincide-with",
    summary: Wording("A point lies on no point of the partners.", zh: "点未与参照图层的任何点重合。"),
    rationale: Wording(
      "A meter belongs to a service point; one that stands beside it is connected to nothing.",
      zh: "表具须对应接户点；偏在一旁的表具什么也没接上。"),
    fix: Wording("move the point onto its partner, with the same digits", zh: "将点移到参照点上，坐标逐位相同"),
    trap: Wording(
      "The middle of a line or the corner of an area is no point, and a point does not coincide with itself where both sides name one layer.",
      zh: "线的顶点、面的角点不算点；两侧为同一图层时，点不与自身重合。"),
    looksAt: [.point],
    counterparts: [.arcGIS("Must Coincide With (Point-Point)")],
    parameters: [.tolerance, .snap],
    needsFeatures: true,
    needsPartner: true,
    partnersAre: [.point],
    accepts: [
      RuleExample(
        "a point on a point", zh: "点与点重合",
        ExamplePlan([.point("f", 5, 5), .point("n", 5, 5, kind: "landmark")], settings: on)),
      RuleExample(
        "2 mm beside it is the same place", zh: "相距 2 mm 视为同一位置",
        ExamplePlan([.point("f", 5, 5.0019), .point("n", 5, 5, kind: "landmark")], settings: on)),
      RuleExample(
        "on one point of a multi point", zh: "落在多点要素的其中一点上",
        ExamplePlan(
          [.point("f", 5, 5), .points("n", [(0, 0), (5, 5)], kind: "feature")],
          settings: ["on: facilitys", "with: features"])),
      RuleExample(
        "no place yet", zh: "尚无位置",
        ExamplePlan(
          [.nowhere("f", kind: "facility"), .point("n", 5, 5, kind: "landmark")], settings: on)),
    ],
    flags: [
      RuleExample(
        "3 mm off", zh: "偏离 3 mm", measures: ["0.003 m"],
        ExamplePlan([.point("f", 5, 5.003), .point("n", 5, 5, kind: "landmark")], settings: on)),
      RuleExample(
        "on the end of a line, which is no point", zh: "落在线的端点上，那不是点",
        ExamplePlan([.point("f", 5, 5), .line("n", [(5, 5), (9, 5)])], settings: ["with: roads"])),
      RuleExample(
        "one point of two is astray", zh: "两点中有一点偏离", measures: ["4 m"],
        ExamplePlan(
          [
            .points("f", [(5, 5), (9, 5)], kind: "feature"), .point("n", 5, 5, kind: "landmark"),
          ], settings: ["on: features", "with: landmarks"])),
      RuleExample(
        "a point does not coincide with itself", zh: "点不与自身重合", measures: ["5 m"],
        ExamplePlan(
          [.point("f", 0, 0), .point("g", 3, 4), .point("h", 3, 4)],
          settings: ["on: facilitys", "with: facilitys"])),
      RuleExample(
        "nothing to coincide with", zh: "没有可重合的点",
        ExamplePlan(
          [.point("f", 5, 5), .nowhere("n", kind: "project")],
          settings: ["on: facilitys", "with: projects"])),
    ])

  private static let on = ["on: facilitys", "with: landmarks"]

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    task.findingsOfStrays(
      from: .points, within: task.pointReach,
      StrayWording(
        one: "coincides with no point of", many: "coincide with no point of",
        chinese: "未与…的任何点重合",
        nearest: { Wording("the nearest, \($0.english),", zh: "最近的\($0.chinese)") }), context)
  }
}
