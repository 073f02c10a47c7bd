import DistrictPlan
import GeoJSONCoding
import PlanCheck
import PlanFindings
import Testing

/// Cases that other checkers got wrong, by the name of the complaint.
struct TrapTests {
  private let bothOpen = "\"start\":\"边界\",\"end\":\"边界\""

  @Test func tJunctionIsNoDangle() throws {
    let roads: [ExampleFeature] = [
      .line("a", [(0, 0), (100, 0)], bothOpen),
      .line("b", [(50, 0), (50, 90)], "\"end\":\"尽端\""),
    ]
    #expect(try check("L08", roads).findings.isEmpty)
    #expect(try check("L07", roads).findings.isEmpty)
    #expect(try check("N01", roads, ["on: roads"]).findings.isEmpty)
  }

  @Test func containmentIsAnOverlap_ilivalidator263() throws {
    let result = try check("A01", [.square("a", x: 0), .square("b", x: 3, y: 3, side: 2)])
    #expect(result.findings.map { $0.parties.map(\.id) } == [["a", "b"]])
  }

  @Test func equalityIsAnOverlap() throws {
    let result = try check("A01", [.square("a", x: 0), .square("b", x: 0)])
    #expect(result.findings.count == 1)
  }

  @Test func perimeterIsNoGap() throws {
    let result = try check("A02", [.square("a", x: 0), .square("b", x: 10)])
    #expect(result.findings.isEmpty)
  }

  @Test func invalidNeighbourIsNotSkipped() throws {
    let result = try check(
      "A01",
      [
        .square("a", x: 0), .square("b", x: 8),
        .polygon("bow-tie", [(0, 0), (10, 10), (10, 0), (0, 10), (0, 0)]),
      ])
    #expect(result.findings.count == 3)
    #expect(result.findings.filter(\.isDegraded).count == 2)
  }

  @Test func invalidGeometryDoesNotHideOthers_ladmCol381() throws {
    let result = try check(
      "G02",
      [
        .polygon("a", [(0, 0), (10, 10), (10, 0), (0, 10), (0, 0)]),
        .polygon("b", [(20, 0), (30, 10), (30, 0), (20, 10), (20, 0)]),
      ])
    #expect(result.findings.compactMap { $0.parties.first?.id } == ["a", "b"])
  }

  @Test(arguments: [-0.002, 0, 0.002])
  func roundingAloneMakesNoOverlapOrGap(shift: Double) throws {
    let pair: [ExampleFeature] = [
      .square("a", x: 0, side: 100), .square("b", x: 100 + shift, side: 100),
    ]
    for rule in ["A01", "A02", "A04"] { #expect(try check(rule, pair).findings.isEmpty) }
  }

  @Test func whatTheNoiseFloorHidesIsCounted() throws {
    let result = try check(
      "A01", [.square("a", x: 0, side: 100), .square("b", x: 99.998, side: 100)])
    #expect(result.summary.belowNoiseFloor == 1)
    #expect(result.summary.pairs == 1)
  }

  @Test func sharedVerticesMayBeAMillimetreApart() throws {
    func pair(_ x: Double) -> [ExampleFeature] {
      [
        .polygon("a", [(0, 0), (10, 0), (10, 4), (10, 10), (0, 10), (0, 0)]),
        .polygon("b", [(10, 0), (20, 0), (20, 10), (10, 10), (x, 4), (10, 0)]),
      ]
    }
    #expect(try check("A04", pair(10)).findings.isEmpty)
    #expect(try check("A04", pair(10.001)).findings.isEmpty)
  }

  @Test func missingVertexIsReportedWithTheVertexOfBoth() throws {
    let result = try check(
      "A04",
      [
        .square("a", x: 0),
        .polygon("b", [(10, 0), (20, 0), (20, 10), (10, 10), (10, 4), (10, 0)]),
      ])
    let parties = try #require(result.findings.first).parties
    #expect(parties.map(\.id) == ["a", "b"])
    #expect(parties.compactMap(\.location).map(\.line) == [2, 3])
    #expect(parties.compactMap(\.location).allSatisfy { $0.column > 100 })
  }

  @Test func aVerySlimOverlapStillEnds() throws {
    // A width search by inscribed circles does not come back from a ribbon like this.
    let result = try check(
      "A01",
      [
        .polygon("a", [(0, 0), (5000, 0), (5000, 10), (0, 10), (0, 0)]),
        .polygon("b", [(0, 9.999), (5000, 9.999), (5000, 20), (0, 20), (0, 9.999)]),
      ])
    #expect(result.findings.isEmpty)
    #expect(result.summary.belowNoiseFloor == 1)
  }
}
