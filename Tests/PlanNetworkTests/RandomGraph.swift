import PlanNetwork
import PlanTestSupport

extension Graph {
  /// A small graph with loops, parallel edges, parts and one-way edges.
  static func random(using random: inout SeededGenerator, oneWay: Bool = true) -> Graph {
    let vertices = Int.random(in: 1...9, using: &random)
    let edges = (0..<Int.random(in: 0...14, using: &random)).map { _ in
      Edge(
        Int.random(in: 0..<vertices, using: &random), Int.random(in: 0..<vertices, using: &random),
        length: Double(Int.random(in: 1...5, using: &random)),
        isOneWay: oneWay && Bool.random(using: &random))
    }
    return Graph(vertexCount: vertices, edges: edges)
  }

  /// The distance between every two vertices, computed the plainest way.
  func distances(_ travel: Travel = .along, without gone: Set<Int> = [], vertex: Int? = nil)
    -> [[Double]]
  {
    var table = (0..<vertexCount).map { row in
      (0..<vertexCount).map { $0 == row ? 0 : Double.infinity }
    }
    for (index, edge) in edges.enumerated() where !gone.contains(index) {
      if edge.start == vertex || edge.end == vertex { continue }
      if !edge.isOneWay || travel != .against {
        table[edge.start][edge.end] = min(table[edge.start][edge.end], edge.length)
      }
      if !edge.isOneWay || travel != .along {
        table[edge.end][edge.start] = min(table[edge.end][edge.start], edge.length)
      }
    }
    for middle in table.indices {
      for from in table.indices {
        for to in table.indices {
          table[from][to] = min(table[from][to], table[from][middle] + table[middle][to])
        }
      }
    }
    for index in table.indices { table[index][index] = 0 }
    return table
  }

  /// How many connected parts there are without some edges or a vertex.
  func partCount(without gone: Set<Int> = [], vertex: Int? = nil) -> Int {
    let table = distances(.anyWay, without: gone, vertex: vertex)
    return (0..<vertexCount).count { place in
      place != vertex && !(0..<place).contains { $0 != vertex && table[$0][place].isFinite }
    }
  }
}
