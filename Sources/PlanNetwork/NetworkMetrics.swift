public import MapGeometry

/// Numbers that tell one kind of network from another, as planners and network science use them.
///
/// Bends and other places where nothing branches or ends are no nodes here. Areas such as lakes are
/// nodes without length. An index that has no meaning, such as one that would divide by zero or one
/// of a network with fewer than three nodes, is `nil`.
public struct NetworkMetrics: Sendable {
  /// How many nodes there are: crossings and ends.
  public let nodes: Int
  /// How many stretches join them.
  public let links: Int
  /// How many parts are joined to no other.
  public let parts: Int
  /// The length of all links in metres.
  public let length: Double
  /// The sum of the straight distances between the ends of the links, in metres.
  public let straightLength: Double
  /// How many ends of links lie at each node.
  public let degrees: [Int]
  /// Where the nodes are.
  public let points: [PlanePoint]
  private let graph: Graph

  /// Measures a network.
  public init(_ network: LineNetwork) {
    let whole = network.graph()
    let smooth = whole.graph.smoothed(keeping: whole.areas)
    graph = smooth.graph
    nodes = graph.vertexCount
    links = graph.edges.count
    parts = (graph.parts().max() ?? -1) + 1
    length = graph.edges.reduce(0) { $0 + $1.length }
    degrees = (0..<graph.vertexCount).map(graph.degree)
    straightLength = smooth.chains.reduce(0) { sum, chain in
      func point(_ step: SmoothedGraph.Step, isStart: Bool) -> PlanePoint {
        let link = network.links[whole.links[step.edge]]
        return network.nodes[isStart == step.isForward ? link.start : link.end].point
      }
      guard let first = chain.first, let last = chain.last else { return sum }
      return sum + point(first, isStart: true).distance(to: point(last, isStart: false))
    }
    var place: [Int: PlanePoint] = [:]
    for (node, vertex) in whole.vertexOf.enumerated() where place[vertex] == nil {
      place[vertex] = network.nodes[node].point
    }
    points = smooth.vertices.compactMap { place[$0] }
  }

  /// How many independent ways round there are: μ = L − N + C.
  public var cycles: Int { links - nodes + parts }

  /// The share of the possible ways round of a flat network that are there: α = μ / (2N − 5).
  public var alpha: Double? { index { Double(cycles) / Double(2 * nodes - 5) } }
  /// Links per node: β = L / N.
  public var beta: Double? { index { Double(links) / Double(nodes) } }
  /// The share of the possible links of a flat network that are there: γ = L / 3(N − 2).
  public var gamma: Double? { index { Double(links) / Double(3 * (nodes - 2)) } }
  /// The ways round of a network in one part, per possible one: (L − N + 1) / (2N − 5).
  public var meshedness: Double? { index { Double(links - nodes + 1) / Double(2 * nodes - 5) } }
  /// How many links meet at a node in the mean: 2L / N.
  public var meanDegree: Double? { index { 2 * Double(links) / Double(nodes) } }

  /// The share of nodes at which some number of links meet; with one it is that of dead ends.
  public func share(where isCounted: (Int) -> Bool) -> Double? {
    index { Double(degrees.count(where: isCounted)) / Double(nodes) }
  }

  /// The mean length of a link in metres.
  public var meanSegment: Double? { links > 0 ? length / Double(links) : nil }
  /// How much longer the links are than straight lines between their ends.
  public var circuity: Double? { straightLength > 0 ? length / straightLength : nil }
  /// The largest share of the pairs of other nodes whose shortest way passes one node.
  public var betweennessShare: Double? { graph.betweenness?.max() }

  /// Nodes at which three or more links meet.
  public var crossings: [PlanePoint] {
    zip(points, degrees).filter { $0.1 >= 3 }.map(\.0)
  }

  private func index(_ value: () -> Double) -> Double? { nodes >= 3 ? value() : nil }
}
