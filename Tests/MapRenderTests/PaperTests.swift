import Foundation
import Testing

@testable import MapRender

struct PaperTests {
  private let box = PaperBox(minX: 0, minY: 0, maxX: 100, maxY: 80)

  /// A ring that goes once around its middle, near and far by turns.
  private func awkwardRing(_ random: inout SeededGenerator) -> [PaperPoint] {
    let count = Int.random(in: 5...40, using: &random)
    let ring = (0..<count).map { index in
      let angle = 2 * Double.pi * Double(index) / Double(count)
      let radius = random.number(2...70)
      return PaperPoint(x: 50 + radius * cos(angle), y: 40 + radius * sin(angle))
    }
    return ring + [ring[0]]
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func clippedRingsAreClosedAndInside(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let clipped = Clip.ring(awkwardRing(&random), to: box)
    #expect(clipped.first == clipped.last)
    #expect(clipped.allSatisfy { box.grown(by: 1e-9).contains($0) })
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func clippedLinesAreThePartsInside(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let line = (0..<12).map { _ in
      PaperPoint(x: random.number(-60...160), y: random.number(-60...140))
    }
    let pieces = Clip.line(line, to: box)
    #expect(
      pieces.allSatisfy { $0.count > 1 && $0.allSatisfy { box.grown(by: 1e-9).contains($0) } })
    // The length inside, counted by many samples of the whole line.
    let walk = LineWalk(line)
    let samples = 20_000
    let inside = (0..<samples).filter {
      box.contains(walk.place(at: (Double($0) + 0.5) / Double(samples) * walk.length).point)
    }.count
    let expected = walk.length * Double(inside) / Double(samples)
    #expect(abs(pieces.reduce(0) { $0 + LineWalk($1).length } - expected) < 1)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func thePoleOfAnAwkwardAreaLiesInsideIt(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let ring = awkwardRing(&random)
    let pole = try #require(InnerPoints.pole(of: [ring]))
    #expect(InnerPoints.signedDistance(from: pole.point, to: [ring]) > 0)
    // No sample lies deeper by more than the search's tolerance.
    for _ in 0..<200 {
      let point = PaperPoint(x: random.number(-20...120), y: random.number(-30...110))
      #expect(InnerPoints.signedDistance(from: point, to: [ring]) <= pole.clearance + 0.6)
    }
  }

  @Test func patternsAreMadeFromTheirNames() throws {
    let hatch = try #require(LinePattern("hatch-45-1.6-0.12"))
    #expect(hatch == LinePattern(hatch: "45 1.6 0.12"))
    let pattern = hatch.pattern(in: Ink(rgb: 0xA63D2F))
    #expect(pattern.name == "hatch-45-1.60-0.12-a63d2f")
    #expect((pattern.width, pattern.height, pattern.angle) == (1.6, 1.6, -45))
    #expect(LinePattern("cross-0-2-0.1")?.pattern(in: .black).items.count == 2)
    #expect(LinePattern("dots-0-2-0.5")?.kind == .dots)
  }

  @Test func patternsThatMakeNoSenseAreNone() {
    for text in ["", "45", "45 0 0.1", "45 2 0", "a b c", "45 2 0.1 7", "45 2 3", "45 nan 0.1"] {
      #expect(LinePattern(hatch: text) == nil)
      #expect(LinePattern("hatch-" + text.replacing(" ", with: "-")) == nil)
    }
  }

  @Test func symbolsOnOneSpotPart() {
    let symbols = ["c", "a", "b"].map {
      Displacement.Symbol(feature: $0, place: PaperPoint(x: 10, y: 10), radius: 1.5)
    }
    let moved = Displacement.solve(symbols)
    let points = symbols.map { moved[$0.feature] ?? $0.place }
    for (index, a) in points.enumerated() {
      for b in points.dropFirst(index + 1) { #expect(a.distance(to: b) > 3) }
    }
    #expect(Displacement.solve(symbols.reversed()) == moved)
  }
}
