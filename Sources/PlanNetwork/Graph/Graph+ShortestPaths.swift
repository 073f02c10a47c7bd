/// The shortest ways from some vertices to all that they reach.
public struct ShortestPaths: Sendable {
  /// The length of the way to each vertex; infinite where there is none.
  public fileprivate(set) var distances: [Double]
  /// The edge by which the way comes to each vertex; `nil` at its start and where there is none.
  public fileprivate(set) var entries: [Int?]
  /// The place, among the starts, of the one that the way comes from; `nil` where there is none.
  public fileprivate(set) var origins: [Int?]
}

extension Graph {
  /// The shortest ways from the nearest of some starts.
  ///
  /// Of ways of equal length the one from the earlier start counts, so the answer is always the
  /// same.
  /// - Parameter starts: Vertices, and how far each of them is already.
  public func shortestPaths(
    from starts: [(vertex: Int, distance: Double)], _ travel: Travel = .along
  ) -> ShortestPaths {
    var paths = ShortestPaths(
      distances: Array(repeating: .infinity, count: vertexCount),
      entries: Array(repeating: nil, count: vertexCount),
      origins: Array(repeating: nil, count: vertexCount))
    var queue = DistanceQueue()
    for (index, start) in starts.enumerated() where start.distance < paths.distances[start.vertex] {
      paths.distances[start.vertex] = start.distance
      paths.origins[start.vertex] = index
      queue.insert(start.vertex, at: start.distance)
    }
    while let (vertex, distance) = queue.removeNearest() {
      guard distance == paths.distances[vertex] else { continue }
      for edge in edges(at: vertex) {
        guard let target = target(of: edge, from: vertex, travel) else { continue }
        let length = distance + edges[edge].length
        guard length < paths.distances[target] else { continue }
        paths.distances[target] = length
        paths.entries[target] = edge
        paths.origins[target] = paths.origins[vertex]
        queue.insert(target, at: length)
      }
    }
    return paths
  }

  /// The edges of the shortest way to a vertex, from its start.
  public func way(to vertex: Int, in paths: ShortestPaths) -> [Int] {
    var way: [Int] = []
    var current = vertex
    while let edge = paths.entries[current] {
      way.append(edge)
      current = edges[edge].other(than: current)
    }
    return way.reversed()
  }
}

/// Vertices by distance, the nearest first and the smaller number first among equals: a binary
/// heap.
struct DistanceQueue {
  private var heap: [(vertex: Int, distance: Double)] = []

  mutating func insert(_ vertex: Int, at distance: Double) {
    heap.append((vertex, distance))
    var place = heap.count - 1
    while place > 0, isBefore(place, (place - 1) / 2) {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func removeNearest() -> (vertex: Int, distance: Double)? {
    guard let nearest = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return nearest }
    heap[0] = last
    var place = 0
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2] where child < heap.count && isBefore(child, least)
      {
        least = child
      }
      guard least != place else { return nearest }
      heap.swapAt(place, least)
      place = least
    }
  }

  private func isBefore(_ a: Int, _ b: Int) -> Bool {
    (heap[a].distance, heap[a].vertex) < (heap[b].distance, heap[b].vertex)
  }
}
