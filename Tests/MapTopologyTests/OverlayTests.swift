import MapGeometry
import MapTopology
import PlanTestSupport
import Testing

struct OverlayTests {
  let topology = Topology()

  @Test(arguments: 0..<200 as Range<UInt64>)
  func overlapIsSymmetric(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let a = PlaneGeometry.polygon(try .random(using: &random))
    let b = PlaneGeometry.polygon(try .random(using: &random))
    #expect(try topology.intersection(a, b) == topology.intersection(b, a))
    #expect(try topology.symmetricDifference(a, b) == topology.symmetricDifference(b, a))
    #expect(try topology.overlapArea(a, b) == topology.overlapArea(b, a))
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func unionIsSumLessIntersection(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let a = PlaneGeometry.polygon(try .random(using: &random))
    let b = PlaneGeometry.polygon(try .random(using: &random))
    let union = try #require(try topology.union([a, b], grid: 0))
    let shared = try topology.intersection(a, b, grid: 0)?.area ?? 0
    #expect(abs(union.area - (a.area + b.area - shared)) < 1e-6)
    let onlyA = try topology.difference(a, b, grid: 0)?.area ?? 0
    #expect(abs(onlyA - (a.area - shared)) < 1e-6)
    let either = try topology.symmetricDifference(a, b, grid: 0)?.area ?? 0
    #expect(abs(either - (union.area - shared)) < 1e-6)
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func resultsAreValidAndTurnAsGeoJSONAsks(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let a = PlaneGeometry.polygon(try .random(using: &random))
    let b = PlaneGeometry.polygon(try .random(using: &random))
    for result in [try topology.union([a, b]), try topology.difference(a, b)] {
      guard let result else { continue }
      #expect(try topology.validity(of: result) == nil)
      for polygon in result.polygons {
        #expect(polygon.exterior.isCounterClockwise)
        #expect(polygon.holes.allSatisfy { !$0.isCounterClockwise })
      }
    }
  }

  @Test func coordinatesLieOnTheGrid() throws {
    let a = try PlaneGeometry.path((0, 0), (1, 3))
    let b = try PlaneGeometry.path((0, 1), (1, 0))
    #expect(try topology.intersection(a, b) == .point(PlanePoint(x: 0.25, y: 0.75)))
    #expect(try topology.intersection(a, b, grid: 0.1) == .point(PlanePoint(x: 0.3, y: 0.8)))
  }

  @Test func emptyResultsAreNil() throws {
    let a = try PlaneGeometry.square(0, 0)
    let far = try PlaneGeometry.square(100, 0)
    #expect(try topology.intersection(a, far) == nil)
    #expect(try topology.difference(a, a) == nil)
    #expect(try topology.symmetricDifference(a, a) == nil)
    #expect(try topology.union([]) == nil)
    #expect(try topology.union([.collection([]), .multiPoint([])]) == nil)
  }

  @Test func squaresThatShareAnEdgeShareALine() throws {
    let shared = try topology.intersection(.square(0, 0), .square(10, 0))
    #expect(shared == (try .path((10, 0), (10, 10))))
  }

  @Test func collectionsAreTakenApartByDimension() throws {
    let mixed = PlaneGeometry.collection([
      try .square(0, 0), try .path((5, 5), (30, 5)), .point(PlanePoint(x: 22, y: 5)),
      .point(PlanePoint(x: 0, y: 50)),
    ])
    let window = try PlaneGeometry.square(5, 0, side: 20)
    let inside = try #require(try topology.intersection(mixed, window))
    #expect(inside.area == 50)
    #expect(inside.length == 15)
    let outside = try #require(try topology.difference(mixed, window))
    #expect(outside.area == 50)
    #expect(outside.length == 5)
    #expect(outside.points == [PlanePoint(x: 0, y: 50)])
    #expect(try topology.symmetricDifference(mixed, window)?.area == 50 + 350)
  }

  @Test func numbersThatAreNoneAreRefused() throws {
    let square = try PlaneGeometry.square(0, 0)
    #expect(throws: TopologyError.notFinite) {
      try topology.union([.point(PlanePoint(x: .nan, y: 0))])
    }
    #expect(throws: TopologyError.notFinite) {
      try topology.intersection(square, square, grid: .nan)
    }
    #expect(throws: TopologyError.notFinite) { try topology.buffer(square, by: .infinity) }
  }

  @Test func failuresCarryTheMessageOfTheEngine() throws {
    let mixed = PlaneGeometry.collection([try .square(0, 0), try .path((0, 0), (1, 1))])
    let error = #expect(throws: TopologyError.self) { try topology.boundary(of: mixed) }
    #expect("\(try #require(error))".contains("'boundary' failed: IllegalArgumentException"))
  }
}
