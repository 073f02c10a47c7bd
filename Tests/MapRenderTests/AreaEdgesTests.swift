import Testing

@testable import MapRender

struct AreaEdgesTests {
  /// A ring around a middle, its points at random distances.
  private static func ring(_ count: Int, using random: inout SeededGenerator) -> [PaperPoint] {
    let points = (0..<count).map { index in
      PaperPoint(x: random.number(5...40), y: 0)
        .turned(by: Double(index) * 360 / Double(count)).moved(50, 50)
    }
    return points + [points[0]]
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func blocksOfEdgesSayWhatAllEdgesSay(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let ring = Self.ring(Int.random(in: 3...90, using: &random), using: &random)
    let edges = AreaEdges([ring])
    for _ in 0..<50 {
      let point = PaperPoint(x: random.number(0...100), y: random.number(0...100))
      let sides = Array(zip(ring, ring.dropFirst()))
      let distance = sides.map { InnerPoints.distance(from: point, to: $0, $1) }.min() ?? 0
      let crossings = sides.filter { a, b in
        (a.y > point.y) != (b.y > point.y)
          && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x
      }
      let isInside = crossings.count % 2 == 1
      #expect(edges.contains(point) == isInside)
      #expect(abs(edges.signedDistance(from: point) - (isInside ? distance : -distance)) < 1e-9)
      let box = PaperBox(x: point.x, y: point.y, width: 4, height: 3)
      #expect(edges.touch(box) == sides.contains { box.isCrossed(from: $0, to: $1) })
    }
  }
}
