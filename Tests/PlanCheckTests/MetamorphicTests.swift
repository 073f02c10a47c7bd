import DistrictPlan
import PlanCheck
import PlanFindings
import PlanTestSupport
import Testing

/// What is found does not depend on how the same features are written down.
struct MetamorphicTests {
  struct Area {
    let id: String
    /// The corners, not closed.
    var corners: [(Double, Double)]
  }

  /// A way of writing the same areas differently.
  enum Rewriting: CaseIterable {
    case order, ringStart, ringDirection, translation, quarterTurn

    func applied(to areas: [Area]) -> [Area] {
      switch self {
      case .order: areas.reversed()
      case .ringStart:
        areas.map {
          Area(id: $0.id, corners: Array($0.corners.dropFirst(2) + $0.corners.prefix(2)))
        }
      case .ringDirection: areas.map { Area(id: $0.id, corners: $0.corners.reversed()) }
      case .translation: areas.map { $0.mapped { ($0 + 1234.5, $1 - 321.25) } }
      case .quarterTurn: areas.map { $0.mapped { (-$1, $0) } }
      }
    }
  }

  @Test(arguments: ["A01", "A02", "A04", "A16"], Rewriting.allCases)
  func areaRulesFindTheSame(rule: String, rewriting: Rewriting) throws {
    var found = 0
    for seed in 0..<3 as Range<UInt64> {
      let areas = fabric(seed: seed)
      let zone = Area(id: "zone", corners: [(0, 0), (400, 0), (400, 400), (0, 400)])
      func verdicts(_ areas: [Area], _ zone: Area) throws -> [Verdict: [Double]] {
        try check(
          rule, areas.map { $0.feature("district") } + [zone.feature("zone")], settings(rule)
        )
        .amounts
      }
      let before = try verdicts(areas, zone)
      let after = try verdicts(rewriting.applied(to: areas), rewriting.applied(to: [zone])[0])
      #expect(agree(before, after), "seed \(seed): \(before), then \(after)")
      found += before.count
    }
    #expect(found > 0, "no seed has a fault to find")
  }

