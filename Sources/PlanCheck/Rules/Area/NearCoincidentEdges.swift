internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// A05: outlines that run along each other are one line.
struct NearCoincidentEdges: Rule {
  static let description = RuleDescription(
    code: "A05",
    name: "near-coincident-edges",
    summary: Wording(
      "Two outlines run side by side, too near to be two lines and too far apart to be one.",
      zh: "两条边界并行：近得不该是两条线，又没有重合。"),
    rationale: Wording(
      "A border that was drawn twice leaves slivers of overlap and gap that no map shows and every total feels.",
      zh: "同一条边界画了两遍，会留下图上看不见、合计中却存在的碎缝与碎压盖。"),
    fix: Wording(
      "give both outlines the same vertices along the border", zh: "让两条边界在公共边上使用相同的顶点"),
    trap: Wording(
      "Outlines that cross, or part at a corner, are near each other as well, but only for a little; what counts is how far they run side by side.",
      zh: "相交或在拐角处分开的边界也会靠近，但只有一小段；要看的是并行的长度。"),
    looksAt: [.area],
    parameters: [
      .tolerance,
      RuleParameter(
        "max", .quantity(.length), default: "0.1 m",
        Wording("how near two outlines are suspicious", zh: "视为可疑的最大间距")),
      RuleParameter(
        "min_length", .quantity(.length), default: "1 m",
        Wording("how far they may run so", zh: "允许并行的长度")),
    ],
    needsFeatures: true,
    severity: .warning,
    accepts: [
      RuleExample("a shared border", zh: "公共边重合") { [.square("a", x: 0), .square("b", x: 10)] },
      RuleExample("borders 1 mm apart by rounding", zh: "因取舍误差相差 1 毫米") {
        [.square("a", x: 0), .square("b", x: 10.001)]
      },
      RuleExample("a street between them", zh: "中间隔着道路") {
        [.square("a", x: 0), .square("b", x: 13)]
      },
      RuleExample("outlines that cross", zh: "互相交叉的边界") {
        [.square("a", x: 0), .square("b", x: 5, y: 5)]
      },
      RuleExample("a corner on an edge", zh: "一角抵在边上") {
        [.square("a", x: 0), .polygon("b", [(10, 5), (15, 0), (15, 10), (10, 5)])]
      },
      RuleExample("only as far as allowed", zh: "并行长度在允许范围内") {
        [
          .square("a", x: 0),
          .polygon("b", [(10.05, 4), (12, 4), (12, 4.8), (10.05, 4.8), (10.05, 4)]),
        ]
      },
    ],
    flags: [
      RuleExample("5 cm apart", zh: "相距 5 厘米", measures: ["10.1 m"]) {
        [.square("a", x: 0), .square("b", x: 10.05)]
      },
      RuleExample("5 cm into each other", zh: "互相压盖 5 厘米") {
        [.square("a", x: 0), .square("b", x: 9.95)]
      },
      RuleExample("over many short edges", zh: "由许多短边组成", measures: ["10.1 m"]) {
        let steps = (0...20).reversed().map { step in (10.05, Double(step) / 2) }
        return [
          .square("a", x: 0), .polygon("b", [(10.05, 0), (20, 0), (20, 10)] + steps),
        ]
      },
      RuleExample("crossing to and fro", zh: "来回交叉") {
        let steps: [(Double, Double)] = [
          (9.96, 10), (10.04, 8), (9.96, 6), (10.04, 4), (9.96, 2), (10.04, 0),
        ]
        return [
          .square("a", x: 0), .polygon("b", [(10.04, 0), (20, 0), (20, 10)] + steps),
        ]
      },
      RuleExample("an island a hand short of its hole", zh: "岛与内环相差一掌", measures: ["16 m"]) {
        [
          .polygon(
            "a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
            holes: [[(2, 2), (2, 6), (6, 6), (6, 2), (2, 2)]]),
          .square("b", x: 2.05, y: 2.05, side: 3.9),
        ]
      },
      RuleExample(
        "across the first vertex of a ring", zh: "跨越环的起点", measures: ["10.1 m"],
        ExamplePlan(
          [
            .polygon("a", [(10, 5), (10, 10), (0, 10), (0, 0), (10, 0), (10, 5)]),
            .square("b", x: 10.05),
          ], settings: ["on: districts", "min_length: 6 m"])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    let areas = AreaSet(task.features, context)
    let outlines = OutlineSet(areas)
    let (tolerance, reach) = (task.quantity("tolerance"), task.quantity("max"))
    let least = task.quantity("min_length")
    var pairs = 0
    areas.index.forEachPair(margin: reach) { _, _ in pairs += 1 }
    context.verified(pairs: pairs)
    guard reach > tolerance else { return [] }
    return areas.features.indices.flatMap { place in
      outlines.companions(of: place, within: reach, apartFrom: tolerance, longerThan: least)
        .map { finding(about: place, $0.other, $0.runs, areas, task, context) }
    }
  }

  private func finding(
    about place: Int, _ other: Int, _ runs: [OutlineSet.Run], _ areas: AreaSet, _ task: RuleTask,
    _ context: CheckContext
  ) -> Finding {
    let (one, two) = (areas.features[place], areas.features[other])
    let lines = runs.flatMap(\.lines)
    let geometry: PlaneGeometry = lines.count == 1 ? .line(lines[0]) : .multiLine(lines)
    let measure = Measure(
      runs.reduce(0) { $0 + $1.length }, .metres, limit: task.quantity("min_length"))
    let apart = Measure(
      runs.reduce(0) { $0 + $1.distance * $1.length } / measure.value, .metres
    ).text
    let (first, second, much) = (one.phrase, two.phrase, measure.phrase)
    let anchor = context.anchor(of: geometry)
    return task.finding(
      Wording(
        "\(first.english) and \(second.english) run side by side for \(much.english), "
          + "\(apart) apart on average",
        zh: "\(first.chinese)与\(second.chinese)的边界并行 \(much.chinese)，平均相距 \(apart)"),
      parties: [one.party(near: anchor), two.party(near: anchor)], measure: measure,
      place: context.place(geometry),
      isDegraded: areas.shapes[place].isRepaired || areas.shapes[other].isRepaired)
  }
}
