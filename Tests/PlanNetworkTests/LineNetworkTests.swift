import DistrictPlan
import MapGeometry
import PlanNetwork
import PlanTestSupport
import Testing

struct LineNetworkTests {
  private func network(_ features: String..., tolerance: Double = 0.002) throws -> LineNetwork {
    var sample = SamplePlan()
    sample.features = features
    return LineNetwork(try sample.load().faultless().features, tolerance: tolerance)
  }

  private func road(_ id: String, _ points: (Double, Double)...) -> String {
    SamplePlan.line(id, .road, points)
  }

  private func lake(_ id: String, _ rings: [(Double, Double)]...) -> String {
    SamplePlan.feature(
      id, .lake,
      "{\"type\":\"Polygon\",\"coordinates\":[\(rings.map(SamplePlan.ring).joined(separator: ","))]}"
    )
  }

  private func ids(_ network: LineNetwork, _ members: [Int]) -> [String] {
    members.map { network.members[$0].feature.id }
  }

  private func deadEnds(_ network: LineNetwork) -> [String] {
    network.deadEnds.map { end in
      "\(network.members[end.member].feature.id) \(end.isAtEnd ? "end" : "start")"
    }
  }

  @Test func linesJoinWhereTheyShareAVertex() throws {
    let network = try network(
      road("a", (0, 0), (100, 0), (200, 0)), road("b", (100, 0), (100, 80)))
    #expect(network.components.count == 1)
    #expect(network.junctions.map(\.degree) == [3])
    #expect(network.nodes.count == 4)
    #expect(network.links.map { $0.length.rounded() } == [100, 100, 80])
    #expect(deadEnds(network) == ["a start", "a end", "b end"])
  }

  @Test func aVertexThatBothPassIsACrossing() throws {
    let network = try network(
      road("a", (0, 0), (100, 0), (200, 0)), road("b", (100, -80), (100, 0), (100, 80)))
    #expect(network.junctions.map(\.degree) == [4])
    #expect(network.components.count == 1)
  }

  @Test func linesThatCrossWithoutAVertexDoNotMeet() throws {
    let network = try network(road("a", (0, 0), (200, 0)), road("b", (100, -80), (100, 80)))
    #expect(network.components.count == 2)
    #expect(network.junctions.isEmpty)
    #expect(network.nodes.count == 4)
  }

  @Test func anEndOnAnotherLineMeetsItWithinTheTolerance() throws {
    for (gap, isMet) in [(0.0, true), (0.0015, true), (0.01, false)] {
      let network = try network(
        road("a", (0, 0), (200, 0)), road("b", (77, gap), (77, 80)))
      #expect((network.components.count == 1) == isMet, "\(gap) m")
      #expect(deadEnds(network).contains("b start") == !isMet, "\(gap) m")
      #expect(network.links.count == (isMet ? 3 : 2), "\(gap) m")
    }
  }

  @Test func aMiddleThatTouchesAnotherMiddleDoesNotMeetIt() throws {
    let network = try network(
      road("a", (0, 0), (200, 0)), road("b", (0, 80), (100, 0), (200, 80)))
    #expect(network.components.count == 2)
  }

  @Test func aWiderToleranceJoinsWhatIsFurtherApart() throws {
    let features = [road("a", (0, 0), (100, 0)), road("b", (100.4, 0), (200, 0))]
    #expect(try network(features[0], features[1]).components.count == 2)
    #expect(try network(features[0], features[1], tolerance: 0.5).components.count == 1)
  }

  @Test func aClosedRoadHasNoDeadEnd() throws {
    let network = try network(road("a", (0, 0), (100, 0), (100, 100), (0, 0)))
    #expect(deadEnds(network) == [])
    #expect(network.nodes.map(\.degree) == [2])
    #expect(network.links.count == 1)
  }

  @Test func aLoopOnAStemHasOneDeadEnd() throws {
    let network = try network(
      road("a", (0, 0), (100, 0), (150, 50), (200, 0), (150, -50), (100, 0)))
    #expect(deadEnds(network) == ["a start"])
    #expect(network.junctions.map(\.degree) == [3])
    #expect(network.links.count == 2)
  }

