import MapGeometry
import PlanTestSupport
import Testing

@testable import MapProjection

/// Points come from a series; PROJ says where they should be.
struct ConformalPatchTests {
  /// Seeded positions within a box, those on its whole degrees among them.
  private func positions(_ west: Double, _ south: Double, _ width: Double, _ height: Double)
    -> [GeoPosition]
  {
    var generator = SeededGenerator(seed: 20_261_121)
    let inner = (0..<2000).map { _ in
      GeoPosition(
        longitude: Double.random(in: west...west + width, using: &generator),
        latitude: Double.random(in: south...south + height, using: &generator))
    }
    return inner + [
      GeoPosition(longitude: west, latitude: south),
      GeoPosition(longitude: west.rounded(.up), latitude: south.rounded(.up)),
      GeoPosition(longitude: west + width, latitude: south + height),
    ]
  }

  @Test(arguments: [
    "EPSG:4548", "EPSG:4527", "EPSG:2436", "+proj=lcc +lat_1=34 +lat_2=37 +lon_0=117 +ellps=GRS80",
    "+proj=merc +ellps=WGS84", "+proj=tmerc +lon_0=117 +R=6371000",
    "+proj=aea +lat_1=34 +lat_2=37 +lon_0=117 +ellps=GRS80",
  ])
  func theSeriesAgreesWithPROJ(definition: String) throws {
    let transformer = try Transformer(to: CRS(definition))
    let proj = try ProjOperation(to: definition)
    let positions = positions(115.2, 33.7, 3.6, 4)
    let (points, truth) = (try transformer.project(positions), try proj.project(positions))
    for (point, image) in zip(points, truth) {
      #expect(abs(point.x - image.x) < 1e-6 && abs(point.y - image.y) < 1e-6)
    }
  }

  @Test(arguments: ["EPSG:4548", "+proj=merc +ellps=WGS84"])
  func aConformalProjectionHasASeriesAndAnotherHasNone(definition: String) throws {
    let place = GeoPosition(longitude: 116.5, latitude: 35.5)
    func hasSeries(_ definition: String) throws -> Bool {
      let proj = try ProjOperation(to: definition)
      return ConformalPatch(around: place, on: proj.ellipsoid) {
        (positions) throws(ProjectionError) in try proj.project(positions)
      } != nil
    }
    #expect(try hasSeries(definition))
    #expect(try !hasSeries("+proj=aea +lat_1=34 +lat_2=37 +lon_0=117 +ellps=GRS80"))
  }

  @Test func aPositionHasTheSamePointWhateverIsProjectedWithIt() throws {
    let transformer = try Transformer(to: CRS("EPSG:4548"))
    let positions = positions(115.2, 33.7, 3.6, 4)
    let together = try transformer.project(positions)
    let fresh = try Transformer(to: CRS("EPSG:4548"))
    for (position, point) in zip(positions.reversed(), together.reversed()) {
      #expect(try fresh.project([position]) == [point])
    }
  }
}
