import MapGeometry
import MapTopology
import PlanTestSupport
import Testing

/// Gaps found by cancelling edges are those that GEOS finds by uniting everything.
struct AreaContactsTests {
  /// A net of quadrilaterals with shared corners, of which some are left out (gaps), some reach over
  /// their neighbours, some stand back by millimetres, some have a vertex that the neighbour lacks, and
  /// some gaps hold an island.
  private func fabric(
    _ random: inout SeededGenerator, side: Int
  ) throws -> [Polygon<PlanePoint>] {
    var corners: [[PlanePoint]] = []
    for row in 0...side {
      corners.append(
        (0...side).map { column in
          PlanePoint(
            x: 470_000 + Double(column) * 20 + .random(in: -3...3, using: &random),
            y: 3_920_000 + Double(row) * 20 + .random(in: -3...3, using: &random))
        })
    }
    var polygons: [Polygon<PlanePoint>] = []
    for row in 0..<side {
      for column in 0..<side {
        var ring = [
          corners[row][column], corners[row][column + 1], corners[row + 1][column + 1],
          corners[row + 1][column],
        ]
        switch Int.random(in: 0..<12, using: &random) {
        case 0: continue
        case 1:
          let middle = ring[0].interpolated(to: ring[2], at: 0.5)
          ring = ring.map { middle.interpolated(to: $0, at: 0.2) }
        case 2: ring[2] = ring[0].interpolated(to: ring[2], at: 1.1)
        case 3: ring[2] = ring[0].interpolated(to: ring[2], at: 0.9999)
        case 4: ring.insert(ring[0].interpolated(to: ring[1], at: 0.37), at: 1)
        case 5: ring.insert(ring[2].interpolated(to: ring[3], at: 0.5), at: 3)
        default: break
        }
        polygons.append(Polygon(exterior: try Ring(ring + ring.prefix(1))))
      }
    }
    return polygons
  }

  /// What is left of the ground around the areas and lies on no side of it.
  ///
  /// A gap that touches the outside in two vertices is no hole of any polygon of the union, but it is
  /// enclosed.
  private func enclosed(by shapes: [PlaneGeometry]) throws -> [PlaneGeometry] {
    let topology = Topology()
    let union = try #require(try topology.union(shapes))
    let bounds = try #require(union.bounds).insetBy(-10)
    let corners = [
      bounds.minimum, PlanePoint(x: bounds.maximum.x, y: bounds.minimum.y), bounds.maximum,
      PlanePoint(x: bounds.minimum.x, y: bounds.maximum.y), bounds.minimum,
    ]
    let ground = PlaneGeometry.polygon(Polygon(exterior: try Ring(corners)))
    let rest = try topology.difference(ground, union)?.polygons ?? []
    return rest.filter { !($0.bounds?.contains(bounds.minimum) ?? true) }.map { .polygon($0) }
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func gapsAreThoseOfTheUnion(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let polygons = try fabric(&random, side: 9).filter { $0.area > 0 }
    let shapes = polygons.map { PlaneGeometry.polygon($0) }
    let contacts = AreaContacts(among: shapes, index: BoxIndex(shapes.map(\.bounds)))
    func counted(_ gaps: [PlaneGeometry]) -> [Double] {
      // What is a few millimetres wide depends on how the grid falls.
      gaps.flatMap(\.polygons).filter { $0.area > 0.5 }.map(\.area).sorted()
    }
    let found = counted(try contacts.gaps(among: shapes))
    let expected = counted(try enclosed(by: shapes))
    #expect(!expected.isEmpty)
    #expect(found.count == expected.count, "\(found) and \(expected)")
    for (one, other) in zip(found, expected) { #expect(abs(one - other) < 0.2) }
  }

  @Test func pairsThatAreNotApartAreAllNamed() throws {
    var random = SeededGenerator(seed: 77)
    let polygons = try fabric(&random, side: 12)
    let shapes = polygons.map { PlaneGeometry.polygon($0) }
    let contacts = AreaContacts(among: shapes, index: BoxIndex(shapes.map(\.bounds)))
    let unclear = Set(contacts.unclear)
    let topology = Topology()
    var overlaps = 0
    for first in shapes.indices {
      for second in shapes.indices where first < second {
        guard try topology.overlapArea(shapes[first], shapes[second], grid: 0) > 1e-6 else {
          continue
        }
        overlaps += 1
        #expect(unclear.contains { $0.first == first && $0.second == second })
      }
    }
    #expect(overlaps > 3 && unclear.count < contacts.pairCount)
  }

  @Test func nothingHasNoGaps() throws {
    #expect(try AreaContacts(among: [], index: BoxIndex([])).gaps(among: []).isEmpty)
  }
}
