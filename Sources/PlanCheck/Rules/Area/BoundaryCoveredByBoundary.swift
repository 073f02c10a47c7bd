internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// A12: the boundary of areas follows the boundaries of the partners.
struct BoundaryCoveredByBoundary: Rule {
  static let description = RuleDescription(
    code: "A12",
    name: "boundary-covered-by-boundary",
    summary: Wording(
      "Part of the boundary of a polygon runs along the boundary of no partner.",
      zh: "面边界的一部分不与任何参照面的边界重合。"),
    rationale: Wording(
      "A sub-district is made of whole communities; where its boundary leaves theirs, a community is split.",
      zh: "街道由完整的社区组成；边界偏离社区界线，就会把社区切开。"),
    fix: Wording("follow the boundary of the partners, vertex by vertex", zh: "沿参照面的边界逐点描绘"),
    trap: Wording(
      "The borders between the partners count, not only the outline of them all; a polygon in both layers is no partner of its own.",
      zh: "参照面之间的公共边也算，不仅是合并后的外轮廓；同在两个图层的面不以自身为参照。"),
    looksAt: [.area],
    counterparts: [
      .arcGIS("Area Boundary Must Be Covered By Boundary Of (Area-Area)"),
      .qgis("polygons must follow boundaries of layer"), .superMap("面边界被边界覆盖"),
    ],
    parameters: [.tolerance, .minLength],
    needsFeatures: true,
    needsPartner: true,
    partnersAre: [.area],
    accepts: [
      RuleExample("two partners make up the area", zh: "两个参照面拼成该面", .over(wide, two)),
      RuleExample(
        "along the border between two partners", zh: "沿两个参照面的公共边", .over(.square("a", x: 0), two)),
      RuleExample(
        "along a hole of a partner", zh: "沿参照面洞的边界",
        .over(
          .square("a", x: 4, y: 4, side: 2),
          [
            .polygon(
              "z", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
              holes: [[(4, 4), (4, 6), (6, 6), (6, 4), (4, 4)]], kind: "zone")
          ])),
      RuleExample(
        "2 mm beside it", zh: "偏离 2 mm",
        .over(
          .polygon("a", [(-0.0019, 0), (10, 0.0019), (10, 10), (0.0019, 10), (-0.0019, 0)]), two)),
    ],
    flags: [
      RuleExample(
        "a partner is split", zh: "切开了参照面", measures: ["10 m"],
        .over(.polygon("a", [(0, 0), (15, 0), (15, 10), (0, 10), (0, 0)]), two)),
      RuleExample(
        "1 m beyond the partners", zh: "超出参照面 1 m", measures: ["12 m"],
        .over(.polygon("a", [(-1, 0), (10, 0), (10, 10), (-1, 10), (-1, 0)]), two)),
      RuleExample(
        "inside a partner, touching nothing", zh: "在参照面内部，不与边界相接", measures: ["16 m"],
        .over(.square("a", x: 3, y: 3, side: 4), two)),
      RuleExample(
        "no partner of its own", zh: "不以自身为参照", measures: ["40 m"],
        ExamplePlan([.square("a", x: 0)], settings: ["on: districts", "with: districts"])),
    ])

  private static let two: [ExampleFeature] = [
    .square("y", x: 0, kind: "zone"), .square("z", x: 10, kind: "zone"),
  ]
  private static let wide = ExampleFeature.polygon(
    "a", [(0, 0), (20, 0), (20, 10), (0, 10), (0, 0)])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    context.bareBoundaries(
      for: task, along: .outlines, noun: Wording("boundary of", zh: "边界"))
  }
}

extension ExamplePlan {
  fileprivate static func over(
    _ district: ExampleFeature, _ zones: [ExampleFeature]
  ) -> ExamplePlan {
    ExamplePlan([district] + zones, settings: ["on: districts", "with: zones"])
  }
}
