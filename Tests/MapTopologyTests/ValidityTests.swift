import MapGeometry
import MapTopology
import PlanTestSupport
import Testing

struct ValidityTests {
  let topology = Topology()

  @Test func bowTieIsInvalidAtItsKnot() throws {
    let bowTie = try PlaneGeometry.bowTie()
    let reason = try #require(try topology.validity(of: bowTie))
    #expect(reason.kind == .selfIntersection)
    #expect(reason.text == "Self-intersection")
    #expect(reason.point == PlanePoint(x: 5, y: 5))
  }

  @Test func repairedBowTieIsTwoTriangles() throws {
    let bowTie = try PlaneGeometry.bowTie()
    let repaired = try #require(try topology.repaired(bowTie))
    #expect(try topology.validity(of: repaired) == nil)
    #expect(repaired.polygons.count == 2)
    #expect(repaired.area == 50)
  }

  @Test func everyKindOfFaultHasItsName() throws {
    let square = try Polygon.rectangle(0, 0, 10, 10)
    let faults: [(PlaneGeometry, InvalidityReason.Kind)] = [
      (
        .polygon(Polygon(exterior: square.exterior, holes: [try .box(20, 0, 1)])),
        .holeOutsideShell
      ),
      (
        .polygon(
          Polygon(exterior: square.exterior, holes: [try .box(2, 2, 6), try .box(4, 4, 1)])),
        .nestedHoles
      ),
      (.multiPolygon([square, try .rectangle(2, 2, 3, 3)]), .nestedShells),
      (.multiPolygon([square, try .rectangle(5, 5, 10, 10)]), .selfIntersection),
      (
        .polygon(
          Polygon(
            exterior: try Ring.path((0, 0), (4, 0), (8, 0), (8, 8), (4, 0), (0, 8), (0, 0)))),
        .ringSelfIntersection
      ),
      (
        .polygon(
          Polygon(exterior: try Ring.path((1, 1), (1, 1), (1, 1), (1, 1)))),
        .tooFewPoints
      ),
    ]
    for (geometry, kind) in faults {
      #expect(try topology.validity(of: geometry)?.kind == kind)
    }
  }

  @Test func linesMeetThemselvesWhereTheyCrossOrTouch() throws {
    let loop = try Line.path((0, 0), (10, 0), (10, 10), (5, 10), (5, -5))
    #expect(try topology.selfIntersections(of: loop) == [PlanePoint(x: 5, y: 0)])
    let six = try Line.path((0, 0), (10, 0), (10, 10), (4, 0))
    #expect(try topology.selfIntersections(of: six) == [PlanePoint(x: 4, y: 0)])
    let closed = try Line.path((0, 0), (10, 0), (10, 10), (0, 0))
    #expect(try topology.selfIntersections(of: closed) == [])
    #expect(try topology.isSimple(.line(closed)))
    #expect(try !topology.isSimple(.line(loop)))
  }

  @Test func lineThatRunsBackOverlapsItself() throws {
    let back = try Line.path((0, 0), (10, 0), (4, 0), (4, 5))
    #expect(try topology.selfOverlaps(of: back) == [.path((4, 0), (10, 0))])
    let twice = try Line.path((0, 0), (10, 0), (10, 5), (8, 0), (3, 0))
    #expect(try topology.selfOverlaps(of: twice) == [.path((3, 0), (8, 0))])
    let crossing = try Line.path((0, 0), (10, 0), (10, 10), (5, 10), (5, -5))
    #expect(try topology.selfOverlaps(of: crossing) == [])
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func repairLeavesValidGeometryAsItIs(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let polygon = PlaneGeometry.polygon(try .random(using: &random))
    #expect(try topology.validity(of: polygon) == nil)
    let repaired = try #require(try topology.repaired(polygon))
    #expect(try topology.equals(polygon, repaired))
  }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func repairMakesAnyRingValid(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let points = (0..<Int.random(in: 3...30, using: &random)).map { _ in
      PlanePoint(
        x: Double(Int.random(in: 0...9, using: &random)),
        y: Double(Int.random(in: 0...9, using: &random)))
    }
    let scribble = PlaneGeometry.polygon(Polygon(exterior: try Ring(points + points.prefix(1))))
    guard let repaired = try topology.repaired(scribble) else { return }
    #expect(try topology.validity(of: repaired) == nil)
  }
}

extension Ring where P == PlanePoint {
  fileprivate static func box(_ x: Double, _ y: Double, _ side: Double) throws -> Ring {
    try Polygon.rectangle(x, y, side, side).exterior.reversed
  }
}
