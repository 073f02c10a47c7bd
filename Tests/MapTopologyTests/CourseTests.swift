import MapGeometry
import MapTopology
import PlanTestSupport
import Testing

/// The line through the middle of an area, and how far two shapes stray from each other.
struct CourseTests {
  let topology = Topology()

  private func polygon(_ points: (Double, Double)...) throws -> Polygon<PlanePoint> {
    Polygon(exterior: try Ring((points + [points[0]]).map { PlanePoint(x: $0.0, y: $0.1) }))
  }

  @Test func aBandHasItsMiddle() throws {
    let band = try polygon((0, 0), (1000, 0), (1000, 100), (0, 100))
    let course = try #require(try topology.course(of: band))
    #expect(course.points.allSatisfy { abs($0.y - 50) < 1e-6 })
    let (west, east) = (course.points.map(\.x).min() ?? 0, course.points.map(\.x).max() ?? 0)
    #expect((40...60).contains(west) && abs(west + east - 1000) < 1e-6)
  }

  @Test func aBendIsFollowed() throws {
    let bend = try polygon((0, 0), (1000, 0), (1000, 1000), (900, 1000), (900, 100), (0, 100))
    let course = try #require(try topology.course(of: bend))
    #expect((1780...1820).contains(course.length))
    #expect(course.distance(to: PlanePoint(x: 950, y: 500)) < 1e-6)
    #expect(course.distance(to: PlanePoint(x: 500, y: 50)) < 1e-6)
  }

  @Test func aPointedEndIsReached() throws {
    let tip = try polygon((0, 0), (1000, 50), (0, 100))
    let course = try #require(try topology.course(of: tip))
    #expect(course.points.contains(PlanePoint(x: 1000, y: 50)))
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func theCourseStaysInside(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let polygon = try Polygon<PlanePoint>.random(using: &random)
    guard let course = try topology.course(of: polygon) else { return }
    #expect(try topology.covers(.polygon(polygon), .multiPoint(course.points)))
    #expect(try topology.difference(.line(course), .polygon(polygon))?.length ?? 0 < 0.01)
  }

  @Test func whereTheOutlineStartsDoesNotMatter() throws {
    let one = try polygon((0, 0), (300, 20), (700, 0), (720, 90), (300, 130), (0, 80))
    let other = try polygon((720, 90), (700, 0), (300, 20), (0, 0), (0, 80), (300, 130))
    let lengths = try [one, other].compactMap { try topology.course(of: $0)?.length }
    #expect(lengths.count == 2 && abs(lengths[0] - lengths[1]) < 1e-6)
  }

  @Test func aRibbonAndAHoleHaveCourses() throws {
    let ribbon = try polygon((0, 0), (5000, 0), (5000, 0.01), (0, 0.01))
    let along = try #require(try topology.course(of: ribbon))
    #expect((4990...5001).contains(along.length))
    let ring = Polygon(
      exterior: try Ring.path((0, 0), (100, 0), (100, 100), (0, 100), (0, 0)),
      holes: [try Ring.path((20, 20), (20, 80), (80, 80), (80, 20), (20, 20))])
    let around = try #require(try topology.course(of: ring))
    #expect(try topology.covers(.polygon(ring), .line(around)))
    #expect(around.length > 100)
  }

  @Test func strayingIsMeasuredBetweenVerticesToo() throws {
    let line = try PlaneGeometry.path((0, 0), (100, 0))
    let gap = PlaneGeometry.multiLine([try .path((0, 0), (10, 0)), try .path((90, 0), (100, 0))])
    #expect(try topology.hausdorffDistance(line, gap, pieces: 1) == 0)
    #expect(try topology.hausdorffDistance(line, gap, pieces: 2) == 40)
    #expect(try topology.hausdorffDistance(gap, line, pieces: 2) == 40)
    let point = PlaneGeometry.point(PlanePoint(x: 3, y: 4))
    #expect(try topology.hausdorffDistance(point, .point(PlanePoint(x: 0, y: 0))) == 5)
    #expect(try topology.hausdorffDistance(line, .collection([])) == nil)
  }
}

struct OffsetTests {
  private func line(_ points: [(Double, Double)]) throws -> Line<PlanePoint> {
    try Line(points.map { PlanePoint(x: $0.0, y: $0.1) })
  }

  @Test(arguments: [(2.0, 2.0), (-2.0, -2.0)])
  func aLineMovesToItsLeftAndKeepsItsWay(distance: Double, y: Double) throws {
    for points in [[(0.0, 0.0), (10.0, 0.0)], [(10.0, 0.0), (0.0, 0.0)]] {
      let moved = try Topology().offsetCurve(of: line(points), at: distance)
      let runsEast = points[0].0 == 0
      let expected = runsEast ? y : -y
      #expect(moved.map(\.points) == [points.map { PlanePoint(x: $0.0, y: expected) }])
    }
  }

  @Test func corners() throws {
    let bend = try line([(0, 0), (10, 0), (10, 10)])
    let inner = try Topology().offsetCurve(of: bend, at: 2)
    #expect(inner.map(\.length) == [16])
    let mitre = try Topology().offsetCurve(of: bend, at: -2, join: .mitre)
    #expect(mitre.map(\.length) == [24])
    let round = try Topology().offsetCurve(of: bend, at: -2, quadrantSegments: 64)
    #expect(abs((round.first?.length ?? 0) - (20 + .pi)) < 0.01)
  }

  @Test func aLineWithoutRoomVanishes() throws {
    let hairpin = try line([(0, 0), (10, 0), (10, 1), (0, 1)])
    let inner = try Topology().offsetCurve(of: hairpin, at: 3)
    #expect(inner.reduce(0) { $0 + $1.length } < 20)
    #expect(throws: TopologyError.self) {
      try Topology().offsetCurve(of: hairpin, at: .nan)
    }
  }
}
