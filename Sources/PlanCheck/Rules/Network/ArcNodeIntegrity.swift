internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// N06: lines start and end at the nodes that they name.
struct ArcNodeIntegrity: Rule {
  static let description = RuleDescription(
    code: "N06",
    name: "arc-node-integrity",
    summary: Wording(
      "A line names no node at one of its ends, a node that is not there, or one that lies elsewhere.",
      zh: "线的一端没有写明节点、所写节点不存在，或节点不在该处。"),
    rationale: Wording(
      "Programs that compute with a network follow the ids of its nodes, and never see that the drawing says otherwise.",
      zh: "计算程序只认节点编号，看不到图上画的并不一致。"),
    fix: Wording(
      "correct the id of the node, move the end onto the node, or swap both ids where the line is drawn the other way",
      zh: "更正节点编号，将端点移到节点上；线画反时对调两个编号"),
    trap: Wording(
      "Both ids may be there and both nodes lie on the line's ends, and yet the line runs the other way.",
      zh: "两个编号都存在，节点也都在线的端点上，方向却可能是反的。"),
    looksAt: [.line],
    counterparts: [
      .arcGIS("Endpoint Must Be Covered By (Line-Point)"), .qgis("end points must be covered by"),
      .superMap("线端点必须被点覆盖"),
    ],
    parameters: [
      .tolerance,
      RuleParameter(
        "from", .text, default: "from",
        Wording("the attribute of lines that names the node at their first vertex", zh: "写明首点节点的属性")
      ),
      RuleParameter(
        "to", .text, default: "to",
        Wording("the attribute of lines that names the node at their last vertex", zh: "写明末点节点的属性")),
      RuleParameter(
        "key", .text, default: "id",
        Wording("the attribute of nodes by which lines name them", zh: "节点被引用的属性")),
    ],
    needsFeatures: true,
    needsPartner: true,
    accepts: [
      RuleExample(
        "a pipe between two manholes", zh: "两井之间的管段",
        .arcs([.pipe("p", [(0, 0), (50, 0)], ends("m1", "m2")), m1, m2])),
      RuleExample(
        "an end 2 mm beside its node", zh: "端点与节点相差 2 mm",
        .arcs([.pipe("p", [(0, 0.002), (50, 0)], ends("m1", "m2")), m1, m2])),
      RuleExample(
        "nodes named by a number of their own", zh: "以编号引用节点",
        .arcs(
          [
            .pipe("p", [(0, 0), (50, 0)], #""from":1,"to":"2""#),
            .spot("m1", 0, 0, #""nr":"1""#), .spot("m2", 50, 0, #""nr":2"#),
          ], "key: nr")),
      RuleExample(
        "a pipe that comes back to its manhole", zh: "回到同一井的管段",
        .arcs([.pipe("p", [(0, 0), (50, 0), (50, 50), (0, 0)], ends("m1", "m1")), m1])),
    ],
    flags: [
      RuleExample(
        "an end 30 cm from its node", zh: "端点距节点 30 cm", measures: ["0.3 m"],
        .arcs([.pipe("p", [(0, 0.3), (50, 0)], ends("m1", "m2")), m1, m2])),
      RuleExample(
        "a node that is not there", zh: "节点不存在",
        .arcs([.pipe("p", [(0, 0), (50, 0)], ends("m1", "m9")), m1, m2])),
      RuleExample(
        "no node named at the end", zh: "末点没有写明节点",
        .arcs([.pipe("p", [(0, 0), (50, 0)], #""from":"m1","to":null"#), m1, m2])),
      RuleExample(
        "a pipe drawn the other way", zh: "管段方向画反",
        .arcs([.pipe("p", [(50, 0), (0, 0)], ends("m1", "m2")), m1, m2])),
      RuleExample(
        "two nodes of one number", zh: "两个节点同号",
        .arcs(
          [
            .pipe("p", [(0, 0), (50, 0)], #""from":1,"to":1"#), .spot("m1", 0, 0, #""nr":1"#),
            .spot("m2", 50, 0, #""nr":1"#),
          ], "key: nr")),
      RuleExample(
        "a node without a place", zh: "节点没有位置",
        .arcs([
          .pipe("p", [(0, 0), (50, 0)], ends("m1", "m3")), m1,
          .nowhere("m3", kind: "feature", #""type":"node""#),
        ])),
    ])

  private static let m1 = ExampleFeature.spot("m1", 0, 0)
  private static let m2 = ExampleFeature.spot("m2", 50, 0)
  private static func ends(_ from: String, _ to: String) -> String {
    "\"from\":\"\(from)\",\"to\":\"\(to)\""
  }

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let key = task.word("key") ?? "id"
    let lines = task.features.filter { $0.plane?.lines.isEmpty == false }
    // A layer of lines and nodes together may be named on both sides.
    let own = Set(lines.map(\.id))
    var nodes: [String: [PlanFeature]] = [:]
    for node in task.partners where !own.contains(node.id) {
      let id = key == "id" ? node.id : node.attribute(key)?.written
      if let id { nodes[id, default: []].append(node) }
    }
    let used = Set(
      lines.flatMap { line in
        ["from", "to"].compactMap { task.word($0).flatMap { line.attribute($0)?.written } }
      })
    return ambiguous(nodes.filter { used.contains($0.key) }, key, task, context)
      + lines.flatMap { line in
        let ends = End.both(of: line)
        if let reversed = finding(aboutReversed: line, ends, nodes, task, context) {
          return [reversed]
        }
        return ends.compactMap { finding(about: $0, of: line, nodes, task, context) }
      }
  }

  /// Each end has the node that the other names: one fault, not two.
  private func finding(
    aboutReversed line: PlanFeature, _ ends: [End], _ nodes: [String: [PlanFeature]],
    _ task: RuleTask, _ context: CheckContext
  ) -> Finding? {
    let near = reach(of: task)
    var named: [PlanFeature] = []
    for end in ends {
      guard let id = line.attribute(task.word(end.setting) ?? end.setting)?.written,
        let node = nodes[id]?.first, nodes[id]?.count == 1, let place = node.plane,
        place.distance(to: end.point) > near, place.distance(to: end.opposite) <= near
      else { return nil }
      named.append(node)
    }
    guard let from = named.first?.phrase, let to = named.last?.phrase else { return nil }
    let who = line.phrase
    return task.finding(
      Wording(
        "\(who.english) is to run from \(from.english) to \(to.english) and is drawn the other way",
        zh: "\(who.chinese)应自\(from.chinese)至\(to.chinese)，实际画反"),
      parties: [line.party(atVertex: 0)] + named.map(\.party), place: context.place(of: line))
  }

  /// How far an end may lie from its node; the same position may be projected to hundredths of a
  /// millimetre.
  private func reach(of task: RuleTask) -> Double { max(task.quantity("tolerance"), 1e-6) + 1e-5 }

  /// One end of a line.
  private struct End {
    /// The setting that names its attribute.
    let setting: String
    let title: Wording
    let vertex: Int
    let point: PlanePoint
    /// The point at the other end.
    let opposite: PlanePoint

    static func both(of line: PlanFeature) -> [End] {
      guard let vertices = line.plane?.positions, let first = vertices.first,
        let last = vertices.last
      else { return [] }
      return [
        End(
          setting: "from", title: Wording("first vertex", zh: "首点"), vertex: 0, point: first,
          opposite: last),
        End(
          setting: "to", title: Wording("last vertex", zh: "末点"), vertex: vertices.count - 1,
          point: last, opposite: first),
      ]
    }
  }

  private func finding(
    about end: End, of line: PlanFeature, _ nodes: [String: [PlanFeature]], _ task: RuleTask,
    _ context: CheckContext
  ) -> Finding? {
    let attribute = task.word(end.setting) ?? end.setting
    let (who, title) = (line.phrase, end.title)
    let party = line.party(atVertex: end.vertex)
    guard let id = line.attribute(attribute)?.written, !id.isEmpty else {
      return task.finding(
        Wording(
          "\(who.english) names no node at its \(title.english): it has no '\(attribute)'",
          zh: "\(who.chinese)没有写明\(title.chinese)的节点：缺少“\(attribute)”"),
        parties: [party], place: context.place(at: end.point))
    }
    guard let named = nodes[id] else {
      let question = Suggestion.question(for: id, in: nodes.keys)
      return task.finding(
        Wording(
          "\(who.english) names the node '\(id)' at its \(title.english), which is not there\(question.english)",
          zh: "\(who.chinese)的\(title.chinese)节点“\(id)”不存在\(question.chinese)"),
        parties: [party], place: context.place(at: end.point))
    }
    let distances = named.compactMap { node in node.plane.map { (node, $0.distance(to: end.point)) }
    }
    guard let nearest = distances.min(by: { $0.1 < $1.1 }) else {
      return task.finding(
        Wording(
          "\(who.english) names the node '\(id)' at its \(title.english), which has no place",
          zh: "\(who.chinese)的\(title.chinese)节点“\(id)”没有位置"),
        parties: [party] + named.map(\.party), place: context.place(at: end.point))
    }
    guard nearest.1 > reach(of: task) else { return nil }
    let measure = Measure(nearest.1, .metres, limit: task.quantity("tolerance"))
    let (node, much) = (nearest.0.phrase, measure.phrase)
    return task.finding(
      Wording(
        "the \(title.english) of \(who.english) lies \(much.english) from its node \(node.english)",
        zh: "\(who.chinese)的\(title.chinese)距其节点\(node.chinese) \(much.chinese)"),
      parties: [party, nearest.0.party], measure: measure, place: context.place(at: end.point))
  }

  private func ambiguous(
    _ nodes: [String: [PlanFeature]], _ key: String, _ task: RuleTask, _ context: CheckContext
  ) -> [Finding] {
    nodes.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { id, bearers in
      task.finding(
        Wording(
          "\(bearers.count) nodes have the '\(key)' '\(id)', by which lines name one",
          zh: "有 \(bearers.count) 个节点的“\(key)”都是“\(id)”，线的引用不明确"),
        parties: bearers.map(\.party), place: bearers.first.flatMap { context.place(of: $0) })
    }
  }
}

extension ExamplePlan {
  /// Pipes and manholes, told apart by their geometry.
  fileprivate static func arcs(
    _ features: [ExampleFeature], _ settings: String...
  ) -> ExamplePlan {
    ExamplePlan(features, settings: ["on: features", "with: features"] + settings)
  }
}
