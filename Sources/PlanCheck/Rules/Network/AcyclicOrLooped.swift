internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings
internal import PlanNetwork

/// N05: a network has no way round, or nothing that lies on none.
struct AcyclicOrLooped: Rule {
  static let description = RuleDescription(
    code: "N05",
    name: "acyclic-or-looped",
    summary: Wording(
      "A network goes round where it must not, or a line lies on no loop where all must.",
      zh: "网络在不应成环处成环，或在应成环处有线不在环上。"),
    rationale: Wording(
      "Water does not flow in a circle; drinking water must not stand in a branch that a single break cuts off.",
      zh: "水不会循环自流；饮用水管则须成环，以免一处断裂即停水。"),
    fix: Wording(
      "turn or remove one line of the way round; or join the far end of the branch to close a loop",
      zh: "调转或删去环上的一条线；或将支管末端接回以成环"),
    trap: Wording(
      "Two parallel pipes between the same nodes are a loop; two lines drawn towards each other are no circle, although they close a ring.",
      zh: "两节点间的两条并行管构成环；首尾相对的两条线虽围成圈，却不循环流动。"),
    looksAt: [.line, .area],
    parameters: [
      .tolerance,
      RuleParameter(
        "loop", .word(["forbidden", "required"]), default: "forbidden",
        Wording("whether loops must not be, or must be", zh: "禁止成环（forbidden）或必须成环（required）")),
      .direction("digitised"),
      RuleParameter(
        "max", .quantity(.length), default: "0 m",
        Wording(
          "how long a branch may be where loops must be", zh: "要求成环时，允许的支管最大长度")),
    ],
    needsFeatures: true,
    accepts: [
      RuleExample("a river that parts and meets again", zh: "分而复合的河") {
        [
          .pipe("a", [(0, 0), (50, 30), (100, 0)]), .pipe("b", [(0, 0), (50, -30), (100, 0)]),
        ]
      },
      RuleExample(
        "a tree of sewers", zh: "树状排水管网",
        ExamplePlan(
          [.pipe("a", [(0, 0), (50, 0), (100, 0)]), .pipe("b", [(50, 0), (50, 40)])],
          settings: ["on: features", "direction: both"])),
      RuleExample(
        "a ring main", zh: "环状干管", .looped([.pipe("a", square), .pipe("b", chord)])),
      RuleExample(
        "two pipes side by side", zh: "两条并行管",
        .looped([
          .pipe("a", [(0, 0), (100, 0)]), .pipe("b", [(0, 0), (50, 9), (100, 0)]),
        ])),
      RuleExample(
        "a short branch, where short ones may be", zh: "在允许范围内的短支管",
        .looped([.pipe("a", square), .pipe("b", [(100, 0), (105, 0)])], "max: 5 m")),
      RuleExample(
        "two-way streets are no circle by themselves", zh: "双向道路本身不成环",
        ExamplePlan(
          [
            .pipe("a", [(0, 0), (100, 0)]),
            .pipe("b", [(100, 0), (200, 0)], "\"oneway\":\"yes\""),
          ], settings: ["on: features", "direction: oneway"])),
      RuleExample("the shore of a lake is no circle", zh: "湖岸不算成环") {
        [
          .line("in", [(-90, 0), (0, 0)], kind: "watercourse"), .square("l", x: 0, kind: "lake"),
          .line("out", [(10, 10), (90, 10)], kind: "watercourse"),
        ]
      },
    ],
    flags: [
      RuleExample("three rivers that flow in a circle", zh: "三条河首尾相接成环", measures: ["400 m"]) {
        [
          .pipe("a", [(0, 0), (100, 0)]), .pipe("b", [(100, 0), (100, 100)]),
          .pipe("c", [(100, 100), (0, 100), (0, 0)]), .pipe("d", [(0, 0), (-50, 0)]),
        ]
      },
      RuleExample("a line that comes back to its start", zh: "回到起点的线", measures: ["400 m"]) {
        [.pipe("a", square)]
      },
      RuleExample("two circles apart", zh: "两个互不相干的环", measures: ["400 m", "400 m"]) {
        [
          .pipe("a", square),
          .pipe("b", [(200, 0), (300, 0), (300, 100), (200, 100), (200, 0)]),
        ]
      },
      RuleExample(
        "water that leaves a lake and comes back", zh: "出湖又回湖的水", measures: ["70 m"]
      ) {
        [
          .square("l", x: 0, kind: "lake"),
          .line("r", [(10, 0), (40, 0), (40, 10), (10, 10)], kind: "watercourse"),
        ]
      },
      RuleExample(
        "a loop among sewers, whichever way they are drawn", zh: "排水管成环（不论方向）", measures: ["204 m"],
        ExamplePlan(
          [
            .pipe("a", [(0, 0), (100, 0)]), .pipe("b", [(0, 0), (50, 15), (100, 0)]),
          ], settings: ["on: features", "direction: both"])),
      RuleExample(
        "a branch of a ring main", zh: "环管上的支管", measures: ["40 m"],
        .looped([.pipe("a", square), .pipe("b", [(100, 100), (100, 140)])])),
      RuleExample(
        "a bridge between two rings", zh: "两环之间的单管", measures: ["100 m"],
        .looped([
          .pipe("a", square), .pipe("b", [(100, 0), (200, 0)]),
          .pipe("c", [(200, 0), (300, 0), (300, 100), (200, 100), (200, 0)]),
        ])),
    ])

