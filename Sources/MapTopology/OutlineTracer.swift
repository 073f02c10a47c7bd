import MapGeometry

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Joins edges with the inside on their left to rings around what lies outside.
///
/// Each ring bounds one face of the outside, seen from there: at a vertex where several rings meet, the way
/// goes on with the edge that bounds the same stretch of outside.
struct OutlineTracer {
  private let edges: [OpenEdges.Edge]
  /// The first edge that starts at a vertex, and for each edge the next one that starts there.
  private var first: [PlanePoint: Int32]
  private var next: [Int32]
  private var isWalked: [Bool]

  init(_ edges: [OpenEdges.Edge]) {
    self.edges = edges
    first = Dictionary(minimumCapacity: edges.count)
    next = Array(repeating: -1, count: edges.count)
    isWalked = Array(repeating: false, count: edges.count)
    for index in edges.indices.reversed() {
      next[index] = first[edges[index].start] ?? -1
      first[edges[index].start] = Int32(index)
    }
  }

  /// The rings, each closed; those around a gap turn clockwise, those around areas the other way.
  mutating func rings() -> [Ring<PlanePoint>] {
    var rings: [Ring<PlanePoint>] = []
    for start in edges.indices where !isWalked[start] {
      var points = [edges[start].start]
      var edge = start
      while !isWalked[edge] {
        isWalked[edge] = true
        points.append(edges[edge].end)
        guard let following = following(edge) else { break }
        edge = following
      }
      if points.count >= 4, points.first == points.last { rings.append(Ring(unchecked: points)) }
    }
    return rings
  }

  /// The edge that goes on from the end of another: the first one counter-clockwise from the way back.
  private func following(_ edge: Int) -> Int? {
    let (from, vertex) = (edges[edge].start, edges[edge].end)
    var candidate = Int(first[vertex] ?? -1)
    guard candidate >= 0, next[candidate] >= 0 else { return candidate >= 0 ? candidate : nil }
    let back = atan2(from.y - vertex.y, from.x - vertex.x)
    var best = (turn: Double.infinity, edge: candidate)
    while candidate >= 0 {
      let end = edges[candidate].end
      var turn = atan2(end.y - vertex.y, end.x - vertex.x) - back
      if turn <= 0 { turn += 2 * .pi }
      if turn < best.turn { best = (turn, candidate) }
      candidate = Int(next[candidate])
    }
    return best.edge
  }
}
