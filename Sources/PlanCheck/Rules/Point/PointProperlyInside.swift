internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// P04: points lie in the interior of a partner area.
struct PointProperlyInside: Rule {
  static let description = RuleDescription(
    code: "P04",
    name: "properly-inside",
    summary: Wording(
      "A point lies in the interior of no partner area.", zh: "点不在任何参照面的内部。"),
    rationale: Wording(
      "An address on a border could belong to either side; it must say which parcel it means.",
      zh: "落在界线上的门牌点两边都说得通，必须明确属于哪一块地。"),
    fix: Wording("move the point well inside its area", zh: "将点移到所属面的内部"),
    trap: Wording(
      "The border between two areas is in the interior of neither, though it is in that of their union.",
      zh: "两面之间的公共边不在任何一面的内部，尽管它在合并后的内部。"),
    looksAt: [.point],
    counterparts: [
      .arcGIS("Must Be Properly Inside (Point-Area)"),
      .qgis("points must properly lie inside a polygon"),
      .superMap("点被面完全包含"),
    ],
    parameters: [.tolerance],
    needsFeatures: true,
    needsPartner: true,
    partnersAre: [.area],
    accepts: [
      RuleExample(
        "well inside", zh: "在内部",
        ExamplePlan([.point("f", 5, 2), .zoneWithHole], settings: .facilitiesInZones)),
      RuleExample(
        "inside one area, on the boundary of another", zh: "在一面内部，同时在另一面边界上",
        ExamplePlan(
          [
            .point("f", 10, 5), .square("y", x: 0, kind: "zone"), .square("z", x: 5, kind: "zone"),
          ], settings: .facilitiesInZones)),
      RuleExample(
        "3 mm from the boundary", zh: "距边界 3 mm",
        ExamplePlan([.point("f", 0.003, 5), .zoneWithHole], settings: .facilitiesInZones)),
    ],
    flags: [
      RuleExample(
        "on an edge", zh: "在边线上", measures: ["0 m"],
        ExamplePlan([.point("f", 10, 5), .zoneWithHole], settings: .facilitiesInZones)),
      RuleExample(
        "1 mm inside, which is on the edge", zh: "内侧 1 mm，视为在边线上", measures: ["0.001 m"],
        ExamplePlan([.point("f", 9.999, 5), .zoneWithHole], settings: .facilitiesInZones)),
      RuleExample(
        "on the border between two areas", zh: "在两面的公共边上", measures: ["0 m"],
        ExamplePlan(
          [
            .point("f", 10, 5), .square("y", x: 0, kind: "zone"), .square("z", x: 10, kind: "zone"),
          ], settings: .facilitiesInZones)),
      RuleExample(
        "in a hole", zh: "在洞中", measures: ["1 m"],
        ExamplePlan([.point("f", 5, 5), .zoneWithHole], settings: .facilitiesInZones)),
      RuleExample(
        "outside", zh: "在外部", measures: ["2 m"],
        ExamplePlan([.point("f", 12, 5), .zoneWithHole], settings: .facilitiesInZones)),
      RuleExample(
        "outside an invalid area, within its box", zh: "在自相交面之外、外框之内", measures: ["2.12 m"],
        ExamplePlan(
          [
            .point("f", 5, 8),
            .crossedZone,
          ], settings: .facilitiesInZones)),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let areas = Surroundings(task.partners, as: .areas, context)
    let outlines = Surroundings(task.partners, as: .outlines, context)
    return task.features.compactMap { feature in
      let points = feature.pointVertices
      guard !points.isEmpty else { return nil }
      context.verified(pairs: task.partners.count)
      let strays: [Stray] = points.compactMap { vertex, point in
        let places = areas.areas(at: point, except: feature.id, tolerance: task.edgeReach)
        guard !places.contains(where: { $0.location == .inside }) else { return nil }
        return Stray(
          vertex: vertex, point: point, nearest: outlines.nearest(to: point, except: feature.id))
      }
      return task.finding(
        about: strays, of: feature,
        StrayWording(
          one: "lies in the interior of none of", many: "lie in the interior of none of",
          chinese: "不在…任何要素的内部",
          nearest: { Wording("the boundary of \($0.english)", zh: "\($0.chinese)的边界") }), context)
    }
  }
}
