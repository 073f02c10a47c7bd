/// A place given by two numbers, first then second in x, y (longitude, latitude) order.
///
/// Two types conform: ``GeoPosition`` on the ellipsoid and ``PlanePoint`` on the map plane. Code
/// that holds for both is generic; code that measures takes one of them, so mixing degrees and
/// metres does not compile.
public protocol Position: Hashable, Sendable {
  /// Longitude in degrees, or easting in metres.
  var first: Double { get }
  /// Latitude in degrees, or northing in metres.
  var second: Double { get }
  /// Creates a position from its two numbers.
  init(first: Double, second: Double)
}

extension Position {
  /// Whether both numbers are finite: NaN and infinity must never reach a geometry library.
  @inlinable public var isFinite: Bool { first.isFinite && second.isFinite }
}

/// A position on the ellipsoid, in degrees: longitude first, as in RFC 7946.
public struct GeoPosition: Position, BitwiseCopyable {
  /// Degrees east of Greenwich.
  public var longitude: Double
  /// Degrees north of the equator.
  public var latitude: Double

  /// Creates a position from degrees.
  @inlinable
  public init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }

  /// Creates a position from longitude and latitude.
  @inlinable
  public init(first: Double, second: Double) {
    self.init(longitude: first, latitude: second)
  }

  /// The longitude.
  @inlinable public var first: Double { longitude }
  /// The latitude.
  @inlinable public var second: Double { latitude }
}

/// A point on the map plane, in metres of the working CRS: x east, y north.
public struct PlanePoint: Position, BitwiseCopyable {
  /// Metres east.
  public var x: Double
  /// Metres north.
  public var y: Double

  /// Creates a point from metres.
  @inlinable
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// Creates a point from easting and northing.
  @inlinable
  public init(first: Double, second: Double) {
    self.init(x: first, y: second)
  }

  /// The easting.
  @inlinable public var first: Double { x }
  /// The northing.
  @inlinable public var second: Double { y }
}
