public import DistrictPlan
internal import MapGeometry

/// The graph of a network: its nodes and links without their shape.
public struct NetworkGraph: Sendable {
  /// Vertices and edges.
  public let graph: Graph
  /// For each node of the network, its vertex.
  public let vertexOf: [Int]
  /// For each edge, the link of the network.
  public let links: [Int]
  /// The vertices that stand for lakes and other areas.
  public let areas: Set<Int>

  /// The edges of a link, by link; outlines of areas have none.
  public var edgeOf: [Int: Int] {
    Dictionary(uniqueKeysWithValues: links.enumerated().map { ($0.element, $0.offset) })
  }
}

/// Which way a line of a directed network leads.
public enum LineFlow: Hashable, Sendable {
  /// Either way.
  case both
  /// As it is digitised.
  case forward
  /// Against the way it is digitised.
  case backward
}

extension LineNetwork {
  /// The graph of the network.
  ///
  /// An area is one vertex, whatever its outline and islands: what reaches a lake reaches all of
  /// it, and its shore is no way round. Areas that share a node are one.
  /// - Parameter flow: Which way the lines of a feature lead.
  public func graph(_ flow: (PlanFeature) -> LineFlow = { _ in .both }) -> NetworkGraph {
    let group = nodeGroups
    var number: [Int: Int] = [:]
    var vertexOf: [Int] = []
    var areas: Set<Int> = []
    for (node, own) in nodes.enumerated() {
      let vertex = number[group[node]] ?? number.count
      number[group[node]] = vertex
      vertexOf.append(vertex)
      if own.members.contains(where: { members[$0].isClosed }) { areas.insert(vertex) }
    }
    var edges: [Graph.Edge] = []
    var edgeLinks: [Int] = []
    var flows: [String: LineFlow] = [:]
    for (index, link) in links.enumerated() where !members[link.member].isClosed {
      let feature = members[link.member].feature
      let way = flows[feature.id] ?? flow(feature)
      flows[feature.id] = way
      let (start, end) = (vertexOf[link.start], vertexOf[link.end])
      edges.append(
        way == .backward
          ? Graph.Edge(end, start, length: link.length, isOneWay: true)
          : Graph.Edge(start, end, length: link.length, isOneWay: way == .forward))
      edgeLinks.append(index)
    }
    return NetworkGraph(
      graph: Graph(vertexCount: number.count, edges: edges), vertexOf: vertexOf,
      links: edgeLinks, areas: areas)
  }

  /// For each node, the first node of those that belong to the same areas.
  private var nodeGroups: [Int] {
    var parent = Array(nodes.indices)
    func root(_ node: Int) -> Int {
      var current = node
      while parent[current] != current {
        parent[current] = parent[parent[current]]
        current = parent[current]
      }
      return current
    }
    var first: [Int: Int] = [:]
    for (node, own) in nodes.enumerated() {
      for polygon in own.members.compactMap({ members[$0].polygon }) {
        guard let other = first[polygon] else {
          first[polygon] = node
          continue
        }
        let (a, b) = (root(other), root(node))
        parent[max(a, b)] = min(a, b)
      }
    }
    return nodes.indices.map(root)
  }
}
