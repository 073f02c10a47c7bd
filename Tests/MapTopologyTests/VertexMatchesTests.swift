import MapGeometry
import MapTopology
import PlanTestSupport
import Testing

/// What is found pair by pair is what trying every vertex on every edge finds.
struct VertexMatchesTests {
  private let tolerance = 0.002

  /// Corners on a coarse grid, some of them moved a little: shared borders, corners on edges, near misses.
  private func polygon(_ random: inout SeededGenerator) throws -> Polygon<PlanePoint> {
    let corners = (0..<Int.random(in: 3...5, using: &random)).map { _ in
      PlanePoint(
        x: 470_000 + Double(Int.random(in: 0...8, using: &random)) * 10
          + Double(Int.random(in: -3...3, using: &random)) * 0.0006,
        y: 3_920_000 + Double(Int.random(in: 0...8, using: &random)) * 10)
    }
    return Polygon(exterior: try Ring(corners + corners.prefix(1)))
  }

  private func edges(_ shape: Polygon<PlanePoint>) -> [Segment] {
    zip(shape.exterior.points, shape.exterior.points.dropFirst()).map { Segment($0, $1) }
      .filter { $0.start != $0.end }
  }

  /// Whether vertices of one come near edges of the other, and whether one of these edges has none there.
  private func match(
    _ one: Polygon<PlanePoint>, _ other: Polygon<PlanePoint>
  ) -> (isNear: Bool, isUnmatched: Bool) {
    var answer = (isNear: false, isUnmatched: false)
    for vertex in one.exterior.points {
      for edge in edges(other) where edge.distance(to: vertex) <= tolerance {
        answer.isNear = true
        if ![edge.start, edge.end].contains(where: { $0.distance(to: vertex) <= tolerance }) {
          answer.isUnmatched = true
        }
      }
    }
    return answer
  }

  @Test func pairsAreThoseOfEveryVertexOnEveryEdge() throws {
    var random = SeededGenerator(seed: 20_261_122)
    var found = (matched: 0, unmatched: 0)
    for _ in 0..<60 {
      let shapes = try (0..<12).map { _ in try polygon(&random) }
      var (pairs, unmatched) = (0, Set<Int>())
      for first in shapes.indices {
        for second in shapes.indices where second > first {
          let (there, back) = (
            match(shapes[first], shapes[second]), match(shapes[second], shapes[first])
          )
          if there.isNear || back.isNear { pairs += 1 }
          if there.isUnmatched || back.isUnmatched { unmatched.formUnion([first, second]) }
        }
      }
      let matches = VertexMatches(
        among: shapes.map { .polygon($0) }, isBent: { _ in false }, within: tolerance)
      #expect(matches.pairCount == pairs)
      #expect(matches.unmatched == unmatched.sorted())
      found.matched += shapes.count - unmatched.count
      found.unmatched += unmatched.count
    }
    #expect(found.matched > 50 && found.unmatched > 50, "\(found)")
  }

  @Test func areasWithOtherPointsAreLeftToOthers() throws {
    let squares = try [0.0, 10, 30].map { x in
      PlaneGeometry.polygon(
        Polygon(
          exterior: try Ring(
            [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map {
              PlanePoint(x: x + $0.0 * 10, y: $0.1 * 10)
            })))
    }
    let plain = VertexMatches(among: squares, isBent: { _ in false }, within: tolerance)
    #expect(plain.pairCount == 1 && plain.unmatched == [])
    let bent = VertexMatches(among: squares, isBent: { $0 == 1 }, within: tolerance)
    #expect(bent.pairCount == 1 && bent.unmatched == [0, 1])
  }
}
