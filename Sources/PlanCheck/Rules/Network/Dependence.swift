internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings
internal import PlanNetwork

/// What hangs on each line and node of a network, for N09.
struct Dependence {
  private let task: RuleTask
  private let context: CheckContext
  private let sources: NetworkSources
  /// How many nodes the network had before sources and demands were put on it.
  private let ownNodes: Int
  private let whole: NetworkGraph
  private let feeding: Set<Int>
  private let losses: Graph.Losses
  /// For each link, the edges of the graph with the demand that stand for it.
  private let edgesOf: [Int: [Int]]

  init(
    of demands: [PlanFeature], isByLength: Bool, on network: LineNetwork,
    from features: [PlanFeature], task: RuleTask, context: CheckContext
  ) throws {
    self.task = task
    self.context = context
    ownNodes = network.nodes.count
    let attachments = Attachments(network, context)
    let limit = task.quantity("max")
    let served = try attachments.nearest(to: demands, within: limit)
    sources = try NetworkSources(
      features, on: attachments, within: limit, others: served.map(\.places))
    whole = sources.network.graph()
    let vertexOf = whole.vertexOf
    feeding = Set(sources.nodes.flatMap(\.nodes).map { vertexOf[$0] })
    var edges = whole.graph.edges
    var demand = Array(repeating: 0.0, count: whole.graph.vertexCount)
    var edgesOf: [Int: [Int]] = [:]
    for (edge, link) in whole.links.enumerated() { edgesOf[link] = [edge] }
    if isByLength {
      // The middle of each line demands its length: whatever breaks on either side of it, it is cut
      // off.
      for (edge, link) in whole.links.enumerated() {
        let middle = demand.count
        demand.append(edges[edge].length)
        edges.append(Graph.Edge(middle, edges[edge].end))
        edges[edge] = Graph.Edge(edges[edge].start, middle)
        edgesOf[link, default: []].append(edges.count - 1)
      }
    }
    let points = Dictionary(grouping: served, by: \.feature.id).mapValues(\.count)
    for (one, nodes) in zip(served, sources.others) where !nodes.isEmpty {
      let weight = task.word("weight").map { max(0, one.feature.attribute($0)?.number ?? 0) } ?? 1
      let part = weight / Double(points[one.feature.id] ?? 1)
      // A plot that several lines serve hangs on none of them alone.
      edges += Set(nodes.map { vertexOf[$0] }).sorted().map { Graph.Edge(demand.count, $0) }
      demand.append(part)
    }
    self.edgesOf = edgesOf
    losses = Graph(vertexCount: demand.count, edges: edges)
      .losses(sources: feeding, demand: demand)
  }

  func findings() throws -> [Finding] {
    var findings = try sources.detachedFindings(for: task, within: task.quantity("max"))
    context.verified(pairs: sources.others.count)
    guard losses.served > 0 else { return findings }
    let remove = task.word("remove")
    if remove != "nodes" { findings += lines() }
    if remove != "edges" { findings += nodes() }
    return findings
  }

  private func isTooMuch(_ loss: Double) -> Bool {
    loss / losses.served > task.quantity("share") + 1e-9
  }

  private func lines() -> [Finding] {
    var worst: [String: (links: [Int], loss: Double)] = [:]
    for link in whole.links {
      let loss = (edgesOf[link] ?? []).map { losses.byEdge[$0] }.max() ?? 0
      guard isTooMuch(loss) else { continue }
      let id = sources.network.members[sources.network.links[link].member].feature.id
      worst[id, default: ([], 0)].links.append(link)
      worst[id, default: ([], 0)].loss = max(worst[id]?.loss ?? 0, loss)
    }
    return worst.sorted { $0.key < $1.key }.map { _, line in
      let part = NetworkPart(line.links, of: sources.network)
      let (who, much) = (Wording.some(part.features), measure(line.loss))
      let anchor = context.anchor(of: .multiLine(part.lines))
      return task.finding(
        Wording(
          "\(much.phrase.english) of what is served hangs on \(who.english) alone",
          zh: "\(much.phrase.chinese)的供给只靠\(who.chinese)"),
        parties: part.features.map { $0.party(near: anchor) }, measure: much,
        place: context.place(.multiLine(part.lines)))
    }
  }

  private func nodes() -> [Finding] {
    var seen: Set<Int> = []
    return (0..<ownNodes).compactMap { node in
      let vertex = whole.vertexOf[node]
      let loss = losses.byVertex[vertex]
      guard seen.insert(vertex).inserted, !feeding.contains(vertex), isTooMuch(loss) else {
        return nil
      }
      let own = sources.network.nodes[node]
      var known: Set<String> = []
      let features = own.members.map { sources.network.members[$0].feature }
        .filter { known.insert($0.id).inserted }
      let (who, much) = (Wording.some(features), measure(loss))
      return task.finding(
        Wording(
          "\(much.phrase.english) of what is served hangs on one node of \(who.english)",
          zh: "\(much.phrase.chinese)的供给只靠\(who.chinese)的一个节点"),
        parties: features.map { $0.party(near: own.point) }, measure: much,
        place: context.place(at: own.point))
    }
  }

  private func measure(_ loss: Double) -> Measure {
    Measure(loss / losses.served * 100, .percent, limit: task.quantity("share") * 100)
  }
}
