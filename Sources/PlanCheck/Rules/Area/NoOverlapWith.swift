internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// A07: no area of one set covers the ground of an area of another.
struct NoOverlapWith: Rule {
  static let description = RuleDescription(
    code: "A07",
    name: "polygon-no-overlap-with",
    summary: Wording(
      "A polygon covers ground that a polygon of another layer covers.", zh: "一个面与另一图层的面覆盖同一块地。"),
    rationale: Wording(
      "Farmland, building land and water exclude one another; what is drawn as two of them cannot be both.",
      zh: "耕地、建设用地与水面互相排斥，同一块地不能既是此又是彼。"),
    fix: Wording(
      "draw one of the two back to the border of the other", zh: "将其中一个面收回到另一个面的边界"),
    trap: Wording(
      "Two polygons of the same layer may overlap here; a feature that stands on both sides does not overlap itself.",
      zh: "同一图层内的压盖不归此规则；同时列入两侧的要素不与自身压盖。"),
    looksAt: [.area],
    counterparts: [
      .arcGIS("Must Not Overlap With (Area-Area)"), .qgis("must not overlap with"),
      .superMap("面与面无重叠"),
    ],
    parameters: [.minArea, .minWidth],
    needsFeatures: true,
    needsPartner: true,
    partnersAre: [.area],
    accepts: [
      RuleExample(
        "a park beside a lake", zh: "园区紧邻湖面",
        ExamplePlan(
          [.square("p", x: 0, kind: "park"), .square("l", x: 10, kind: "lake")], settings: on)),
      RuleExample(
        "a lake in the hole of a park", zh: "湖在园区的内环里",
        ExamplePlan(
          [
            .polygon(
              "p", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
              holes: [[(2, 2), (2, 4), (4, 4), (4, 2), (2, 2)]], kind: "park"),
            .square("l", x: 2, y: 2, side: 2, kind: "lake"),
          ], settings: on)),
      RuleExample(
        "two parks on the same ground are another rule's", zh: "两个园区互相压盖由其他规则检查",
        ExamplePlan(
          [
            .square("p", x: 0, kind: "park"), .square("q", x: 5, kind: "park"),
            .square("l", x: 50, kind: "lake"),
          ], settings: on)),
      RuleExample(
        "a feature on both sides", zh: "同一要素列在两侧",
        ExamplePlan(
          [.square("p", x: 0, kind: "park")], settings: ["on: parks", "with: [parks, lakes]"])),
      RuleExample(
        "an edge that strays 2 mm by rounding", zh: "因取舍误差越界 2 毫米",
        ExamplePlan(
          [
            .square("p", x: 0, side: 100, kind: "park"),
            .square("l", x: 99.998, side: 100, kind: "lake"),
          ], settings: on)),
    ],
    flags: [
      RuleExample(
        "a park 2 m into a lake", zh: "园区伸入湖面 2 米", measures: ["20 m²"],
        ExamplePlan(
          [.square("p", x: 0, kind: "park"), .square("l", x: 8, kind: "lake")], settings: on)),
      RuleExample(
        "a lake wholly in a park", zh: "湖完全在园区内", measures: ["9 m²"],
        ExamplePlan(
          [.square("p", x: 0, kind: "park"), .square("l", x: 2, y: 2, side: 3, kind: "lake")],
          settings: on)),
      RuleExample(
        "two features that are on both sides meet once", zh: "两个要素都列在两侧时只报告一次",
        measures: ["20 m²"],
        ExamplePlan(
          [.square("p", x: 0, kind: "park"), .square("l", x: 8, kind: "lake")],
          settings: ["on: [parks, lakes]", "with: [parks, lakes]"])),
      RuleExample(
        "an invalid partner is not skipped", zh: "无效的一方同样检查", measures: ["50 m²"],
        ExamplePlan(
          [
            .square("p", x: 0, kind: "park"),
            .polygon("l", [(0, 0), (10, 10), (10, 0), (0, 10), (0, 0)], kind: "lake"),
          ], settings: on)),
      RuleExample(
        "both parts of a feature, in one finding", zh: "要素的两个部分合为一条", measures: ["8 m²"],
        ExamplePlan(
          [
            .square("p", x: 0, kind: "park"),
            .polygons(
              "f",
              [
                [[(8, 0), (12, 0), (12, 2), (8, 2), (8, 0)]],
                [[(8, 6), (12, 6), (12, 8), (8, 8), (8, 6)]],
              ]),
          ], settings: ["on: parks", "with: features"])),
    ])

  private static let on = ["on: parks", "with: lakes"]

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    try context.overlaps(
      of: AreaSet(task.features, context), with: AreaSet(task.partners, context), for: task
    ).map { context.finding(about: $0, task) }
  }
}
