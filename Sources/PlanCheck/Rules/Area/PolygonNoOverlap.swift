internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// A01: no two areas of a set cover the same ground.
struct PolygonNoOverlap: Rule {
  static let description = RuleDescription(
    code: "A01",
    name: "polygon-no-overlap",
    summary: Wording("Two polygons cover the same ground.", zh: "两个面覆盖同一块地。"),
    rationale: Wording(
      "Districts are responsible for ground; no square metre can belong to two of them.",
      zh: "片区对土地负责，任何一平方米都不能同属两个片区。"),
    fix: Wording(
      "give both outlines the same vertices along their border", zh: "让两条边界在公共边上使用相同的顶点"),
    trap: Wording(
      "An area inside another and two equal areas overlap too, although the predicate 'overlaps' of the OGC standard is false for them.",
      zh: "包含和完全重合也是压盖，尽管 OGC 标准的谓词 overlaps 对它们为假。"),
    looksAt: [.area],
    counterparts: [
      .arcGIS("Must Not Overlap (Area)"), .qgis("must not overlap"), .superMap("面内无重叠"),
      .xPlanung("2.2.1.1"),
    ],
    parameters: [.minArea, .minWidth],
    needsFeatures: true,
    accepts: [
      RuleExample("polygons that share an edge", zh: "共边的两个面") {
        [.square("a", x: 0), .square("b", x: 10)]
      },
      RuleExample("polygons that meet in a point", zh: "仅在一点相接的两个面") {
        [.square("a", x: 0), .square("b", x: 10, y: 10)]
      },
      RuleExample("one in the hole of the other", zh: "一个面位于另一个面的空洞中") {
        [
          .polygon(
            "a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
            holes: [[(2, 2), (2, 4), (4, 4), (4, 2), (2, 2)]]),
          .square("b", x: 2, y: 2, side: 2),
        ]
      },
      RuleExample("an edge that strays 2 mm by rounding alone", zh: "边线仅因取整偏出 2 mm") {
        [.square("a", x: 0, side: 100), .square("b", x: 99.998, side: 100)]
      },
    ],
    flags: [
      RuleExample("one 2 m inside the next", zh: "伸入邻面 2 m", measures: ["20 m²"]) {
        [.square("a", x: 0), .square("b", x: 8)]
      },
      RuleExample("one inside the other", zh: "一个面包含另一个面", measures: ["9 m²"]) {
        [.square("a", x: 0), .square("b", x: 2, y: 2, side: 3)]
      },
      RuleExample("the same ground twice", zh: "两个面完全重合", measures: ["100 m²"]) {
        [.square("a", x: 0), .square("b", x: 0)]
      },
      RuleExample(
        "an invalid neighbour is not skipped", zh: "邻面无效也不跳过", measures: ["50 m²"],
        ExamplePlan(
          [
            .square("a", x: 0),
            .polygon("bow-tie", [(0, 0), (10, 10), (10, 0), (0, 10), (0, 0)]),
          ], settings: ["on: districts"])),
      RuleExample(
        "two overlaps of one pair are one finding", zh: "同一对面有两处重叠，只报一次", measures: ["8 m²"]
      ) {
        [
          .polygon(
            "a", [(0, 0), (10, 0), (10, 2), (2, 2), (2, 8), (10, 8), (10, 10), (0, 10), (0, 0)]),
          .square("b", x: 8, side: 10),
        ]
      },
    ])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    try context.overlaps(among: context.areas(of: task.features), for: task)
      .map { context.finding(about: $0, task) }
  }
}
