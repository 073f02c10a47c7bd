import DistrictPlan
import Messages
import PlanCheck
import PlanFindings
import PlanTestSupport
import Testing

/// Boundaries of which stretches are covered, against adding the stretches up.
struct BoundaryCoverTests {
  typealias Point = PlaneShape.Point

  /// An area with a hole, pieces of line along parts of it, and the length that they leave bare.
  private struct Scene {
    var features: [ExampleFeature] = []
    var bare = 0.0
    var covered = 0.0
  }

  /// Each edge is covered from one share of it to another, by a line that may stray 1 mm, run either
  /// way, and have a vertex on its way.
  private func scene(seed: UInt64) -> Scene {
    var random = SeededGenerator(seed: seed)
    var area = PlaneShape.random("a", .areas, extent: 300, using: &random)
    while area.parts.count > 1 {
      area = PlaneShape.random("a", .areas, extent: 300, using: &random)
    }
    var scene = Scene(features: [area.feature("\"role\":\"area\"")])
    for (index, edge) in area.edges.enumerated() {
      let length = PlaneShape.distance(edge.0, (edge.1, edge.1))
      let from = [0, Double.random(in: 0..<0.5, using: &random)][
        Int.random(in: 0..<2, using: &random)]
      let to = [1, from, Double.random(in: 0.5..<1, using: &random)][
        Int.random(in: 0..<3, using: &random)]
      scene.covered += length * (to - from)
      scene.bare += length * (1 - to + from)
      guard to > from else { continue }
      func point(_ share: Double) -> (Double, Double) {
        let stray = Double.random(in: -0.0007..<0.0007, using: &random)
        return (
          edge.0.x + (edge.1.x - edge.0.x) * share + stray,
          edge.0.y + (edge.1.y - edge.0.y) * share - stray
        )
      }
      let points = [point(from), point(from + (to - from) * 0.3), point(to)]
      scene.features.append(
        .line(
          "l\(10 + index)", Bool.random(using: &random) ? points : points.reversed(),
          kind: "feature", "\"role\":\"line\""))
    }
    // Lines that cross the area cover nothing of its boundary.
    for index in 0..<3 {
      let y = Double.random(in: -50..<350, using: &random)
      scene.features.append(
        .line("x\(index)", [(-50, y), (350, y + 60)], kind: "feature", "\"role\":\"line\""))
    }
    return scene
  }

  private let roles = [
    "on: features", "where: {role: area}", "with: features", "with_where: {role: line}",
  ]

  @Test(arguments: 0..<24 as Range<UInt64>)
  func bareLengthIsWhatTheStretchesLeave(seed: UInt64) throws {
    let scene = scene(seed: seed)
    let found = try check("A11", scene.features, roles).findings
    let bare = found.first?.measure?.value ?? 0
    // Each end of a stretch covers up to the tolerance beyond it.
    #expect(abs(bare - scene.bare) < 0.1, "\(found.map(\.message.english))")
    #expect(found.count == (scene.bare > 0 ? 1 : 0))
  }

  @Test(arguments: 0..<24 as Range<UInt64>)
  func sharedLengthIsThatOfTheStretches(seed: UInt64) throws {
    let scene = scene(seed: seed)
    let found = try check("A21", scene.features, roles + ["min_length: 10 km"]).findings
    #expect(abs((found.first?.measure?.value ?? -1) - scene.covered) < 0.1)
  }

  @Test func boundariesOfALayerFollowThoseOfItsParts() throws {
    // Sixteen quarters of four blocks each: the boundaries of the blocks are those of the quarters.
    var features: [ExampleFeature] = []
    for index in 0..<16 {
      let (x, y) = (Double(index % 4) * 100, Double(index / 4) * 100)
      features.append(.square("z\(10 + index)", x: x, y: y, side: 100, kind: "zone"))
      for part in 0..<4 {
        features.append(
          .square(
            "d\(10 + index)\(part)", x: x + Double(part % 2) * 50, y: y + Double(part / 2) * 50,
            side: 50))
      }
    }
    let settings = ["on: zones", "with: districts"]
    #expect(try check("A12", features, settings).findings.isEmpty)
    #expect(
      try check("A12", features, ["on: districts", "with: zones"]).findings.compactMap {
        $0.measure?.value.rounded()
      } == Array(repeating: 100, count: 64))
    features.remove(at: 1)
    #expect(try check("A12", features, settings).findings.map { $0.parties[0].id } == ["z10"])
  }

  @Test func whatIsBelowTheNoiseFloorIsCounted() throws {
    let result = try check(
      "A11",
      [
        .square("a", x: 0),
        .line("r", [(0.005, 0), (10, 0), (10, 10), (0, 10), (0, 0.004)]),
      ], ["on: districts", "with: roads"])
    #expect(result.findings.isEmpty)
    #expect(result.summary.belowNoiseFloor == 1)
  }
}
