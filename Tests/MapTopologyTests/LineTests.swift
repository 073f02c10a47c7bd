import MapGeometry
import MapTopology
import Testing

struct LineTests {
  let topology = Topology()

  @Test func crossingLinesEncloseAreas() throws {
    let lines = [
      try Line.path((0, -1), (0, 11)), try .path((10, -1), (10, 11)),
      try .path((-1, 0), (11, 0)), try .path((-1, 10), (11, 10)), try .path((5, -1), (5, 11)),
    ]
    let areas = try topology.polygonize(lines)
    #expect(areas.map(\.area) == [50, 50])
    #expect(try topology.polygonize([]) == [])
    #expect(try topology.polygonize([.path((0, 0), (1, 1))]) == [])
  }

  @Test func linesMergeWhereTwoMeet() throws {
    let lines = [
      try Line.path((0, 0), (5, 0)), try .path((10, 0), (5, 0)), try .path((10, 0), (20, 0)),
      try .path((10, 0), (10, 9)),
    ]
    #expect(try topology.mergedLines(lines).map(\.length).sorted() == [9, 10, 10])
    let flow = [try Line.path((20, 0), (10, 0)), try .path((10, 0), (0, 0))]
    #expect(
      try topology.mergedLines(flow, directed: true) == [.path((20, 0), (10, 0), (0, 0))])
  }

  @Test func clippingKeepsDirectionAndOrder() throws {
    let box = Bounds(PlanePoint(x: 0, y: 0), PlanePoint(x: 10, y: 10))
    let zigzag = try PlaneGeometry.path((15, 5), (5, 5), (5, 15), (2, 15), (2, 5), (-5, 5))
    #expect(
      try topology.clip(zigzag, to: box)
        == .multiLine([.path((10, 5), (5, 5), (5, 10)), .path((2, 10), (2, 5), (0, 5))]))
    let inside = try PlaneGeometry.path((3, 3), (1, 1))
    #expect(try topology.clip(inside, to: box) == inside)
    #expect(try topology.clip(.path((20, 0), (20, 10)), to: box) == nil)
    #expect(try topology.clip(.path((-5, 4), (4, -5)), to: box) == nil)
  }

  @Test func clippingCutsAreasEvenFaultyOnes() throws {
    let box = Bounds(PlanePoint(x: 0, y: 0), PlanePoint(x: 5, y: 10))
    #expect(try topology.clip(.square(0, 0), to: box)?.area == 50)
    #expect(try topology.clip(.square(5, 0), to: box) == nil)
    let bowTie = try PlaneGeometry.bowTie()
    #expect(try topology.clip(bowTie, to: box)?.area == 25)
    let points = PlaneGeometry.multiPoint([PlanePoint(x: 1, y: 1), PlanePoint(x: 6, y: 1)])
    #expect(try topology.clip(points, to: box) == .point(PlanePoint(x: 1, y: 1)))
  }

  @Test func gapsAreHolesOfTheUnionWithoutTheirIslands() throws {
    var frame = try [0, 10, 20].flatMap { x in
      try [0, 10, 20].map { y in try Polygon.rectangle(x, y, 10, 10) }
    }
    frame.remove(at: 4)
    #expect(try topology.holesOfUnion(frame) == [try .square(10, 10)])
    let island = try Polygon.rectangle(13, 13, 4, 4)
    let gaps = try topology.holesOfUnion(frame + [island])
    #expect(gaps.map(\.area) == [84])
    #expect(try topology.holesOfUnion([.rectangle(0, 0, 1, 1), .rectangle(5, 0, 1, 1)]) == [])
  }
}
