internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// P06: points lie on the ends of partner lines.
struct PointOnEndpoint: Rule {
  static let description = RuleDescription(
    code: "P06",
    name: "covered-by-endpoint",
    summary: Wording("A point lies on the end of no partner line.", zh: "点不在任何参照线的端点上。"),
    rationale: Wording(
      "A junction box or terminus belongs where lines end; elsewhere the network is not cut where the drawing says.",
      zh: "接线盒、首末站应在线的端点；否则线路并未在图示之处断开。"),
    fix: Wording(
      "move the point onto an end, or split the line at the point", zh: "将点移到端点上，或在该点处打断线"),
    trap: Wording(
      "A vertex in the middle is no end, and a closed line has none. Every part of a line has its own two, also where two parts meet.",
      zh: "中间的顶点不是端点，闭合线没有端点；多段线的每一段各有两个端点，两段相接处亦然。"),
    looksAt: [.point],
    counterparts: [
      .arcGIS("Must Be Covered By Endpoint Of (Point-Line)"),
      .qgis("must be covered by endpoints of"), .superMap("点必须被线端点覆盖"),
    ],
    parameters: [.tolerance, .snap],
    needsFeatures: true,
    needsPartner: true,
    partnersAre: [.line],
    accepts: [
      RuleExample(
        "on the first and the last vertex", zh: "在首末顶点上",
        ExamplePlan(
          [.point("f", 0, 0), .point("g", 10, 0), .roadOfThree], settings: .facilitiesOnRoads)),
      RuleExample(
        "2 mm beyond the end", zh: "在端点外 2 mm",
        ExamplePlan([.point("f", 10.0019, 0), .roadOfThree], settings: .facilitiesOnRoads)),
      RuleExample(
        "where two parts of one line meet", zh: "在同一要素两段相接处",
        ExamplePlan(
          [.point("f", 10, 0), .lines("r", [[(0, 0), (10, 0)], [(10, 0), (20, 0)]])],
          settings: ["on: facilitys", "with: road-works"])),
    ],
    flags: [
      RuleExample(
        "on a vertex in the middle", zh: "在中间的顶点上", measures: ["5 m"],
        ExamplePlan([.point("f", 5, 0), .roadOfThree], settings: .facilitiesOnRoads)),
      RuleExample(
        "on a line that crosses, between vertices", zh: "在线上但不在顶点处", measures: ["3 m"],
        ExamplePlan([.point("f", 7, 0), .roadOfThree], settings: .facilitiesOnRoads)),
      RuleExample(
        "on the seam of a closed line", zh: "在闭合线的接缝处", measures: ["5 m"],
        ExamplePlan(
          [
            .point("f", 0, 5), .line("c", [(0, 5), (5, 9), (-5, 9), (0, 5)]),
            .line("r", [(0, 0), (10, 0)]),
          ], settings: .facilitiesOnRoads)),
      RuleExample(
        "3 mm off", zh: "偏离 3 mm", measures: ["0.003 m"],
        ExamplePlan([.point("f", 10.003, 0), .roadOfThree], settings: .facilitiesOnRoads)),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    task.findingsOfStrays(
      from: .lineEnds, within: task.pointReach, showsWay: true,
      StrayWording(
        one: "lies on the end of no line of", many: "lie on the end of no line of",
        chinese: "不在…的任何线端点上",
        nearest: { Wording("the nearest end, that of \($0.english),", zh: "最近的\($0.chinese)端点") }),
      context)
  }
}
