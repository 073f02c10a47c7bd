internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// A08: areas lie in what the partners cover together.
struct CoveredByLayer: Rule {
  static let description = RuleDescription(
    code: "A08",
    name: "covered-by-layer",
    summary: Wording(
      "Part of a polygon is covered by none of the partner polygons.", zh: "面的一部分未被另一图层的任何面覆盖。"),
    rationale: Wording(
      "A district that leaves the zone plans ground that is somebody else's.",
      zh: "片区越出规划范围，就是在规划别人的土地。"),
    fix: Wording("draw the polygon back, or the partner further out", zh: "收回该面，或扩大覆盖它的面"),
    trap: Wording(
      "Two partners side by side may cover a polygon that neither of them contains.",
      zh: "相邻的两个面可以共同覆盖一个它们谁也不能单独包含的面。"),
    looksAt: [.area],
    counterparts: [
      .arcGIS("Must Be Covered By Feature Class Of (Area-Area)"), .superMap("面被多个面覆盖"),
      .xPlanung("2.2.3.1"),
    ],
    parameters: [.minArea, .minWidth, .tolerance],
    needsFeatures: true,
    needsPartner: true,
    partnersAre: [.area],
    accepts: [
      RuleExample(
        "a district in the zone, sharing its edge", zh: "片区在规划范围内，有一条公共边",
        ExamplePlan(
          [.square("a", x: 0), .square("z", x: 0, side: 20, kind: "zone")],
          settings: ["on: districts", "with: zones"])),
      RuleExample(
        "two partners side by side", zh: "两个覆盖面并列，共同覆盖",
        ExamplePlan(
          [
            .square("a", x: 5), .square("y", x: 0, kind: "zone"),
            .square("z", x: 10, kind: "zone"),
          ], settings: ["on: districts", "with: zones"])),
      RuleExample(
        "an edge that strays 2 mm by rounding", zh: "边线因取整偏出 2 mm",
        ExamplePlan(
          [.square("a", x: -0.002), .square("z", x: 0, side: 20, kind: "zone")],
          settings: ["on: districts", "with: zones"])),
    ],
    flags: [
      RuleExample(
        "1 m beyond the zone", zh: "超出规划范围 1 m", measures: ["10 m²"],
        ExamplePlan(
          [.square("a", x: -1), .square("z", x: 0, side: 20, kind: "zone")],
          settings: ["on: districts", "with: zones"])),
      RuleExample(
        "over a hole of the zone", zh: "压在规划范围的空洞上", measures: ["4 m²"],
        ExamplePlan(
          [
            .square("a", x: 1, y: 1, side: 5),
            .polygon(
              "z", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
              holes: [[(2, 2), (2, 4), (4, 4), (4, 2), (2, 2)]], kind: "zone"),
          ], settings: ["on: districts", "with: zones"])),
      RuleExample(
        "far from the zone", zh: "远离规划范围", measures: ["100 m²"],
        ExamplePlan(
          [.square("a", x: 50), .square("z", x: 0, kind: "zone")],
          settings: ["on: districts", "with: zones"])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    try context.outsideFindings(for: task) { !$0.polygons.isEmpty }
  }
}
