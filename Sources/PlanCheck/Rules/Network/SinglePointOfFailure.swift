internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings
internal import PlanNetwork

/// N09: no single line or node carries too much of what is served.
struct SinglePointOfFailure: Rule {
  static let description = RuleDescription(
    code: "N09",
    name: "single-point-of-failure",
    summary: Wording(
      "One line or node fails, and more of the served demand than allowed is cut off.",
      zh: "一条线或一个节点失效，即有超过允许份额的需求断供。"),
    rationale: Wording(
      "A district that hangs on one bridge or one main stands still when that one breaks.",
      zh: "全靠一座桥、一根干管的片区，断一处便全停。"),
    fix: Wording(
      "close a loop around the place, or feed the other side from a source of its own",
      zh: "在该处另接一路成环，或在另一侧增设源点"),
    trap: Wording(
      "What another source feeds from the far side does not hang on the line; and of two parallel lines neither is one of failure.",
      zh: "另一端有源点供给的部分不依赖该线；两条并行线中任何一条都不是单点。"),
    looksAt: [.line],
    parameters: [
      .tolerance,
      RuleParameter(
        "share", .quantity(.share), default: "20 %",
        Wording("how much of the served demand may hang on one place", zh: "可依赖同一处的供给份额上限")),
      RuleParameter(
        "demand", .reference, default: nil,
        Wording(
          "what is served; the length of the lines where nothing is named", zh: "被供给的要素；不写则按线的长度计")),
      RuleParameter(
        "weight", .text, default: nil,
        Wording(
          "the attribute that says how much a feature demands; each demands 1 without it",
          zh: "说明需求量的属性；不写则每个要素计 1")),
      RuleParameter(
        "remove", .word(["edges", "nodes", "both"]), default: "edges",
        Wording("what may fail: lines, nodes or both", zh: "考虑失效的对象：线（edges）、节点（nodes）或两者（both）")),
      .reach("100 m"),
    ],
    needsFeatures: true,
    needsPartner: true,
    accepts: [
      RuleExample(
        "a ring with one source", zh: "单源点环网",
        .grid([.pipe("ring", [(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)]), works])),
      RuleExample(
        "two mains side by side", zh: "两条并行干管",
        .grid([
          .pipe("a", [(0, 0), (100, 0)]), .pipe("b", [(0, 0), (50, 9), (100, 0)]), works,
        ])),
      RuleExample(
        "a line fed from both ends", zh: "两端供给的线",
        .grid(
          [.pipe("a", [(0, 0), (100, 0)]), works, .point("w2", 100, 0), .plot("p", x: 45, y: 5)],
          "demand: features")),
      RuleExample(
        "a branch to one of ten houses", zh: "只供十户之一的支管",
        .grid(
          [.pipe("ring", [(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)])]
            + (0..<9).map { .spot("h\($0)", Double($0) * 10 + 5, 1) }
            + [.pipe("z", [(100, 100), (150, 100)]), .spot("h9", 150, 100), works],
          "demand: features")),
    ],
    flags: [
      RuleExample(
        "all houses behind one bridge", zh: "全部住户在一座桥之后", measures: ["100%"],
        .grid(
          [
            .pipe("bridge", [(0, 0), (100, 0)]), .spot("h1", 120, 0), .spot("h2", 130, 0),
            .pipe("ring", [(100, 0), (200, 0), (200, 100), (100, 0)]), works,
          ], "demand: features")),
      RuleExample(
        "demand counts by its weight", zh: "按需求量加权", measures: ["90%"],
        .grid(
          [
            .pipe("ring", [(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)]),
            .pipe("z", [(100, 0), (150, 0)]), .spot("h1", 50, 0, #""people":10"#),
            .spot("h2", 150, 0, #""people":90"#), works,
          ], "demand: features", "weight: people")),
      RuleExample(
        "a node where two rings meet", zh: "两环相接的节点", measures: ["50%"],
        .grid(
          [
            .pipe("r1", [(0, 0), (50, 0), (100, 100), (0, 0)]),
            .pipe("r2", [(100, 100), (200, 100), (200, 200), (100, 100)]), .spot("h1", 50, 0),
            .spot("h2", 200, 100), works,
          ], "demand: features", "remove: nodes")),
      RuleExample(
        "half of the length behind one line", zh: "一半长度在一条线之后", measures: ["50%"],
        .grid(
          [
            .pipe("ring", [(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)]),
            .pipe("z", [(100, 100), (500, 100)]), works,
          ])),
    ])

  private static let works = ExampleFeature.point("works", 0, 0)

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    guard !task.partners.isEmpty else { return [] }
    let demand = task.reference("demand").map(context.plan.features) ?? []
    var findings: [Finding] = []
    for state in context.states(of: task.features) {
      let network = context.network(
        of: state.features, tolerance: task.quantity("tolerance"))
      guard !network.members.isEmpty else { continue }
      let lines = Set(network.members.filter { !$0.isClosed }.map(\.feature.id))
      let dependence = try Dependence(
        of: demand.filter { !lines.contains($0.id) }, isByLength: task.reference("demand") == nil,
        on: network, from: task.partners, task: task, context: context)
      findings += try dependence.findings()
    }
    return findings
  }
}

extension ExamplePlan {
  /// Pipes, waterworks and houses.
  fileprivate static func grid(
    _ features: [ExampleFeature], _ settings: String...
  ) -> ExamplePlan {
    ExamplePlan(features, settings: ["on: features", "with: facilitys"] + settings)
  }
}
