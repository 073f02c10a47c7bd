import DistrictPlan
import MapGeometry
import Testing

/// The drawn places agree with what public data say, to the stated error.
struct PositionTests {
  /// Public control points of the river along the east side, WGS 84, north to south.
  static let sihe: [(Double, Double)] = [
    (116.8133, 35.432), (116.8117, 35.4287), (116.809, 35.4257), (116.8048, 35.4209),
    (116.7992, 35.4168), (116.7943, 35.4119), (116.7919, 35.4076), (116.7885, 35.4016),
    (116.786, 35.3983), (116.7824, 35.3956), (116.7789, 35.3943), (116.7723, 35.3933),
    (116.7636, 35.3938), (116.7588, 35.393), (116.7579, 35.3919), (116.7571, 35.3851),
    (116.7503, 35.3822), (116.7499, 35.3808), (116.7545, 35.3687), (116.7575, 35.3629),
    (116.7560, 35.3559), (116.7479, 35.3512), (116.7491, 35.3447), (116.7427, 35.338),
    (116.7415, 35.3334), (116.7353, 35.327), (116.7395, 35.3195), (116.7303, 35.3083),
  ]

  @Test(arguments: sihe)
  func riverPassesWithin150MetresOfItsControlPoints(point: (Double, Double)) throws {
    let river = try ShippedPlan.plane("river.sihe")
    #expect(river.distance(to: try ShippedPlan.point(point.0, point.1)) <= 150)
  }

  /// Public positions of grade A with their errors in metres.
  static let anchors: [(id: String, longitude: Double, latitude: Double, error: Double)] = [
    ("project.aegean", 116.68956, 35.42424, 150),
    ("facility.university-park", 116.69300, 35.43493, 350),
    ("landmark.jining-station", 116.59565, 35.39300, 50),
    ("landmark.city-government", 116.58182, 35.41556, 60),
    ("landmark.first-hospital", 116.58798, 35.39919, 60),
    ("landmark.museum", 116.57644, 35.41115, 60),
    ("landmark.jining-north", 116.60827, 35.52458, 150),
  ]

  @Test(arguments: anchors)
  func anchorLiesWithinItsError(
    anchor: (id: String, longitude: Double, latitude: Double, error: Double)
  ) throws {
    let drawn = try ShippedPlan.plane(anchor.id)
    let truth = try ShippedPlan.point(anchor.longitude, anchor.latitude)
    #expect(drawn.distance(to: truth) <= anchor.error)
  }

  /// Control points on the line between the two old districts, north to south.
  @Test(arguments: [
    (116.6823, 35.4695), (116.6857, 35.4472), (116.6963, 35.4419), (116.7007, 35.4346),
    (116.6957, 35.4220), (116.6909, 35.4117), (116.7054, 35.4084), (116.7296, 35.4043),
  ])
  func subDistrictBorderFollowsTheDistrictLine(point: (Double, Double)) throws {
    let truth = try ShippedPlan.point(point.0, point.1)
    let outlines = try ["subdistrict.liuhang", "subdistrict.jiezhuang", "subdistrict.guanghe"]
      .flatMap { try ShippedPlan.plane($0).polygons.flatMap(\.rings) }
    let nearest = outlines.flatMap { ring in
      zip(ring.points, ring.points.dropFirst()).map { Segment($0, $1).distance(to: truth) }
    }.min()
    #expect(try #require(nearest) <= 100)
  }
}
