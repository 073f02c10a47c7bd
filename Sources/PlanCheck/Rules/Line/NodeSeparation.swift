internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// L11: nodes are the same place or well apart.
struct NodeSeparation: Rule {
  static let description = RuleDescription(
    code: "L11",
    name: "node-separation",
    summary: Wording("Two nodes of a network are hardly apart.", zh: "网络中两个结点相距过近。"),
    rationale: Wording(
      "Two nodes a hand's breadth apart are one junction drawn twice: routes turn on a link that does not exist, or miss each other.",
      zh: "相距一掌宽的两个结点多半是同一个路口画了两次，路径会绕过不存在的小段，或者根本不通。"),
    fix: Wording("move the ends to one vertex", zh: "将各端移到同一个顶点"),
    trap: Wording(
      "Nodes within the tolerance are one. A bend is no node, however near the next; the ends of one short line are two.",
      zh: "容差以内算同一结点。折点再密也不是结点；一条短线的两端是两个结点。"),
    looksAt: [.line],
    counterparts: [
      .qgis("Validate network: node-to-node separation"), .superMap("节点距离必须大于容限"),
    ],
    parameters: [.tolerance, .separation],
    needsFeatures: true,
    accepts: [
      RuleExample("ends in one place and 1 m on", zh: "端点重合，另一处相距 1 米") {
        [
          .line("a", [(0, 0), (10, 0)]), .line("b", [(10, 0), (20, 0)]),
          .line("c", [(21, 0), (30, 0)]),
        ]
      },
      RuleExample("ends 1 mm apart are one node", zh: "相距 1 毫米的端点是同一结点") {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(10.001, 0), (20, 0)])]
      },
      RuleExample("vertices of a curve are no nodes", zh: "曲线上的折点不是结点") {
        [.line("a", [(0, 0), (0.1, 0.01), (0.2, 0.04), (0.3, 0.09), (10, 5)])]
      },
      RuleExample("just as far as must be", zh: "恰好等于最小间距") {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(10.5, 0), (20, 0)])]
      },
      RuleExample("a closed line has no end at its start", zh: "闭合线的起点不是端点") {
        [
          .line("a", [(0, 0), (10, 0), (10, 10), (0, 0)]), .line("b", [(-0.2, 0), (-9, 0)]),
        ]
      },
    ],
    flags: [
      RuleExample("two ends 0.3 m apart", zh: "两个端点相距 0.3 米", measures: ["0.3 m"]) {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(10.3, 0), (20, 0)])]
      },
      RuleExample("two T-junctions 0.4 m apart", zh: "两个丁字路口相距 0.4 米", measures: ["0.4 m"]) {
        [
          .line("a", [(0, 0), (10, 0)]), .line("b", [(5, 0), (5, 9)]),
          .line("c", [(5.4, 0), (5.4, -9)]),
        ]
      },
      RuleExample("a line shorter than that", zh: "一条短于间距的线", measures: ["0.2 m"]) {
        [
          .line("a", [(0, 0), (10, 0)]), .line("b", [(10, 0), (10.2, 0)]),
          .line("c", [(10.2, 0), (20, 0)]),
        ]
      },
      RuleExample(
        "an end near a vertex that two lines share", zh: "端点靠近两线共有的折点", measures: ["0.25 m"]
      ) {
        [
          .line("a", [(0, 0), (5, 0), (10, 0)]), .line("b", [(5, -5), (5, 0), (9, 5)]),
          .line("c", [(5, 0.25), (2, 9)]),
        ]
      },
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let nodes = LineNodes(LineSet(task.features, tolerance: task.quantity("tolerance")))
    let close = nodes.closePairs(within: task.quantity("min"))
    context.verified(pairs: close.compared)
    return close.pairs.map { finding(about: $0, nodes, task, context) }
  }

  private func finding(
    about pair: LineNodes.ClosePair, _ nodes: LineNodes, _ task: RuleTask, _ context: CheckContext
  ) -> Finding {
    let measure = Measure(pair.gap.length, .metres, limit: task.quantity("min"))
    let (first, second) = (nodes.nodes[pair.first], nodes.nodes[pair.second])
    let shared = nodes.features(at: first).intersection(nodes.features(at: second))
    let one = nodes.party(of: first, without: shared)
    let other = nodes.party(of: second, without: shared)
    let (a, b, much) = (one.feature.phrase, other.feature.phrase, measure.phrase)
    let isOne = one.feature.id == other.feature.id
    return task.finding(
      isOne
        ? Wording(
          "two nodes of \(a.english) are \(much.english) apart",
          zh: "\(a.chinese)的两个结点相距 \(much.chinese)")
        : Wording(
          "a node of \(a.english) is \(much.english) from one of \(b.english)",
          zh: "\(a.chinese)的结点距\(b.chinese)的结点 \(much.chinese)"),
      parties: isOne ? [one.party] : [one.party, other.party], measure: measure,
      place: context.place(pair.gap.geometry))
  }
}
