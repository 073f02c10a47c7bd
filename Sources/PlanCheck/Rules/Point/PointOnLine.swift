internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// P05: points lie on partner lines.
struct PointOnLine: Rule {
  static let description = RuleDescription(
    code: "P05",
    name: "covered-by-line",
    summary: Wording("A point lies on none of the partner lines.", zh: "点不在任何参照线上。"),
    rationale: Wording(
      "A valve beside its pipe closes nothing; a stop beside its road is on no route.",
      zh: "偏离管线的阀门关不住水，偏离道路的站点不在任何线路上。"),
    fix: Wording("move the point onto the line", zh: "将点移到线上"),
    trap: Wording(
      "A point may lie between two vertices of a line; the outline of an area is no line.",
      zh: "点可以落在线的两个顶点之间；面的边界不算线。"),
    looksAt: [.point],
    counterparts: [
      .arcGIS("Point Must Be Covered By Line (Point-Line)"),
      .qgis("points must be covered by lines"),
      .superMap("点必须在线上"),
    ],
    parameters: [.tolerance, .snap],
    needsFeatures: true,
    needsPartner: true,
    partnersAre: [.line],
    accepts: [
      RuleExample(
        "on a vertex, between two, and on an end", zh: "在顶点上、两顶点之间和端点上",
        ExamplePlan(
          [.point("f", 5, 0), .point("g", 7, 0), .point("h", 10, 0), .roadOfThree],
          settings: .facilitiesOnRoads)),
      RuleExample(
        "on a slanting line, rounded", zh: "在斜线上，经过取整",
        ExamplePlan(
          [.point("f", 3.334, 1.111), .line("r", [(0, 0), (9, 3)])], settings: .facilitiesOnRoads)),
      RuleExample(
        "on the second part of a line", zh: "在多段线的第二段上",
        ExamplePlan(
          [.point("f", 25, 0), .lines("r", [[(0, 0), (10, 0)], [(20, 0), (30, 0)]])],
          settings: ["on: facilitys", "with: road-works"])),
    ],
    flags: [
      RuleExample(
        "3 mm off", zh: "偏离 3 mm", measures: ["0.003 m"],
        ExamplePlan([.point("f", 5, 0.003), .roadOfThree], settings: .facilitiesOnRoads)),
      RuleExample(
        "beyond the end", zh: "在端点之外", measures: ["2 m"],
        ExamplePlan([.point("f", 12, 0), .roadOfThree], settings: .facilitiesOnRoads)),
      RuleExample(
        "between two parts of a line", zh: "在多段线的两段之间", measures: ["5 m"],
        ExamplePlan(
          [.point("f", 15, 0), .lines("r", [[(0, 0), (10, 0)], [(20, 0), (30, 0)]])],
          settings: ["on: facilitys", "with: road-works"])),
      RuleExample(
        "on the outline of an area, which is no line", zh: "在面的边界上，那不是线",
        ExamplePlan(
          [.point("f", 10, 5), .square("z", x: 0, kind: "zone")],
          settings: ["on: facilitys", "with: zones"])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    task.findingsOfStrays(
      from: .lines, within: task.edgeReach, showsWay: true,
      StrayWording(
        one: "lies on no line of", many: "lie on no line of", chinese: "不在…的任何线上",
        nearest: { Wording("the nearest, \($0.english),", zh: "最近的\($0.chinese)") }), context)
  }
}
