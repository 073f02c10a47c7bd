internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// L12: a node lies on a line or well apart from it.
struct NodeToSegmentSeparation: Rule {
  static let description = RuleDescription(
    code: "L12",
    name: "node-to-segment-separation",
    summary: Wording("A node lies beside a line that it does not join.", zh: "结点紧靠一条线，却没有与它相接。"),
    rationale: Wording(
      "An end beside a line looks joined on every map, and no route turns there.",
      zh: "端点贴着线，图上看似相接，路径却走不通。"),
    fix: Wording(
      "put the node on the line, with a vertex there, or move it away",
      zh: "将结点移到线上并设公共顶点，或移开"),
    trap: Wording(
      "A line that joins the node is not beside it, unless it goes away and comes back. Two nodes beside each other are one finding.",
      zh: "与结点相接的线不算，除非离开后又绕回旁边。两个结点互相靠近只报一次。"),
    looksAt: [.line],
    counterparts: [.qgis("Validate network: node-to-segment separation")],
    parameters: [.tolerance, .separation],
    needsFeatures: true,
    accepts: [
      RuleExample("a T-junction", zh: "丁字路口") {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(5, 0), (5, 9)])]
      },
      RuleExample("a T-junction drawn 1 mm short", zh: "差 1 毫米的丁字路口") {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(5, 0.001), (5, 9)])]
      },
      RuleExample("the next edge of the same line", zh: "同一条线的下一段") {
        [.line("a", [(0, 0), (0.1, 0), (0.2, 0.1), (10, 5)])]
      },
      RuleExample("a bend beside a line is no node", zh: "折点靠近线不算结点") {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(0, 5), (5, 0.2), (10, 5)])]
      },
      RuleExample("0.6 m beside the line", zh: "距线 0.6 米") {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(5, 0.6), (5, 9)])]
      },
    ],
    flags: [
      RuleExample("an end 0.3 m beside a line", zh: "端点距线 0.3 米", measures: ["0.3 m"]) {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(5, 0.3), (5, 9)])]
      },
      RuleExample("an end 3 mm beside a line", zh: "端点距线 3 毫米", measures: ["0.003 m"]) {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(5, 0.003), (5, 9)])]
      },
      RuleExample("a crossroads beside a third line", zh: "路口靠近第三条线", measures: ["0.4 m"]) {
        [
          .line("a", [(0, 0), (5, 0), (10, 0)]), .line("b", [(5, -9), (5, 0), (5, 9)]),
          .line("c", [(6, 9), (5.24, 0.32), (9, 1)]),
        ]
      },
      RuleExample("two ends beside each other", zh: "两个端点互相靠近", measures: ["0.2 m"]) {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(10.2, 0), (20, 0)])]
      },
      RuleExample("a line that comes back to its own start", zh: "线绕回自己的起点旁", measures: ["0.3 m"]) {
        [.line("a", [(0, 0), (10, 0), (10, 9), (0.3, 9), (0.3, -9)])]
      },
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let set = LineSet(task.features, tolerance: task.quantity("tolerance"))
    let nodes = LineNodes(set)
    let close = nodes.closeLines(within: task.quantity("min"))
    context.verified(pairs: close.compared)
    var known: Set<[Int]> = []
    return close.lines.filter { line in
      guard let other = nodes.node(at: line.gap.end) else { return true }
      return known.insert([min(line.node, other), max(line.node, other)]).inserted
    }.map { finding(about: $0, nodes, task, context) }
  }

  private func finding(
    about close: LineNodes.CloseLine, _ nodes: LineNodes, _ task: RuleTask,
    _ context: CheckContext
  ) -> Finding {
    let measure = Measure(close.gap.length, .metres, limit: task.quantity("min"))
    let line = nodes.set.feature(ofPart: close.part)
    let node = nodes.party(
      of: nodes.nodes[close.node], without: [nodes.set.parts[close.part].feature])
    let (a, b, much) = (node.feature.phrase, line.phrase, measure.phrase)
    let isOne = node.feature.id == line.id
    return task.finding(
      isOne
        ? Wording(
          "\(a.english) comes back to \(much.english) from one of its nodes",
          zh: "\(a.chinese)绕回到距自身结点 \(much.chinese) 处")
        : Wording(
          "a node of \(a.english) is \(much.english) from \(b.english) and not joined to it",
          zh: "\(a.chinese)的结点距\(b.chinese) \(much.chinese)，但未相接"),
      parties: isOne ? [node.party] : [node.party, line.party(near: close.gap.end)],
      measure: measure, place: context.place(close.gap.geometry))
  }
}