  private static let square: [(Double, Double)] = [
    (0, 0), (100, 0), (100, 100), (0, 100), (0, 0),
  ]
  private static let chord: [(Double, Double)] = [(100, 0), (0, 100)]

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    for state in context.states(of: task.features) {
      let network = context.network(
        of: state.features, tolerance: task.quantity("tolerance"))
      findings +=
        task.word("loop") == "required"
        ? branches(of: network, task, context) : circles(in: network, task, context)
    }
    return findings
  }

  private func circles(
    in network: LineNetwork, _ task: RuleTask, _ context: CheckContext
  ) -> [Finding] {
    let whole = network.graph(task.flow)
    let travel: Graph.Travel = task.word("direction") == "both" ? .anyWay : .along
    return whole.graph.cycles(travel).map { cycle in
      let part = NetworkPart(cycle.map { whole.links[$0] }, of: network)
      let (who, length) = (Wording.some(part.features), Measure(part.length, .metres))
      return task.finding(
        Wording(
          "\(who.english) \(part.features.count > 1 ? "lead" : "leads") round in a circle of \(length.text)",
          zh: "\(who.chinese)绕成一圈，长 \(length.text)"),
        parties: parties(of: part, context), measure: length,
        place: context.place(.multiLine(part.lines)))
    }
  }

  private func branches(
    of network: LineNetwork, _ task: RuleTask, _ context: CheckContext
  ) -> [Finding] {
    let whole = network.graph()
    let bridges = Dictionary(grouping: whole.graph.bridges.map { whole.links[$0] }) {
      network.members[network.links[$0].member].feature.id
    }
    let limit = task.quantity("max")
    return bridges.values.map { NetworkPart($0, of: network) }.compactMap { part in
      guard part.length > limit + task.quantity("tolerance") else { return nil }
      let length = Measure(part.length, .metres, limit: limit)
      let (who, much) = (Wording.some(part.features), length.phrase)
      return task.finding(
        Wording(
          "\(who.english) lies on no loop for \(much.english)",
          zh: "\(who.chinese)有 \(much.chinese)不在任何环上"),
        parties: parties(of: part, context), measure: length,
        place: context.place(.multiLine(part.lines)))
    }
  }

  private func parties(of part: NetworkPart, _ context: CheckContext) -> [Finding.Party] {
    let anchor = context.anchor(of: .multiLine(part.lines))
    return part.features.map { $0.party(near: anchor) }
  }
}

extension ExamplePlan {
  /// Pipes that must be looped.
  fileprivate static func looped(
    _ features: [ExampleFeature], _ settings: String...
  ) -> ExamplePlan {
    ExamplePlan(features, settings: ["on: features", "loop: required"] + settings)
  }
}