  @Test(
    arguments: [
      "L01", "L03", "L05", "L07", "L08", "L09", "L10", "L11", "L12", "L13", "L18", "N01",
    ], [false, true])
  func lineRulesFindTheSame(rule: String, isReversed: Bool) throws {
    for seed in 0..<4 as Range<UInt64> {
      let lines = streets(seed: seed)
      func verdicts(_ lines: [Area]) throws -> [Verdict: [Double]] {
        try check(rule, lines.map { .line($0.id, $0.corners) }, ["on: roads"]).amounts
      }
      let before = try verdicts(lines)
      let rewritten = isReversed ? Rewriting.ringDirection : .translation
      let after = try verdicts(rewritten.applied(to: lines).reversed())
      #expect(agree(before, after), "seed \(seed): \(before), then \(after)")
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func partitionFailsExactlyWhenOneOfItsPartsDoes(seed: UInt64) throws {
    let zone = Area(id: "zone", corners: [(0, 0), (400, 0), (400, 400), (0, 400)])
    for areas in [fabric(seed: seed, isFaulty: false), fabric(seed: seed)] {
      let features = areas.map { $0.feature("district") } + [zone.feature("zone")]
      let parts = try ["A01", "A02", "A08"].map { rule in
        try check(rule, features, settings(rule)).findings.count
      }
      let whole = try check("A16", features, settings("A16")).findings.count
      #expect((whole > 0) == parts.contains { $0 > 0 }, "\(parts)")
    }
  }

  /// Corners moved at random, by less than a tenth and by more than the noise floor.
  @Test(arguments: 0..<16 as Range<UInt64>)
  func partitionAgreesWithItsPartsOnRandomFaults(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let zone = Area(id: "zone", corners: [(0, 0), (400, 0), (400, 400), (0, 400)])
    var areas = fabric(seed: seed, isFaulty: false)
    for _ in 0..<Int.random(in: 0..<3, using: &random) {
      let area = Int.random(in: 0..<areas.count, using: &random)
      let corner = Int.random(in: 0..<areas[area].corners.count, using: &random)
      areas[area].corners[corner].0 += Double.random(in: 0.5..<9, using: &random)
      areas[area].corners[corner].1 -= Double.random(in: 0.5..<9, using: &random)
    }
    // Now and then an area is missing, or drawn twice.
    switch Int.random(in: 0..<6, using: &random) {
    case 0: areas.remove(at: Int.random(in: 0..<areas.count, using: &random))
    case 1: areas.append(Area(id: "twin", corners: areas[3].corners))
    default: break
    }
    let features = areas.map { $0.feature("district") } + [zone.feature("zone")]
    let parts = try ["A01", "A02", "A08"].map { rule in
      try check(rule, features, settings(rule)).findings.count
    }
    let whole = try check("A16", features, settings("A16")).findings.count
    #expect((whole > 0) == parts.contains { $0 > 0 }, "\(parts), then \(whole)")
  }

  private func settings(_ rule: String) -> [String] {
    switch rule {
    case "A02": ["on: districts", "within: zones"]
    case "A16", "A08": ["on: districts", "with: zones"]
    default: ["on: districts"]
    }
  }

  /// Sixteen areas that share wavy borders, and then a few corners out of place.
  private func fabric(seed: UInt64, isFaulty: Bool = true) -> [Area] {
    var random = SeededGenerator(seed: seed)
    var nodes: [[(Double, Double)]] = []
    for row in 0...4 {
      nodes.append(
        (0...4).map { column in
          func jitter(_ index: Int) -> Double {
            index == 0 || index == 4 ? 0 : Double.random(in: -20..<20, using: &random)
          }
          return (Double(column) * 100 + jitter(column), Double(row) * 100 + jitter(row))
        })
    }
    var areas: [Area] = []
    for row in 0..<4 {
      for column in 0..<4 {
        let corners = [
          nodes[row][column], nodes[row][column + 1], nodes[row + 1][column + 1],
          nodes[row + 1][column],
        ]
        areas.append(Area(id: "d\(row)\(column)", corners: withMidpoints(corners)))
      }
    }
    guard isFaulty else { return areas }
    // A vertex left out on a straight border, and two corners of other areas out of place.
    areas[5].corners.remove(at: Int.random(in: 0..<4, using: &random) * 2 + 1)
    for _ in 0..<2 {
      let index = Int.random(in: 10..<16, using: &random)
      areas[index].corners[Int.random(in: 0..<4, using: &random) * 2].0 += 7
    }
    return areas
  }

  private func withMidpoints(_ corners: [(Double, Double)]) -> [(Double, Double)] {
    var result: [(Double, Double)] = []
    for (index, corner) in corners.enumerated() {
      let next = corners[(index + 1) % corners.count]
      result += [corner, ((corner.0 + next.0) / 2, (corner.1 + next.1) / 2)]
    }
    return result
  }

  /// Streets with crossings, some of which lack a vertex or fall short.
  private func streets(seed: UInt64) -> [Area] {
    var random = SeededGenerator(seed: seed)
    var lines: [Area] = []
    for index in 0..<4 {
      let place = Double(index) * 100
      lines.append(Area(id: "h\(index)", corners: (0..<4).map { (Double($0) * 100, place) }))
      lines.append(Area(id: "v\(index)", corners: (0..<4).map { (place, Double($0) * 100) }))
    }
    for _ in 0..<4 {
      let line = Int.random(in: 0..<lines.count, using: &random)
      guard lines[line].corners.count == 4 else { continue }
      if Bool.random(using: &random) {
        lines[line].corners.remove(at: 1)
      } else {
        lines[line].corners[0].0 += 5
        lines[line].corners[0].1 += 5
      }
    }
    return lines
  }
}

extension MetamorphicTests.Area {
  func mapped(_ move: (Double, Double) -> (Double, Double)) -> Self {
    Self(id: id, corners: corners.map(move))
  }

  func feature(_ kind: String) -> ExampleFeature {
    .polygon(id, corners + [corners[0]], kind: kind)
  }
}
