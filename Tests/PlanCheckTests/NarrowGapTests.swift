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

  @Test(arguments: 0..<30 as Range<UInt64>)
  func stripsAreFoundUpToTheirWidth(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let place = Placing(using: &random)
    var features: [ExampleFeature] = []
    var expected: [[String]: Double] = [:]
    var x = 0.0
    for index in 0..<8 {
      // Each as high as it likes: a step beside a strip has more room than the strip is wide.
      let side = Double.random(in: 8...15, using: &random)
      let height = Double.random(in: 8...15, using: &random)
      let corners = [(x, 0.0), (x + side, 0), (x + side, height), (x, height), (x, 0)]
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
    // It widens up to what is still narrow.
    #expect(abs(width - 1) < 0.002, "\(degrees)°")
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func aWedgeThatEndsIsAsWideAsItsMouth(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let place = Placing(using: &random)
    // Both arms end before they are 1 m apart, and their ends turn away.
    let arm = Double.random(in: 4...12, using: &random)
    let mouth = Double.random(in: 0.1...0.9, using: &random)
    let half = atan(mouth / 2 / arm)
    func point(_ angle: Double, _ reach: Double) -> (Double, Double) {
      (reach * cos(angle), reach * sin(angle))
    }
    let features: [ExampleFeature] = [
      .polygon("a", place([(0, 0), point(-1.5, 20), point(-half, arm), (0, 0)])),
      .polygon("b", place([(0, 0), point(half, arm), point(1.5, 20), (0, 0)])),
    ]
    let found = try check("A03", features, ["on: districts"]).findings
    #expect(found.map { $0.parties.map(\.id) } == [["a", "b"]])
    let width = try #require(found.first?.measure?.value)
    #expect(abs(width - mouth) < 0.004, "\(width) m, and the mouth \(mouth) m")
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func aBentSlitIsOneGapOfItsWidth(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let place = Placing(using: &random)
    let width = Double.random(in: 0.05...0.95, using: &random)
    let rise = Double.random(in: -9...9, using: &random)
    // The slit follows a bend, as wide behind it as before; a step on one side at each mouth.
    let bend = [(0.0, 0.0), (15.0, 0.0), (30.0, rise)]
    let (sine, cosine) = (rise / hypot(15, rise), 15 / hypot(15, rise))
    let middle = width * (1 - cosine) / (sine == 0 ? 1 : sine)
    let upper = [
      (0.0, width), (15 - middle, width), (30 - width * sine, rise + width * cosine),
    ]
    let features: [ExampleFeature] = [
      .polygon("a", place(bend.reversed() + [(-3, 0), (-3, -30), (33, -30), (30, rise)])),
      .polygon("b", place(upper + [(28, 40), (0, 40), (0, width)])),
    ]
    let found = try check("A03", features, ["on: districts"]).findings
    #expect(found.map { $0.parties.map(\.id) } == [["a", "b"]])
    let measured = try #require(found.first?.measure?.value)
    // A circle in the bend has a little more room.
    let room = 2 * width / (1 + sqrt((1 + cosine) / 2))
    #expect(measured > width - 0.003 && measured < room + 0.003, "\(measured) m for \(width) m")
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func aStepBesideASeamIsNoGap(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let place = Placing(using: &random)
    // Rounding leaves the seam open by less than a millimetre, here and there.
    let (low, high) = (
      Double.random(in: 5...9, using: &random), Double.random(in: 9.1...15, using: &random)
    )
    let result = try check(
      "A03",
      [
        .polygon("a", place([(0, 0), (8, 0), (8, low), (0, low), (0, 0)])),
        .polygon("b", place([(8, 0), (20, 0), (20, high), (8, high), (8, 0)])),
      ], ["on: districts"])
    #expect(result.findings.map(\.message.english) == [])
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
