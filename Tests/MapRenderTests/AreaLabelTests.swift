import Foundation
import Testing

@testable import MapRender

/// Names of areas of awkward shapes: each lies inside, or stands outside with a line that leads in.
struct AreaLabelTests {
  private let frame = PaperBox(minX: 0, minY: 0, maxX: 297, maxY: 210)

  enum Shape: String, CaseIterable, Sendable { case c, u, spiral, thin, holes }

  /// The rings of an area around the middle of the frame, turned by some angle.
  private func rings(_ shape: Shape, _ random: inout SeededGenerator) -> [[PaperPoint]] {
    let size = random.number(6...55)
    let turn = random.number(0...(2 * .pi))
    let rings: [[(Double, Double)]] =
      switch shape {
      case .c: [band(from: 0.6, to: 5.7, size: size, width: random.number(0.1...0.5))]
      case .u:
        [
          [
            (-1, -1), (-0.6, -1), (-0.6, 0.5), (0.6, 0.5), (0.6, -1), (1, -1), (1, 1), (-1, 1),
          ].map { ($0.0 * size, $0.1 * size * random.number(0.4...1.2)) }
        ]
      case .spiral: [spiral(size: size)]
      case .thin:
        [
          [(-1, -0.03), (1, -0.06), (1, 0.05), (0, 0.02), (-1, 0.04)].map {
            ($0.0 * size, $0.1 * size)
          }
        ]
      case .holes:
        [
          circle(0, 0, size), circle(0, 0, size * random.number(0.1...0.7)),
          circle(size * 0.85, 0, size * 0.08),
        ]
      }
    return rings.map { ring in
      let points = ring.map { x, y in
        PaperPoint(x: x, y: y).turned(by: turn * 180 / .pi).moved(148, 105)
      }
      return points + points.prefix(1)
    }
  }

  private func circle(_ x: Double, _ y: Double, _ radius: Double) -> [(Double, Double)] {
    (0..<40).map { step in
      let angle = Double(step) / 40 * 2 * .pi
      return (x + radius * cos(angle), y + radius * sin(angle))
    }
  }

  private func band(from: Double, to: Double, size: Double, width: Double) -> [(Double, Double)] {
    let angles = (0...30).map { from + (to - from) * Double($0) / 30 }
    return angles.map { (size * cos($0), size * sin($0)) }
      + angles.reversed().map { (size * (1 - width) * cos($0), size * (1 - width) * sin($0)) }
  }

  private func spiral(size: Double) -> [(Double, Double)] {
    let steps = (0...80).map { Double($0) / 80 }
    func point(_ share: Double, _ inner: Double) -> (Double, Double) {
      let radius = size * (0.15 + 0.85 * share) - inner
      return (radius * cos(share * 4 * .pi), radius * sin(share * 4 * .pi))
    }
    return steps.map { point($0, 0) } + steps.reversed().map { point($0, size * 0.12) }
  }

  /// By the even-odd rule, written anew so as not to test the code with itself.
  private func isInside(_ point: PaperPoint, _ rings: [[PaperPoint]]) -> Bool {
    var count = 0
    for ring in rings {
      for index in ring.indices.dropFirst() {
        let (a, b) = (ring[index - 1], ring[index])
        guard (a.y <= point.y) != (b.y <= point.y) else { continue }
        if a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x) > point.x { count += 1 }
      }
    }
    return count % 2 == 1
  }

  private func samples(_ box: PaperBox) -> [PaperPoint] {
    let box = box.grown(by: -0.15)
    return (0...6).flatMap { i in
      (0...6).map { j in
        PaperPoint(
          x: box.minX + box.width * Double(i) / 6, y: box.minY + box.height * Double(j) / 6)
      }
    }
  }

  @Test(arguments: Shape.allCases, 0..<40 as Range<UInt64>)
  func aNameLiesInsideOrIsLedOutside(shape: Shape, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed * 31 + UInt64(shape.rawValue.utf8.count))
    let rings = rings(shape, &random)
    let text = String("某片区的长名称".prefix(Int.random(in: 2...7, using: &random)))
    var request = LabelRequest(
      feature: "area", styleLayer: "names", layer: "areas", text: text, place: .areas([rings]),
      look: LabelRequest.Look(
        face: .sansRegular, size: 2.5, ink: .black, halo: .white, haloWidth: 0.6),
      priority: 0, isRequired: true)
    request.spread = seed % 2 == 0 ? 0 : 2
    let outcome = LabelPlacer.place(
      [request], frame: frame, obstacles: ObstacleGrid(frame: frame))
    let place = try #require(outcome.placed.first?.candidate)
    let points = place.boxes.flatMap(samples)
    if let leader = place.leader {
      #expect(points.allSatisfy { !isInside($0, rings) })
      #expect(isInside(try #require(leader.first), rings))
      let end = try #require(leader.last)
      #expect(place.boxes.contains { $0.grown(by: 0.01).contains(end) })
    } else if points.allSatisfy({ isInside($0, rings) }) {
      return
    } else {
      // What is hardly more than a symbol has its name right beside it.
      let area = try #require(PaperBox(rings.flatMap { $0 }))
      #expect(max(area.width, area.height) <= 20)
      #expect(place.boxes.contains { $0.overlaps(area.grown(by: 1)) })
      #expect(points.allSatisfy { !isInside($0, rings) })
    }
  }

  @Test func aLongAreaSpreadsItsNameAlongItsAxis() throws {
    let ring = [
      PaperPoint(x: 60, y: 40), PaperPoint(x: 66, y: 36), PaperPoint(x: 166, y: 106),
      PaperPoint(x: 160, y: 110), PaperPoint(x: 60, y: 40),
    ]
    var request = LabelRequest(
      feature: "area", styleLayer: "names", layer: "areas", text: "生态走廊", place: .areas([[ring]]),
      look: LabelRequest.Look(
        face: .sansRegular, size: 2.5, ink: .black, halo: .white, haloWidth: 0.6),
      priority: 0, isRequired: true)
    request.spread = 3
    let outcome = LabelPlacer.place(
      [request], frame: frame, obstacles: ObstacleGrid(frame: frame))
    let runs = try #require(outcome.placed.first?.candidate.runs)
    #expect(runs.count == 4)
    // Characters stand upright, one behind the other along the area.
    #expect(runs.allSatisfy { $0.rotation == 0 })
    for (a, b) in zip(runs, runs.dropFirst()) {
      #expect(b.at.x - a.at.x > 2.5 && b.at.y - a.at.y > 1.5)
    }
  }
}
