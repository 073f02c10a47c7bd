import DistrictPlan
import PlanCheck
import PlanFindings
import Testing

/// Roads are looked at as they are, and with every work done.
struct RoadStateTests {
  private let roads: [ExampleFeature] = [
    .line("a", [(0, 0), (100, 0)], "\"start\":\"边界\""),
    .line("b", [(200, -50), (200, 0), (200, 50)], "\"start\":\"边界\",\"end\":\"边界\""),
    .line("c", [(0, 0), (0, 80), (200, 80), (200, 50)]),
  ]

  private func work(_ points: [(Double, Double)], _ action: String = "打通") -> ExampleFeature {
    .line("w", points, kind: "road_work", "\"action\":\"\(action)\",\"road\":\"a\"")
  }

  @Test func deadEndThatAWorkOpensIsExpected() throws {
    #expect(try check("L08", roads).findings.count == 1)
    let opened = roads + [work([(100, 0), (200, 0)])]
    #expect(try check("L08", opened, ["on: roads"]).findings.isEmpty)
    #expect(try check("L08", opened, ["on: roads"], works: WorksSelection.none).findings.isEmpty)
  }

  @Test func workThatStopsShortIsFoundOnlyWhenDone() throws {
    let short = roads + [work([(100, 0), (195, 0)])]
    #expect(
      try check("L08", short, ["on: roads"]).findings.flatMap(\.parties).map(\.id) == ["w"])
    #expect(
      try check("L09", short, ["on: roads"]).findings.map { $0.parties.map(\.id) } == [["w", "b"]])
    #expect(try check("L09", short, ["on: roads"], works: WorksSelection.none).findings.isEmpty)
  }

  @Test func workBesideItsRoadLeavesTheDeadEnd() throws {
    let beside = roads + [work([(100, 3), (200, 0)])]
    let findings = try check("L08", beside, ["on: roads"]).findings
    #expect(Set(findings.flatMap(\.parties).map(\.id)) == ["a", "w"])
  }

  @Test func lightingAddsNoLine() throws {
    let lit = roads + [work([(100, 0), (150, 0)], "亮化")]
    #expect(try check("L08", lit, ["on: roads"]).findings.count == 1)
  }

  @Test func aPartApartInBothStatesIsOneFinding() throws {
    let apart: [ExampleFeature] =
      roads + [work([(100, 0), (200, 0)]), .line("d", [(500, 0), (600, 0)])]
    let findings = try check("N01", apart, ["on: roads"]).findings
    #expect(findings.count == 1)
    #expect(findings.first?.parties.first?.id == "d")
  }

  @Test func workCrossingARoadIsFoundUnlessItIsABridge() throws {
    let crossing = [(100.0, 0.0), (200, 0), (300, 0)]
    let long = roads + [work(crossing), .line("e", [(250, -9), (250, 9)])]
    #expect(
      try check("L07", long, ["on: roads"]).findings.map { $0.parties.map(\.id) } == [["e", "w"]])
    let bridge: ExampleFeature = .line(
      "w", crossing, kind: "road_work", "\"action\":\"打通\",\"road\":\"a\",\"structure\":\"桥\"")
    #expect(
      try check("L07", roads + [bridge, .line("e", [(250, -9), (250, 9)])], ["on: roads"])
        .findings.isEmpty)
  }
}
