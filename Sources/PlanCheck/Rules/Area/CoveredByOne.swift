internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// A09: each area lies in a single one of the partners.
struct CoveredByOne: Rule {
  static let description = RuleDescription(
    code: "A09",
    name: "covered-by-one",
    summary: Wording(
      "No single partner polygon covers a polygon whole.", zh: "没有任何一个面能单独覆盖该面。"),
    rationale: Wording(
      "A plot that straddles the border of two sub-districts has two answers to who is in charge.",
      zh: "跨越两个街道的地块，由谁负责就有了两个答案。"),
    fix: Wording(
      "divide the polygon along the border, or move the border", zh: "沿边界拆分该面，或调整边界"),
    trap: Wording(
      "Partners side by side may cover a polygon together, and that is not enough here; the parts of one feature are one.",
      zh: "相邻的面合起来覆盖并不够；而同一要素的多个部分算作一个。"),
    looksAt: [.area],
    counterparts: [
      .arcGIS("Must Be Covered By (Area-Area)"), .superMap("面被面包含"), .xPlanung("2.2.3.1"),
    ],
    parameters: [.minArea, .minWidth],
    needsFeatures: true,
    needsPartner: true,
    partnersAre: [.area],
    accepts: [
      RuleExample(
        "each district in its zone, sharing edges", zh: "片区各在一个范围内，边界重合",
        ExamplePlan(
          [
            .square("a", x: 0), .square("b", x: 20), .square("y", x: 0, side: 20, kind: "zone"),
            .square("z", x: 20, side: 20, kind: "zone"),
          ], settings: on)),
      RuleExample(
        "an edge that strays 2 mm by rounding", zh: "因取舍误差越界 2 毫米",
        ExamplePlan(
          [.square("a", x: -0.002), .square("z", x: 0, side: 20, kind: "zone")], settings: on)),
      RuleExample(
        "two parts of a feature in two parts of another", zh: "两个部分各在对方的一个部分内",
        ExamplePlan(
          [
            .polygons(
              "a",
              [
                [[(1, 1), (2, 1), (2, 2), (1, 2), (1, 1)]],
                [[(21, 1), (22, 1), (22, 2), (21, 2), (21, 1)]],
              ], "\"level\":1"),
            .polygons(
              "z",
              [
                [[(0, 0), (9, 0), (9, 9), (0, 9), (0, 0)]],
                [[(20, 0), (29, 0), (29, 9), (20, 9), (20, 0)]],
              ], "\"level\":2"),
          ],
          settings: [
            "on: features", "where: {level: 1}", "with: features", "with_where: {level: 2}",
          ])),
    ],
    flags: [
      RuleExample(
        "a district across the border of two zones", zh: "片区跨越两个范围的边界", measures: ["30 m²"],
        ExamplePlan(
          [
            .square("a", x: 3), .square("y", x: 0, kind: "zone"),
            .square("z", x: 10, kind: "zone"),
          ], settings: on)),
      RuleExample(
        "over a hole of the only zone", zh: "压在唯一范围的内环上", measures: ["4 m²"],
        ExamplePlan(
          [
            .square("a", x: 1, y: 1, side: 5),
            .polygon(
              "z", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
              holes: [[(2, 2), (2, 4), (4, 4), (4, 2), (2, 2)]], kind: "zone"),
          ], settings: on)),
      RuleExample(
        "far from any zone", zh: "远离任何范围", measures: ["100 m²"],
        ExamplePlan([.square("a", x: 50), .square("z", x: 0, kind: "zone")], settings: on)),
      RuleExample(
        "itself is no partner", zh: "自身不算", measures: ["50 m²"],
        ExamplePlan(
          [.square("a", x: 0), .square("z", x: 5, kind: "zone")],
          settings: ["on: districts", "with: [districts, zones]"])),
    ])

  private static let on = ["on: districts", "with: zones"]

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    let areas = AreaSet(task.features, context)
    let partners = AreaSet(task.partners, context)
    var findings: [Finding] = []
    for (place, shape) in areas.shapes.enumerated() {
      let feature = areas.features[place]
      let near = shape.geometry.bounds.map { partners.index.query($0) } ?? []
      let others = near.filter { partners.features[$0].id != feature.id }
      context.verified(pairs: others.count)
      guard let rest = try least(of: shape.geometry, outside: others, partners, task, context)
      else { continue }
      findings.append(finding(about: feature, shape, rest, task, context))
    }
    return findings
  }

  /// What of an area lies outside the partner that covers most of it.
  private struct Rest {
    let partner: (feature: PlanFeature, isRepaired: Bool)?
    let ground: PlaneGeometry
  }

  /// What lies outside the best of the partners; `nil` when one of them covers everything.
  private func least(
    of geometry: PlaneGeometry, outside places: [Int], _ partners: AreaSet, _ task: RuleTask,
    _ context: CheckContext
  ) throws -> Rest? {
    for place in places {
      let cover = try context.coverage(of: [partners.features[place]])
      if try cover.prepared?.covers(geometry) == true { return nil }
    }
    var best: Rest?
    for place in places {
      let (partner, shape) = (partners.features[place], partners.shapes[place])
      let outside = try context.topology.difference(geometry, shape.geometry)
      let (ground, noise) = try context.sifted(outside, for: task)
      guard let ground else {
        context.verified(belowNoiseFloor: noise)
        return nil
      }
      if ground.area < (best?.ground.area ?? geometry.area) - task.quantity("min_area") {
        best = Rest(partner: (partner, shape.isRepaired), ground: ground)
      }
    }
    if let best { return best }
    return try context.aboveNoise(geometry, for: task).map { Rest(partner: nil, ground: $0) }
  }

  private func finding(
    about feature: PlanFeature, _ shape: UsableShape, _ rest: Rest, _ task: RuleTask,
    _ context: CheckContext
  ) -> Finding {
    let measure = Measure(rest.ground.area, .squareMetres, limit: task.quantity("min_area"))
    let (phrase, much) = (feature.phrase, measure.phrase)
    let anchor = context.anchor(of: rest.ground)
    let message: Wording
    if let partner = rest.partner {
      let best = partner.feature.phrase
      message = Wording(
        "no single polygon covers \(phrase.english); "
          + "\(best.english) covers most of it and leaves out \(much.english)",
        zh: "没有一个面能单独覆盖\(phrase.chinese)；覆盖最多的\(best.chinese)仍缺 \(much.chinese)")
    } else {
      let names = Wording(
        "'\(task.with.joined(separator: ", "))'", zh: "“\(task.with.joined(separator: "、"))”")
      message = Wording(
        "no polygon of \(names.english) covers any of \(phrase.english), \(much.english)",
        zh: "\(names.chinese)的面均未覆盖\(phrase.chinese)，面积 \(much.chinese)")
    }
    return task.finding(
      message,
      parties: [feature.party(near: anchor)]
        + (rest.partner.map { [$0.feature.party(near: anchor)] } ?? []),
      measure: measure, place: context.place(rest.ground),
      isDegraded: shape.isRepaired || rest.partner?.isRepaired == true)
  }
}
