internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// L18: no line leads back to its node, and no two lead from one node to the same other.
struct NoLoops: Rule {
  static let description = RuleDescription(
    code: "L18",
    name: "no-loops-or-parallels",
    summary: Wording(
      "A line leads back to its own node, or two lines of like length join the same two nodes.",
      zh: "线绕回自身的结点，或两条长度相近的线连接同样两个结点。"),
    rationale: Wording(
      "A loop leads nowhere, and of two ways of one length between the same places one is usually the other drawn again.",
      zh: "自环哪里也不通；同样两点之间两条差不多长的线，往往是同一条画了两次。"),
    fix: Wording(
      "delete the loop or one of the two lines, or widen the ratio",
      zh: "删去自环或其中一条，或调整长度比"),
    trap: Wording(
      "A roundabout, a closed line that others meet at two places or more, is no loop, and its halves are one line. A detour much longer than the direct way is no parallel.",
      zh: "有两处以上与他线相接的闭合线是环岛，不算自环，其两半也属同一条线。比直路长得多的绕行线不算平行。"),
    looksAt: [.line],
    parameters: [
      .tolerance,
      RuleParameter(
        "r", .number, default: "1.2",
        Wording(
          "up to which ratio of their lengths two lines count as alike; 1 finds none",
          zh: "长度比小于此值的两条线视为平行；1 表示不查平行")),
      RuleParameter(
        "loops", .word(["forbidden", "allowed"]), default: "forbidden",
        Wording("whether loops are faults", zh: "自环是否算错误")),
    ],
    needsFeatures: true,
    accepts: [
      RuleExample("a roundabout that two roads meet", zh: "两条路接入的环岛") {
        [
          .line("a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]),
          .line("b", [(-9, 0), (0, 0)]), .line("c", [(10, 10), (19, 10)]),
        ]
      },
      RuleExample("a detour half as long again", zh: "长出一半的绕行线") {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(0, 0), (0, 3), (9, 3), (10, 0)])]
      },
      RuleExample("two sides of a block that a third road meets", zh: "有第三条路接入的街坊两边") {
        [
          .line("a", [(0, 0), (10, 0), (10, 10)]), .line("b", [(10, 10), (0, 10), (0, 0)]),
          .line("c", [(10, 0), (20, 0)]), .line("d", [(0, 10), (-10, 10)]),
        ]
      },
      RuleExample(
        "a loop where loops are allowed", zh: "允许自环",
        ExamplePlan(
          [.line("a", [(0, 0), (10, 0), (10, 10), (0, 0)])],
          settings: ["on: roads", "loops: allowed"])),
    ],
    flags: [
      RuleExample("a closed line", zh: "闭合线", measures: ["40 m"]) {
        [.line("a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)])]
      },
      RuleExample("a loop at the end of a road", zh: "路尽头的自环", measures: ["40 m"]) {
        [
          .line("a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]),
          .line("b", [(10, 5), (20, 5)]),
        ]
      },
      RuleExample("a road that ends on itself", zh: "止于自身的道路", measures: ["28 m"]) {
        [.line("a", [(-9, 0), (0, 0), (10, 0), (10, 4), (0, 4), (0, 0)])]
      },
      RuleExample("a line drawn twice", zh: "同一条线画两次", measures: ["0%"]) {
        [.line("a", [(0, 0), (10, 0)]), .line("b", [(10, 0), (0, 0)])]
      },
      RuleExample("a line beside a stretch of another", zh: "与另一条线的一段平行", measures: ["10%"]) {
        [
          .line("a", [(-9, 0), (0, 0), (20, 0), (29, 0)]),
          .line("b", [(0, 0), (4, 3), (16, 3), (20, 0)]),
        ]
      },
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let nodes = LineNodes(LineSet(task.features, tolerance: task.quantity("tolerance")))
    let links = nodes.links
    var findings: [Finding] = []
    if task.word("loops") != "allowed" {
      findings = loops(of: nodes, links).map { finding(aboutLoop: $0, nodes.set, task, context) }
    }
    let between = Dictionary(grouping: links.filter { $0.start != $0.end }) {
      [min($0.start, $0.end), max($0.start, $0.end)]
    }
    for (_, alike) in between.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let alike = alike.sorted { $0.length < $1.length }
      for (index, short) in alike.enumerated() {
        for long in alike[(index + 1)...] {
          guard long.length < short.length * (task.number("r") ?? 1) else { break }
          context.verified(pairs: 1)
          guard nodes.set.parts[short.part].feature != nodes.set.parts[long.part].feature else {
            continue
          }
          findings.append(finding(about: short, long, nodes.set, task, context))
        }
      }
    }
    return findings
  }

  /// The stretches that lead from a node back to it, and the closed lines that nothing meets.
  private func loops(
    of nodes: LineNodes, _ links: [LineNodes.Link]
  ) -> [(part: Int, length: Double, stretches: [ClosedRange<Double>])] {
    let linked = Set(links.map(\.part))
    return links.filter { $0.start == $0.end && $0.length > 2 * nodes.set.tolerance }
      .map { ($0.part, $0.length, $0.stretches) }
      + nodes.set.parts.indices.filter { part in
        let line = nodes.set.parts[part]
        return line.isClosed && line.length > 2 * nodes.set.tolerance && !linked.contains(part)
      }.map { ($0, nodes.set.parts[$0].length, [0...nodes.set.parts[$0].length]) }
  }

  private func finding(
    aboutLoop loop: (part: Int, length: Double, stretches: [ClosedRange<Double>]),
    _ set: LineSet, _ task: RuleTask, _ context: CheckContext
  ) -> Finding {
    let feature = set.feature(ofPart: loop.part)
    let measure = Measure(loop.length, .metres)
    let place = set.place(ofPart: loop.part, loop.stretches)
    return task.finding(
      Wording(
        "\(feature.phrase.english) leads back to its own node after \(measure.text)",
        zh: "\(feature.phrase.chinese)走 \(measure.text) 后绕回自身的结点"),
      parties: [feature.party(near: place.flatMap { context.anchor(of: $0) })], measure: measure,
      place: place.flatMap { context.place($0) })
  }

  private func finding(
    about short: LineNodes.Link, _ long: LineNodes.Link, _ set: LineSet, _ task: RuleTask,
    _ context: CheckContext
  ) -> Finding {
    let pair = [short, long].sorted {
      set.feature(ofPart: $0.part).id < set.feature(ofPart: $1.part).id
    }
    let lines = pair.map { set.feature(ofPart: $0.part) }
    let places = pair.map { set.place(ofPart: $0.part, $0.stretches) }
    let limit = ((task.number("r") ?? 1) - 1) * 100
    let measure = Measure((long.length / short.length - 1) * 100, .percent, limit: limit)
    let (a, b, much) = (lines[0].phrase, lines[1].phrase, measure.phrase)
    let place = places.compactMap { $0 }.flatMap(\.lines)
    return task.finding(
      Wording(
        "\(a.english) and \(b.english) lead from the same node to the same node; their lengths differ by \(much.english)",
        zh: "\(a.chinese)与\(b.chinese)连接同样两个结点，长度只差 \(much.chinese)"),
      parties: zip(lines, places).map { line, place in
        line.party(near: place.flatMap { context.anchor(of: $0) })
      },
      measure: measure, place: place.isEmpty ? nil : context.place(.multiLine(place)))
  }
}

extension LineSet {
  /// Stretches of a part as the place of a finding.
  fileprivate func place(ofPart part: Int, _ stretches: [ClosedRange<Double>]) -> PlaneGeometry? {
    let lines = stretches.compactMap { line(ofPart: part, between: $0) }
    guard let first = lines.first else { return nil }
    return lines.count == 1 ? .line(first) : .multiLine(lines)
  }
}
