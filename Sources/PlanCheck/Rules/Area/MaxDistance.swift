internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// A20: features have a partner near them, or touch one.
struct MaxDistance: Rule {
  static let description = RuleDescription(
    code: "A20",
    name: "max-distance",
    summary: Wording(
      "A feature has no partner within a distance, or touches none.", zh: "要素在规定距离内没有参照要素，或未与之相接。"),
    rationale: Wording(
      "A dwelling too far from a school or a hydrant is served on paper only.",
      zh: "离学校或消火栓过远的住宅只是在纸面上得到了服务。"),
    fix: Wording("bring a partner nearer, or move the feature", zh: "就近补设参照要素，或移动该要素"),
    trap: Wording(
      "The distance is as the crow flies, from edge to edge, and nothing inside an area; 0 m asks for touching, and an overlap touches.",
      zh: "距离为边到边的直线距离，在面内为零；0 m 要求相接，重叠也算相接。"),
    parameters: [
      RuleParameter(
        "max", .quantity(.length), default: "0 m",
        Wording(
          "the largest distance to the nearest partner; 0 m asks for touching",
          zh: "到最近参照要素的最大距离；0 m 表示必须相接")),
      .tolerance,
    ],
    needsFeatures: true,
    takesPartner: true,
    accepts: [
      RuleExample(
        "just as near as asked", zh: "恰在规定距离",
        ExamplePlan(
          [.square("a", x: 0), .point("f", 15, 5)],
          settings: ["on: districts", "with: facilitys", "max: 5 m"])),
      RuleExample(
        "one of the partners is near", zh: "有一个参照要素在近旁",
        ExamplePlan(
          [.square("a", x: 0), .point("f", 900, 5), .point("g", 12, 5)],
          settings: ["on: districts", "with: facilitys", "max: 5 m"])),
      RuleExample(
        "a school inside the area", zh: "学校在面内",
        ExamplePlan(
          [.square("a", x: 0, side: 100), .point("f", 50, 50)],
          settings: ["on: districts", "with: facilitys", "max: 5 m"])),
      RuleExample(
        "touching in a corner", zh: "角点相接",
        ExamplePlan([.square("a", x: 0), .square("b", x: 10, y: 10)])),
      RuleExample(
        "2 mm apart touches", zh: "相距 2 mm 视为相接",
        ExamplePlan([.square("a", x: 0), .square("b", x: 10.0019)])),
      RuleExample(
        "no place yet", zh: "尚无位置",
        ExamplePlan(
          [.nowhere("p"), .point("f", 0, 0)], settings: ["on: projects", "with: facilitys"])),
    ],
    flags: [
      RuleExample(
        "1 m too far", zh: "超出 1 m", measures: ["6 m"],
        ExamplePlan(
          [.square("a", x: 0), .point("f", 16, 5)],
          settings: ["on: districts", "with: facilitys", "max: 5 m"])),
      RuleExample(
        "near the box, far from the shape", zh: "距外框近而距图形远", measures: ["7.07 m"],
        ExamplePlan(
          [.polygon("a", [(0, 0), (20, 0), (0, 20), (0, 0)]), .point("f", 15, 15)],
          settings: ["on: districts", "with: facilitys", "max: 5 m"])),
      RuleExample(
        "in a hole of the partner", zh: "在参照面的洞中", measures: ["4 m"],
        ExamplePlan(
          [
            .point("f", 15, 14),
            .polygon(
              "z", [(0, 0), (30, 0), (30, 30), (0, 30), (0, 0)],
              holes: [[(10, 10), (10, 20), (20, 20), (20, 10), (10, 10)]], kind: "zone"),
          ], settings: ["on: facilitys", "with: zones"])),
      RuleExample(
        "3 mm apart do not touch", zh: "相距 3 mm 未相接", measures: ["0.003 m", "0.003 m"],
        ExamplePlan([.square("a", x: 0), .square("b", x: 10.003)])),
      RuleExample(
        "a feature is not its own neighbour", zh: "要素不是自己的邻居", measures: ["30 m"],
        ExamplePlan(
          [.square("a", x: 0), .square("z", x: 40, kind: "zone")],
          settings: ["on: districts", "with: [districts, zones]", "max: 20 m"])),
      RuleExample(
        "no partner has a place", zh: "参照要素均无位置",
        ExamplePlan(
          [.square("a", x: 0), .nowhere("p")],
          settings: ["on: districts", "with: projects", "max: 500 m"])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let partners = task.with.isEmpty ? task.features : task.partners
    let all = Surroundings(partners, as: .whole, context)
    let largest = task.quantity("max")
    // What exceeds the limit by no more than the tolerance is rounding.
    let reach = largest > 0 ? largest + task.pointReach : task.edgeReach
    return task.features.compactMap { feature in
      guard let own = context.anyShape(of: feature),
        let shape = ShapeIndex(own.geometry, as: .whole)
      else { return nil }
      context.verified(pairs: partners.count)
      let nearest = all.nearest(to: shape, except: feature.id)
      guard (nearest?.link.distance ?? .infinity) > reach else { return nil }
      return finding(about: feature, nearest, task, context, isDegraded: own.isRepaired)
    }
  }

  private func finding(
    about feature: PlanFeature, _ nearest: Surroundings.Neighbour?, _ task: RuleTask,
    _ context: CheckContext, isDegraded: Bool
  ) -> Finding {
    let phrase = feature.phrase
    let title = task.with.isEmpty ? Wording("the others", zh: "其他要素") : task.partnerTitle
    guard let nearest else {
      return task.finding(
        Wording(
          "\(phrase.english) has none of \(title.english) near it: none has a place",
          zh: "\(phrase.chinese)附近没有\(title.chinese)的要素：均无位置"),
        parties: [feature.party], place: context.place(of: feature), isDegraded: isDegraded)
    }
    let measure = Measure(nearest.link.distance, .metres, limit: task.quantity("max"))
    let (other, much) = (nearest.feature.phrase, measure.phrase)
    return task.finding(
      Wording(
        "\(phrase.english) lies \(much.english) from the nearest of \(title.english), \(other.english)",
        zh: "\(phrase.chinese)距\(title.chinese)中最近的\(other.chinese) \(much.chinese)"),
      parties: [feature.party(near: nearest.link.start)], measure: measure,
      place: context.place(nearest.link.geometry, anchoredAt: nearest.link.start),
      isDegraded: isDegraded || nearest.isRepaired)
  }
}
