import DistrictPlan
import Messages
import PlanCheck
import PlanFindings
import PlanTestSupport
import Testing

/// Rules on distance against measuring every edge of every pair.
struct NearnessAgreementTests {
  /// Points, lines and areas, some of two parts.
  private func shapes(_ random: inout SeededGenerator, count: Int, extent: Double) -> [PlaneShape] {
    (0..<count).map { index in
      let form: PlaneShape.Form = [.points, .lines, .areas][index % 3]
      return .random(name(index), form, extent: extent, using: &random)
    }
  }

  private func name(_ index: Int) -> String { index < 10 ? "f0\(index)" : "f\(index)" }

  @Test(arguments: 0..<16 as Range<UInt64>)
  func pairsTooNearAreThoseOfAllPairs(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let shapes = shapes(&random, count: 30, extent: 200)
    let least = Double.random(in: 1..<25, using: &random)
    let found = try check(
      "A19", shapes.map { $0.feature() }, ["on: features", "min: \(least) m"]
    ).findings
    var expected: [[String]: Double] = [:]
    for (index, a) in shapes.enumerated() {
      for b in shapes[(index + 1)...] where a.distance(to: b) < least - 0.002 {
        expected[[a.id, b.id]] = a.distance(to: b)
      }
    }
    #expect(!expected.isEmpty)
    #expect(Set(found.map { $0.parties.map(\.id) }) == Set(expected.keys))
    #expect(found.count == expected.count)
    for finding in found {
      let distance = expected[finding.parties.map(\.id)] ?? -1
      #expect(abs((finding.measure?.value ?? -1) - distance) < 1e-4, "\(finding.message.english)")
      #expect(finding.anchor != nil)
    }
  }

  @Test(arguments: 0..<16 as Range<UInt64>)
  func nearestPartnersAreThoseOfAllPairs(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let shapes = shapes(&random, count: 36, extent: 400)
    let (own, others) = (Array(shapes.prefix(18)), Array(shapes.suffix(18)))
    let largest = Double.random(in: 1..<40, using: &random)
    let found = try check(
      "A20",
      own.map { $0.feature("\"side\":\"a\"") } + others.map { $0.feature("\"side\":\"b\"") },
      [
        "on: features", "where: {side: a}", "with: features", "with_where: {side: b}",
        "max: \(largest) m",
      ]
    ).findings
    var expected: [String: Double] = [:]
    for shape in own {
      let nearest = others.map { shape.distance(to: $0) }.min() ?? .infinity
      if nearest > largest + 0.002 { expected[shape.id] = nearest }
    }
    #expect(Set(found.compactMap { $0.parties.first?.id }) == Set(expected.keys))
    for finding in found {
      let distance = expected[finding.parties[0].id] ?? -1
      #expect(abs((finding.measure?.value ?? -1) - distance) < 1e-4, "\(finding.message.english)")
    }
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func coincidingPointsAreThoseOfAllPairs(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    // A lattice of 0.7 mm: the tolerance falls between two of its distances.
    let points = (0..<120).map { _ in
      (
        x: Double(Int.random(in: 0..<40, using: &random)) * 0.0007,
        y: Double(Int.random(in: 0..<40, using: &random)) * 0.0007
      )
    }
    var expected: Set<[Int]> = []
    for i in points.indices {
      for j in points.indices where j > i {
        let (dx, dy) = (points[i].x - points[j].x, points[i].y - points[j].y)
        if (dx * dx + dy * dy).squareRoot() <= 0.002 { expected.insert([i, j]) }
      }
    }
    func id(_ index: Int) -> String { "f\(1000 + index)" }
    let found = try check(
      "P01", points.enumerated().map { .point(id($0), $1.x, $1.y) }, ["on: facilitys"]
    ).findings
    #expect(!expected.isEmpty)
    #expect(Set(found.map { $0.parties.map(\.id) }) == Set(expected.map { $0.map(id) }))
    #expect(found.count == expected.count)
  }
}
