internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// A10: two sets of areas cover the same ground.
struct CoverEachOther: Rule {
  static let description = RuleDescription(
    code: "A10",
    name: "cover-each-other",
    summary: Wording(
      "One set of polygons covers ground that the other does not.", zh: "两组面覆盖的范围不一致，一方覆盖处另一方没有。"),
    rationale: Wording(
      "Two divisions of one town, by function and by sub-district, must be divisions of the same town.",
      zh: "同一片区按功能划分和按街道划分，合起来必须是同一块地。"),
    fix: Wording(
      "draw the one set out or the other back, with the same vertices along the edge",
      zh: "扩大一方或收回另一方，并在边上使用相同的顶点"),
    trap: Wording(
      "Equal sums of areas prove nothing: ground on one side only can equal ground on the other only.",
      zh: "面积之和相等说明不了什么：两侧各自多出的部分可能恰好相等。"),
    looksAt: [.area],
    counterparts: [.arcGIS("Must Cover Each Other (Area-Area)")],
    parameters: [.minArea, .minWidth],
    needsFeatures: true,
    needsPartner: true,
    partnersAre: [.area],
    accepts: [
      RuleExample(
        "two halves and three thirds of the same ground", zh: "同一块地分成两半或三份",
        ExamplePlan(
          [
            .square("a", x: 0, side: 30), .square("b", x: 30, side: 30),
            .polygon("x", [(0, 0), (20, 0), (20, 30), (0, 30), (0, 0)], kind: "zone"),
            .polygon("y", [(20, 0), (40, 0), (40, 30), (20, 30), (20, 0)], kind: "zone"),
            .polygon("z", [(40, 0), (60, 0), (60, 30), (40, 30), (40, 0)], kind: "zone"),
          ], settings: on)),
      RuleExample(
        "an overlap within one set is another rule's", zh: "同组之内的压盖由其他规则检查",
        ExamplePlan(
          [
            .square("a", x: 0), .square("b", x: 5),
            .polygon("z", [(0, 0), (15, 0), (15, 10), (0, 10), (0, 0)], kind: "zone"),
          ], settings: on)),
      RuleExample(
        "edges that stray 2 mm by rounding", zh: "因取舍误差相差 2 毫米",
        ExamplePlan(
          [.square("a", x: 0, side: 100), .square("z", x: 0.002, side: 100, kind: "zone")],
          settings: on)),
    ],
    flags: [
      RuleExample(
        "ground on both sides, a finding for each", zh: "双方各多出一块，各报一条",
        measures: ["20 m²", "20 m²"],
        ExamplePlan([.square("a", x: 0), .square("z", x: 2, kind: "zone")], settings: on)),
      RuleExample(
        "a hole on one side only", zh: "仅一方有内环", measures: ["4 m²"],
        ExamplePlan(
          [
            .polygon(
              "a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
              holes: [[(2, 2), (2, 4), (4, 4), (4, 2), (2, 2)]]),
            .square("z", x: 0, kind: "zone"),
          ], settings: on)),
      RuleExample(
        "nothing on the other side", zh: "另一方没有任何面", measures: ["100 m²"],
        ExamplePlan([.square("a", x: 0)], settings: on)),
      RuleExample(
        "two places are two findings", zh: "两处各报一条", measures: ["20 m²", "10 m²"],
        ExamplePlan(
          [
            .square("a", x: 0),
            .polygon("z", [(2, 0), (9, 0), (9, 10), (2, 10), (2, 0)], kind: "zone"),
          ], settings: on)),
    ])

  private static let on = ["on: districts", "with: zones"]

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    context.verified(pairs: 1)
    let (one, other) = (task.features, task.partners)
    return try findings(about: one, task.on, beyond: other, task.with, task, context)
      + findings(about: other, task.with, beyond: one, task.on, task, context)
  }

  /// What one side alone covers.
  private func findings(
    about side: [PlanFeature], _ names: [String], beyond other: [PlanFeature],
    _ otherNames: [String], _ task: RuleTask, _ context: CheckContext
  ) throws -> [Finding] {
    let (cover, foreign) = (try context.coverage(of: side), try context.coverage(of: other))
    guard let ground = cover.geometry else { return [] }
    let alone = try foreign.geometry.map { try context.topology.difference(ground, $0) } ?? ground
    let areas = AreaSet(side, context)
    return try (alone?.polygons ?? []).compactMap { piece in
      guard let counted = try context.aboveNoise(.polygon(piece), for: task) else { return nil }
      let owners = try owners(of: counted, among: areas, task, context)
      let measure = Measure(counted.area, .squareMetres, limit: task.quantity("min_area"))
      let (who, much) = (Wording.list(owners.map(\.phrase)), measure.phrase)
      let anchor = context.anchor(of: counted)
      return task.finding(
        Wording(
          "\(who.english) of '\(names.joined(separator: ", "))' "
            + "\(owners.count == 1 ? "covers" : "cover") \(much.english) "
            + "that '\(otherNames.joined(separator: ", "))' does not cover",
          zh: "“\(names.joined(separator: "、"))”的\(who.chinese)覆盖了"
            + "“\(otherNames.joined(separator: "、"))”未覆盖的 \(much.chinese)"),
        parties: owners.map { $0.party(near: anchor) }, measure: measure,
        place: context.place(counted), isDegraded: cover.isRepaired || foreign.isRepaired)
    }
  }

  /// The features that cover a piece, in order.
  private func owners(
    of piece: PlaneGeometry, among areas: AreaSet, _ task: RuleTask, _ context: CheckContext
  ) throws -> [PlanFeature] {
    let shares = try areas.places(near: piece, within: 0, context.topology).map { place in
      (place, try context.topology.overlapArea(piece, areas.shapes[place].geometry))
    }
    // A neighbour shares a rounding's worth of the piece.
    let owners = shares.filter { $0.1 > task.quantity("min_area") }
    return (owners.isEmpty ? shares : owners).map { areas.features[$0.0] }
  }
}
