import Messages
import MapGeometry
import MapProjection
import Testing

struct TransformerTests {
  /// longitude, latitude, easting, northing in EPSG:4548, by PROJ 9.5.1.
  static let vectors: [[Double]] = [
    [117.0, 35.0, 500000.0000, 3874592.9016],
    [116.5819864, 35.4154266, 462034.0562, 3920762.4085],
    [116.65, 35.43, 468217.1212, 3922355.3203],
    [116.68, 35.42, 470937.7860, 3921236.5969],
    [116.5, 35.3, 454522.9385, 3907990.5656],
    [116.6, 35.35, 463640.7999, 3913496.6572],
    [116.7, 35.45, 472764.2844, 3924559.3731],
    [116.8, 35.5, 481854.1096, 3930083.8738],
    [117.25, 35.42, 522704.8395, 3921218.2693],
    [118.49, 35.42, 635325.7514, 3922209.4999],
    [115.5, 35.4, 363732.2820, 3920004.0246],
    [118.5, 35.4, 636267.7180, 3920004.0246],
    [116.0, 36.0, 409834.8845, 3986005.1900],
  ]

  @Test(arguments: vectors)
  func referenceVectorsHoldToATenthOfAMillimetre(vector: [Double]) throws {
    let position = GeoPosition(longitude: vector[0], latitude: vector[1])
    for (code, zone) in [("EPSG:4548", 0.0), ("EPSG:4527", 39_000_000)] {
      let transformer = try Transformer(to: CRS(code))
      let point = try transformer.project([position])[0]
      #expect(abs(point.x - zone - vector[2]) <= 0.0001)
      #expect(abs(point.y - vector[3]) <= 0.0001)
      let back = try transformer.unproject([point])[0]
      #expect(abs(back.longitude - vector[0]) < 1e-10)
      #expect(abs(back.latitude - vector[1]) < 1e-10)
    }
  }

  @Test func planeAreaIsSlightlyLargerThanThatOfTheEllipsoid() throws {
    let quadrilateral = Polygon(
      exterior: try Ring([
        GeoPosition(longitude: 116.6, latitude: 35.38),
        GeoPosition(longitude: 116.7, latitude: 35.38),
        GeoPosition(longitude: 116.7, latitude: 35.44),
        GeoPosition(longitude: 116.6, latitude: 35.44),
        GeoPosition(longitude: 116.6, latitude: 35.38),
      ]))
    #expect(abs(ellipsoidArea(of: quadrilateral) - 60_464_815.69) < 0.01)
    let transformer = try Transformer(to: CRS("EPSG:4548"))
    let plane = try transformer.project(.polygon(quadrilateral)).area
    #expect(abs(plane - 60_466_325.94) < 0.01)
    let hole = Polygon(
      exterior: quadrilateral.exterior, holes: [quadrilateral.exterior.reversed])
    #expect(ellipsoidArea(of: hole) == 0)
  }

  @Test func gridNorthLeansAwayFromTheCentralMeridian() throws {
    let transformer = try Transformer(to: CRS("EPSG:4548"))
    for longitude in [115.6, 116.65, 117, 117.4, 118.4] {
      let position = GeoPosition(longitude: longitude, latitude: 35.42)
      let north = GeoPosition(longitude: longitude, latitude: 35.4201)
      let points = try transformer.project([position, north])
      // True north seen from grid north is the convergence taken the other way.
      let bearing = try #require(Bearing(from: points[0], to: points[1]))
      let convergence = try transformer.gridConvergence(at: position)
      #expect(bearing.deviation(from: Bearing(degrees: -convergence)) < 1e-4)
      #expect((convergence > 0) == (longitude > 117.0001))
    }
  }

  @Test func pointScaleIsOneOnTheCentralMeridian() throws {
    let transformer = try Transformer(to: CRS("EPSG:4548"))
    let centre = GeoPosition(longitude: 117, latitude: 35.42)
    #expect(abs(try transformer.pointScale(at: centre) - 1) < 1e-8)
    let west = GeoPosition(longitude: 116.68, latitude: 35.42)
    #expect(abs(try transformer.pointScale(at: west) - 1.0000104) < 1e-7)
  }

  @Test func metresInADegreesFileAreNamed() throws {
    let transformer = try Transformer(to: CRS("EPSG:4548"))
    let metres = GeoPosition(longitude: 470_937.786, latitude: 3_921_236.597)
    let good = GeoPosition(longitude: 116.68, latitude: 35.42)
    let error = #expect(throws: ProjectionError.outOfRange(metres)) {
      try transformer.project([good, metres])
    }
    #expect(
      error.map { "\($0)" }
        == "longitude 470937.786°, latitude 3921236.597° is not on the ellipsoid")
    #expect(error?.help?.english.contains("metres") == true)
    let swapped = GeoPosition(longitude: 35.42, latitude: 116.68)
    let other = #expect(throws: ProjectionError.outOfRange(swapped)) {
      try transformer.project([swapped])
    }
    #expect(other?.help?.english.contains("longitude first") == true)
    #expect(throws: ProjectionError.self) {
      try transformer.project([GeoPosition(longitude: .nan, latitude: 0)])
    }
  }

  @Test func pointsThatLeadNowhereAreNamed() throws {
    let transformer = try Transformer(to: CRS("EPSG:4548"))
    let far = PlanePoint(x: 1e12, y: 1e12)
    #expect(throws: ProjectionError.notUnprojectable(far, crs: transformer.crs.name)) {
      try transformer.unproject([PlanePoint(x: 500_000, y: 3_900_000), far])
    }
    #expect(throws: ProjectionError.self) {
      try transformer.unproject([PlanePoint(x: .infinity, y: 0)])
    }
    let aside = GeoPosition(longitude: -153, latitude: 0)
    #expect(throws: ProjectionError.notProjectable(aside, crs: transformer.crs.name)) {
      try transformer.project([aside])
    }
  }

  @Test func emptyInputGivesEmptyOutput() throws {
    let transformer = try Transformer(to: CRS("EPSG:4548"))
    #expect(try transformer.project([GeoPosition]()) == [])
    #expect(try transformer.projectDensified(.collection([])) == .collection([]))
    #expect(try transformer.projectDensified(.multiPoint([])) == .multiPoint([]))
  }

  @Test func tasksShareATransformer() async throws {
    let transformer = try Transformer(to: CRS("EPSG:4548"))
    let positions = Self.vectors.map { GeoPosition(longitude: $0[0], latitude: $0[1]) }
    let expected = try transformer.project(positions)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          try (0..<200).allSatisfy { _ in try transformer.project(positions) == expected }
        }
      }
      for try await same in group { #expect(same) }
    }
  }

  @Test func startingIsCheap() throws {
    let crs = try CRS("EPSG:4548")
    let clock = ContinuousClock()
    let best = try (0..<5).map { _ in try clock.measure { _ = try Transformer(to: crs) } }.min()
    #expect(try #require(best) < .milliseconds(30))
  }
}