  @Test func aRepeatedVertexIsNoMeeting() throws {
    let network = try network(road("a", (0, 0), (0, 0), (100, 0), (100, 0), (200, 0), (200, 0)))
    #expect(network.nodes.map(\.degree) == [1, 1])
    #expect(deadEnds(network) == ["a start", "a end"])
  }

  @Test func aLineOfOnePlaceIsAMemberWithoutEnds() throws {
    let network = try network(road("a", (0, 0), (0.0001, 0)), road("b", (50, 0), (90, 0)))
    #expect(network.components.map { ids(network, $0.members) } == [["b"], ["a"]])
    #expect(deadEnds(network) == ["b start", "b end"])
  }

  @Test func aLakeJoinsTheRiversThatTouchItsShore() throws {
    let shore = [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0), (0.0, 0.0)]
    let network = try network(
      lake("lake", shore),
      SamplePlan.line("river.in", .watercourse, [(-90, 0), (0, 0)]),
      SamplePlan.line("river.out", .watercourse, [(100, 100), (190, 100)]))
    #expect(
      network.components.map { ids(network, $0.members) } == [["lake", "river.in", "river.out"]])
    #expect(deadEnds(network) == ["river.in start", "river.out end"])
    #expect(network.links.map { $0.length.rounded() } == [200, 200, 90, 90])
    #expect(network.junctions.map(\.degree) == [3, 3])
  }

  @Test func theShoreMayBeMetAnywhere() throws {
    let shore = [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0), (0.0, 0.0)]
    for touched in [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0), (50.0, 0.0)] {
      let outside = (touched.0 - 300, touched.1 - 300)
      let network = try network(
        lake("lake", shore), SamplePlan.line("river", .watercourse, [outside, touched]))
      #expect(network.components.count == 1, "at \(touched)")
      #expect(network.junctions.map(\.degree) == [3], "at \(touched)")
      let around = network.links.filter { network.members[$0.member].isClosed }
      #expect(around.map { $0.length.rounded() } == [400], "at \(touched)")
    }
  }

  @Test func aLakeThatNothingTouchesStandsAlone() throws {
    let network = try network(
      lake("lake", [(0, 0), (100, 0), (100, 100), (0, 0)]), road("a", (500, 0), (600, 0)))
    #expect(network.components.map { ids(network, $0.members) } == [["lake"], ["a"]])
    #expect(network.deadEnds.count == 2)
  }

  @Test func theShoreOfAnIslandBelongsToTheLake() throws {
    let network = try network(
      lake(
        "lake", [(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)],
        [(40, 40), (40, 60), (60, 60), (60, 40), (40, 40)]),
      SamplePlan.line("river", .watercourse, [(-90, 0), (0, 0)]))
    #expect(network.components.map { ids(network, $0.members) } == [["lake", "lake", "river"]])
  }

  @Test func componentsAreOrderedByLengthThenByMembers() throws {
    let network = try network(
      road("a", (0, 0), (50, 0)), road("b", (0, 100), (200, 100)), road("c", (0, 300), (50, 300)),
      road("d", (50, 300), (100, 300)))
    #expect(network.components.map { ids(network, $0.members) } == [["b"], ["c", "d"], ["a"]])
    #expect(network.components.map { $0.length.rounded() } == [200, 100, 50])
  }

  @Test func aNodeIsFoundByItsPlace() throws {
    let network = try network(road("a", (0, 0), (100, 0)))
    let start = try #require(network.members.first?.line.start)
    #expect(network.node(at: start) == 0)
    #expect(network.node(at: PlanePoint(x: start.x + 1, y: start.y)) == nil)
  }

  @Test func featuresWithoutAPlaceTakeNoPart() throws {
    let network = try network(SamplePlan.feature("p", .park, "null"))
    #expect(network.members.isEmpty)
    #expect(network.components.isEmpty)
  }
}
