internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings
internal import PlanNetwork

/// N02: every line can be reached from a source.
struct ReachableFrom: Rule {
  static let description = RuleDescription(
    code: "N02",
    name: "reachable-from",
    summary: Wording(
      "A part of a network cannot be reached from any source.", zh: "网络的一部分从任何源点都无法到达。"),
    rationale: Wording(
      "A pipe that no waterworks feeds and a street that no gate leads to serve nobody, however well they are joined among themselves.",
      zh: "水厂供不到的管道、出入口通不到的道路，自身连得再好也无用。"),
    fix: Wording(
      "join the part to what a source feeds, or turn the lines that run the wrong way",
      zh: "将该部分接到源点所及的线上，或调转方向画反的线"),
    trap: Wording(
      "A source beside a line between two vertices feeds it, and a line of one way only what lies behind it.",
      zh: "源点可接在线的中段；单向的线只通向其下游。"),
    looksAt: [.line, .area],
    parameters: [.tolerance, .reach("10 m"), .direction("both"), .way],
    needsFeatures: true,
    needsPartner: true,
    accepts: [
      RuleExample(
        "streets behind a gate", zh: "出入口之后的道路",
        .fed([
          .pipe("a", [(0, 0), (100, 0)]), .pipe("b", [(50, 0), (50, 60)]), .point("gate", 0, 0),
        ])),
      RuleExample(
        "a source between two vertices, 3 m beside the line", zh: "源点在线旁 3 m、两顶点之间",
        .fed([.pipe("a", [(0, 0), (100, 0)]), .point("works", 40, 3)])),
      RuleExample(
        "two parts with a source each", zh: "两个互不相连的部分各有源点",
        .fed([
          .pipe("a", [(0, 0), (100, 0)]), .pipe("b", [(0, 500), (100, 500)]),
          .point("w1", 0, 0), .point("w2", 100, 500),
        ])),
      RuleExample(
        "a lake that carries the water on", zh: "湖泊把水传到下游",
        .fed(
          [
            .line("in", [(-90, 0), (0, 0)], kind: "watercourse"),
            .square("lake", x: 0, side: 40, kind: "lake"),
            .line("out", [(40, 40), (90, 90)], kind: "watercourse"), .point("spring", -90, 0),
          ], "direction: digitised")),
      RuleExample(
        "a source that is an area across the lines", zh: "面状源点跨在线上",
        .fed([
          .pipe("a", [(0, 0), (100, 0)]),
          .square("yard", x: 40, y: -10, side: 20, kind: "project"),
        ])),
      RuleExample(
        "a one-way street outwards, where only the way there counts", zh: "只检查到达时，只能驶出的单行路不算问题",
        .fed(
          [
            .pipe("a", [(0, 0), (100, 0)]),
            .pipe("b", [(100, 0), (100, 50)], "\"oneway\":\"yes\""), .point("gate", 0, 0),
          ], "direction: oneway")),
      RuleExample(
        "one-way streets that lead there and back", zh: "有去有回的单行路",
        .fed(
          [
            .pipe("in", [(0, 0), (100, 0)], "\"oneway\":\"yes\""),
            .pipe("out", [(0, 0), (0, 50), (100, 50), (100, 0)], "\"oneway\":-1"),
            .point("gate", 0, 0),
          ], "direction: oneway", "way: both")),
    ],
    flags: [
      RuleExample(
        "a street that no gate leads to", zh: "没有出入口通达的道路", measures: ["60 m"],
        .fed([
          .pipe("a", [(0, 0), (100, 0)]), .pipe("b", [(50, 20), (50, 80)]), .point("gate", 0, 0),
        ])),
      RuleExample(
        "a crossing without a vertex", zh: "没有公共顶点的相交", measures: ["60 m"],
        .fed([
          .pipe("a", [(0, 0), (100, 0)]), .pipe("b", [(50, -30), (50, 30)]), .point("gate", 0, 0),
        ])),
      RuleExample(
        "a bridge over a street is no way down", zh: "跨线桥与桥下道路不相通", measures: ["60 m"],
        .fed([
          .pipe("a", [(0, 0), (50, 0), (100, 0)]),
          .pipe("b", [(50, -30), (50, 0), (50, 30)], "\"level\":1"), .point("gate", 0, 0),
        ])),
      RuleExample(
        "what lies upstream of the source", zh: "源点上游的一段", measures: ["40 m"],
        .fed(
          [.pipe("a", [(0, 0), (100, 0)]), .point("works", 40, 0)], "direction: digitised")),
      RuleExample(
        "a branch drawn the wrong way", zh: "支线画反了方向", measures: ["60 m"],
        .fed(
          [
            .pipe("a", [(0, 0), (50, 0), (100, 0)]), .pipe("b", [(50, 60), (50, 0)]),
            .point("works", 0, 0),
          ], "direction: digitised")),
      RuleExample(
        "a one-way street from which no way leads back", zh: "有去无回的单行路", measures: ["50 m"],
        .fed(
          [
            .pipe("a", [(0, 0), (100, 0)]),
            .pipe("b", [(100, 0), (100, 50)], "\"oneway\":\"yes\""), .point("gate", 0, 0),
          ], "direction: oneway", "way: to")),
      RuleExample(
        "a source that hangs on no line, so that nothing is fed", zh: "源点不在网络上，什么都到不了",
        measures: ["100 m", "30 m"],
        .fed([.pipe("a", [(0, 0), (100, 0)]), .point("works", 50, 30)])),
      RuleExample(
        "a pipe beside the main that is the source, and not joined to it", zh: "与作为源点的干管并行而不相接的管",
        measures: ["100 m"],
        ExamplePlan(
          [
            .line("main", [(0, 0), (100, 0)], kind: "watercourse"),
            .pipe("a", [(50, 0), (50, 60)]), .pipe("b", [(0, 3), (100, 3)]),
          ], settings: ["on: [features, watercourses]", "with: watercourses"])),
      RuleExample(
        "a lake that no river reaches, and what flows out of it", zh: "没有来水的湖及其下游",
        measures: ["250 m"],
        .fed([
          .line("in", [(-90, 0), (0, 0)], kind: "watercourse"),
          .square("lake", x: 20, side: 40, kind: "lake"),
          .line("out", [(60, 40), (150, 40)], kind: "watercourse"), .point("spring", -90, 0),
        ])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    // That nothing was named to start from has been reported with the declaration.
    guard !task.partners.isEmpty else { return [] }
    let limit = task.quantity("max")
    var findings: [Finding] = []
    for state in context.states(of: task.features) {
      let network = context.network(
        of: state.features, tolerance: task.quantity("tolerance"))
      guard !network.members.isEmpty else { continue }
      let sources = try NetworkSources(
        task.partners, on: Attachments(network, context), within: limit)
      findings += try sources.detachedFindings(for: task, within: limit)
      let graph = sources.network.graph(task.flow)
      let starts = sources.nodes.flatMap(\.nodes).map { graph.vertexOf[$0] }
      for travel in task.travels {
        let isReached = graph.graph.reach(from: starts, travel)
        let parts = NetworkPart.parts(of: sources.network, graph, travel) { !isReached[$0] }
        findings += parts.map { finding(about: $0, sources, travel, task, context) }
      }
    }
    return findings
  }

  private func finding(
    about part: NetworkPart, _ sources: NetworkSources, _ travel: Graph.Travel, _ task: RuleTask,
    _ context: CheckContext
  ) -> Finding {
    let (who, length) = (Wording.some(part.features), Measure(part.length, .metres))
    let from =
      sources.features.isEmpty
      ? Wording("any source", zh: "任何源点") : Wording.some(sources.features)
    let geometry = PlaneGeometry.multiLine(part.lines)
    let anchor = context.anchor(of: geometry)
    let message =
      travel == .against
      ? Wording(
        "no way leads from \(who.english), \(length.text) long, to \(from.english)",
        zh: "从\(who.chinese)（长 \(length.text)）无法到达\(from.chinese)")
      : Wording(
        "\(who.english), \(length.text) long, cannot be reached from \(from.english)",
        zh: "从\(from.chinese)无法到达\(who.chinese)（长 \(length.text)）")
    return task.finding(
      message, parties: part.features.map { $0.party(near: anchor) }, measure: length,
      place: context.place(geometry))
  }
}

extension ExamplePlan {
  /// Lines and lakes, and the facilities that feed them.
  fileprivate static func fed(_ features: [ExampleFeature], _ settings: String...) -> ExamplePlan {
    ExamplePlan(
      features,
      settings: ["on: [features, watercourses, lakes]", "with: [facilitys, projects]"] + settings)
  }
}
