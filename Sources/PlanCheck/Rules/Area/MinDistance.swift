internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// A19: features keep a distance from each other.
struct MinDistance: Rule {
  static let description = RuleDescription(
    code: "A19",
    name: "min-distance",
    summary: Wording("Two features lie nearer to each other than allowed.", zh: "两个要素的间距小于规定值。"),
    rationale: Wording(
      "Setbacks give light and room for fire engines, protection strips keep building away from water and mains; a standard states each as a distance from edge to edge.",
      zh: "退让保证采光和消防通道，防护距离使建设避开河道和管廊；规范都以边到边的距离规定。"),
    fix: Wording("move one of the two, or cut it back", zh: "移动其一，或将其收回"),
    trap: Wording(
      "The distance is that of the edges, not of the vertices or centres; what lies inside an area is at no distance from it, what lies in its hole is not.",
      zh: "距离按边线量算，而非顶点或中心；在面内者距离为零，在洞中者不为零。"),
    counterparts: [.qgis("features must not be closer than tolerance")],
    parameters: [
      RuleParameter(
        "min", .quantity(.length), default: "1 m",
        Wording("the least distance", zh: "最小间距")),
      .tolerance,
      RuleParameter(
        "touching", .word(["flagged", "allowed"]), default: "flagged",
        Wording(
          "whether features that touch or overlap are too near, or belong together",
          zh: "相接或重叠的要素视为过近（flagged），或视为一体（allowed）")),
    ],
    needsFeatures: true,
    takesPartner: true,
    accepts: [
      RuleExample(
        "just as far as asked", zh: "恰为规定间距",
        ExamplePlan([.square("a", x: 0), .square("b", x: 15)], settings: ["min: 5 m"])),
      RuleExample(
        "1 mm less is rounding", zh: "差 1 mm 属取整误差",
        ExamplePlan([.square("a", x: 0), .square("b", x: 14.999)], settings: ["min: 5 m"])),
      RuleExample(
        "a well in the middle of a hole", zh: "洞中央的水井",
        ExamplePlan(
          [.point("f", 15, 15), ring], settings: ["on: facilitys", "with: zones", "min: 5 m"])),
      RuleExample(
        "boxes that overlap, shapes that do not", zh: "外框相交而图形相离",
        ExamplePlan(
          [
            .line("r", [(0, 0), (100, 100)]), .point("f", 90, 10),
          ], settings: ["on: facilitys", "with: roads", "min: 50 m"])),
      RuleExample(
        "neighbours that touch, where that is allowed", zh: "允许相接时的相邻地块",
        ExamplePlan(
          [.square("a", x: 0), .square("b", x: 10)], settings: ["min: 5 m", "touching: allowed"])),
      RuleExample(
        "two of one layer, held against another", zh: "同层要素只与另一图层比较",
        ExamplePlan(
          [.square("a", x: 0), .square("b", x: 12), .square("z", x: 90, kind: "zone")],
          settings: ["on: districts", "with: zones", "min: 5 m"])),
    ],
    flags: [
      RuleExample(
        "3 m where 5 m are asked", zh: "规定 5 m，实为 3 m", measures: ["3 m"],
        ExamplePlan([.square("a", x: 0), .square("b", x: 13)], settings: ["min: 5 m"])),
      RuleExample(
        "corner to corner", zh: "角对角", measures: ["5 m"],
        ExamplePlan([.square("a", x: 0), .square("b", x: 13, y: 14)], settings: ["min: 6 m"])),
      RuleExample(
        "the middle of a long edge, far from its vertices", zh: "长边的中部，远离顶点", measures: ["4 m"],
        ExamplePlan(
          [.line("r", [(-500, 0), (500, 0)]), .point("f", 0, 4)],
          settings: ["on: facilitys", "with: roads", "min: 5 m"])),
      RuleExample(
        "inside an area, far from its outline", zh: "在面内、远离边线", measures: ["0 m"],
        ExamplePlan(
          [.point("f", 50, 50), .square("z", x: 0, side: 100, kind: "zone")],
          settings: ["on: facilitys", "with: zones", "min: 5 m"])),
      RuleExample(
        "in a hole, near its edge", zh: "在洞中、靠近洞边", measures: ["2 m"],
        ExamplePlan(
          [.point("f", 12, 15), ring], settings: ["on: facilitys", "with: zones", "min: 5 m"])),
      RuleExample(
        "lines that cross between vertices", zh: "在顶点之间相交的线", measures: ["0 m"],
        ExamplePlan([.line("a", [(0, 0), (10, 10)]), .line("b", [(0, 10), (10, 0)])])),
      RuleExample(
        "both layers hold both: one finding", zh: "两侧为同一图层：只报一次", measures: ["3 m"],
        ExamplePlan(
          [.square("a", x: 0), .square("b", x: 13)],
          settings: ["on: districts", "with: districts", "min: 5 m"])),
      RuleExample(
        "the nearer of two parts", zh: "以两部分中较近者为准", measures: ["1 m"],
        ExamplePlan(
          [
            .lines("w", [[(0, 50), (10, 50)], [(0, 11), (10, 11)]], kind: "feature"),
            .square("b", x: 0),
          ], settings: ["on: districts", "with: features", "min: 5 m"])),
    ])

  /// An area from (0, 0) to (30, 30) with a hole from (10, 10) to (20, 20).
  private static let ring = ExampleFeature.polygon(
    "z", [(0, 0), (30, 0), (30, 30), (0, 30), (0, 0)],
    holes: [[(10, 10), (10, 20), (20, 20), (20, 10), (10, 10)]], kind: "zone")

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let least = task.quantity("min")
    let allowsTouching = task.word("touching") == "allowed"
    let pairing = FeaturePairing(task)
    let all = Surroundings(pairing.features, as: .whole, context)
    var pairs = 0
    var findings: [Finding] = []
    all.index.forEachPair(margin: least) { first, second in
      guard pairing.isWanted(first, second) else { return }
      pairs += 1
      guard
        let link = all.shapes[second].flatMap({ all.shapes[first]?.link(to: $0, within: least) }),
        // What falls short by no more than the tolerance is rounding.
        link.distance < least - task.pointReach,
        !(allowsTouching && link.distance <= task.edgeReach)
      else { return }
      findings.append(
        finding(
          all.features[first], all.features[second], link, task, context,
          isDegraded: all.isRepaired[first] || all.isRepaired[second]))
    }
    context.verified(pairs: pairs)
    return findings
  }

  private func finding(
    _ a: PlanFeature, _ b: PlanFeature, _ link: Link, _ task: RuleTask, _ context: CheckContext,
    isDegraded: Bool
  ) -> Finding {
    let measure = Measure(link.distance, .metres, limit: task.quantity("min"))
    let (first, second, much) = (a.phrase, b.phrase, measure.phrase)
    return task.finding(
      Wording(
        "\(first.english) lies \(much.english) from \(second.english)",
        zh: "\(first.chinese)与\(second.chinese)相距 \(much.chinese)"),
      parties: [a.party(near: link.start), b.party(near: link.end)], measure: measure,
      place: context.place(link.geometry), isDegraded: isDegraded)
  }
}
