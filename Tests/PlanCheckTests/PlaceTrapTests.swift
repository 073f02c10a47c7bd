import DistrictPlan
import GeoJSONCoding
import MapGeometry
import Messages
import PlanCheck
import PlanFindings
import Testing

/// Awkward geometry for the rules on what lies where.
struct PlaceTrapTests {
  private let rules = [
    "A11", "A12", "A13", "A14", "A15", "A17", "A19", "A20", "A21",
    "P01", "P02", "P03", "P04", "P05", "P06", "P07",
  ]

  private func square(_ x: Double, _ y: Double, _ side: Double) -> [(Double, Double)] {
    [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)]
  }

  /// Every kind of faulty geometry at once; no rule may stop or skip the sound features.
  @Test func faultyGeometryStopsNoRule() throws {
    let features: [ExampleFeature] = [
      .nowhere("empty", kind: "feature", "\"level\":2,\"parent\":\"sound\""),
      .polygon("flat", [(0, 0), (10, 0), (5, 0), (0, 0)], kind: "feature", "\"level\":2"),
      .polygon("dot", [(3, 3), (3, 3), (3, 3), (3, 3)], kind: "feature", "\"level\":2"),
      .polygon("bow", [(0, 0), (10, 10), (10, 0), (0, 10), (0, 0)], kind: "feature"),
      .polygon(
        "hole-outside", square(0, 0, 5), holes: [square(20, 20, 5)], kind: "feature",
        "\"level\":1"),
      .polygons("twice", [[square(0, 0, 8)], [square(4, 4, 8)]]),
      .line("point-line", [(1, 1), (1, 1)], kind: "feature"),
      .points("many", [(0, 0), (0, 0), (5, 5)], kind: "feature"),
      .square("sound", x: 0, kind: "feature", "\"level\":1"),
      .square("far", x: 1e6, y: 1e6, kind: "feature"),
    ]
    for rule in rules {
      let result = try check(rule, features, ["on: features", "with: features"])
      let stopped = result.findings.filter { $0.message.english.contains("could not finish") }
      #expect(stopped.isEmpty, "\(rule): \(stopped.map(\.message.english))")
      // A fault of reading has no place; what is found on the ground has one.
      #expect(result.findings.allSatisfy { $0.code != rule || !$0.parties.isEmpty })
    }
  }

  @Test func invalidAreaTakesPartRepairedAndSaysSo() throws {
    let bow = ExampleFeature.polygon(
      "z", [(0, 0), (0, 10), (10, 0), (10, 10), (0, 0)], kind: "zone")
    let inside = try check("P07", [.point("f", 2, 5), bow], ["on: facilitys", "with: zones"])
    #expect(inside.findings.map(\.isDegraded) == [true])
    // The notch between the two halves is outside, though the outline runs around it.
    let notch = try check("P07", [.point("f", 5, 8), bow], ["on: facilitys", "with: zones"])
    #expect(notch.findings.isEmpty)
    let near = try check(
      "A19", [.point("f", 5, 8), bow], ["on: facilitys", "with: zones", "min: 3 m"])
    #expect(near.findings.map(\.isDegraded) == [true])
  }

  @Test func partsThatOverlapAreOneGround() throws {
    let twice = ExampleFeature.polygons("z", [[square(0, 0, 8)], [square(4, 4, 8)]])
    for (x, y) in [(6.0, 6.0), (8, 6), (2, 2)] {
      // (8, 6) lies on the outline of the one part, in the interior of the other.
      let result = try check(
        "P04", [.point("f", x, y), twice], ["on: facilitys", "with: features"])
      #expect(result.findings.filter { $0.code == "P04" }.isEmpty, "\(x), \(y)")
    }
  }

  @Test func areaWithoutExtentKeepsItsDistance() throws {
    let result = try check(
      "A19",
      [.polygon("flat", [(0, 0), (10, 0), (5, 0), (0, 0)]), .point("f", 5, 3)],
      ["on: facilitys", "with: districts", "min: 5 m"])
    #expect(result.findings.map { $0.measure?.text } == ["3 m"])
    #expect(result.findings.map(\.isDegraded) == [true])
  }

  @Test func collinearNeighboursFarApartDoNotTouch() throws {
    // Edges on one slanting line: rounding must not find a crossing between them.
    func plot(_ index: Int) -> ExampleFeature {
      let (x, y) = (Double(index) * 30, Double(index) * 10)
      return .polygon(
        "p\(10 + index)", [(x, y), (x + 15, y + 5), (x + 10, y + 20), (x - 5, y + 15), (x, y)])
    }
    let result = try check("A19", (0..<40).map(plot), ["on: districts", "min: 15 m"])
    #expect(result.findings.isEmpty, "\(result.findings.map(\.message.english))")
    let near = try check("A19", (0..<40).map(plot), ["on: districts", "min: 16 m"])
    #expect(near.findings.count == 39)
    #expect(near.findings.allSatisfy { abs(($0.measure?.value ?? 0) - 15.81) < 0.01 })
  }

  @Test func aCrowdAtOnePlaceIsOneFinding() throws {
    let crowd = (0..<400).map { ExampleFeature.point("f\(1000 + $0)", 5, 5) }
    let result = try check("P01", crowd + [.point("g", 5.001, 5)], ["on: facilitys"])
    #expect(result.findings.map(\.parties.count) == [400, 2])
    #expect(result.findings.last?.parties.map(\.id) == ["f1000", "g"])
    // Each side of the declaration keeps one that stands for it.
    let mixed = try check(
      "P01",
      (0..<20).map { .point("f\(10 + $0)", 5, 5, kind: $0 == 0 ? "landmark" : "facility") }
        + [.point("n", 5.001, 5, kind: "landmark")],
      ["on: facilitys", "with: landmarks"])
    #expect(mixed.findings.map(\.parties.count) == [20, 2])
    #expect(mixed.findings.last?.parties.map(\.id) == ["f11", "n"])
  }

  @Test func aDistanceIsReportedOnceForEachPair() throws {
    let features: [ExampleFeature] = [
      .square("a", x: 0), .square("b", x: 12), .square("c", x: 24),
      .square("z", x: 36, kind: "zone"),
    ]
    let pairs = try check(
      "A19", features, ["on: [districts, zones]", "with: [districts, zones]", "min: 5 m"]
    ).findings.map { $0.parties.map(\.id) }
    #expect(pairs == [["a", "b"], ["b", "c"], ["c", "z"]])
  }

  @Test func theAnchorOfAStrayPointIsThePoint() throws {
    let result = try check(
      "P05", [.point("f", 0, 40), .line("r", [(0, 0), (10, 0)])],
      ["on: facilitys", "with: roads"])
    let finding = try #require(result.findings.first)
    guard case .line(let way) = finding.geometry else {
      Issue.record("the place is no line")
      return
    }
    #expect(finding.anchor == way.start)
    #expect(finding.parties.map(\.id) == ["f"])
  }

  @Test func countsShowTheAreaAndItsPoints() throws {
    let result = try check(
      "A14", [.square("a", x: 0), .point("f", 2, 2), .point("g", 3, 3)],
      ["on: districts", "with: facilitys"])
    let finding = try #require(result.findings.first)
    #expect(finding.parties.map(\.id) == ["a", "f", "g"])
    #expect(finding.geometry?.polygons.count == 1)
    #expect(finding.geometry?.points.count == 2)
  }
}

