internal import PlanNetwork

/// A graph of which some edges and vertices are closed, and what that takes apart.
struct Severance {
  /// Open edges that belong together and are cut off.
  struct Part {
    let edges: Set<Int>
    /// Which closures it borders on.
    let closures: [Int]
  }

  private let graph: Graph
  /// The open edges, each closed vertex taken apart into one vertex for every edge that ends there.
  private let open: Graph
  /// For each open edge, its number in the whole graph.
  private let numbers: [Int]
  /// The connected part of each vertex of the open graph.
  private let label: [Int]
  /// For each closure, the open parts that it borders on.
  private let borders: [Set<Int>]
  /// Sets of open parts that were joined through closed edges or vertices.
  private let joined: [Set<Int>]

  /// - Parameters:
  ///   - edges: What each closure closes.
  ///   - vertices: What each closure closes.
  init(of graph: Graph, edges: [Set<Int>], vertices: [Set<Int>]) {
    self.graph = graph
    let closedEdges = edges.reduce(into: Set<Int>()) { $0.formUnion($1) }
    let closedVertices = vertices.reduce(into: Set<Int>()) { $0.formUnion($1) }
    var count = graph.vertexCount
    var list: [Graph.Edge] = []
    var numbers: [Int] = []
    // For each vertex, the vertices of the open graph at which its open edges end.
    var ends: [Int: Set<Int>] = [:]
    for (number, edge) in graph.edges.enumerated() where !closedEdges.contains(number) {
      let own = [edge.start, edge.end].map { vertex in
        guard closedVertices.contains(vertex) else {
          ends[vertex, default: []].insert(vertex)
          return vertex
        }
        ends[vertex, default: []].insert(count)
        count += 1
        return count - 1
      }
      list.append(Graph.Edge(own[0], own[1], length: edge.length))
      numbers.append(number)
    }
    open = Graph(vertexCount: count, edges: list)
    self.numbers = numbers
    let label = open.parts()
    self.label = label
    func labels(at vertex: Int) -> [Int] { (ends[vertex] ?? []).map { label[$0] } }
    borders = zip(edges, vertices).map { edges, vertices in
      let touched = vertices.union(edges.flatMap { [graph.edges[$0].start, graph.edges[$0].end] })
      return Set(touched.flatMap(labels))
    }
    // Closed edges that hang together are one closure for those who look for a way around.
    let stretch = graph.parts(
      closedEdges: Set(graph.edges.indices).subtracting(closedEdges))
    var sides: [Int: Set<Int>] = [:]
    for vertex in closedVertices.union(
      closedEdges.flatMap { [graph.edges[$0].start, graph.edges[$0].end] })
    {
      sides[stretch[vertex], default: []].formUnion(labels(at: vertex))
    }
    joined = sides.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The parts that closures part from the longest one they border on.
  var withoutDetour: [Part] {
    var clusters: [Set<Int>] = []
    for side in joined where side.count > 1 {
      let meeting = clusters.filter { !$0.isDisjoint(with: side) }
      clusters.removeAll { !$0.isDisjoint(with: side) }
      clusters.append(meeting.reduce(side) { $0.union($1) })
    }
    var length: [Int: Double] = [:]
    for edge in open.edges { length[label[edge.start], default: 0] += edge.length }
    let cut = clusters.flatMap { cluster in
      let main = cluster.max { (length[$0] ?? 0, $1) < (length[$1] ?? 0, $0) }
      return cluster.filter { $0 != main }
    }
    return cut.sorted().compactMap(part)
  }

  /// The parts that no start reaches, of what was reached while all was open.
  func unreached(from starts: [Int], among reachable: [Bool]) -> [Part] {
    let isReached = open.reach(from: starts, .anyWay)
    let cut = Set(
      open.edges.indices.filter { edge in
        !isReached[open.edges[edge].start] && reachable[graph.edges[numbers[edge]].start]
      }.map { label[open.edges[$0].start] })
    return cut.sorted().compactMap(part)
  }

  private func part(_ wanted: Int) -> Part? {
    let edges = open.edges.indices.filter { label[open.edges[$0].start] == wanted }
    guard !edges.isEmpty else { return nil }
    return Part(
      edges: Set(edges.map { numbers[$0] }),
      closures: borders.indices.filter { borders[$0].contains(wanted) })
  }
}
