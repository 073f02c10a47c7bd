internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// A13: every area has a partner point in its interior.
struct ContainsPoint: Rule {
  static let description = RuleDescription(
    code: "A13",
    name: "contains-point",
    summary: Wording("A polygon has no partner point in its interior.", zh: "面的内部没有任何参照点。"),
    rationale: Wording(
      "A parcel without an address or a block without a station is one that was forgotten.",
      zh: "没有门牌点的地块、没有站点的街区，往往是被遗漏的。"),
    fix: Wording(
      "add the missing point, or move it off the boundary into the polygon", zh: "补上缺少的点，或将点从边界移入面内"
    ),
    trap: Wording(
      "A point on the boundary, or in a hole, is not inside; neither is one in the box of a bent polygon.",
      zh: "边界上的点、洞中的点不在面内；弯曲面外框之内的点也未必在面内。"),
    looksAt: [.area],
    counterparts: [
      .arcGIS("Contains Point (Area-Point)"), .qgis("must contain"), .superMap("面包含点"),
    ],
    parameters: [.tolerance],
    needsFeatures: true,
    needsPartner: true,
    partnersAre: [.point],
    accepts: [
      RuleExample(
        "a point inside", zh: "内部有一点",
        ExamplePlan([.square("a", x: 0), .point("f", 5, 5)], settings: on)),
      RuleExample(
        "many points inside", zh: "内部有多点",
        ExamplePlan(
          [.square("a", x: 0), .point("f", 5, 5), .point("g", 6, 6)], settings: on)),
      RuleExample(
        "one point of a multi point", zh: "多点要素中的一点",
        ExamplePlan(
          [.square("a", x: 0), .points("f", [(50, 50), (5, 5)], kind: "feature")],
          settings: ["on: districts", "with: features"])),
      RuleExample(
        "a point in the second part", zh: "点在第二部分内",
        ExamplePlan(
          [.polygons("a", [square(0), square(20)]), .point("f", 25, 5)],
          settings: ["on: features", "with: facilitys"])),
    ],
    flags: [
      RuleExample(
        "no point", zh: "没有点",
        ExamplePlan([.square("a", x: 0), .point("f", 15, 5)], settings: on)),
      RuleExample(
        "a point on the boundary only", zh: "点只在边界上",
        ExamplePlan([.square("a", x: 0), .point("f", 10, 5)], settings: on)),
      RuleExample(
        "a point in the hole only", zh: "点只在洞中",
        ExamplePlan(
          [
            .polygon(
              "a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
              holes: [[(2, 2), (2, 8), (8, 8), (8, 2), (2, 2)]]), .point("f", 5, 5),
          ], settings: on)),
      RuleExample(
        "a point in the bay of a bent polygon", zh: "点在弯曲面的凹口处",
        ExamplePlan(
          [
            .polygon(
              "a", [(0, 0), (10, 0), (10, 10), (8, 10), (8, 2), (2, 2), (2, 10), (0, 10), (0, 0)]),
            .point("f", 5, 8),
          ], settings: on)),
      RuleExample(
        "a line inside is no point", zh: "内部的线不算点",
        ExamplePlan(
          [.square("a", x: 0), .line("r", [(2, 2), (8, 8)])],
          settings: ["on: districts", "with: roads"])),
      RuleExample(
        "a polygon without extent contains nothing", zh: "没有面积的面什么也不包含",
        ExamplePlan(
          [.polygon("a", [(0, 0), (10, 0), (5, 0), (0, 0)]), .point("f", 5, 0)], settings: on)),
    ])

  private static let on = ["on: districts", "with: facilitys"]

  /// The rings of a square of 10 m.
  private static func square(_ x: Double) -> [[(Double, Double)]] {
    [[(x, 0), (x + 10, 0), (x + 10, 10), (x, 10), (x, 0)]]
  }

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    context.findingsOfContents(for: task) { area, contents in
      guard contents.inside.isEmpty else { return nil }
      let (phrase, title, edge) = (area.phrase, task.partnerTitle, contents.onBoundary.count)
      return ContentFault(
        message: Wording(
          "\(phrase.english) has no point of \(title.english) inside"
            + (edge > 0 ? "; \(edge) on its boundary" : ""),
          zh: "\(phrase.chinese)内没有\(title.chinese)的点"
            + (edge > 0 ? "，边界上有 \(edge) 个" : "")), measure: nil, points: [])
    }
  }
}

/// What is wrong with the points in an area.
struct ContentFault {
  let message: Wording
  let measure: Measure?
  /// The points to show and to name beside the area.
  let points: [PointsInAreas.Found]
}

extension CheckContext {
  /// A finding for each area of which a rule judges the points to be wrong.
  func findingsOfContents(
    for task: RuleTask, _ judge: (PlanFeature, PointsInAreas.Answer) -> ContentFault?
  ) -> [Finding] {
    let points = PointsInAreas(task.partners)
    return task.features.compactMap { feature in
      guard let own = anyShape(of: feature),
        let area = ShapeIndex(own.geometry, as: .areas)
      else { return nil }
      verified(pairs: task.partners.count)
      let contents = points.points(in: area, except: feature.id, tolerance: task.edgeReach)
      guard let fault = judge(feature, contents) else { return nil }
      let polygons = own.geometry.polygons
      let ground: PlaneGeometry =
        polygons.count == 1 ? .polygon(polygons[0]) : .multiPolygon(polygons)
      let positions = fault.points.map(\.point)
      var parties = [feature.party]
      var named: Set<String> = [feature.id]
      for found in fault.points where named.insert(found.feature.id).inserted {
        parties.append(found.feature.party(atVertex: found.vertex))
      }
      return task.finding(
        fault.message, parties: parties, measure: fault.measure,
        place: place(
          positions.isEmpty
            ? ground
            : .collection([
              ground, positions.count == 1 ? .point(positions[0]) : .multiPoint(positions),
            ])), isDegraded: own.isRepaired)
    }
  }
}
