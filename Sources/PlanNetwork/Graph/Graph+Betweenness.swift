extension Graph {
  /// For each vertex, the share of the pairs of other vertices whose shortest way passes it.
  ///
  /// Where several ways are equally short, each counts in part. Ways lead over edges in either
  /// direction; of parallel edges the shortest counts. Takes time in proportion to vertices times
  /// edges; `nil` with fewer than three vertices, among which no way can pass another.
  public var betweenness: [Double]? {
    guard vertexCount >= 3 else { return nil }
    var total = Array(repeating: 0.0, count: vertexCount)
    let neighbours = self.neighbours
    for source in 0..<vertexCount {
      var distances = Array(repeating: Double.infinity, count: vertexCount)
      var ways = Array(repeating: 0.0, count: vertexCount)
      var before: [[Int]] = Array(repeating: [], count: vertexCount)
      var settled: [Int] = []
      var isSettled = Array(repeating: false, count: vertexCount)
      var queue = DistanceQueue()
      distances[source] = 0
      ways[source] = 1
      queue.insert(source, at: 0)
      while let (vertex, distance) = queue.removeNearest() {
        guard !isSettled[vertex] else { continue }
        isSettled[vertex] = true
        settled.append(vertex)
        for (other, step) in neighbours[vertex] where !isSettled[other] {
          let length = distance + step
          // Sums of the same lengths in another order are the same length.
          let slack = 1e-9 * max(1, length)
          if length < distances[other] - slack {
            distances[other] = length
            ways[other] = ways[vertex]
            before[other] = [vertex]
            queue.insert(other, at: length)
          } else if length <= distances[other] + slack {
            ways[other] += ways[vertex]
            before[other].append(vertex)
          }
        }
      }
      var share = Array(repeating: 0.0, count: vertexCount)
      for vertex in settled.reversed() {
        for previous in before[vertex] {
          share[previous] += ways[previous] / ways[vertex] * (1 + share[vertex])
        }
        if vertex != source { total[vertex] += share[vertex] }
      }
    }
    // Every pair was counted from both of its ends.
    let pairs = Double((vertexCount - 1) * (vertexCount - 2))
    return total.map { $0 / pairs }
  }

  /// The neighbours of each vertex with the length of the shortest edge to them, in order.
  private var neighbours: [[(vertex: Int, length: Double)]] {
    (0..<vertexCount).map { vertex in
      var shortest: [Int: Double] = [:]
      for edge in edges(at: vertex) where !edges[edge].isLoop {
        let other = edges[edge].other(than: vertex)
        shortest[other] = min(shortest[other] ?? .infinity, edges[edge].length)
      }
      return shortest.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
  }
}
