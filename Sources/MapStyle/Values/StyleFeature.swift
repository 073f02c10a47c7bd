public import MapGeometry

/// What a style may ask of a feature.
public struct StyleFeature: Sendable {
  /// The GeoJSON type: `Point`, `LineString`, `Polygon`, or one of these with `Multi` before it.
  public var geometryType: String
  /// The id: a string, a number, or null.
  public var id: StyleValue
  /// The properties by name.
  public var properties: [String: StyleValue]
  /// The positions, where `within` and `distance` are to know them.
  public var geometry: GeoGeometry?

  /// Creates a feature with an id of any kind.
  public init(
    geometryType: String, id: StyleValue, properties: [String: StyleValue],
    geometry: GeoGeometry? = nil
  ) {
    self.geometryType = geometryType
    self.id = id
    self.properties = properties
    self.geometry = geometry
  }

  /// Creates a feature whose id is a string.
  public init(geometryType: String, id: String, properties: [String: StyleValue]) {
    self.init(geometryType: geometryType, id: .string(id), properties: properties)
  }
}
