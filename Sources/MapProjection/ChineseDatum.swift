public import MapGeometry

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the longitudes and latitudes of Chinese map data may mean.
///
/// GCJ-02 and BD-09 shift positions by some hundred metres. The conversions are unofficial: they
/// agree with the map services to about a metre and give no survey accuracy. Positions outside the
/// box that the services treat as China are the same in all three.
public enum ChineseDatum: String, Hashable, Sendable, CaseIterable {
  /// Unshifted: WGS84, and CGCS2000 within a metre.
  case wgs84
  /// 火星坐标: 高德, 腾讯, Google's map of China.
  case gcj02
  /// 百度坐标 in degrees (BD09LL).
  case bd09

  /// The box inside which positions are shifted.
  public static let china = Bounds(
    GeoPosition(longitude: 72.004, latitude: 0.8293),
    GeoPosition(longitude: 137.8347, latitude: 55.8271))

  /// The WGS84 position of a position in this datum, within 1e-11 degrees of the exact inverse.
  public func toWGS84(_ position: GeoPosition) -> GeoPosition {
    switch self {
    case .wgs84: position
    case .gcj02: inverse(of: position, under: Self.gcj02FromWGS84)
    case .bd09: Self.gcj02.toWGS84(inverse(of: position, under: Self.bd09FromGCJ02))
    }
  }

  /// The position in this datum of a WGS84 position.
  public func fromWGS84(_ position: GeoPosition) -> GeoPosition {
    switch self {
    case .wgs84: position
    case .gcj02: Self.gcj02FromWGS84(position)
    case .bd09: Self.bd09FromGCJ02(Self.gcj02FromWGS84(position))
    }
  }

  /// The position in another datum.
  public func convert(_ position: GeoPosition, to other: ChineseDatum) -> GeoPosition {
    switch (self, other) {
    case (.gcj02, .bd09): Self.bd09FromGCJ02(position)
    case (.bd09, .gcj02): inverse(of: position, under: Self.bd09FromGCJ02)
    case _ where self == other: position
    default: other.fromWGS84(toWGS84(position))
    }
  }

  /// The position that `shift` moves here: each step takes off the shift of the last guess, which
  /// leaves a few millionths of the error.
  private func inverse(of position: GeoPosition, under shift: (GeoPosition) -> GeoPosition)
    -> GeoPosition
  {
    var guess = position
    for _ in 0..<20 {
      let image = shift(guess)
      let east = position.longitude - image.longitude
      let north = position.latitude - image.latitude
      guess.longitude += east
      guess.latitude += north
      if abs(east) < 1e-12, abs(north) < 1e-12 { break }
    }
    return guess
  }
}

extension ChineseDatum {
  private static func gcj02FromWGS84(_ position: GeoPosition) -> GeoPosition {
    guard china.contains(position) else { return position }
    let semiMajorAxis = 6_378_245.0  // Krassovsky 1940
    let eccentricitySquared = 0.00669342162296594323
    let x = position.longitude - 105
    let y = position.latitude - 35
    // Both series share these two waves.
    let common = 20 * sin(6 * x * .pi) + 20 * sin(2 * x * .pi)
    var north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * abs(x).squareRoot()
    north += (common + 20 * sin(y * .pi) + 40 * sin(y / 3 * .pi)) * 2 / 3
    north += (160 * sin(y / 12 * .pi) + 320 * sin(y * .pi / 30)) * 2 / 3
    var east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * abs(x).squareRoot()
    east += (common + 20 * sin(x * .pi) + 40 * sin(x / 3 * .pi)) * 2 / 3
    east += (150 * sin(x / 12 * .pi) + 300 * sin(x / 30 * .pi)) * 2 / 3
    // From metres to degrees, by the radii of curvature at this latitude.
    let latitude = position.latitude * .pi / 180
    let magic = 1 - eccentricitySquared * sin(latitude) * sin(latitude)
    let meridian = semiMajorAxis * (1 - eccentricitySquared) / (magic * magic.squareRoot())
    let parallel = semiMajorAxis / magic.squareRoot() * cos(latitude)
    return GeoPosition(
      longitude: position.longitude + east * 180 / (parallel * .pi),
      latitude: position.latitude + north * 180 / (meridian * .pi))
  }

  private static func bd09FromGCJ02(_ position: GeoPosition) -> GeoPosition {
    guard china.contains(position) else { return position }
    let x = position.longitude
    let y = position.latitude
    let wave = Double.pi * 3000 / 180
    let radius = (x * x + y * y).squareRoot() + 0.00002 * sin(y * wave)
    let angle = atan2(y, x) + 0.000003 * cos(x * wave)
    return GeoPosition(
      longitude: radius * cos(angle) + 0.0065, latitude: radius * sin(angle) + 0.006)
  }
}
