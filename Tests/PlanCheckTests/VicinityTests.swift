import MapGeometry
import MapTopology
import PlanTestSupport
import Testing

@testable import PlanCheck

/// What lies within a distance of shapes is found exactly.
struct VicinityTests {
  private func line(_ points: (Double, Double)...) throws -> Line<PlanePoint> {
    try Line(points.map { PlanePoint(x: $0.0, y: $0.1) })
  }

  private func length(_ lines: [Line<PlanePoint>]) -> Double {
    lines.reduce(0) { $0 + $1.length }
  }

  @Test func theEndsOfARiverAreRound() throws {
    let river = PlaneGeometry.line(try line((0, 0), (100, 0)))
    // 3-4-5: beside the end, 40 m to the north, 30 m more are near.
    let strays = Vicinity(of: [river], within: 50).parts(beyond: try line((0, 40), (300, 40)))
    #expect(strays.count == 1)
    #expect(abs((strays.first?.start.x ?? 0) - 130) < 0.01)
    #expect(strays.first?.end == PlanePoint(x: 300, y: 40))
  }

  @Test func aLineThatLeavesAndComesBackStraysTwice() throws {
    let river = PlaneGeometry.line(try line((0, 0), (1000, 0)))
    let road = try line((0, 10), (200, 200), (400, 10), (600, 200), (800, 10))
    let strays = Vicinity(of: [river], within: 105).parts(beyond: road)
    #expect(strays.count == 2)
    #expect(strays.allSatisfy { $0.points.count == 3 && abs($0.start.y - 105) < 0.01 })
  }

  @Test func theInsideOfAnAreaIsNearAndItsHoleIsNot() throws {
    let ring = PlaneGeometry.polygon(
      Polygon(
        exterior: try Ring(square(0, 1000)), holes: [try Ring(square(300, 400)).reversed]))
    let strays = Vicinity(of: [ring], within: 10).parts(beyond: try line((-100, 500), (1100, 500)))
    #expect(strays.map { ($0.length * 10).rounded() / 10 } == [90, 380, 90])
  }

  @Test func pointsAndTouchingDistancesCount() throws {
    let tree = PlaneGeometry.point(PlanePoint(x: 50, y: 0))
    let strays = Vicinity(of: [tree], within: 10).parts(beyond: try line((0, 0), (100, 0)))
    #expect(abs(length(strays) - 80) < 0.01)
    let parallel = try line((0, 10), (100, 10))
    let river = PlaneGeometry.line(try line((0, 0), (100, 0)))
    #expect(Vicinity(of: [river], within: 10).parts(beyond: parallel).isEmpty)
    #expect(length(Vicinity(of: [], within: 10).parts(beyond: parallel)) == 100)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func itAgreesWithAFineBuffer(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func walk(_ count: Int) throws -> Line<PlanePoint> {
      try Line(
        (0..<count).map { _ in
          PlanePoint(
            x: Double.random(in: 0...1000, using: &random),
            y: Double.random(in: 0...1000, using: &random))
        })
    }
    let (river, road) = (PlaneGeometry.line(try walk(6)), try walk(12))
    let strays = Vicinity(of: [river], within: 60).parts(beyond: road)
    let topology = Topology()
    let buffer = try #require(try topology.buffer(river, by: 60.001, quadrantSegments: 200))
    let rest = try topology.difference(.line(road), buffer)?.length ?? 0
    #expect(abs(length(strays) - rest) < 0.5, "\(length(strays)) and \(rest)")
  }

  private func square(_ corner: Double, _ side: Double) -> [PlanePoint] {
    [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map {
      PlanePoint(x: corner + $0.0 * side, y: corner + $0.1 * side)
    }
  }
}
