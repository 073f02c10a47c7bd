import MapGeometry
import MapTopology
import PlanTestSupport
import Testing

struct RelationTests {
  let topology = Topology()

  @Test(arguments: 0..<200 as Range<UInt64>)
  func relateTransposes(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let a = PlaneGeometry.polygon(try .random(using: &random))
    let b = PlaneGeometry.polygon(try .random(using: &random))
    let ab = Array(try topology.relate(a, b))
    let ba = Array(try topology.relate(b, a))
    for row in 0..<3 {
      for column in 0..<3 { #expect(ab[row * 3 + column] == ba[column * 3 + row]) }
    }
    #expect(try topology.intersects(a, b) == topology.intersects(b, a))
    #expect(try topology.disjoint(a, b) == !topology.intersects(a, b))
    #expect(try topology.interiorsShareArea(a, b) == (topology.overlapArea(a, b, grid: 0) > 0))
  }

  @Test func containmentAndEqualityShareInteriors() throws {
    let outer = try PlaneGeometry.square(0, 0)
    let inner = try PlaneGeometry.square(2, 2, side: 3)
    #expect(try topology.interiorsShareArea(outer, inner))
    #expect(try topology.interiorsShareArea(inner, outer))
    #expect(try topology.interiorsShareArea(outer, outer))
    #expect(try !topology.interiorsShareArea(outer, .square(10, 0)))
    #expect(try !topology.interiorsShareArea(outer, .square(10, 10)))
    #expect(try !topology.interiorsShareArea(outer, .square(50, 0)))
  }

  @Test func linesShareLengthWhereTheyRunTogether() throws {
    let road = try PlaneGeometry.path((0, 0), (10, 0))
    #expect(try topology.interiorsShareLength(road, .path((5, 0), (15, 0))))
    #expect(try topology.interiorsShareLength(road, .path((10, 0), (0, 0))))
    #expect(try !topology.interiorsShareLength(road, .path((5, -5), (5, 5))))
    #expect(try !topology.interiorsShareLength(road, .path((10, 0), (15, 0))))
  }

  @Test func boundaryIsCoveredButNotContained() throws {
    let square = try PlaneGeometry.square(0, 0)
    let corner = PlaneGeometry.point(PlanePoint(x: 0, y: 5))
    #expect(try topology.covers(square, corner))
    #expect(try !topology.contains(square, corner))
    #expect(try topology.touches(square, corner))
    #expect(try topology.contains(square, .point(PlanePoint(x: 5, y: 5))))
    #expect(try topology.crosses(square, .path((-5, 5), (15, 5))))
    #expect(try topology.relatePattern(square, .path((-5, 5), (15, 5)), "T*T******"))
    #expect(try topology.relate(square, .square(20, 20)) == "FF2FF1212")
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func preparedAnswersAreTheSame(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let a = PlaneGeometry.polygon(try .random(using: &random))
    let prepared = try topology.prepared(a)
    for _ in 0..<10 {
      let b = PlaneGeometry.polygon(try .random(using: &random))
      #expect(try prepared.intersects(b) == topology.intersects(a, b))
      #expect(try prepared.covers(b) == topology.covers(a, b))
      #expect(try prepared.contains(b) == topology.contains(a, b))
      let distance = try #require(try topology.distance(a, b))
      #expect(try prepared.isWithin(distance + 0.001, of: b))
      #expect(try distance == 0 || !prepared.isWithin(distance - 0.001, of: b))
    }
    #expect(try !prepared.containsProperly(a))
  }

  @Test func preparedGeometryOutlivesItsTopology() throws {
    func make() throws -> PreparedGeometry { try Topology().prepared(.square(0, 0)) }
    #expect(try make().covers(.square(1, 1, side: 2)))
  }
}
