internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// D07: features lie in the area that the plan is about.
struct Extent: Rule {
  static let description = RuleDescription(
    code: "D07",
    name: "extent",
    summary: Wording("A feature lies outside the area of the plan.", zh: "要素位于规划范围之外。"),
    rationale: Wording(
      "A site beyond the boundary is a slip of the pen, or belongs to the surroundings.",
      zh: "范围之外的用地要么是笔误，要么属于周边地区。"),
    fix: Wording("move the feature inside, or into the surroundings", zh: "移入范围之内，或归入周边要素"),
    trap: Wording(
      "A feature without a place is neither inside nor outside.", zh: "尚无位置的要素不在范围之内，也不在范围之外。"),
    counterparts: [.xPlanung("2.2.3.1")],
    parameters: [
      .tolerance, .minArea, .minWidth, .minLength,
      RuleParameter(
        "predicate", .word(["within", "intersects", "centroid_within"]), default: "within",
        Wording(
          "what must lie in the area: all of it, some of it, or its centroid",
          zh: "要求整体在内、部分在内或形心在内")),
    ],
    needsFeatures: true,
    needsPartner: true,
    partnersAre: [.area],
    accepts: [
      RuleExample("a point inside", zh: "范围内的点", .inZone(.point("f", 5, 5))),
      RuleExample("a point on the boundary", zh: "边界上的点", .inZone(.point("f", 10, 5))),
      RuleExample("an area inside", zh: "范围内的面", .inZone(.square("d", x: 2, side: 3))),
      RuleExample("no place yet", zh: "尚无位置", .inZone(.nowhere("f", kind: "facility"))),
      RuleExample(
        "partly inside, where that is enough", zh: "只要求部分在内时部分在内",
        .inZone(.square("d", x: 9), "intersects")),
      RuleExample(
        "its centroid inside", zh: "形心在内", .inZone(.square("d", x: 4), "centroid_within")),
    ],
    flags: [
      RuleExample("a point outside", zh: "范围外的点", measures: ["5 m"], .inZone(.point("f", 15, 5))),
      RuleExample(
        "an area half outside", zh: "一半在外的面", measures: ["50 m²"], .inZone(.square("d", x: 5))),
      RuleExample(
        "a line half outside", zh: "一半在外的线", measures: ["5 m"],
        .inZone(.line("r", [(5, 5), (15, 5)]))),
      RuleExample("nothing inside", zh: "全部在外", .inZone(.square("d", x: 20), "intersects")),
      RuleExample(
        "its centroid outside", zh: "形心在外", .inZone(.square("d", x: 6), "centroid_within")),
    ])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    var findings: [Finding] = []
    for feature in task.features {
      guard let shape = context.shape(of: feature) else { continue }
      context.verified(pairs: task.partners.count)
      switch task.word("predicate") {
      case "intersects":
        let cover = try context.coverage(of: task.partners).geometry
        let distance = try cover.flatMap { try context.topology.distance(shape.geometry, $0) }
        guard distance.map({ $0 > task.quantity("tolerance") }) ?? true else { continue }
        findings.append(
          context.outsideFinding(about: feature, whole(shape, distance, task), task))
      case "centroid_within":
        let cover = try context.coverage(of: task.partners).geometry
        guard let centroid = try context.topology.centroid(of: shape.geometry) else { continue }
        let distance = cover?.distance(to: centroid) ?? .infinity
        guard distance > task.quantity("tolerance") else { continue }
        findings.append(
          context.outsideFinding(
            about: feature,
            whole(
              UsableShape(geometry: .point(centroid), isRepaired: shape.isRepaired), distance, task),
            task))
      default:
        guard let outside = try context.part(of: feature, outside: task.partners, for: task) else {
          continue
        }
        findings.append(context.outsideFinding(about: feature, outside, task))
      }
    }
    return findings
  }

  private func whole(_ shape: UsableShape, _ distance: Double?, _ task: RuleTask) -> OutsidePart {
    OutsidePart(
      geometry: shape.geometry,
      measure: Measure(distance ?? .infinity, .metres, limit: task.quantity("tolerance")),
      isDegraded: shape.isRepaired)
  }
}

extension ExamplePlan {
  /// A feature and a zone from (0, 0) to (10, 10).
  fileprivate static func inZone(
    _ feature: ExampleFeature, _ predicate: String = "within"
  ) -> ExamplePlan {
    ExamplePlan(
      [feature, .square("z", x: 0, kind: "zone")],
      settings: [
        "on: [districts, roads, facilitys]", "with: zones", "predicate: \(predicate)",
      ])
  }
}
