import MapGeometry

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A plane in metres about a position, true near its latitude: the "cheap ruler" of web maps.
///
/// Within a few hundred kilometres of the position, distances are true to about one in a thousand.
struct LocalPlane {
  private let origin: GeoPosition
  /// Metres to a degree of longitude.
  private let perLongitude: Double
  /// Metres to a degree of latitude.
  private let perLatitude: Double

  init(about origin: GeoPosition) {
    self.origin = origin
    let (equator, flattening) = (6_378_137.0, 1 / 298.257223563)
    let eccentricity = flattening * (2 - flattening)
    let cosine = cos(origin.latitude * .pi / 180)
    let squared = 1 / (1 - eccentricity * (1 - cosine * cosine))
    let metres = equator * .pi / 180 * squared.squareRoot()
    perLongitude = metres * cosine
    perLatitude = metres * squared * (1 - eccentricity)
  }

  /// Where a position lies; the nearer way around the earth counts.
  func place(_ position: GeoPosition) -> PlanePoint {
    let east = (position.longitude - origin.longitude).remainder(dividingBy: 360)
    return PlanePoint(
      x: east * perLongitude, y: (position.latitude - origin.latitude) * perLatitude)
  }
}
