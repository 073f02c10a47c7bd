/// What a style may ask of a feature.
public struct StyleFeature: Sendable {
  /// The GeoJSON type: `Point`, `LineString`, `Polygon`, or one of these with `Multi` before it.
  public var geometryType: String
  /// The id: a string, a number, or null.
  public var id: StyleValue
  /// The properties by name.
  public var properties: [String: StyleValue]
  /// The positions, where `within` and `distance` are to know them.
  public var geometry: StyleGeometry?

  /// Creates a feature with an id of any kind.
  public init(
    geometryType: String, id: StyleValue, properties: [String: StyleValue],
    geometry: StyleGeometry? = nil
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

/// The positions of a feature, in degrees: parts, lines, vertices.
///
/// Points are one part of one line each; lines and rings are lists of vertices.
public struct StyleGeometry: Hashable, Sendable {
  /// A position in degrees.
  public struct Position: Hashable, Sendable {
    /// Degrees east.
    public var longitude: Double
    /// Degrees north.
    public var latitude: Double

    /// Creates a position.
    public init(longitude: Double, latitude: Double) {
      self.longitude = longitude
      self.latitude = latitude
    }
  }

  /// Polygons with their rings, or lines and points as parts of one list each.
  public var parts: [[[Position]]]

  /// Creates a geometry.
  public init(parts: [[[Position]]]) {
    self.parts = parts
  }
}
