import Foundation
import MapGeometry
import MapTopology
import PlanTestSupport
import Testing

struct WidthTests {
  let topology = Topology()

  @Test func circleFillsTheRectangle() throws {
    let circle = try #require(
      try topology.maximumInscribedCircle(of: .rectangle(0, 0, 40, 10), tolerance: 0.01))
    #expect(abs(circle.radius - 5) <= 0.01)
    #expect(abs(circle.center.y - 5) <= 0.01)
  }

  @Test(.timeLimit(.minutes(1)), arguments: [0, 0.7, 1.2])
  func thinRectangleComesBack(angle: Double) throws {
    // 5 km by 1 mm at 0.1 mm: the search of GEOS 3.11 would not end.
    let ribbon = try Polygon.rotated(length: 5000, width: 0.001, by: angle)
    let circle = try #require(
      try topology.maximumInscribedCircle(of: ribbon, tolerance: 0.0001))
    #expect(abs(circle.radius - 0.0005) <= 0.0001)
    #expect(try topology.isWiderThan(ribbon, 0.0008))
    #expect(try !topology.isWiderThan(ribbon, 0.005))
    #expect(abs(try topology.width(of: ribbon) - 0.001) < 0.0001)
  }

  @Test func widthIsThatOfTheWidestPlace() throws {
    // A ribbon of 1 mm that ends in a square of 2 cm: its mean width says 1 mm.
    let spoon = Polygon(
      exterior: try Ring.path(
        (0, 0), (1000, 0), (1000, -0.01), (1000.02, -0.01), (1000.02, 0.01), (1000, 0.01),
        (1000, 0.001), (0, 0.001), (0, 0)))
    #expect(try topology.isWiderThan(spoon, 0.005))
    #expect(try topology.isWiderThan(spoon, 0.019))
    #expect(try !topology.isWiderThan(spoon, 0.021))
    #expect(abs(try topology.width(of: spoon) - 0.02) < 0.001)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func widerThanAgreesWithTheCircle(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let polygon = try Polygon.random(using: &random)
    let circle = try #require(
      try topology.maximumInscribedCircle(of: polygon, tolerance: 0.01))
    #expect(try topology.isWiderThan(polygon, 2 * circle.radius * 0.975))
    #expect(try !topology.isWiderThan(polygon, 2 * circle.radius * 1.015))
    #expect(try topology.covers(.polygon(polygon), .point(circle.center)))
  }

  @Test func collapsedPolygonHasNoWidth() throws {
    let flat = Polygon(
      exterior: try Ring.path((0, 0), (10, 0), (20, 0), (0, 0)))
    #expect(try topology.maximumInscribedCircle(of: flat, tolerance: 0.01) == nil)
    #expect(try topology.width(of: flat) == 0)
    #expect(try !topology.isWiderThan(flat, 0.001))
  }
}

extension Polygon where P == PlanePoint {
  fileprivate static func rotated(length: Double, width: Double, by angle: Double) throws
    -> Polygon
  {
    let turned = try Polygon.rectangle(0, 0, length, width).exterior.points.map {
      PlanePoint(
        x: 462_000 + $0.x * cos(angle) - $0.y * sin(angle),
        y: 3_920_000 + $0.x * sin(angle) + $0.y * cos(angle))
    }
    return Polygon(exterior: try Ring(turned))
  }
}
