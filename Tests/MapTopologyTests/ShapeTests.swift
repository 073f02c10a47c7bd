import MapGeometry
import MapTopology
import PlanTestSupport
import Testing

struct ShapeTests {
  let topology = Topology()

  @Test(arguments: 0..<100 as Range<UInt64>)
  func bufferGrowsAndShrinks(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let polygon = PlaneGeometry.polygon(try .random(using: &random))
    let larger = try #require(try topology.buffer(polygon, by: 5))
    #expect(try topology.validity(of: larger) == nil)
    #expect(try topology.covers(larger, polygon))
    if let smaller = try topology.buffer(polygon, by: -2) {
      #expect(try topology.validity(of: smaller) == nil)
      #expect(smaller.area < polygon.area)
    }
    #expect(try topology.buffer(polygon, by: -500) == nil)
  }

  @Test func capsAndJoinsShapeTheBuffer() throws {
    let line = try PlaneGeometry.path((0, 0), (10, 0))
    #expect(try topology.buffer(line, by: 1, cap: .flat)?.area == 20)
    #expect(try topology.buffer(line, by: 1, cap: .square)?.area == 24)
    let round = try #require(try topology.buffer(line, by: 1, quadrantSegments: 64)?.area)
    #expect(abs(round - 20 - .pi) < 0.001)
    let square = try PlaneGeometry.square(0, 0)
    #expect(try topology.buffer(square, by: 1, join: .mitre)?.area == 144)
    #expect(try topology.buffer(square, by: 1, join: .bevel)?.area == 142)
  }

  @Test func shapesHaveTheirPoints() throws {
    let arch = PlaneGeometry.polygon(
      Polygon(
        exterior: try Ring.path(
          (0, 0), (2, 0), (2, 8), (8, 8), (8, 0), (10, 0), (10, 10), (0, 10), (0, 0))))
    let centroid = try #require(try topology.centroid(of: arch))
    #expect(try !topology.intersects(arch, .point(centroid)))
    let inside = try #require(try topology.pointOnSurface(of: arch))
    #expect(try topology.contains(arch, .point(inside)))
    #expect(try topology.convexHull(of: arch)?.area == 100)
    #expect(try topology.minimumRotatedRectangle(of: arch)?.area == 100)
    #expect(try topology.boundary(of: arch)?.length == 56)
    #expect(try topology.boundary(of: .point(inside)) == nil)
    #expect(try topology.pointOnSurface(of: .collection([])) == nil)
  }

  @Test func nearestPointsSpanTheDistance() throws {
    let a = try PlaneGeometry.square(0, 0)
    let b = try PlaneGeometry.path((13, 14), (30, 40))
    #expect(try topology.distance(a, b) == 5)
    #expect(
      try topology.nearestPoints(a, b)
        == Segment(PlanePoint(x: 10, y: 10), PlanePoint(x: 13, y: 14)))
    #expect(try topology.distance(a, .collection([])) == nil)
    #expect(try topology.nearestPoints(a, .multiPoint([])) == nil)
    let inner = try #require(try topology.nearestPoints(a, .square(2, 2, side: 1)))
    #expect(inner.start == inner.end)
  }

  @Test func simplifiedLineKeepsItsDirection() throws {
    let line = try PlaneGeometry.path((10, 0), (5, 0.1), (0, 0))
    let expected = try PlaneGeometry.path((10, 0), (0, 0))
    #expect(try topology.simplified(line, tolerance: 0.5) == expected)
    #expect(
      try topology.simplified(line, tolerance: 0.5, preservingTopology: false) == expected)
    #expect(
      try topology.simplified(.square(0, 0), tolerance: 50, preservingTopology: false) == nil)
    #expect(try topology.simplified(.square(0, 0), tolerance: 50)?.area ?? 0 > 0)
  }
}