extension PlaceTrapTests {
  @Test func aPointAstrayByASlipMayBeMoved() throws {
    func fix(_ features: [ExampleFeature], _ rule: String = "P02") throws -> SuggestedFix? {
      try check(rule, features, ["on: facilitys", "with: [landmarks, roads]"]).findings.first?.fix
    }
    let node = ExampleFeature.point("n", 5, 5, kind: "landmark")
    let near = try #require(try fix([.point("f", 5.05, 5), node]))
    #expect(near.title.english == "move the point onto landmark 'n'")
    #expect(near.edits.map(\.feature) == ["f"])
    // After the move nothing is left to find.
    guard case .move(_, 0, let target) = near.edits[0] else {
      Issue.record("the fix moves no point")
      return
    }
    let loaded = try PlanLoader.load(
      from: ExamplePlan([node]).texts(for: try #require(RuleRegistry.rule("P02")).description))
    #expect(loaded.plan.feature("n")?.geometry == .point(target))

    #expect(try fix([.point("f", 5.5, 5), node]) == nil)
    #expect(try fix([.point("f", 5.05, 5, "\"basis\":\"surveyed\""), node]) == nil)
    let onLine = try fix([.point("f", 5, 0.05), .line("r", [(0, 0), (10, 0)])], "P05")
    #expect(onLine?.edits.count == 1)
  }
}
