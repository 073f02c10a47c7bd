import DistrictPlan
import Foundation
import MapGeometry
import Messages
import PlanCheck
import PlanFindings
import PlanTestSupport
import Testing

/// A03 against gaps whose width is known from how they were drawn.
struct NarrowGapTests {
  /// Points turned about the origin and moved.
  private struct Placing {
    let angle: Double
    let move: (Double, Double)

    init(using random: inout SeededGenerator) {
      angle = .random(in: 0..<(2 * .pi), using: &random)
      move = (
        .random(in: -200_000...200_000, using: &random), .random(in: 0...90_000, using: &random)
      )
    }

    func callAsFunction(_ points: [(Double, Double)]) -> [(Double, Double)] {
      let (sine, cosine) = (sin(angle), cos(angle))
      return points.map { (x, y) in
        (x * cosine - y * sine + move.0, x * sine + y * cosine + move.1)
      }
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func stripsAreFoundUpToTheirWidth(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let place = Placing(using: &random)
    var features: [ExampleFeature] = []
    var expected: [[String]: Double] = [:]
    // All equally high: in a corner beside a mouth there is room for more than the gap is wide.
    let side = Double.random(in: 8...15, using: &random)
    var x = 0.0
    for index in 0..<8 {
      let corners = [(x, 0.0), (x + side, 0), (x + side, side), (x, side), (x, 0)]
      features.append(.polygon("f\(index)", place(corners)))
      let gaps: [Double] = [0, 0.1, 0.4, 0.8, 0.99, 1.02, 1.5, 4]
      let gap = gaps.randomElement(using: &random) ?? 0
      if gap > 0, gap <= 1, index < 7 { expected[["f\(index)", "f\(index + 1)"]] = gap }
      x += side + gap
    }
    let found = try check("A03", features, ["on: districts"]).findings
    let widths = Dictionary(
      found.map { ($0.parties.map(\.id).sorted(), $0.measure?.value ?? 0) }, uniquingKeysWith: +)
    #expect(Set(widths.keys) == Set(expected.keys))
    for (pair, gap) in expected { #expect(abs((widths[pair] ?? 0) - gap) < 0.002, "\(pair)") }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func wedgesAreFoundWhenTheyAreLongerThanWide(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let place = Placing(using: &random)
    // A wedge is twice as deep as wide at 29°.
    let isSharp = seed % 2 == 0
    let degrees = Double.random(in: isSharp ? 1...27 : 31...150, using: &random)
    let angle = degrees * .pi / 180
    let (x, y) = (60 * cos(angle), 60 * sin(angle))
    let away = (60 * cos(angle + 0.5), 60 * sin(angle + 0.5))
    let features: [ExampleFeature] = [
      .polygon("a", place([(0, 0), (0, -40), (60, -40), (60, 0), (0, 0)])),
      .polygon("b", place([(0, 0), (x, y), away, (0, 0)])),
    ]
    let found = try check("A03", features, ["on: districts"]).findings
    #expect(found.map { $0.parties.map(\.id) } == (isSharp ? [["a", "b"]] : []), "\(degrees)°")
    guard let width = found.first?.measure?.value else { return }
    // The largest circle between both walls and the circle of 1 m that just does not fit.
    let half = sin(angle / 2)
    #expect(abs(width - (1 - half) / (1 + half)) < 0.02, "\(degrees)°")
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func cornersThatNearlyMeetAreFoundByTheirDistance(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let place = Placing(using: &random)
    let (dx, dy) = (
      Double.random(in: 0.05...1.2, using: &random), Double.random(in: 0.05...1.2, using: &random)
    )
    let distance = (dx * dx + dy * dy).squareRoot()
    let features: [ExampleFeature] = [
      .polygon("a", place([(0, 0), (-20, 0), (-20, -20), (0, -20), (0, 0)])),
      .polygon("b", place([(dx, dy), (dx + 20, dy), (dx + 20, dy + 20), (dx, dy + 20), (dx, dy)])),
    ]
    let widths = try check("A03", features, ["on: districts"]).findings
      .compactMap { $0.measure?.value }
    guard abs(distance - 1) > 0.005 else { return }
    #expect(widths.count == (distance < 1 ? 1 : 0), "\(distance)")
    for width in widths { #expect(abs(width - distance) < 0.002) }
  }

  @Test func thePerimeterIsNoGap() throws {
    // A comb of teeth 3 m apart, two steps and a court: corners of every kind, and nothing narrow.
    let result = try check(
      "A03",
      [
        .polygon(
          "a", [(0, 0), (30, 0), (30, 5), (27, 5), (27, 2), (24, 2), (24, 5), (0, 5), (0, 0)]),
        .polygon("b", [(30, 0), (40, 0), (40, 3), (30, 5), (30, 0)]),
        .polygon("c", [(0, 5), (10, 5), (10, 20), (-5, 20), (0, 5)]),
      ], ["on: districts", "max_width: 2 m"])
    #expect(result.findings.map(\.message.english) == [])
  }

  @Test func aRowOfShortEdgesIsOneGap() throws {
    let lower = (0...40).map { index -> (Double, Double) in
      (Double(index), index % 2 == 0 ? 0.1 : -0.1)
    }
    let upper = (0...40).reversed().map { index -> (Double, Double) in
      (Double(index), index % 2 == 0 ? 0.6 : 0.4)
    }
    let result = try check(
      "A03",
      [
        .polygon("a", [(0, -20), (40, -20)] + lower.reversed() + [(0, -20)]),
        .polygon("b", [(40, 20), (0, 20)] + upper.reversed() + [(40, 20)]),
      ], ["on: districts"])
    #expect(result.findings.count == 1)
    #expect(result.findings.first?.geometry?.polygons.count == 1)
  }

  @Test func whatIsBelowTheNoiseFloorIsCounted() throws {
    let result = try check("A03", [.square("a", x: 0), .square("b", x: 10.004)])
    #expect(result.findings.isEmpty)
    #expect(result.summary.belowNoiseFloor > 0)
  }
}
