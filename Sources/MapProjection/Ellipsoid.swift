import CPROJ
public import MapGeometry

/// The figure that stands for the Earth.
public struct Ellipsoid: Hashable, Sendable {
  /// The equatorial radius in metres.
  public let semiMajorAxis: Double
  /// One over the flattening.
  public let inverseFlattening: Double

  /// Creates an ellipsoid from its two defining numbers.
  public init(semiMajorAxis: Double, inverseFlattening: Double) {
    self.semiMajorAxis = semiMajorAxis
    self.inverseFlattening = inverseFlattening
  }

  /// China Geodetic Coordinate System 2000.
  public static let cgcs2000 = Ellipsoid(
    semiMajorAxis: 6_378_137, inverseFlattening: 298.257222101)
  /// World Geodetic System 1984.
  public static let wgs84 = Ellipsoid(
    semiMajorAxis: 6_378_137, inverseFlattening: 298.257223563)

  fileprivate var geodesic: geod_geodesic {
    var geodesic = geod_geodesic()
    proj.geod_init(&geodesic, semiMajorAxis, 1 / inverseFlattening)
    return geodesic
  }
}

/// The area of a polygon on the ellipsoid in square metres, holes taken off; edges are geodesics.
public func ellipsoidArea(of polygon: Polygon<GeoPosition>, on ellipsoid: Ellipsoid = .cgcs2000)
  -> Double
{
  var geodesic = ellipsoid.geodesic
  func area(of ring: Ring<GeoPosition>) -> Double {
    var outline = geod_polygon()
    proj.geod_polygon_init(&outline, 0)
    for position in ring.points.dropLast() {
      proj.geod_polygon_addpoint(&geodesic, &outline, position.latitude, position.longitude)
    }
    var area = 0.0
    _ = proj.geod_polygon_compute(&geodesic, &outline, 0, 1, &area, nil)
    return abs(area)
  }
  return polygon.holes.reduce(area(of: polygon.exterior)) { $0 - area(of: $1) }
}

/// The length of a line on the ellipsoid in metres; edges are geodesics.
public func geodesicLength(of line: Line<GeoPosition>, on ellipsoid: Ellipsoid = .cgcs2000)
  -> Double
{
  zip(line.points, line.points.dropFirst())
    .reduce(0) { $0 + geodesicDistance(from: $1.0, to: $1.1, on: ellipsoid) }
}

/// The shortest way between two positions on the ellipsoid, in metres.
public func geodesicDistance(
  from start: GeoPosition, to end: GeoPosition, on ellipsoid: Ellipsoid = .cgcs2000
) -> Double {
  var geodesic = ellipsoid.geodesic
  var distance = 0.0
  proj.geod_inverse(
    &geodesic, start.latitude, start.longitude, end.latitude, end.longitude, &distance, nil, nil)
  return distance
}
