internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// K28: what belongs to the belt along a river runs along it.
struct BeltFollowsRiver: Rule {
  static let description = RuleDescription(
    code: "K28",
    name: "belt-follows-river",
    summary: Wording(
      "A road or area of a belt runs too far from the river over too much of its length.",
      zh: "沿河带的道路或地块有过多长度远离河道。"),
    rationale: Wording(
      "A belt along a river is more than a place that touches it: most of its length has to be near.",
      zh: "沿河带不是只与河相接：大部分长度都要临近河道。"),
    fix: Wording(
      "move the line or area nearer to the river, or correct 'within' or 'share'",
      zh: "使线或面靠近河道，或更正 within、share"),
    trap: Wording(
      "A road that crosses the river is near it for a moment only, so the length counts and not the shortest distance; an area counts by the line through its middle, because the far side of its outline is farther from the river than the belt is.",
      zh: "跨河的道路只在一处近河，因此按长度而不按最短距离计；面按其中线计，因为外侧边线总比地带本身离河更远。"),
    looksAt: [.line, .area],
    parameters: [
      RuleParameter(
        "within", .quantity(.length), default: "1 km",
        Wording("how far from the river still counts as along it", zh: "仍算沿河的最大距离")),
      RuleParameter(
        "share", .quantity(.share), default: "80 %",
        Wording("how much of the length has to be along it", zh: "沿河长度的最小比例")),
    ],
    needsFeatures: true,
    needsPartner: true,
    severity: .warning,
    accepts: [
      RuleExample(
        "a road beside the river", zh: "路与河并行",
        .belt([.line("r", [(0, 900), (3000, 700)])])),
      RuleExample(
        "a road that leaves the river on its last seventh", zh: "末段七分之一离开河道",
        .belt([.line("r", [(0, 500), (2500, 500), (2500, 1500)])])),
      RuleExample(
        "an area whose far side is too far, but not its middle", zh: "外侧过远而中线不远的地块",
        .belt([.belt("b", y: 800...1150)], kind: "districts")),
      RuleExample(
        "a causeway through water that is drawn as an area", zh: "穿过面状水体的堤路",
        ExamplePlan(
          [
            .line("r", [(4000, 0), (6000, 0)]),
            .square("lake", x: 4000, y: -1000, side: 2000, kind: "lake"),
          ], settings: ["on: roads", "with: lakes", "within: 100 m"])),
    ],
    flags: [
      RuleExample(
        "a road that crosses the river and goes on", zh: "跨河后远去的道路", measures: ["40%"],
        .belt([.line("r", [(1500, -2500), (1500, 2500)])])),
      RuleExample(
        "a road that runs along, but too far", zh: "并行而过远的道路", measures: ["0%"],
        .belt([.line("r", [(0, 1200), (3000, 1200)])])),
      RuleExample(
        "an area that only its near side brings near", zh: "仅内侧近河的地块", measures: ["0%"],
        .belt([.belt("b", y: 900...1200)], kind: "districts")),
      RuleExample(
        "an area along which the river runs halfway", zh: "河只流经一半的地块", measures: ["50%"],
        ExamplePlan(
          [.belt("b", y: -50...50), .line("w", [(-1000, 0), (1000, 0)], kind: "watercourse")],
          settings: ["on: districts", "with: watercourses", "within: 500 m"])),
      RuleExample(
        "two parts of which one is far", zh: "两段中一段过远", measures: ["50%"],
        .belt(
          [
            .lines(
              "r", [[(0, 500), (1000, 500)], [(0, 5000), (1000, 5000)]],
              #""action":"建设""#)
          ], kind: "road-works")),
    ])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    let rivers = task.partners.compactMap { context.shape(of: $0)?.geometry }
    let vicinity = Vicinity(of: rivers, within: task.quantity("within"))
    return try task.features.compactMap { feature in
      guard let shape = context.shape(of: feature) else { return nil }
      let courses = try shape.geometry.lines + shape.geometry.polygons.map(context.course)
      let length = courses.reduce(0) { $0 + $1.length }
      guard length > 0 else { return nil }
      context.verified(pairs: task.partners.count)
      let strays = courses.flatMap(vicinity.parts)
      let share = 1 - strays.reduce(0) { $0 + $1.length } / length
      // What is exactly at the limit passes, whatever a sum of lengths is rounded to.
      guard share < task.quantity("share") - 1e-6 else { return nil }
      return try finding(on: feature, shape, share, strays, task, context)
    }
  }

  private func finding(
    on feature: PlanFeature, _ shape: UsableShape, _ share: Double, _ strays: [Line<PlanePoint>],
    _ task: RuleTask, _ context: CheckContext
  ) throws -> Finding {
    let river = try context.nearest(to: shape.geometry, among: task.partners)?.feature
    let measure = Measure(share * 100, .percent, limit: task.quantity("share") * 100)
    let reach = Measure(task.quantity("within"), .metres).text
    let (english, chinese) = (
      river?.phrase.english ?? task.with.joined(separator: ", "),
      river?.phrase.chinese ?? task.with.joined(separator: "、")
    )
    let place = PlaneGeometry.multiLine(strays)
    return task.finding(
      Wording(
        "\(feature.phrase.english) runs within \(reach) of \(english) over "
          + "\(measure.phrase.english) of its length",
        zh: "\(feature.phrase.chinese)距\(chinese) \(reach) 以内的长度只占 \(measure.phrase.chinese)"),
      parties: [feature.party(near: context.anchor(of: place)), river?.party].compactMap { $0 },
      measure: measure, place: context.place(place), isDegraded: shape.isRepaired)
  }
}

extension CheckContext {
  /// The line through the middle of an area; half way round its outline where it has none.
  fileprivate func course(of polygon: Polygon<PlanePoint>) throws -> Line<PlanePoint> {
    if let course = (try? topology.course(of: polygon)).flatMap({ $0 }) { return course }
    return try Line(polygon.exterior.points)
  }
}

extension ExamplePlan {
  /// A river of 3 km from west to east, and what should run along it.
  fileprivate static func belt(
    _ features: [ExampleFeature], kind: String = "roads"
  ) -> ExamplePlan {
    ExamplePlan(
      features + [.line("w", [(0, 0), (3000, 0)], kind: "watercourse")],
      settings: ["on: \(kind)", "with: watercourses"])
  }
}

extension ExampleFeature {
  /// A band of 3 km from west to east.
  fileprivate static func belt(_ id: String, y: ClosedRange<Double>) -> ExampleFeature {
    .polygon(
      id,
      [
        (0, y.lowerBound), (3000, y.lowerBound), (3000, y.upperBound), (0, y.upperBound),
        (0, y.lowerBound),
      ])
  }
}
