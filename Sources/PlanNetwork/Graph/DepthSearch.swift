/// A walk through a graph, depth first and whichever way edges lead, that knows how each part is
/// tied to what was walked before.
///
/// It needs no recursion: a street of a million crossings is no deeper than memory.
struct DepthSearch {
  /// The vertices in the order in which they were met.
  private(set) var sequence: [Int] = []
  /// The place of each vertex in the sequence; -1 for those that were not met.
  private(set) var order: [Int]
  /// The earliest place that the vertices met after each one, and through it, are tied to.
  private(set) var low: [Int]
  /// The edge by which each vertex was met; -1 for the first of each part.
  private(set) var entry: [Int]

  /// Walks the parts that hold the roots.
  init(_ graph: Graph, from roots: some Sequence<Int>) {
    order = Array(repeating: -1, count: graph.vertexCount)
    low = order
    entry = order
    // For each vertex on the way, the place in its list of edges to go on at.
    var path: [(vertex: Int, next: Int)] = []
    for root in roots where order[root] < 0 {
      meet(root, by: -1)
      path.append((root, graph.edges(at: root).startIndex))
      while let (vertex, next) = path.last {
        let list = graph.edges(at: vertex)
        guard next < list.endIndex else {
          path.removeLast()
          if let before = path.last?.vertex { low[before] = min(low[before], low[vertex]) }
          continue
        }
        path[path.count - 1].next += 1
        let edge = list[next]
        let other = graph.edges[edge].other(than: vertex)
        if order[other] < 0 {
          meet(other, by: edge)
          path.append((other, graph.edges(at: other).startIndex))
        } else if edge != entry[vertex] {
          // Only the edge itself leads back for nothing: a parallel one is a second way.
          low[vertex] = min(low[vertex], order[other])
        }
      }
    }
  }

  private mutating func meet(_ vertex: Int, by edge: Int) {
    order[vertex] = sequence.count
    low[vertex] = sequence.count
    entry[vertex] = edge
    sequence.append(vertex)
  }
}
