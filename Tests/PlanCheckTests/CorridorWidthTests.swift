import DistrictPlan
import Foundation
import MapGeometry
import Messages
import PlanCheck
import PlanFindings
import PlanTestSupport
import Testing

/// A22 against corridors whose width is known from how they were drawn.
struct CorridorWidthTests {
  private func turned(_ points: [(Double, Double)], by angle: Double) -> [(Double, Double)] {
    points.map { (x, y) in (x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle)) }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func theNarrowestAndTheWidestPlaceAreMeasured(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let angle = Double.random(in: 0..<(2 * .pi), using: &random)
    // Half widths at stations far enough apart that each is a place of its own.
    let halves = (0..<7).map { _ in Double.random(in: 4...9, using: &random) }
    var corners: [(Double, Double)] = []
    for (index, half) in halves.enumerated() { corners.append((Double(index) * 400, -half)) }
    for (index, half) in halves.enumerated().reversed() {
      corners.append((Double(index) * 400, half))
    }
    corners.append(corners[0])
    let features: [ExampleFeature] = [
      .polygon("a", turned(corners, by: angle), kind: "feature")
    ]
    let inner = halves[1..<6]
    let (least, most) = (2 * (inner.min() ?? 0), 2 * (inner.max() ?? 0))
    func widths(_ setting: String) throws -> [Double] {
      try check("A22", features, ["on: features", setting]).findings
        .compactMap { $0.measure?.value }
    }
    // Both ends are dead ends: only inner stations are places where the corridor goes on.
    if least < 2 * min(halves[0], halves[6]) {
      #expect(try widths("min: \(least - 0.05) m").isEmpty)
      let found = try widths("min: \(least + 0.05) m")
      #expect(found.count == 1 && abs((found.first ?? 0) - least) < 0.01, "\(found), \(least)")
    }
    if most > 2 * max(halves[0], halves[6]) {
      #expect(try widths("max: \(most + 0.05) m").isEmpty)
      let found = try widths("max: \(most - 0.05) m")
      #expect(found.count == 1 && abs((found.first ?? 0) - most) < 0.05, "\(found), \(most)")
    }
  }

  @Test func cornersOfARightAngledCorridorAreNotNarrow() throws {
    let result = try check(
      "A22",
      [
        .polygon(
          "a",
          [
            (0, 0), (50, 0), (50, 40), (90, 40), (90, 52), (38, 52), (38, 12), (0, 12), (0, 0),
          ], kind: "feature")
      ], ["on: features", "min: 11.9 m"])
    #expect(result.findings.map(\.message.english) == [])
  }

  @Test func aNarrowPlaceIsReportedOnceWithItsShape() throws {
    let result = try check(
      "A22",
      [
        .polygon(
          "a",
          [
            (0, 0), (40, 0), (40, 6), (45, 6), (50, 6), (60, 6), (60, 0), (100, 0), (100, 20),
            (60, 20), (60, 14), (55, 14), (40, 14), (40, 20), (0, 20), (0, 0),
          ], kind: "feature")
      ], ["on: features", "min: 10 m"])
    #expect(result.findings.compactMap { $0.measure?.text } == ["8 m"])
    #expect(result.findings.first?.geometry?.polygons.count == 1)
  }

  @Test func anInvalidCorridorIsMeasuredAsRepaired() throws {
    // Two lobes that cross in a point: nothing passes there.
    let result = try check(
      "A22",
      [
        .polygon("a", [(0, 0), (100, 40), (100, 0), (0, 40), (0, 0)], kind: "feature")
      ], ["on: features", "min: 5 m"])
    let widths = Set(result.findings.compactMap { $0.measure?.text })
    #expect(widths.contains("0 m"))
    #expect(result.findings.allSatisfy { $0.isDegraded })
  }

  @Test func bothLimitsMayBeBroken() throws {
    let result = try check(
      "A22",
      [
        .polygon(
          "a", [(0, 0), (100, 0), (100, 4), (50, 4), (50, 30), (0, 30), (0, 0)], kind: "feature")
      ], ["on: features", "min: 10 m", "max: 20 m"])
    #expect(Set(result.findings.compactMap { $0.measure?.text }) == ["4 m", "30 m"])
  }
}
