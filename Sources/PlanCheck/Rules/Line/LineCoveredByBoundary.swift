internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// L15: lines run along the outlines of partner areas.
struct LineCoveredByBoundary: Rule {
  static let description = RuleDescription(
    code: "L15",
    name: "line-covered-by-boundary",
    summary: Wording("Part of a line runs on no outline of an area.", zh: "线的一部分不在任何面的边界上。"),
    rationale: Wording(
      "A boundary line that leaves the outline of its areas shows a boundary that does not exist.",
      zh: "界线偏离了面的边界，图上就多出一条不存在的界。"),
    fix: Wording("give the line the vertices of the outline", zh: "让线与边界使用相同的顶点"),
    trap: Wording(
      "The outline of a hole is an outline too, and so is a border that two areas share; inside an area is off its outline.",
      zh: "洞的边界和两个面的公共边都是边界；面的内部不是。"),
    looksAt: [.line],
    counterparts: [
      .arcGIS("Must Be Covered By Boundary Of (Line-Area)"), .superMap("线被面边界覆盖"),
    ],
    parameters: [.tolerance, .minLength],
    needsFeatures: true,
    needsPartner: true,
    partnersAre: [.area],
    accepts: [
      RuleExample(
        "round a corner of the outline", zh: "沿边界绕过一角",
        .lineAndAreas([(5, 0), (10, 0), (10, 5)], [.square("z", x: 0)])),
      RuleExample(
        "along a border that two areas share, from one end beyond to the other",
        zh: "沿两个面的公共边并延续到外边界",
        .lineAndAreas(
          [(10, 0), (10, 10), (15, 10)], [.square("y", x: 0), .square("z", x: 10)])),
      RuleExample(
        "along a hole", zh: "沿洞的边界",
        .lineAndAreas(
          [(2, 2), (4, 2)],
          [
            .polygon(
              "z", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
              holes: [[(2, 2), (2, 4), (4, 4), (4, 2), (2, 2)]])
          ])),
      RuleExample(
        "1 mm aside", zh: "偏离 1 毫米",
        .lineAndAreas([(0, -0.001), (10, 0.001)], [.square("z", x: 0)])),
      RuleExample(
        "a line and the area whose outline it follows in one layer", zh: "线与其所沿的面同在一个图层",
        .oneLayer([(0, 0), (10, 0)])),
    ],
    flags: [
      RuleExample(
        "4 m beyond the corner", zh: "超出角点 4 米", measures: ["4 m"],
        .lineAndAreas([(0, 0), (14, 0)], [.square("z", x: 0)])),
      RuleExample(
        "through the inside of the area", zh: "从面的内部穿过", measures: ["10 m"],
        .lineAndAreas([(0, 5), (10, 5)], [.square("z", x: 0)])),
      RuleExample(
        "a line and an area in one layer", zh: "线与面同在一个图层", measures: ["4 m"],
        .oneLayer([(0, 0), (14, 0)])),
      RuleExample(
        "a short cut at a corner", zh: "在角上抄近路", measures: ["5 m"],
        .lineAndAreas([(0, 0), (6, 0), (10, 3), (10, 10)], [.square("z", x: 0)])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let shapes = task.partners.compactMap { partner in
      context.shape(of: partner).flatMap {
        $0.geometry.polygons.isEmpty ? nil : (id: partner.id, shape: $0)
      }
    }
    return context.uncoveredFindings(
      for: task, by: SegmentCover(shapes.map { ($0.id, $0.shape.geometry) }),
      others: Wording("outline", zh: "边界"), isDegraded: shapes.contains(where: \.shape.isRepaired))
  }
}

extension ExamplePlan {
  /// A line and an area in one layer, held against itself.
  fileprivate static func oneLayer(_ line: [(Double, Double)]) -> ExamplePlan {
    ExamplePlan(
      [.line("a", line, kind: "feature"), .square("z", x: 0, kind: "feature")],
      settings: ["on: features", "with: features"])
  }

  /// A road and areas.
  static func lineAndAreas(
    _ road: [(Double, Double)], _ areas: [ExampleFeature], _ more: [String] = []
  ) -> ExamplePlan {
    ExamplePlan(
      [.line("a", road)] + areas, settings: ["on: roads", "with: districts"] + more)
  }
}
