import PlanNetwork
import PlanTestSupport
import Testing

/// Random graphs held against the plainest way to compute the same.
struct GraphPropertyTests {
  @Test(arguments: 0..<150 as Range<UInt64>)
  func reachAgreesWithDistances(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let graph = Graph.random(using: &random)
    let closed = Set(graph.edges.indices.filter { _ in Int.random(in: 0..<4, using: &random) == 0 })
    for travel in [Graph.Travel.along, .against, .anyWay] {
      let table = graph.distances(travel, without: closed)
      for source in 0..<graph.vertexCount {
        let reached = graph.reach(from: [source], travel, closedEdges: closed)
        #expect(reached == table[source].map(\.isFinite))
      }
    }
    let shut = Int.random(in: 0..<graph.vertexCount, using: &random)
    let table = graph.distances(.along, vertex: shut)
    for source in 0..<graph.vertexCount where source != shut {
      let reached = graph.reach(from: [source], closedVertices: [shut])
      #expect(
        reached.indices.allSatisfy { $0 == shut || reached[$0] == table[source][$0].isFinite })
      #expect(!reached[shut])
    }
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func partsAgreeWithDistances(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let graph = Graph.random(using: &random)
    let parts = graph.parts()
    let table = graph.distances(.anyWay)
    for a in parts.indices {
      for b in parts.indices { #expect((parts[a] == parts[b]) == table[a][b].isFinite) }
    }
    #expect((parts.max() ?? -1) + 1 == graph.partCount())
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func bridgesAndArticulationsAreWhatTakesPartsInTwo(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let graph = Graph.random(using: &random)
    let count = graph.partCount()
    #expect(
      graph.bridges == graph.edges.indices.filter { graph.partCount(without: [$0]) > count })
    let cuts = (0..<graph.vertexCount).filter { vertex in
      // A vertex that stands alone is a part of its own, which goes with it.
      let isAlone = graph.edges(at: vertex).allSatisfy { graph.edges[$0].isLoop }
      return !isAlone && graph.partCount(vertex: vertex) > count
    }
    #expect(graph.articulations == cuts)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func lossesAgreeWithRemovingEachInTurn(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let graph = Graph.random(using: &random)
    let demand = (0..<graph.vertexCount).map { _ in
      Double(Int.random(in: 0...3, using: &random))
    }
    let sources = Set(
      (0...Int.random(in: 0...1, using: &random)).map { _ in
        Int.random(in: 0..<graph.vertexCount, using: &random)
      })
    func served(without gone: Set<Int> = [], vertex: Int? = nil) -> Double {
      let table = graph.distances(.anyWay, without: gone, vertex: vertex)
      return demand.indices.reduce(0) { sum, place in
        let isServed =
          place != vertex && sources.contains { $0 != vertex && table[$0][place].isFinite }
        return sum + (isServed ? demand[place] : 0)
      }
    }
    let losses = graph.losses(sources: sources, demand: demand)
    #expect(losses.served == served())
    #expect(
      losses.byEdge == graph.edges.indices.map { losses.served - served(without: [$0]) })
    let reached = graph.reach(from: sources, .anyWay)
    for vertex in 0..<graph.vertexCount where reached[vertex] {
      #expect(losses.byVertex[vertex] == losses.served - served(vertex: vertex))
    }
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func shortestPathsAgreeWithDistances(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let graph = Graph.random(using: &random)
    let starts = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      (
        vertex: Int.random(in: 0..<graph.vertexCount, using: &random),
        distance: Double(Int.random(in: 0...3, using: &random))
      )
    }
    for travel in [Graph.Travel.along, .against, .anyWay] {
      let table = graph.distances(travel)
      let paths = graph.shortestPaths(from: starts, travel)
      for vertex in 0..<graph.vertexCount {
        let expected = starts.map { $0.distance + table[$0.vertex][vertex] }.min() ?? .infinity
        #expect(paths.distances[vertex] == expected)
        guard expected.isFinite else {
          #expect(paths.origins[vertex] == nil)
          continue
        }
        let way = graph.way(to: vertex, in: paths)
        let origin = paths.origins[vertex].map { starts[$0] }
        let length = way.reduce(origin?.distance ?? 0) { $0 + graph.edges[$1].length }
        #expect(length == expected)
        var place = origin?.vertex ?? -1
        for edge in way { place = graph.edges[edge].other(than: place) }
        #expect(place == vertex)
      }
    }
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func cyclesAreOneWayRoundInEachPartThatHasOne(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let graph = Graph.random(using: &random)
    let table = graph.distances()
    let strong = graph.strongParts
    for a in strong.indices {
      for b in strong.indices {
        #expect((strong[a] == strong[b]) == (table[a][b].isFinite && table[b][a].isFinite))
      }
    }
    // An edge lies on a way round where its end leads back to its start without it.
    func isOnCycle(_ edge: Int) -> Bool {
      let (one, rest) = (graph.edges[edge], graph.distances(without: [edge]))
      return rest[one.end][one.start].isFinite
        || (!one.isOneWay && rest[one.start][one.end].isFinite)
    }
    let expected = Set(graph.edges.indices.filter(isOnCycle).map { strong[graph.edges[$0].start] })
    let cycles = graph.cycles()
    #expect(Set(cycles.map { strong[graph.edges[$0[0]].start] }) == expected)
    #expect(cycles.count == expected.count)
    for cycle in cycles { #expect(leadsRound(cycle, in: graph, .along)) }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func undirectedCyclesAreThereWhereMoreThanBridgesAre(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let graph = Graph.random(using: &random)
    let bridges = Set(graph.bridges)
    let parts = graph.parts(closedEdges: bridges)
    let expected = Set(
      graph.edges.indices.filter { !bridges.contains($0) }.map { parts[graph.edges[$0].start] })
    let cycles = graph.cycles(.anyWay)
    #expect(cycles.count == expected.count)
    for cycle in cycles { #expect(leadsRound(cycle, in: graph, .anyWay)) }
  }

  /// Whether the edges follow one another, none twice, and come back to where they start.
  private func leadsRound(_ cycle: [Int], in graph: Graph, _ travel: Graph.Travel) -> Bool {
    guard Set(cycle).count == cycle.count, let first = cycle.first else { return false }
    return [graph.edges[first].start, graph.edges[first].end].contains { start in
      var place = start
      for index in cycle {
        let edge = graph.edges[index]
        guard edge.start == place || edge.end == place else { return false }
        if edge.isOneWay, travel == .along, edge.start != place { return false }
        place = edge.other(than: place)
      }
      return place == start
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func betweennessAgreesWithCountedWays(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let graph = Graph.random(using: &random, oneWay: false)
    guard graph.vertexCount >= 3 else {
      #expect(graph.betweenness == nil)
      return
    }
    let table = graph.distances(.anyWay)
    let vertices = 0..<graph.vertexCount
    // Neighbours at the length of the shortest edge between them: parallel edges are one way.
    func step(_ a: Int, _ b: Int) -> Double {
      graph.edges.filter { Set([$0.start, $0.end]) == [a, b] }.map(\.length).min() ?? .infinity
    }
    func ways(_ a: Int, _ b: Int) -> Int {
      guard a != b else { return 1 }
      return vertices.reduce(0) { sum, last in
        last != b && step(last, b).isFinite && table[a][last] + step(last, b) == table[a][b]
          ? sum + ways(a, last) : sum
      }
    }
    let expected = vertices.map { vertex in
      var sum = 0.0
      for a in vertices {
        for b in vertices
        where a < b && a != vertex && b != vertex && table[a][b].isFinite
          && table[a][vertex] + table[vertex][b] == table[a][b]
        {
          sum += Double(ways(a, vertex) * ways(vertex, b)) / Double(ways(a, b))
        }
      }
      return sum / Double((graph.vertexCount - 1) * (graph.vertexCount - 2) / 2)
    }
    let found = graph.betweenness ?? []
    #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1e-9 }, "\(found), not \(expected)")
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func smoothingKeepsLengthPartsAndWaysRound(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let graph = Graph.random(using: &random)
    let smooth = graph.smoothed()
    func total(_ graph: Graph) -> Double { graph.edges.reduce(0) { $0 + $1.length } }
    #expect(total(smooth.graph) == total(graph))
    let lonely = (0..<graph.vertexCount).count { graph.edges(at: $0).isEmpty }
    #expect(smooth.graph.partCount() == graph.partCount() - lonely)
    func cycles(_ graph: Graph) -> Int {
      graph.edges.count - graph.vertexCount + graph.partCount()
    }
    #expect(cycles(smooth.graph) == cycles(graph))
    // What is left joins more or less than two, or goes round alone.
    for vertex in 0..<smooth.graph.vertexCount {
      let own = smooth.graph.edges(at: vertex)
      #expect(
        smooth.graph.degree(of: vertex) != 2
          || (own.count == 1 && smooth.graph.edges[own.first ?? 0].isLoop))
      #expect(smooth.graph.degree(of: vertex) == graph.degree(of: smooth.vertices[vertex]))
    }
    #expect(Set(smooth.chains.flatMap { $0.map(\.edge) }) == Set(graph.edges.indices))
    for (edge, chain) in zip(smooth.graph.edges, smooth.chains) {
      var place = smooth.vertices[edge.start]
      for step in chain {
        let own = graph.edges[step.edge]
        #expect(place == (step.isForward ? own.start : own.end))
        place = step.isForward ? own.end : own.start
      }
      #expect(place == smooth.vertices[edge.end])
    }
  }

  @Test func aLongChainNeedsNoDeepStack() {
    let count = 200_000
    let graph = Graph(
      vertexCount: count, edges: (1..<count).map { Graph.Edge($0 - 1, $0, isOneWay: true) })
    #expect(graph.bridges.count == count - 1)
    #expect(graph.cycles().isEmpty)
    #expect(graph.shortestPaths(from: [(0, 0)]).distances.last == Double(count - 1))
    #expect(graph.smoothed().graph.edges.map(\.length) == [Double(count - 1)])
  }

  @Test func anEmptyGraphHasNothing() {
    let graph = Graph(vertexCount: 0, edges: [])
    #expect(graph.bridges.isEmpty && graph.articulations.isEmpty && graph.cycles().isEmpty)
    #expect(graph.parts().isEmpty && graph.betweenness == nil)
    #expect(graph.smoothed().graph.vertexCount == 0)
    #expect(graph.losses(sources: [], demand: []).served == 0)
  }
}
