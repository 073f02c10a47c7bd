import DistrictPlan
import MapGeometry
import PlanNetwork
import PlanTestSupport
import Testing

/// Networks as graphs: levels, areas, places along lines, and the measures of the whole.
struct NetworkGraphTests {
  private func network(_ features: String..., tolerance: Double = 0.002) throws -> LineNetwork {
    var sample = SamplePlan()
    sample.features = features
    return LineNetwork(try sample.load().faultless().features, tolerance: tolerance)
  }

  private func road(
    _ id: String, _ points: (Double, Double)..., level: Double? = nil
  ) -> String {
    SamplePlan.line(id, .road, points, level.map { ["\"level\":\($0)"] } ?? [])
  }

  private func lake(_ id: String, _ x: Double, _ side: Double) -> String {
    SamplePlan.area(
      id, .lake, [(x, 0), (x + side, 0), (x + side, side), (x, side), (x, 0)])
  }

  private func parts(_ network: LineNetwork) -> [[String]] {
    network.components.map { $0.members.map { network.members[$0].feature.id } }
  }

  // MARK: Levels

  @Test func linesOfTwoLevelsPassEachOther() throws {
    let network = try network(
      road("a", (0, 0), (100, 0), (200, 0)),
      road("b", (100, -80), (100, 0), (100, 80), level: 1))
    #expect(parts(network) == [["a"], ["b"]])
    #expect(network.junctions.isEmpty)
  }

  @Test func aRampEndsOnTheBridge() throws {
    let network = try network(
      road("a", (0, 0), (200, 0), level: 1), road("ramp", (100, -80), (100, 0)))
    #expect(network.components.count == 1)
  }

  @Test func aBridgeBeginsWhereTheGroundEnds() throws {
    let network = try network(
      road("a", (0, 0), (100, 0)), road("b", (100, 0), (200, 0), level: 1))
    #expect(network.components.count == 1)
  }

  @Test func anEndMeetsItsOwnLevelBeforeAnyOther() throws {
    let network = try network(
      road("a", (0, 0), (100, 0), (200, 0)),
      road("b", (100, -80), (100, 0), (100, 80), level: 1),
      road("c", (0, 90), (100, 0), level: 1), road("d", (200, 90), (100, 0)))
    #expect(parts(network) == [["a", "d"], ["b", "c"]])
  }

  @Test func aRingOnABridgePassesWhereItStarts() throws {
    let network = try network(
      road("a", (0, 0), (100, 0), (200, 0)),
      road("ring", (100, 0), (150, 80), (50, 80), (100, 0), level: 2))
    #expect(network.components.count == 2)
  }

  // MARK: Areas

  @Test func aLakeIsOneVertex() throws {
    let network = try network(
      SamplePlan.line("in", .watercourse, [(-90, 0), (0, 0)]), lake("lake", 0, 100),
      SamplePlan.line("out", .watercourse, [(100, 100), (190, 100)]))
    let whole = network.graph()
    #expect(whole.graph.vertexCount == 3)
    #expect(whole.graph.edges.count == 2)
    #expect(whole.areas.count == 1)
    #expect(whole.graph.cycles(.anyWay).isEmpty)
  }

  @Test func aLakeThatNothingTouchesIsAVertexWithoutEdges() throws {
    let whole = try network(lake("lake", 0, 100)).graph()
    #expect(whole.graph.vertexCount == 1)
    #expect(whole.graph.edges.isEmpty)
  }

  // MARK: Places along lines

  @Test func aPlaceBecomesANode() throws {
    let network = try network(road("a", (0, 0), (100, 0), (200, 0)))
    let length = network.links[0].length
    let start = network.members[0].line.start
    let places = [0, length / 4, length / 2, length / 2, length].map {
      LineNetwork.Place(
        member: 0, distance: $0, point: PlanePoint(x: start.x + $0, y: start.y))
    }
    let (noded, nodes) = network.noded(at: places)
    #expect(noded.links.count == 3)
    #expect(nodes[0] == network.links[0].start)
    #expect(nodes[4] == network.links[0].end)
    #expect(nodes[2] == nodes[3])
    #expect(abs(noded.links.reduce(0) { $0 + $1.length } - length) < 1e-9)
    #expect(noded.nodes.map(\.degree) == [1, 1, 2, 2])
  }

  @Test func aPlaceOnACrossingWithoutAVertexJoinsNothing() throws {
    let network = try network(road("a", (0, 0), (200, 0)), road("b", (100, -80), (100, 80)))
    let middle = network.middles
    let places = [0, 1].map {
      LineNetwork.Place(member: $0, distance: network.links[$0].length / 2, point: middle[$0])
    }
    let noded = network.noded(at: places).network
    #expect(noded.components.count == 2)
    #expect(noded.nodes.count == 6)
  }

