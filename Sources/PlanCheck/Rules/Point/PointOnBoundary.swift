internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// P03: points lie on the boundary of partner areas.
struct PointOnBoundary: Rule {
  static let description = RuleDescription(
    code: "P03",
    name: "point-covered-by-boundary",
    summary: Wording(
      "A point lies on the boundary of no partner area.", zh: "点不在任何参照面的边界上。"),
    rationale: Wording(
      "A boundary stone inside a parcel marks no boundary.", zh: "立在地块内部的界桩标不出界线。"),
    fix: Wording("move the point onto the boundary", zh: "将点移到边界上"),
    trap: Wording(
      "The outline of a hole is boundary too, and so is a border between two areas that their union would dissolve.",
      zh: "洞的边线也是边界；两面之间的公共边同样是边界，尽管合并后会消失。"),
    looksAt: [.point],
    counterparts: [
      .arcGIS("Must Be Covered By Boundary Of (Point-Area)"), .superMap("点必须在面的边界上"),
      .qgis("must be covered by"),
    ],
    parameters: [.tolerance, .snap],
    needsFeatures: true,
    needsPartner: true,
    partnersAre: [.area],
    accepts: [
      RuleExample(
        "on a corner, an edge and the edge of a hole", zh: "在角点、边线和洞的边线上",
        ExamplePlan(
          [.point("f", 0, 0), .point("g", 10, 5), .point("h", 4, 5), .zoneWithHole],
          settings: .facilitiesInZones)),
      RuleExample(
        "on the border between two areas", zh: "在两面的公共边上",
        ExamplePlan(
          [
            .point("f", 10, 5), .square("y", x: 0, kind: "zone"), .square("z", x: 10, kind: "zone"),
          ], settings: .facilitiesInZones)),
      RuleExample(
        "2 mm outside", zh: "在外侧 2 mm",
        ExamplePlan([.point("f", 10.0019, 5), .zoneWithHole], settings: .facilitiesInZones)),
    ],
    flags: [
      RuleExample(
        "inside", zh: "在内部", measures: ["1 m"],
        ExamplePlan([.point("f", 9, 5), .zoneWithHole], settings: .facilitiesInZones)),
      RuleExample(
        "in the hole", zh: "在洞中", measures: ["0.5 m"],
        ExamplePlan([.point("f", 4.5, 5), .zoneWithHole], settings: .facilitiesInZones)),
      RuleExample(
        "3 mm outside", zh: "在外侧 3 mm", measures: ["0.003 m"],
        ExamplePlan([.point("f", 10.003, 5), .zoneWithHole], settings: .facilitiesInZones)),
      RuleExample(
        "beyond the end of an edge, on its line", zh: "在边线的延长线上", measures: ["2 m"],
        ExamplePlan([.point("f", 12, 0), .zoneWithHole], settings: .facilitiesInZones)),
      RuleExample(
        "inside an area that crosses itself", zh: "在自相交的面内", measures: ["2 m"],
        ExamplePlan(
          [
            .point("f", 2, 5),
            .crossedZone,
          ], settings: .facilitiesInZones)),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    task.findingsOfStrays(
      from: .outlines, within: task.edgeReach,
      StrayWording(
        one: "lies on the boundary of none of", many: "lie on the boundary of none of",
        chinese: "不在…的任何边界上",
        nearest: { Wording("the nearest, that of \($0.english),", zh: "最近的\($0.chinese)边界") }),
      context)
  }
}
