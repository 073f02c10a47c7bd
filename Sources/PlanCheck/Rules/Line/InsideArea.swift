internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// L16: lines run inside the partner areas.
struct InsideArea: Rule {
  static let description = RuleDescription(
    code: "L16",
    name: "inside",
    summary: Wording("Part of a line lies outside the partner areas.", zh: "线的一部分位于范围之外。"),
    rationale: Wording(
      "A road that leaves the zone is somebody else's to build, and its length must not be counted.",
      zh: "越出范围的路段不归本区建设，其长度也不应计入。"),
    fix: Wording("cut the line at the boundary", zh: "在边界处截断"),
    trap: Wording(
      "The boundary counts as inside: a road may run along it.", zh: "边界算在范围之内：道路可以沿边界走。"),
    looksAt: [.line],
    counterparts: [.arcGIS("Must Be Inside (Line-Area)")],
    parameters: [.tolerance, .minLength],
    needsFeatures: true,
    needsPartner: true,
    partnersAre: [.area],
    accepts: [
      RuleExample("along the boundary", zh: "沿边界走", .roadInZone([(0, 0), (10, 0), (5, 5)])),
      RuleExample(
        "1 mm over the boundary", zh: "越界 1 毫米",
        .roadInZone([(5, 5), (5, 10.001), (8, 10.001), (8, 5)])),
    ],
    flags: [
      RuleExample("5 m outside", zh: "越界 5 米", measures: ["5 m"], .roadInZone([(5, 5), (5, 15)])),
      RuleExample(
        "out and in again", zh: "出界又返回", measures: ["6 m"],
        .roadInZone([(4, 5), (4, 12), (6, 12), (6, 5)])),
      RuleExample(
        "wholly outside", zh: "全部在界外", measures: ["10 m"], .roadInZone([(50, 5), (50, 15)])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    try context.outsideFindings(for: task) { !$0.lines.isEmpty }
  }
}

extension ExamplePlan {
  /// A road and a zone from (0, 0) to (10, 10).
  fileprivate static func roadInZone(_ points: [(Double, Double)]) -> ExamplePlan {
    ExamplePlan(
      [.line("a", points), .square("z", x: 0, kind: "zone")],
      settings: ["on: roads", "with: zones"])
  }
}
