import MapGeometry
import MapProjection
import Testing

struct CRSTests {
  @Test func codeTellsNameUnitAndArea() throws {
    let crs = try CRS("EPSG:4548")
    #expect(crs.definition == "EPSG:4548")
    #expect(crs.code == "EPSG:4548")
    #expect(crs.name == "CGCS2000 / 3-degree Gauss-Kruger CM 117E")
    #expect(crs.datumName == "China 2000")
    #expect(crs.isProjected)
    #expect(crs.unit.name == "metre")
    #expect(crs.unit.factor == 1)
    let area = try #require(crs.areaOfUse)
    #expect(area.minimum.longitude == 115.5)
    #expect(area.maximum.longitude == 118.5)
  }

  @Test func geographicSystemsHaveNoPlane() throws {
    let crs = try CRS("EPSG:4490")
    #expect(!crs.isProjected)
    #expect(throws: ProjectionError.notProjected(name: crs.name)) { try Transformer(to: crs) }
    #expect(throws: ProjectionError.notProjected(name: "Yellow Sea 1956 height")) {
      try CRS("EPSG:5736")
    }
  }

  @Test func feetAreRefused() throws {
    let crs = try CRS("EPSG:2263")
    #expect(
      throws: ProjectionError.unitNotMetre(name: crs.name, unit: "US survey foot")
    ) { try Transformer(to: crs) }
  }

  @Test(arguments: ["", "EPSG:", "EPSG:0", "EPSG:99999999", "nonsense", "+proj=", "+proj=nosuch"])
  func unknownDefinitionsAreErrors(definition: String) {
    let error = #expect(throws: ProjectionError.self) { try CRS(definition) }
    #expect(error.map { "\($0)".hasPrefix("unknown CRS '\(definition)'") } == true)
    #expect(error?.help != nil)
  }

  @Test func theSameSystemInOtherWordsGivesTheSamePoints() throws {
    let crs = try CRS("EPSG:4548")
    let position = GeoPosition(longitude: 116.68, latitude: 35.42)
    let point = try Transformer(to: crs).project([position])
    let proj = try CRS("+proj=tmerc +lon_0=117 +x_0=500000 +ellps=GRS80 +units=m")
    for other in [
      try CRS(crs.wkt), try CRS(crs.wkt(.wkt1)), try CRS(crs.wkt(.esri)), proj,
      try CRS("urn:ogc:def:crs:EPSG::4548"), try CRS("EPSG:4548+5737"),
    ] {
      let found = try Transformer(to: other).project([position])
      #expect(found[0].distance(to: point[0]) < 1e-6)
    }
    #expect(try CRS(crs.wkt) == crs)
    #expect(proj != crs)
    #expect(proj.code == nil)
  }

  @Test func olderDatumsGetNoShift() throws {
    let position = GeoPosition(longitude: 116.68, latitude: 35.42)
    let plain = try Transformer(to: CRS("EPSG:2384")).project([position])
    let bound = try CRS(
      "+proj=tmerc +lon_0=117 +x_0=500000 +a=6378140 +rf=298.257 +towgs84=100,100,100 +units=m")
    let shifted = try Transformer(to: bound).project([position])
    #expect(plain[0].distance(to: shifted[0]) < 1e-6)
  }

  @Test func zoneFollowsTheLongitude() throws {
    #expect(try defaultGaussKrugerZone(forLongitude: 116.68).code == "EPSG:4548")
    #expect(try defaultGaussKrugerZone(forLongitude: 118.6).code == "EPSG:4549")
    #expect(try defaultGaussKrugerZone(forLongitude: 75).code == "EPSG:4534")
    #expect(try defaultGaussKrugerZone(forLongitude: 135).code == "EPSG:4554")
    for zone in 25...45 {
      let crs = try defaultGaussKrugerZone(forLongitude: Double(zone) * 3)
      let central = GeoPosition(longitude: Double(zone) * 3, latitude: 30)
      #expect(abs(try Transformer(to: crs).project([central])[0].x - 500_000) < 1e-6)
    }
    let london = try defaultGaussKrugerZone(forLongitude: -0.1)
    let point = try Transformer(to: london).project([GeoPosition(longitude: 0, latitude: 51)])
    #expect(abs(point[0].x - 500_000) < 1e-6)
    #expect(throws: ProjectionError.self) { try defaultGaussKrugerZone(forLongitude: .nan) }
  }
}
