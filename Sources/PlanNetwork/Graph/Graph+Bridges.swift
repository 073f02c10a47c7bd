extension Graph {
  /// The edges whose removal takes a connected part in two, in order.
  ///
  /// An edge that has a parallel is none, nor is a loop.
  public var bridges: [Int] {
    let search = DepthSearch(self, from: 0..<vertexCount)
    return search.sequence.filter { vertex in
      search.entry[vertex] >= 0 && search.low[vertex] == search.order[vertex]
    }.map { search.entry[$0] }.sorted()
  }

  /// The vertices whose removal takes a connected part in two or more, in order.
  public var articulations: [Int] {
    let search = DepthSearch(self, from: 0..<vertexCount)
    var isCut = Array(repeating: false, count: vertexCount)
    var branches: [Int: Int] = [:]
    for vertex in search.sequence where search.entry[vertex] >= 0 {
      let before = edges[search.entry[vertex]].other(than: vertex)
      if search.entry[before] < 0 {
        branches[before, default: 0] += 1
      } else if search.low[vertex] >= search.order[before] {
        isCut[before] = true
      }
    }
    for (root, count) in branches where count > 1 { isCut[root] = true }
    return isCut.indices.filter { isCut[$0] }
  }

  /// What no longer is reached from any source when one edge or one vertex is gone.
  public struct Losses: Sendable {
    /// The demand that the sources reach while everything stands.
    public let served: Double
    /// For each edge, the demand that is cut off with it.
    public let byEdge: [Double]
    /// For each vertex, the demand that is cut off with it, its own included.
    ///
    /// A source cuts off what only it feeds.
    public let byVertex: [Double]
  }

  /// How much demand hangs on each single edge and vertex, whichever way edges lead.
  ///
  /// - Parameter demand: The demand at each vertex.
  public func losses(sources: Set<Int>, demand: [Double]) -> Losses {
    // Every source is tied to one more vertex, so that what two of them feed hangs on neither.
    let root = vertexCount
    let tied = Graph(
      vertexCount: vertexCount + 1, edges: edges + sources.sorted().map { Edge(root, $0) })
    let search = DepthSearch(tied, from: [root])
    var subtree = demand + [0]
    var byEdge = Array(repeating: 0.0, count: edges.count)
    var byVertex = Array(repeating: 0.0, count: vertexCount)
    for vertex in search.sequence.dropFirst().reversed() {
      byVertex[vertex] += demand[vertex]
      let edge = search.entry[vertex]
      let before = tied.edges[edge].other(than: vertex)
      subtree[before] += subtree[vertex]
      if edge < edges.count, search.low[vertex] == search.order[vertex] {
        byEdge[edge] = subtree[vertex]
      }
      if before != root, search.low[vertex] >= search.order[before] {
        byVertex[before] += subtree[vertex]
      }
    }
    return Losses(served: subtree[root], byEdge: byEdge, byVertex: byVertex)
  }
}
