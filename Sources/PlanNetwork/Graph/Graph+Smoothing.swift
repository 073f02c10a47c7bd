/// A graph without the vertices at which nothing branches or ends.
public struct SmoothedGraph: Sendable {
  /// A step along an edge of the graph before.
  public struct Step: Hashable, Sendable {
    /// The edge.
    public let edge: Int
    /// Whether it is followed from start to end.
    public let isForward: Bool
  }

  /// What is left.
  public let graph: Graph
  /// For each vertex, the one it was before.
  public let vertices: [Int]
  /// For each edge, the steps that it is made of, from its start to its end.
  public let chains: [[Step]]
}

extension Graph {
  /// The graph with every chain of edges made one, whichever way they lead.
  ///
  /// A vertex that only joins two edges is no crossing: it goes, and the edges become one that is
  /// as long as both. A way round without any crossing keeps one vertex, with a loop. Vertices
  /// without edges go too.
  /// - Parameter kept: Vertices that stay whatever joins there.
  public func smoothed(keeping kept: Set<Int> = []) -> SmoothedGraph {
    var isPlain = (0..<vertexCount).map { vertex in
      let own = edges(at: vertex)
      return own.count == 2 && own.allSatisfy { !edges[$0].isLoop } && !kept.contains(vertex)
    }
    var isUsed = Array(repeating: false, count: edges.count)
    var vertices: [Int] = []
    var number = Array(repeating: -1, count: vertexCount)
    var chains: [[SmoothedGraph.Step]] = []
    var joined: [Edge] = []

    func keep(_ vertex: Int) -> Int {
      if number[vertex] < 0 {
        number[vertex] = vertices.count
        vertices.append(vertex)
      }
      return number[vertex]
    }
    func follow(from start: Int, _ first: Int) {
      var (vertex, edge) = (start, first)
      var chain: [SmoothedGraph.Step] = []
      var length = 0.0
      while true {
        isUsed[edge] = true
        chain.append(.init(edge: edge, isForward: edges[edge].start == vertex))
        length += edges[edge].length
        vertex = edges[edge].other(than: vertex)
        guard isPlain[vertex], let next = edges(at: vertex).first(where: { !isUsed[$0] }) else {
          break
        }
        edge = next
      }
      chains.append(chain)
      joined.append(Edge(keep(start), keep(vertex), length: length))
    }

    for vertex in 0..<vertexCount where !isPlain[vertex] {
      for edge in edges(at: vertex) where !isUsed[edge] { follow(from: vertex, edge) }
    }
    // What is left goes round without a crossing.
    for (edge, ends) in edges.enumerated() where !isUsed[edge] {
      let first = min(ends.start, ends.end)
      isPlain[first] = false
      follow(from: first, edge)
    }
    return SmoothedGraph(
      graph: Graph(vertexCount: vertices.count, edges: joined), vertices: vertices,
      chains: chains)
  }
}
