extension Graph {
  /// Which vertices can be reached from some of them, those included.
  ///
  /// - Parameters:
  ///   - closedEdges: Edges that may not be followed.
  ///   - closedVertices: Vertices that may not be passed; a source that is closed reaches nothing.
  public func reach(
    from sources: some Sequence<Int>, _ travel: Travel = .along, closedEdges: Set<Int> = [],
    closedVertices: Set<Int> = []
  ) -> [Bool] {
    var isReached = Array(repeating: false, count: vertexCount)
    var pending: [Int] = []
    func visit(_ vertex: Int) {
      guard !isReached[vertex], !closedVertices.contains(vertex) else { return }
      isReached[vertex] = true
      pending.append(vertex)
    }
    for source in sources { visit(source) }
    while let vertex = pending.popLast() {
      for edge in edges(at: vertex) where !closedEdges.contains(edge) {
        if let target = target(of: edge, from: vertex, travel) { visit(target) }
      }
    }
    return isReached
  }

  /// The number of the connected part that each vertex belongs to, whichever way edges lead.
  ///
  /// Parts are numbered from 0 in order of their first vertex; a closed vertex has the number -1.
  public func parts(closedEdges: Set<Int> = [], closedVertices: Set<Int> = []) -> [Int] {
    var part = Array(repeating: -1, count: vertexCount)
    var pending: [Int] = []
    var count = 0
    for first in 0..<vertexCount where part[first] < 0 && !closedVertices.contains(first) {
      part[first] = count
      pending.append(first)
      while let vertex = pending.popLast() {
        for edge in edges(at: vertex) where !closedEdges.contains(edge) {
          let other = edges[edge].other(than: vertex)
          guard part[other] < 0, !closedVertices.contains(other) else { continue }
          part[other] = count
          pending.append(other)
        }
      }
      count += 1
    }
    return part
  }
}
