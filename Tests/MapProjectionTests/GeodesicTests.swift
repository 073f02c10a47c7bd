import MapGeometry
import MapProjection
import Testing

struct GeodesicTests {
  @Test func quarterMeridianIsTenThousandKilometres() {
    let quarter = geodesicDistance(
      from: GeoPosition(longitude: 116, latitude: 0), to: GeoPosition(longitude: 116, latitude: 90),
      on: .wgs84)
    #expect(abs(quarter - 10_001_965.729) < 0.001)
  }

  @Test func lengthIsTheSumOfTheEdges() throws {
    let line = try Line([
      GeoPosition(longitude: 116.6, latitude: 35.4), GeoPosition(longitude: 116.7, latitude: 35.4),
      GeoPosition(longitude: 116.7, latitude: 35.5),
    ])
    let legs = zip(line.points, line.points.dropFirst())
      .map { geodesicDistance(from: $0.0, to: $0.1) }
    #expect(geodesicLength(of: line) == legs[0] + legs[1])
    #expect(geodesicLength(of: line) == geodesicLength(of: line.reversed))
  }

  @Test func areaDoesNotDependOnTheDirection() throws {
    let ring = try Ring([
      GeoPosition(longitude: 0, latitude: 0), GeoPosition(longitude: 1, latitude: 0),
      GeoPosition(longitude: 1, latitude: 1), GeoPosition(longitude: 0, latitude: 0),
    ])
    let area = ellipsoidArea(of: Polygon(exterior: ring))
    #expect(abs(area - ellipsoidArea(of: Polygon(exterior: ring.reversed))) < 1e-3)
    #expect(area > 6.1e9)
  }
}
