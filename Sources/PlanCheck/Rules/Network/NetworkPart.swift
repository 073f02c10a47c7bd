internal import DistrictPlan
internal import MapGeometry
internal import PlanNetwork

/// Lines of a network that belong together, as a finding speaks of them.
struct NetworkPart {
  /// The features, each once.
  let features: [PlanFeature]
  /// The stretches of lines, and the outlines of areas.
  let lines: [Line<PlanePoint>]
  /// The links of the lines.
  let links: [Int]

  /// The length of the stretches and outlines in metres.
  var length: Double { lines.reduce(0) { $0 + $1.length } }

  /// Some links and areas of a network.
  init(_ links: [Int], _ outlines: [Int] = [], of network: LineNetwork) {
    let members = Set(links.map { network.links[$0].member } + outlines).sorted()
    var seen: Set<String> = []
    features = members.map { network.members[$0].feature }.filter {
      seen.insert($0.id).inserted
    }
    lines = network.courses(of: links) + outlines.map { network.members[$0].line }
    self.links = links
  }

  /// What hangs together among the lines and areas that start at some vertices, in order.
  ///
  /// - Parameters:
  ///   - travel: What the start of a line is: with ``Graph/Travel/against``, its end.
  ///   - isOut: Whether a vertex is one of those.
  static func parts(
    of network: LineNetwork, _ whole: NetworkGraph, _ travel: Graph.Travel,
    where isOut: (Int) -> Bool
  ) -> [NetworkPart] {
    let graph = whole.graph
    func root(_ edge: Graph.Edge) -> Int {
      travel == .against && edge.isOneWay ? edge.end : edge.start
    }
    let edges = graph.edges.indices.filter { isOut(root(graph.edges[$0])) }
    let label = graph.parts(
      closedEdges: Set(graph.edges.indices).subtracting(edges),
      closedVertices: Set((0..<graph.vertexCount).filter { !isOut($0) }))
    var links: [Int: [Int]] = [:]
    for edge in edges {
      links[label[root(graph.edges[edge])], default: []].append(whole.links[edge])
    }
    // Areas, and lines too short to have a link.
    let linked = Set(whole.links.map { network.links[$0].member })
    var outlines: [Int: Set<Int>] = [:]
    for (node, vertex) in whole.vertexOf.enumerated() where isOut(vertex) {
      let own = network.nodes[node].members.filter { !linked.contains($0) }
      outlines[label[vertex], default: []].formUnion(own)
    }
    return Set(links.keys).union(outlines.keys).sorted().compactMap { key in
      let own = (outlines[key] ?? []).sorted()
      guard !own.isEmpty || links[key] != nil else { return nil }
      return NetworkPart(links[key] ?? [], own, of: network)
    }
  }
}
