/// Places and the connections between them, without geometry.
///
/// Loops and parallel edges are kept: two streets between the same crossings are two ways to go.
public struct Graph: Sendable {
  /// A connection between two vertices.
  public struct Edge: Hashable, Sendable {
    /// Where it starts.
    public let start: Int
    /// Where it ends.
    public let end: Int
    /// Its length in metres.
    public let length: Double
    /// Whether it leads from start to end only.
    public let isOneWay: Bool

    /// Creates a connection.
    public init(_ start: Int, _ end: Int, length: Double = 1, isOneWay: Bool = false) {
      self.start = start
      self.end = end
      self.length = length
      self.isOneWay = isOneWay
    }

    /// Whether it comes back to where it starts.
    public var isLoop: Bool { start == end }

    /// The end that is not `vertex`; `vertex` itself for a loop.
    public func other(than vertex: Int) -> Int { vertex == start ? end : start }
  }

  /// Which way edges may be followed.
  public enum Travel: Sendable {
    /// One-way edges from start to end.
    case along
    /// One-way edges from end to start: finds what leads to a place, rather than away from it.
    case against
    /// Every edge both ways.
    case anyWay
  }

  /// How many vertices there are, known by number from 0.
  public let vertexCount: Int
  /// The edges, known by their place in the array.
  public let edges: [Edge]
  private let offsets: [Int]
  private let incident: [Int]

  /// Creates a graph.
  ///
  /// - Parameter edges: Between vertices below `vertexCount`.
  public init(vertexCount: Int, edges: [Edge]) {
    self.vertexCount = vertexCount
    self.edges = edges
    var offsets = Array(repeating: 0, count: vertexCount + 1)
    for edge in edges {
      offsets[edge.start + 1] += 1
      if !edge.isLoop { offsets[edge.end + 1] += 1 }
    }
    for vertex in 0..<vertexCount { offsets[vertex + 1] += offsets[vertex] }
    var next = offsets
    var incident = Array(repeating: 0, count: offsets[vertexCount])
    for (index, edge) in edges.enumerated() {
      for vertex in edge.isLoop ? [edge.start] : [edge.start, edge.end] {
        incident[next[vertex]] = index
        next[vertex] += 1
      }
    }
    self.offsets = offsets
    self.incident = incident
  }

  /// The edges that start or end at a vertex, in order; a loop once.
  public func edges(at vertex: Int) -> ArraySlice<Int> {
    incident[offsets[vertex]..<offsets[vertex + 1]]
  }

  /// How many ends of edges lie at a vertex; a loop has two.
  public func degree(of vertex: Int) -> Int {
    edges(at: vertex).reduce(0) { $0 + (edges[$1].isLoop ? 2 : 1) }
  }

  /// Where an edge leads from a vertex; `nil` when it may not be followed from there.
  func target(of edge: Int, from vertex: Int, _ travel: Travel) -> Int? {
    let edge = edges[edge]
    guard edge.isOneWay, travel != .anyWay else { return edge.other(than: vertex) }
    switch travel {
    case .along: return vertex == edge.start ? edge.end : nil
    default: return vertex == edge.end ? edge.start : nil
    }
  }
}
