extension Graph {
  /// One way round in each part of the graph where following edges can come back, in order.
  ///
  /// A way round is the edges in the order in which they are followed, none twice. It has the
  /// fewest edges of those through its first edge; other ways round of the same part are left out.
  /// An edge that may be followed both ways does not lead back by itself.
  public func cycles(_ travel: Travel = .along) -> [[Int]] {
    travel == .anyWay ? undirectedCycles : directedCycles
  }

  private var undirectedCycles: [[Int]] {
    // Without its bridges a graph falls into parts in which every edge lies on a way round.
    let bridges = Set(bridges)
    let part = parts(closedEdges: bridges)
    var seen: Set<Int> = []
    return edges.indices.compactMap { edge in
      guard !bridges.contains(edge), seen.insert(part[edges[edge].start]).inserted else {
        return nil
      }
      let back = way(
        from: edges[edge].end, to: edges[edge].start, .anyWay, without: bridges.union([edge]))
      return back.map { [edge] + $0 }
    }
  }

  private var directedCycles: [[Int]] {
    let part = strongParts
    let inner = edges.indices.filter { part[edges[$0].start] == part[edges[$0].end] }
    let bridges = Set(
      Graph(vertexCount: vertexCount, edges: inner.map { edges[$0] }).bridges.map { inner[$0] })
    // Every one-way edge of such a part lies on a way round, and so does every other that is no
    // bridge where there are no one-way edges.
    var first: [Int: Int] = [:]
    for edge in inner where !bridges.contains(edge) || edges[edge].isOneWay {
      let key = part[edges[edge].start]
      guard let known = first[key], edges[known].isOneWay || !edges[edge].isOneWay else {
        first[key] = edge
        continue
      }
    }
    return first.values.sorted().compactMap { edge in
      way(from: edges[edge].end, to: edges[edge].start, .along, without: [edge]).map {
        [edge] + $0
      }
    }
  }

  /// The edges of a way with the fewest edges; empty where it starts where it ends, `nil` where
  /// there is none.
  private func way(
    from start: Int, to end: Int, _ travel: Travel, without closed: Set<Int>
  ) -> [Int]? {
    var entry: [Int: Int] = [:]
    var seen: Set<Int> = [start]
    var front = [start]
    while !seen.contains(end) {
      var next: [Int] = []
      for vertex in front {
        for edge in edges(at: vertex) where !closed.contains(edge) {
          guard let other = target(of: edge, from: vertex, travel), seen.insert(other).inserted
          else { continue }
          entry[other] = edge
          next.append(other)
        }
      }
      guard !next.isEmpty else { return nil }
      front = next
    }
    var way: [Int] = []
    var vertex = end
    while vertex != start, let edge = entry[vertex] {
      way.append(edge)
      vertex = edges[edge].other(than: vertex)
    }
    return way.reversed()
  }

  /// The number of the part of each vertex within which every vertex can be reached from every
  /// other.
  public var strongParts: [Int] {
    var order = Array(repeating: -1, count: vertexCount)
    var low = order
    var part = order
    var open: [Int] = []
    var path: [(vertex: Int, next: Int)] = []
    var count = 0
    var parts = 0
    func meet(_ vertex: Int) {
      order[vertex] = count
      low[vertex] = count
      count += 1
      open.append(vertex)
      path.append((vertex, edges(at: vertex).startIndex))
    }
    for root in 0..<vertexCount where order[root] < 0 {
      meet(root)
      while let (vertex, next) = path.last {
        let list = edges(at: vertex)
        if next < list.endIndex {
          path[path.count - 1].next += 1
          guard let other = target(of: list[next], from: vertex, .along) else { continue }
          if order[other] < 0 {
            meet(other)
          } else if part[other] < 0 {
            low[vertex] = min(low[vertex], order[other])
          }
          continue
        }
        path.removeLast()
        if let before = path.last?.vertex { low[before] = min(low[before], low[vertex]) }
        guard low[vertex] == order[vertex] else { continue }
        while let member = open.popLast() {
          part[member] = parts
          if member == vertex { break }
        }
        parts += 1
      }
    }
    return part
  }
}
