internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// A22: a corridor is nowhere too narrow and nowhere too wide.
struct CorridorWidth: Rule {
  static let description = RuleDescription(
    code: "A22",
    name: "corridor-width",
    summary: Wording(
      "Somewhere a corridor is narrower or wider than allowed.",
      zh: "走廊在某处过窄或过宽。"),
    rationale: Wording(
      "A green corridor is worth what its narrowest place lets through; a road reserve is paid for where it is wide.",
      zh: "生态廊道的作用取决于最窄处；道路用地宽出的部分要付出代价。"),
    fix: Wording(
      "move the outline at the place shown", zh: "在标出的位置调整边界"),
    trap: Wording(
      "The mean width hides a bottleneck. Every corner is narrow towards its tip, so only places count where the corridor goes on beyond, and tails at least twice as long as wide; a right-angled bend has 17 % more room than the corridor.",
      zh: "平均宽度会掩盖瓶颈。任何拐角越往角尖越窄，因此只计走廊仍向前延伸之处，以及长度不小于两倍宽度的尾部；直角转弯处可容的宽度比走廊大 17%。"),
    looksAt: [.area],
    parameters: [
      RuleParameter(
        "min", .quantity(.length), default: nil, Wording("the least width", zh: "宽度下限")),
      RuleParameter(
        "max", .quantity(.length), default: nil, Wording("the greatest width", zh: "宽度上限")),
      .tolerance, .minArea, .minWidth,
    ],
    needsFeatures: true,
    accepts: [
      RuleExample(
        "a strip of just the width", zh: "宽度恰好的条带",
        ExamplePlan(
          [.strip("a", length: 100, width: 10)], settings: ["min: 10 m", "max: 10 m"])),
      RuleExample(
        "a bend, with the room it takes", zh: "转弯处多出的宽度",
        ExamplePlan(
          [
            .polygon(
              "a", [(0, 0), (60, 0), (60, 60), (50, 60), (50, 10), (0, 10), (0, 0)],
              kind: "feature")
          ], settings: ["min: 10 m", "max: 12 m"])),
      RuleExample(
        "corners and blunt ends", zh: "拐角与钝端",
        ExamplePlan(
          [
            .polygon(
              "a", [(0, 0), (100, 0), (108, 5), (100, 10), (0, 10), (-4, 3), (0, 0)],
              kind: "feature")
          ], settings: ["min: 9.9 m"])),
      RuleExample(
        "wide enough on both sides of an island", zh: "岛两侧都够宽",
        ExamplePlan(
          [
            .polygon(
              "a", [(0, 0), (100, 0), (100, 30), (0, 30), (0, 0)],
              holes: [[(40, 12), (40, 18), (60, 18), (60, 12), (40, 12)]], kind: "feature")
          ], settings: ["min: 10 m"])),
    ],
    flags: [
      RuleExample(
        "too narrow from end to end", zh: "全程过窄", measures: ["8 m"],
        ExamplePlan([.strip("a", length: 100, width: 8)], settings: ["min: 10 m"])),
      RuleExample(
        "too wide from end to end", zh: "全程过宽", measures: ["15 m"],
        ExamplePlan([.strip("a", length: 100, width: 15)], settings: ["max: 12 m"])),
      RuleExample(
        "a bottleneck that the mean width hides", zh: "被平均宽度掩盖的瓶颈", measures: ["4 m"],
        ExamplePlan(
          [
            .polygon(
              "a",
              [
                (0, 0), (100, 0), (100, 20), (60, 20), (60, 4), (40, 4), (40, 20), (0, 20), (0, 0),
              ], kind: "feature")
          ], settings: ["min: 10 m"])),
      RuleExample(
        "a pinch between two points", zh: "两点之间的收束", measures: ["4 m"],
        ExamplePlan(
          [
            .polygon(
              "a", [(0, 0), (50, 8), (100, 0), (100, 20), (50, 12), (0, 20), (0, 0)],
              kind: "feature")
          ], settings: ["min: 10 m"])),
      RuleExample(
        "beside an island", zh: "岛的一侧过窄", measures: ["6 m"],
        ExamplePlan(
          [
            .polygon(
              "a", [(0, 0), (100, 0), (100, 30), (0, 30), (0, 0)],
              holes: [[(40, 6), (40, 18), (60, 18), (60, 6), (40, 6)]], kind: "feature")
          ], settings: ["min: 10 m"])),
      RuleExample(
        "parts that meet in a point", zh: "仅以一点相接的两部分", measures: ["0 m"],
        ExamplePlan(
          [
            .polygons(
              "a",
              [
                [[(0, 0), (50, 0), (50, 20), (0, 20), (0, 0)]],
                [[(50, 20), (100, 20), (100, 40), (50, 40), (50, 20)]],
              ])
          ], settings: ["min: 10 m"])),
      RuleExample(
        "a narrow tail", zh: "狭窄的尾部", measures: ["3 m"],
        ExamplePlan(
          [
            .polygon(
              "a",
              [(0, 0), (50, 0), (50, 8), (80, 8), (80, 11), (50, 11), (50, 20), (0, 20), (0, 0)],
              kind: "feature")
          ], settings: ["min: 10 m"])),
      RuleExample(
        "a bay that is too wide", zh: "一处过宽的凸出", measures: ["20 m"],
        ExamplePlan(
          [
            .polygon(
              "a",
              [
                (0, 0), (100, 0), (100, 10), (70, 10), (70, 20), (30, 20), (30, 10), (0, 10),
                (0, 0),
              ], kind: "feature")
          ], settings: ["max: 12 m"])),
      RuleExample(
        "a declaration that sets nothing", zh: "没有写明任何要求",
        ExamplePlan([.strip("a", length: 100, width: 8)])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    let (least, most) = (task.optionalQuantity("min"), task.optionalQuantity("max"))
    guard least != nil || most != nil else { return [task.nothingSet(["min", "max"])] }
    let areas = AreaSet(task.features, context)
    return try zip(areas.features, areas.shapes).flatMap { feature, shape in
      let search = WidthSearch(shape.geometry, task, context)
      let narrow = try least.map { limit in
        try search.places(narrowerThan: limit).map {
          finding(about: feature, shape, $0, limit, Wording("only ", zh: "仅"), task, context)
        }
      }
      let wide = try most.map { limit in
        try search.places(widerThan: limit).map {
          finding(about: feature, shape, $0, limit, Wording("", zh: "达"), task, context)
        }
      }
      return (narrow ?? []) + (wide ?? [])
    }
  }

  private func finding(
    about feature: PlanFeature, _ shape: UsableShape, _ place: WidthSearch.Place, _ limit: Double,
    _ degree: Wording, _ task: RuleTask, _ context: CheckContext
  ) -> Finding {
    let measure = Measure(place.width, .metres, limit: limit)
    let (phrase, much) = (feature.phrase, measure.phrase)
    return task.finding(
      Wording(
        "\(phrase.english) is \(degree.english)\(much.english) wide at one place",
        zh: "\(phrase.chinese)有一处宽度\(degree.chinese) \(much.chinese)"),
      parties: [feature.party(near: context.anchor(of: place.geometry))], measure: measure,
      place: context.place(place.geometry), isDegraded: shape.isRepaired)
  }
}

extension ExampleFeature {
  fileprivate static func strip(_ id: String, length: Double, width: Double) -> ExampleFeature {
    .polygon(
      id, [(0, 0), (length, 0), (length, width), (0, width), (0, 0)], kind: "feature")
  }
}
