import Foundation
import MapGeometry
import PlanTestSupport

extension Polygon where P == PlanePoint {
  /// A valid star-shaped polygon near (462 000, 3 920 000), now and then with a hole.
  static func random(using random: inout SeededGenerator) throws -> Polygon {
    let center = PlanePoint(
      x: 462_000 + Double.random(in: 0...120, using: &random),
      y: 3_920_000 + Double.random(in: 0...120, using: &random))
    let count = Int.random(in: 3...24, using: &random)
    let radii = (0..<count).map { _ in Double.random(in: 20...100, using: &random) }
    let exterior = try Ring.star(around: center, radii: radii)
    guard Bool.random(using: &random), count > 8 else { return Polygon(exterior: exterior) }
    let hole = try Ring.star(around: center, radii: radii.map { $0 / 3 })
    return Polygon(exterior: exterior, holes: [hole.reversed])
  }

  static func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) throws
    -> Polygon
  {
    Polygon(
      exterior: try Ring([
        PlanePoint(x: x, y: y), PlanePoint(x: x + width, y: y),
        PlanePoint(x: x + width, y: y + height), PlanePoint(x: x, y: y + height),
        PlanePoint(x: x, y: y),
      ]))
  }
}

extension Ring where P == PlanePoint {
  static func star(around center: PlanePoint, radii: [Double]) throws -> Ring {
    let points = radii.enumerated().map { index, radius in
      let angle = 2 * Double.pi * Double(index) / Double(radii.count)
      return PlanePoint(x: center.x + radius * cos(angle), y: center.y + radius * sin(angle))
    }
    return try Ring(points + points.prefix(1))
  }
}

extension Geometry where P == PlanePoint {
  static func square(_ x: Double, _ y: Double, side: Double = 10) throws -> PlaneGeometry {
    .polygon(try .rectangle(x, y, side, side))
  }

  static func bowTie() throws -> PlaneGeometry {
    .polygon(Polygon(exterior: try .path((0, 0), (10, 10), (10, 0), (0, 10), (0, 0))))
  }

  static func path(_ coordinates: (Double, Double)...) throws -> PlaneGeometry {
    .line(try Line(coordinates.map { PlanePoint(x: $0.0, y: $0.1) }))
  }
}

extension Line where P == PlanePoint {
  static func path(_ coordinates: (Double, Double)...) throws -> Line {
    try Line(coordinates.map { PlanePoint(x: $0.0, y: $0.1) })
  }
}

extension Ring where P == PlanePoint {
  static func path(_ coordinates: (Double, Double)...) throws -> Ring {
    try Ring(coordinates.map { PlanePoint(x: $0.0, y: $0.1) })
  }
}
