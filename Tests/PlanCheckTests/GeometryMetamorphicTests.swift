import DistrictPlan
import PlanCheck
import PlanFindings
import PlanTestSupport
import Testing

/// What is wrong with one geometry does not depend on how it is written down.
struct GeometryMetamorphicTests {
  private typealias Point = (Double, Double)

  enum Rewriting: CaseIterable {
    case order, start, direction, translation, quarterTurn
  }

  /// An outline of eight corners with some of: a spike, a short edge, a needless vertex, a contact.
  private func outline(_ random: inout SeededGenerator) -> [Point] {
    var corners: [Point] = [
      (0, 0), (40, 0), (80, 5), (100, 40), (90, 90), (50, 100), (20, 95), (-10, 50),
    ]
    for place in corners.indices {
      corners[place].0 += Double.random(in: -4...4, using: &random)
      corners[place].1 += Double.random(in: -4...4, using: &random)
    }
    for _ in 0..<3 {
      let place = Int.random(in: 0..<corners.count, using: &random)
      let (a, b) = (corners[place], corners[(place + 1) % corners.count])
      let middle = ((a.0 + b.0) / 2, (a.1 + b.1) / 2)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: corners.insert(middle, at: place + 1)
      case 1: corners.insert((a.0 + 0.02, a.1), at: place + 1)
      case 2:
        // A spike towards the middle of the area, and back.
        corners.insert(contentsOf: [middle, (45, 45), (middle.0 + 0.03, middle.1)], at: place + 1)
      default:
        // Two vertices that come within a millimetre of each other.
        corners.insert(contentsOf: [(45, 48), (middle.0 + 2, middle.1 + 2)], at: place + 1)
      }
    }
    return corners
  }

  private func rewritten(_ ring: [Point], _ rewriting: Rewriting) -> [Point] {
    switch rewriting {
    case .order: ring
    case .start: Array(ring[3...] + ring[..<3])
    case .direction: ring.reversed()
    case .translation: ring.map { ($0.0 + 1234.5, $0.1 - 321.25) }
    case .quarterTurn: ring.map { (-$0.1, $0.0) }
    }
  }

  private static let settings = [
    "G08": ["min: 0.05 m"], "G09": ["max: 45 m"], "G10": ["min_area: 1 ha"],
    "G11": ["max_area: 1 ha", "compactness: 0.6"], "G16": ["max_vertices: 10"],
    "G07": ["min_angle: 2 deg"], "G04": ["min_length: 0.003 m"],
  ]

  @Test(
    arguments: ["G06", "G07", "G08", "G09", "G10", "G11", "G12", "G16", "G17"], Rewriting.allCases)
  func rulesOnAreasFindTheSame(rule: String, rewriting: Rewriting) throws {
    var found = 0
    for seed in 0..<8 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let outlines = (0..<3).map { _ in outline(&random) }
      let hole: [Point] = [(30, 60), (30, 64), (34, 64), (34, 60)]
      func verdicts(_ rewriting: Rewriting?) throws -> [Verdict: [Double]] {
        let features = outlines.enumerated().map { place, ring -> ExampleFeature in
          // Far apart: vertices shared by neighbours are another matter.
          let apart = ring.map { ($0.0 + Double(place) * 500, $0.1) }
          let inside = hole.map { ($0.0 + Double(place) * 500, $0.1) }
          let (outer, inner) =
            rewriting.map { (rewritten(apart, $0), rewritten(inside, $0)) } ?? (apart, inside)
          return .polygon("d\(place)", outer + [outer[0]], holes: [inner + [inner[0]]])
        }
        return try check(
          rule, rewriting == .order ? features.reversed() : features, Self.settings[rule] ?? []
        ).amounts
      }
      let before = try verdicts(nil)
      let after = try verdicts(rewriting)
      #expect(agree(before, after), "seed \(seed): \(before), then \(after)")
      found += before.count
    }
    #expect(found > 0, "no seed has a fault to find")
  }

  @Test(
    arguments: ["G04", "G06", "G07", "G08", "G17"],
    [Rewriting.direction, .translation, .quarterTurn])
  func rulesOnLinesFindTheSame(rule: String, rewriting: Rewriting) throws {
    var found = 0
    for seed in 0..<8 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      var line = outline(&random)
      // Back along the last edge, for a while.
      let (a, b) = (line[line.count - 2], line[line.count - 1])
      line.append(((a.0 + b.0) / 2, (a.1 + b.1) / 2))
      let before = try check(rule, [.line("a", line)], Self.settings[rule] ?? []).amounts
      let after = try check(
        rule, [.line("a", rewritten(line, rewriting))], Self.settings[rule] ?? []
      ).amounts
      #expect(agree(before, after), "seed \(seed): \(before), then \(after)")
      found += before.count
    }
    #expect(found > 0, "no seed has a fault to find")
  }
}
