internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// A21: areas share enough boundary with the partners, as a plot does with a street.
struct Adjacency: Rule {
  static let description = RuleDescription(
    code: "A21",
    name: "adjacency",
    summary: Wording(
      "A polygon shares no boundary, or too little, with the partners.", zh: "面与参照要素没有公共边，或公共边过短。"),
    rationale: Wording(
      "A plot that does not lie on a street cannot be reached, sold or built on.",
      zh: "不临路的地块无法出入，也就无法出让和建设。"),
    fix: Wording(
      "extend the plot to the street, or give it an access strip", zh: "使地块延伸至道路，或为其划出通道"),
    trap: Wording(
      "Plots that meet the street in a corner share no boundary with it, nor do plots that lie across its edge; a street in a hole of the plot does.",
      zh: "仅以一角接触道路不算临路，压盖路缘也没有公共边；地块洞中的道路则算。"),
    looksAt: [.area],
    parameters: [
      RuleParameter(
        "min_length", .quantity(.length), default: "0.01 m",
        Wording("how much boundary must be shared", zh: "公共边的最小长度")),
      RuleParameter(
        "tolerance", .quantity(.length), default: "0.002 m",
        Wording("how far apart shared boundaries may run", zh: "公共边之间允许的间距")),
    ],
    needsFeatures: true,
    needsPartner: true,
    accepts: [
      RuleExample(
        "a plot along the street", zh: "沿街地块", .onStreet(.square("a", x: 0), ["min_length: 10 m"])),
      RuleExample(
        "two short stretches add up", zh: "两段公共边相加",
        .onStreet(
          .polygon(
            "a", [(0, 0), (4, 0), (4, 2), (6, 2), (6, 0), (10, 0), (10, 10), (0, 10), (0, 0)]),
          ["min_length: 8 m"])),
      RuleExample(
        "2 mm apart", zh: "相距 2 mm", .onStreet(.square("a", x: 0, y: 0.0019), ["min_length: 10 m"])),
      RuleExample(
        "along a street line", zh: "沿道路线",
        ExamplePlan(
          [.square("a", x: 0), .line("r", [(-9, 0), (50, 0)])],
          settings: ["on: districts", "with: roads", "min_length: 10 m"])),
      RuleExample(
        "a square in its hole", zh: "洞中的广场",
        ExamplePlan(
          [
            .polygon(
              "a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
              holes: [[(4, 4), (4, 6), (6, 6), (6, 4), (4, 4)]]),
            .square("s", x: 4, y: 4, side: 2, kind: "zone"),
          ], settings: ["on: districts", "with: zones", "min_length: 8 m"])),
    ],
    flags: [
      RuleExample(
        "a plot in the second row", zh: "第二排地块", measures: ["0 m"],
        .onStreet(.square("a", x: 0, y: 3))),
      RuleExample(
        "a corner on the street", zh: "仅一角临街", measures: ["0 m"],
        .onStreet(.polygon("a", [(5, 0), (10, 5), (5, 10), (0, 5), (5, 0)]))),
      RuleExample(
        "an access strip that is too narrow", zh: "通道过窄", measures: ["3 m"],
        .onStreet(
          .polygon(
            "a", [(0, 5), (4, 5), (4, 0), (7, 0), (7, 5), (10, 5), (10, 10), (0, 10), (0, 5)]),
          ["min_length: 4 m"])),
      RuleExample(
        "a plot across the edge of the street", zh: "压在路缘上的地块", measures: ["0 m"],
        .onStreet(.square("a", x: 0, y: -1))),
      RuleExample(
        "beyond the end of the street", zh: "在道路尽端之外", measures: ["0 m"],
        .onStreet(.square("a", x: 60))),
      RuleExample(
        "its own outline is no neighbour", zh: "自身边界不算", measures: ["0 m"],
        ExamplePlan([.square("a", x: 0)], settings: ["on: districts", "with: districts"])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let surroundings = Surroundings(task.partners, as: .edges, context)
    let cover = EdgeCover(surroundings, reach: task.edgeReach)
    let least = task.quantity("min_length")
    return task.features.compactMap { feature in
      guard let shape = context.anyShape(of: feature), !shape.geometry.polygons.isEmpty else {
        return nil
      }
      context.verified(pairs: task.partners.count)
      let answer = cover.answer(forOutlinesOf: shape.geometry, except: feature.id)
      // What falls short by no more than the tolerance is rounding.
      guard answer.covered < min(least, max(least - task.edgeReach, 0.000_001)) else { return nil }
      let nearest = ShapeIndex(shape.geometry, as: .outlines).flatMap {
        surroundings.nearest(to: $0, except: feature.id)
      }
      return finding(
        about: feature, shape, answer, nearest, task, context)
    }
  }

  private func finding(
    about feature: PlanFeature, _ shape: UsableShape, _ answer: EdgeCover.Answer,
    _ nearest: Surroundings.Neighbour?, _ task: RuleTask, _ context: CheckContext
  ) -> Finding {
    let measure = Measure(answer.covered, .metres, limit: task.quantity("min_length"))
    let (phrase, much, title) = (feature.phrase, measure.phrase, task.partnerTitle)
    var english = "\(phrase.english) shares \(much.english) of boundary with \(title.english)"
    var chinese = "\(phrase.chinese)与\(title.chinese)的公共边长 \(much.chinese)"
    if answer.covered == 0, let nearest {
      let other = nearest.feature.phrase
      if nearest.link.distance <= task.edgeReach {
        english += "; it meets \(other.english) in points only"
        chinese += "；与\(other.chinese)仅相交于点"
      } else {
        let away = Measure(nearest.link.distance, .metres).text
        english += "; the nearest, \(other.english), is \(away) away"
        chinese += "；最近的\(other.chinese)相距 \(away)"
      }
    }
    let outlines = shape.geometry.polygons.flatMap(\.rings).compactMap { try? Line($0.points) }
    let geometry: PlaneGeometry = outlines.count == 1 ? .line(outlines[0]) : .multiLine(outlines)
    return task.finding(
      Wording(english, zh: chinese), parties: [feature.party], measure: measure,
      place: context.place(geometry), isDegraded: shape.isRepaired || answer.isRepaired)
  }
}

extension ExamplePlan {
  /// A plot and a street from (-50, -8) to (50, 0).
  fileprivate static func onStreet(
    _ plot: ExampleFeature, _ settings: [String] = []
  ) -> ExamplePlan {
    ExamplePlan(
      [plot, .polygon("s", [(-50, -8), (50, -8), (50, 0), (-50, 0), (-50, -8)], kind: "zone")],
      settings: ["on: districts", "with: zones"] + settings)
  }
}
