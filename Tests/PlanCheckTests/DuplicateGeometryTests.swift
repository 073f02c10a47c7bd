import DistrictPlan
import PlanCheck
import PlanFindings
import PlanTestSupport
import Testing

/// A06 against shapes that were written down in many ways.
struct DuplicateGeometryTests {
  typealias Ring = [(Double, Double)]

  /// The corners of an area without crossings, and a hole in it.
  private func area(using random: inout SeededGenerator) -> [Ring] {
    let center = (
      Double.random(in: -100...100, using: &random), Double.random(in: -100...100, using: &random)
    )
    let outline = (0..<8).map { _ in Double.random(in: 10...30, using: &random) }
    func ring(_ share: Double) -> Ring {
      let directions = [(1.0, 0.0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1)]
      return zip(directions, outline).map {
        (center.0 + $0.0 * $1 * share, center.1 + $0.1 * $1 * share)
      }
    }
    return [ring(1), ring(0.3)]
  }

  /// The same ring from another corner, the other way round, with more vertices, a little off.
  private func rewritten(_ ring: Ring, using random: inout SeededGenerator) -> Ring {
    let start = Int.random(in: 0..<ring.count, using: &random)
    var corners = Array(ring[start...] + ring[..<start])
    if Bool.random(using: &random) { corners.reverse() }
    var points: Ring = []
    for (index, corner) in corners.enumerated() {
      let next = corners[(index + 1) % corners.count]
      let share = Double.random(in: 0.1...0.9, using: &random)
      points.append(corner)
      if Bool.random(using: &random) {
        points.append(
          (corner.0 + (next.0 - corner.0) * share, corner.1 + (next.1 - corner.1) * share))
      }
    }
    func off() -> Double { .random(in: -0.0006...0.0006, using: &random) }
    points = points.map { ($0.0 + off(), $0.1 + off()) }
    return points + [points[0]]
  }

  private func feature(_ id: String, _ rings: [Ring], using random: inout SeededGenerator)
    -> ExampleFeature
  {
    let rings = rings.map { rewritten($0, using: &random) }
    return .polygon(id, rings[0], holes: Array(rings.dropFirst()))
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func rewritingMakesADuplicateAndMovingACornerDoesNot(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var features: [ExampleFeature] = []
    var expected: Set<[String]> = []
    for index in 0..<6 {
      let rings = area(using: &random)
      let count = Int.random(in: 1...3, using: &random)
      let ids = (0..<count).map { "f\(index)-\($0)" }
      features += ids.map { feature($0, rings, using: &random) }
      if count > 1 { expected.insert(ids) }
      var moved = rings
      moved[Int.random(in: 0..<2, using: &random)][3].0 += 0.05
      features.append(feature("f\(index)-moved", moved, using: &random))
      features.append(feature("f\(index)-filled", [rings[0]], using: &random))
    }
    features.shuffle(using: &random)
    let found = try check("A06", features, ["on: districts"]).findings
    #expect(Set(found.map { $0.parties.map(\.id).sorted() }) == expected)
    #expect(found.count == expected.count)
  }

  @Test func onlyLikelyPairsAreLookedAt() throws {
    let points = (0..<400).map { index in
      ExampleFeature.point("p\(index)", Double(index % 20) * 3, Double(index / 20) * 3)
    }
    let result = try check("A06", points, ["on: facilitys"])
    #expect(result.findings.isEmpty)
    #expect(result.summary.pairs < 10)
  }

  @Test func withoutToleranceTheSameDigitsAreStillTheSame() throws {
    let square: [(Double, Double)] = [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]
    let features: [ExampleFeature] = [
      .polygon("a", square), .polygon("b", square.reversed()), .square("c", x: 0.001),
    ]
    let found = try check("A06", features, ["on: districts", "tolerance: 0 m"]).findings
    #expect(found.map { $0.parties.map(\.id) } == [["a", "b"]])
  }
}
