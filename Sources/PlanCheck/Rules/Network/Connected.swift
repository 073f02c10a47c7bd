internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings
internal import PlanNetwork

/// N01: lines, and the lakes they pass, form one network.
struct Connected: Rule {
  static let description = RuleDescription(
    code: "N01",
    name: "connected",
    summary: Wording("A part of a network is joined to no other.", zh: "网络的一部分与其余部分不相连。"),
    rationale: Wording(
      "Water that reaches no outlet and a road that nobody can reach are drawn for nothing.",
      zh: "流不到出口的水、到不了的路，画了也没有意义。"),
    fix: Wording(
      "join the part at the nearest place, with a vertex that both lines carry",
      zh: "在最近处相接，并设双方共有的顶点"),
    trap: Wording(
      "Lines that cross without a shared vertex do not meet, nor do a bridge and what passes below; a lake joins what shares a vertex of its outline; a part all of which says 'island': true is meant to be apart.",
      zh: "没有公共顶点的相交不算连通，桥与桥下也不算；湖泊以岸线上的公共顶点接入；全部要素标注“island”为 true 的部分视为有意孤立。"),
    looksAt: [.line, .area],
    parameters: [
      .tolerance,
      RuleParameter(
        "max", .count, default: "1",
        Wording("how many parts the network may have", zh: "网络最多可以有几个部分")),
    ],
    evaluates: [.connected],
    accepts: [
      RuleExample(
        "roads that meet in T-junctions", zh: "道路以丁字路口相接",
        .network([
          .line("a", [(0, 0), (10, 0)]), .line("b", [(5, 0), (5, 10)]),
          .line("c", [(0, 8), (5, 8)]),
        ])),
      RuleExample(
        "a lake joins two rivers", zh: "湖泊连通两条河",
        .network([
          .square("l", x: 10, kind: "lake"),
          .line("r", [(0, 0), (10, 0)], kind: "watercourse"),
          .line("s", [(20, 10), (30, 10)], kind: "watercourse"),
        ])),
      RuleExample("a claim that holds", zh: "论断成立", .claimed([.line("a", [(0, 0), (9, 0)])])),
      RuleExample(
        "two networks, where two may be", zh: "允许两个网络时有两个网络",
        .network([.line("a", [(0, 0), (10, 0)]), .line("b", [(0, 9), (10, 9)])], "max: 2")),
      RuleExample(
        "a ring on an island, which says so", zh: "注明为孤岛的环路",
        .network([
          .line("a", [(0, 0), (10, 0)]),
          .line("b", [(0, 90), (50, 90), (50, 50)], "\"island\":true"),
          .line("c", [(0, 90), (50, 50)], "\"island\":true"),
        ])),
    ],
    flags: [
      RuleExample(
        "a part of which one line alone says that it is an island", zh: "只有一条线注明孤岛的部分",
        measures: ["80 m"],
        .network([
          .line("a", [(0, 0), (100, 0)]), .line("b", [(0, 80), (9, 80)], "\"island\":true"),
          .line("c", [(9, 80), (20, 80)]),
        ])),
      RuleExample(
        "a bridge joins nothing to the street below", zh: "桥与桥下道路不连通", measures: ["0 m"],
        .network([
          .line("a", [(0, 0), (50, 0), (100, 0)]),
          .line("b", [(50, -30), (50, 0), (50, 30)], "\"level\":1"),
        ])),
      RuleExample(
        "two roads apart", zh: "两条分开的道路", measures: ["7 m"],
        .network([.line("a", [(0, 0), (10, 0)]), .line("b", [(0, 7), (5, 7)])])),
      RuleExample(
        "a crossing without a vertex joins nothing", zh: "没有顶点的交叉不算连通", measures: ["0 m"],
        .network([.line("a", [(0, 5), (10, 5)]), .line("b", [(5, 0), (5, 10)])])),
      RuleExample(
        "a detached lake", zh: "孤立的湖", measures: ["3 m"],
        .network([
          .square("l", x: 13, kind: "lake"),
          .line("r", [(-50, 5), (0, 5), (10, 5)], kind: "watercourse"),
        ])),
      RuleExample(
        "a claim that does not hold", zh: "论断不成立", measures: ["7 m"],
        .claimed([.line("a", [(0, 0), (10, 0)]), .line("b", [(0, 7), (5, 7)])])),
      RuleExample(
        "a part that only a work joins", zh: "只靠工程才连上的部分", measures: ["20 m"],
        .network([
          .line("a", [(0, 0), (10, 0)]), .line("b", [(30, 0), (30, 9)]),
          .line("w", [(10, 0), (30, 0)], kind: "road_work", "\"action\":\"延伸\",\"road\":\"a\""),
        ])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    var findings: [Finding] = []
    for subject in subjects(of: task, context) {
      let found = try parts(of: subject.features, task, context, subject.claims)
      for claim in subject.claims { context.record(claim, by: task, holds: found.isEmpty) }
      findings += found
    }
    return findings
  }

  /// A set of features to look at, and the claims that speak of just this set.
  private struct Subject {
    let features: [PlanFeature]
    var claims: [Claim]
  }

  /// The declared set and those of claims, each once.
  ///
  /// A claim about the set of another declaration is left to that one, and a claim is tested once.
  private func subjects(of task: RuleTask, _ context: CheckContext) -> [Subject] {
    var subjects = task.on.isEmpty ? [] : [Subject(features: task.features, claims: [])]
    let claims = context.claims(.connected).filter { context.verdicts[$0.id] == nil }
    guard !claims.isEmpty else { return subjects }
    let declared = context.declaredSets(of: Self.description)
    let own = task.on.isEmpty ? nil : task.features.map(\.id)
    for claim in claims {
      guard case .connected(let reference) = claim.test else { continue }
      let features = context.plan.features(reference)
      let ids = features.map(\.id)
      if ids != own, declared.contains(ids) { continue }
      if let same = subjects.firstIndex(where: { $0.features.map(\.id) == ids }) {
        subjects[same].claims.append(claim)
      } else {
        subjects.append(Subject(features: features, claims: [claim]))
      }
    }
    return subjects
  }

  private func parts(
    of features: [PlanFeature], _ task: RuleTask, _ context: CheckContext, _ claims: [Claim]
  ) throws -> [Finding] {
    var reported: Set<[String]> = []
    var findings: [Finding] = []
    for state in context.states(of: features) {
      let places = context.places(
        of: state.features, tolerance: task.quantity("tolerance"))
      let lines = places.lines.all
      let components = places.components.filter { component in
        // One flag does not set the main network apart, were an island joined to it later.
        !component.members.allSatisfy { lines[$0].feature.isIsland }
      }
      guard let first = components.first, components.count > max(1, task.count("max") ?? 1) else {
        continue
      }
      let main = MainPart(lines, first.members)
      for component in components.dropFirst(max(1, task.count("max") ?? 1)) {
        // What is apart in both states is one fault.
        let ids = component.members.map { lines[$0].feature.id }
        guard reported.insert(ids).inserted else { continue }
        findings.append(try finding(about: component, main, lines, task, context, claims))
      }
    }
    return findings
  }

  private func finding(
    about part: LineNetwork.Component, _ main: MainPart, _ all: [PlanLines.Line],
    _ task: RuleTask, _ context: CheckContext, _ claims: [Claim]
  ) throws -> Finding {
    let features = part.features(among: all)
    let lines = PlaneGeometry.multiLine(part.members.map { all[$0].line })
    let nearest = try main.nearest(to: lines, using: context.topology)
    let (link, other) = (nearest?.link, nearest?.feature)
    let distance = link.map { $0.start.distance(to: $0.end) } ?? 0
    let measure = Measure(distance, .metres, limit: task.quantity("tolerance"))
    let who = Wording.some(features)
    let length = Measure(part.length, .metres).text
    let far = other.map(\.phrase) ?? Wording("the rest", zh: "其余部分")
    let isCrossing = distance <= task.quantity("tolerance")
    let gap =
      isCrossing
      ? Wording("passes \(far.english) without meeting it", zh: "与\(far.chinese)相交而不相接")
      : Wording(
        "lies \(measure.text) from \(far.english)", zh: "距\(far.chinese) \(measure.text)")
    return task.finding(
      Wording(
        "a part of the network is joined to nothing: \(who.english), \(length) long, \(gap.english)",
        zh: "网络有一部分不相连：\(who.chinese)，长 \(length)，\(gap.chinese)"),
      parties: features.map { $0.party(near: link?.start) }
        + (other.map { [$0.party(near: link?.end)] } ?? []),
      measure: measure, place: context.place(lines), statements: claims.map(\.statement))
  }
}

/// The largest part of a network, to be asked how far others are from it.
private struct MainPart {
  private let lines: [PlanLines.Line]
  private let members: [Int]
  private let index: BoxIndex

  init(_ lines: [PlanLines.Line], _ members: [Int]) {
    self.lines = lines
    self.members = members
    index = BoxIndex(members.map { Bounds(lines[$0].line.points) })
  }

  /// The shortest way from some lines to a line of this part, and whose line it is; of lines equally near
  /// the first.
  func nearest(
    to others: PlaneGeometry, using topology: Topology
  ) throws(TopologyError) -> (link: Segment, feature: PlanFeature)? {
    guard let bounds = others.bounds else { return nil }
    var links: [Int: Segment] = [:]
    let found = try index.nearest(to: bounds) { place, _ throws(TopologyError) -> Double? in
      guard
        let link = try topology.nearestPoints(
          others, .line(lines[members[place]].line))
      else {
        return nil
      }
      links[place] = link
      return link.length
    }
    return found.flatMap { found in
      links[found.item].map { ($0, lines[members[found.item]].feature) }
    }
  }
}

extension LineNetwork.Component {
  /// The features of the part, each once, in order.
  fileprivate func features(among lines: [PlanLines.Line]) -> [PlanFeature] {
    var seen: Set<String> = []
    return members.map { lines[$0].feature }.filter { seen.insert($0.id).inserted }
  }
}

extension CheckContext {
  /// The sets of features, by id, that the plan declares a rule on.
  func declaredSets(of description: RuleDescription) -> Set<[String]> {
    Set(
      plan.rules.filter { [description.code, description.name].contains($0.rule) }
        .compactMap { $0.reference("on").map { plan.features($0).map(\.id) } })
  }
}

extension ExamplePlan {
  /// Roads and water, as a network.
  fileprivate static func network(
    _ features: [ExampleFeature], _ setting: String = "max: 1"
  ) -> ExamplePlan {
    ExamplePlan(features, settings: ["on: [roads, watercourses, lakes]", setting])
  }

  /// Roads of which a statement says that they are one network.
  fileprivate static func claimed(_ roads: [ExampleFeature]) -> ExamplePlan {
    ExamplePlan(roads, claims: ["{claim: connected, of: roads}"])
  }
}
