internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings
internal import PlanNetwork

/// N07: as many lines meet at a node as its kind asks for.
struct DegreeLimits: Rule {
  static let description = RuleDescription(
    code: "N07",
    name: "degree-limits",
    summary: Wording(
      "Fewer or more lines meet at a node than its kind asks for.", zh: "节点处相接的线数不符合该类节点的要求。"),
    rationale: Wording(
      "A valve joins two pipes; one that joins three, or none, is drawn in the wrong place or is none.",
      zh: "阀门连接两段管；连三段或不连管的“阀门”，不是画错位置，就不是阀门。"),
    fix: Wording(
      "move the node onto the lines it belongs to, or join or part the lines there",
      zh: "将节点移到所属的线上，或在该处连接、断开线"),
    trap: Wording(
      "A line that passes a node counts twice, with or without a vertex there; counting ends of lines alone misses it.",
      zh: "从节点穿过的线计为两条，无论该处有无顶点；只数端点会漏掉。"),
    looksAt: [.point],
    parameters: [
      .tolerance,
      RuleParameter(
        "min", .count, default: nil,
        Wording("how many lines must meet at a node", zh: "节点处至少相接的线数")),
      RuleParameter(
        "max", .count, default: nil,
        Wording("how many lines may meet at a node", zh: "节点处至多相接的线数")),
      RuleParameter(
        "by", .text, default: "class",
        Wording("the attribute that says the kind of a node", zh: "说明节点种类的属性")),
      RuleParameter(
        "degrees", .mapping, default: nil,
        Wording(
          "limits by kind: {valve: 2, hydrant: ..2, manhole: 1..}",
          zh: "按种类给出的限值：{阀门: 2, 消火栓: ..2, 检查井: 1..}")
      ),
    ],
    needsFeatures: true,
    needsPartner: true,
    accepts: [
      RuleExample(
        "a valve between two pipes", zh: "两管之间的阀门",
        .nodes([.spot("v", 50, 0, valve), a, b], kinds)),
      RuleExample(
        "a valve on the middle of a pipe", zh: "管段中部的阀门",
        .nodes([.spot("v", 20, 0, valve), a], kinds)),
      RuleExample(
        "a hydrant at the end of a pipe", zh: "管端的消火栓",
        .nodes([.spot("h", 0, 0, #""class":"hydrant""#), a], kinds)),
      RuleExample(
        "a kind of which nothing is said", zh: "未作规定的种类",
        .nodes([.spot("x", 0, 90, #""class":"bench""#), a], kinds)),
      RuleExample(
        "a manhole where three sewers meet", zh: "三管汇合的检查井",
        .nodes([.spot("m", 50, 0), a, b, c], "min: 1", "max: 4")),
      RuleExample(
        "a valve below a bridge that carries another pipe", zh: "管桥之下的阀门",
        .nodes(
          [
            .spot("v", 20, 0, valve), a,
            .line("d", [(20, -40), (20, 40)], kind: "watercourse", #""level":1"#),
          ], kinds)),
      RuleExample(
        "a pipe that begins and ends at a manhole counts twice", zh: "起止于同一井的管计为两条",
        .nodes(
          [
            .spot("m", 0, 0),
            .line("r", [(0, 0), (9, 0), (9, 9), (0, 0)], kind: "watercourse"),
          ], "min: 2", "max: 2")),
    ],
    flags: [
      RuleExample(
        "a valve where three pipes meet", zh: "三管相接处的阀门", measures: ["3"],
        .nodes([.spot("v", 50, 0, valve), a, b, c], kinds)),
      RuleExample(
        "a valve at the end of a pipe", zh: "管端的阀门", measures: ["1"],
        .nodes([.spot("v", 0, 0, valve), a], kinds)),
      RuleExample(
        "a hydrant on a cross of pipes", zh: "十字管上的消火栓", measures: ["4"],
        .nodes(
          [
            .spot("h", 50, 0, #""class":"hydrant""#), a, b, c,
            .line("d", [(50, 0), (50, -40)], kind: "watercourse"),
          ], kinds)),
      RuleExample(
        "a valve where two pipes cross without a vertex", zh: "两管无顶点相交处的阀门", measures: ["4"],
        .nodes(
          [
            .spot("v", 20, 0, valve), a,
            .line("d", [(20, -40), (20, 40)], kind: "watercourse"),
          ], kinds)),
      RuleExample(
        "a manhole beside the pipe", zh: "不在管上的检查井", measures: ["0"],
        .nodes([.spot("m", 50, 0.3), a, b], "min: 1")),
      RuleExample(
        "each point of a set is a node", zh: "点集的每个点都是节点", measures: ["0"],
        .nodes([.points("m", [(0, 0), (0, 40)], kind: "feature"), a], "min: 1")),
      RuleExample(
        "a limit that is no range of numbers", zh: "写法有误的限值",
        .nodes([.spot("v", 50, 0, valve), a, b], "degrees: {valve: two}")),
      RuleExample(
        "no limit at all", zh: "没有任何限值", .nodes([.spot("v", 50, 0, valve), a, b])),
    ])

  private static let valve = #""class":"valve""#
  private static let kinds = "degrees: {valve: 2, hydrant: ..2}"
  private static let a = ExampleFeature.line("a", [(0, 0), (50, 0)], kind: "watercourse")
  private static let b = ExampleFeature.line("b", [(50, 0), (90, 0)], kind: "watercourse")
  private static let c = ExampleFeature.line("c", [(50, 40), (50, 0)], kind: "watercourse")

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    var limits: [String: LimitRange] = [:]
    for member in task.members("degrees") {
      guard let range = member.texts.first.flatMap(LimitRange.init), member.texts.count == 1,
        range.dimension == nil
      else {
        findings.append(
          task.unusable(
            member,
            Wording(
              "the limit for '\(member.key)' is '\(member.texts.joined(separator: ", "))'; expected a form such as '2', '..2' or '1..3'",
              zh: "“\(member.key)”的限值为“\(member.texts.joined(separator: ", "))”，应形如“2”“..2”或“1..3”")
          ))
        continue
      }
      limits[member.key] = range
    }
    let general = Self.range(task.count("min"), task.count("max"))
    if general == nil, task.members("degrees").isEmpty {
      return [
        task.unusable(
          "degrees",
          Wording(
            "no limit is set: neither 'min' nor 'max' nor 'degrees'",
            zh: "没有限值：min、max 和 degrees 均未设置"))
      ]
    }
    for state in context.states(of: task.partners) {
      for node in nodes(of: task.features, on: state.features, task, context) {
        let kind = task.word("by").flatMap { node.feature.attribute($0)?.written }
        guard let range = kind.flatMap({ limits[$0] }) ?? general,
          let limit = range.offended(by: Double(node.count))
        else { continue }
        findings.append(finding(about: node, kind, limit, task, context))
      }
    }
    return findings
  }

  private static func range(_ least: Int?, _ most: Int?) -> LimitRange? {
    LimitRange("\(least.map(String.init) ?? "")..\(most.map(String.init) ?? "")")
  }

  /// A point that is a node, and the lines that meet there.
  private struct Node {
    let feature: PlanFeature
    let point: PlanePoint
    let count: Int
    let lines: [PlanFeature]
  }

  /// How many lines meet at each node, and which.
  ///
  /// Lines count that pass within the tolerance, joined there or not; those of another level only
  /// where none of the node's own is there.
  private func nodes(
    of features: [PlanFeature], on lines: [PlanFeature], _ task: RuleTask,
    _ context: CheckContext
  ) -> [Node] {
    let tolerance = max(task.quantity("tolerance"), 1e-6)
    let network = context.network(of: lines, tolerance: task.quantity("tolerance"))
    let attachments = Attachments(network, context)
    let points = features.flatMap { feature in
      (feature.plane?.points ?? []).map { (feature: feature, point: $0) }
    }
    let places = points.map { node in
      let all = attachments.places(at: node.point, within: tolerance)
      let level = node.feature.attribute(.level)?.number ?? 0
      let own = all.filter { network.members[$0.member].level == level }
      return own.isEmpty ? all : own
    }
    let noded = network.noded(at: places.flatMap { $0 })
    var ends: [Int: [PlanFeature]] = [:]
    for link in noded.network.links {
      let feature = network.members[link.member].feature
      ends[link.start, default: []].append(feature)
      ends[link.end, default: []].append(feature)
    }
    var next = 0
    return zip(points, places).map { node, own in
      let here = Set(noded.nodes[next..<(next + own.count)]).sorted()
      next += own.count
      let meeting = here.flatMap { ends[$0] ?? [] }
      var seen: Set<String> = []
      return Node(
        feature: node.feature, point: node.point, count: meeting.count,
        lines: meeting.filter { seen.insert($0.id).inserted })
    }
  }

  private func finding(
    about node: Node, _ kind: String?, _ limit: Double, _ task: RuleTask, _ context: CheckContext
  ) -> Finding {
    let measure = Measure(Double(node.count), .features, limit: limit)
    let (who, much) = (node.feature.phrase, measure.phrase)
    let what = Wording(kind.map { ", a '\($0)'," } ?? "", zh: kind.map { "（\($0)）" } ?? "")
    return task.finding(
      Wording(
        "the number of lines that meet at \(who.english)\(what.english) is \(much.english)",
        zh: "\(who.chinese)\(what.chinese)处相接的线数为 \(much.chinese)"),
      parties: ([node.feature] + node.lines).map { $0.party(near: node.point) },
      measure: measure, place: context.place(at: node.point))
  }
}

extension ExamplePlan {
  /// Nodes, and the pipes that meet there.
  fileprivate static func nodes(
    _ features: [ExampleFeature], _ settings: String...
  ) -> ExamplePlan {
    ExamplePlan(features, settings: ["on: features", "with: watercourses"] + settings)
  }
}
