public import MapGeometry

/// Where a finding is, in longitude and latitude: the faulty place and a point in it.
public struct Place: Hashable, Sendable {
  /// The faulty place.
  public let geometry: GeoGeometry
  /// A point in it.
  public let anchor: GeoPosition
}