  @Test func anOutlineIsCutAnywhere() throws {
    let network = try network(
      lake("lake", 0, 100), SamplePlan.line("r", .watercourse, [(300, 300), (100, 100)]))
    let around = try #require(network.links.first { network.members[$0.member].isClosed }).length
    for share in [0.0, 0.1, 0.4, 0.6, 0.99] {
      let place = LineNetwork.Place(
        member: 0, distance: around * share, point: PlanePoint(x: 0, y: 0))
      let noded = network.noded(at: [place]).network
      let own = noded.links.filter { noded.members[$0.member].isClosed }
      #expect(abs(own.reduce(0) { $0 + $1.length } - around) < 1e-6)
      #expect(own.count == 2)
      let lines = noded.courses(of: noded.links.indices.filter { noded.links[$0].member == 0 })
      #expect(abs(lines.reduce(0) { $0 + $1.length } - around) < 1e-6, "at \(share)")
    }
  }

  @Test func coursesJoinLinksThatFollow() throws {
    let network = try network(
      road("a", (0, 0), (100, 0), (200, 0), (300, 50)), road("b", (100, 0), (100, 90)),
      road("c", (200, 0), (200, 90)))
    let own = network.links.indices.filter { network.links[$0].member == 0 }
    #expect(own.count == 3)
    #expect(network.courses(of: own).map(\.points.count) == [4])
    #expect(network.courses(of: [own[2], own[0]]).map(\.points.count) == [2, 2])
  }

  @Test func theNearestPlaceIsFoundNearAndFar() throws {
    let network = try network(
      road("a", (0, 0), (500, 0)), road("b", (0, 3000), (500, 3000)))
    let pieces = CoursePieces(network)
    let a = network.members[0].line
    for (above, member) in [(0.5, 0), (400.0, 0), (1400.0, 0), (1600.0, 1)] {
      let point = PlanePoint(x: a.start.x + 200, y: a.start.y + above)
      #expect(pieces.place(nearest: point, within: 5000)?.member == member, "\(above) m")
      #expect(pieces.place(nearest: point, within: 0.4) == nil)
    }
  }

  // MARK: Measures

  @Test func bendsAreNoNodes() throws {
    let metrics = NetworkMetrics(
      try network(
        road("a", (0, 0), (50, 30), (100, 0)), road("b", (100, 0), (200, 0)),
        road("c", (200, 0), (200, 90)), road("d", (200, 0), (300, 0))))
    #expect(metrics.nodes == 4 && metrics.links == 3 && metrics.parts == 1)
    #expect(metrics.cycles == 0 && metrics.alpha == 0)
    #expect(metrics.meanDegree == 1.5)
    #expect(metrics.share { $0 == 1 } == 0.75)
    #expect(metrics.crossings.count == 1)
  }

  @Test func aRingAloneIsOneNodeWithALoop() throws {
    let metrics = NetworkMetrics(
      try network(road("a", (0, 0), (100, 0), (100, 100)), road("b", (100, 100), (0, 0))))
    #expect(metrics.nodes == 1 && metrics.links == 1 && metrics.cycles == 1)
    #expect(metrics.alpha == nil && metrics.beta == nil && metrics.gamma == nil)
    #expect(metrics.circuity == nil)
    #expect(metrics.meanSegment != nil)
  }

  @Test func twoNodesHaveNoIndices() throws {
    let metrics = NetworkMetrics(try network(road("a", (0, 0), (100, 0))))
    #expect(metrics.nodes == 2)
    #expect(metrics.alpha == nil && metrics.gamma == nil && metrics.meshedness == nil)
    #expect(metrics.betweennessShare == nil)
    #expect(abs((metrics.circuity ?? 0) - 1) < 1e-9)
  }

  @Test func nothingHasNoMeasures() throws {
    let metrics = NetworkMetrics(try network())
    #expect(metrics.nodes == 0 && metrics.links == 0 && metrics.parts == 0)
    #expect(metrics.meanSegment == nil && metrics.circuity == nil && metrics.alpha == nil)
  }

  @Test func parallelStreetsAreTwoLinks() throws {
    let metrics = NetworkMetrics(
      try network(
        road("a", (0, 0), (100, 0)), road("b", (0, 0), (50, 60), (100, 0)),
        road("c", (100, 0), (200, 0)), road("d", (-90, 0), (0, 0))))
    #expect(metrics.nodes == 4 && metrics.links == 4 && metrics.cycles == 1)
    #expect(metrics.alpha.map { abs($0 - 1.0 / 3) < 1e-12 } == true)
  }
}
