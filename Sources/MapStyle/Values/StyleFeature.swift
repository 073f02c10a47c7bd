public import MapGeometry

/// What knows a feature, and works out what a style asks of it when it asks.
public protocol StyleFeatureSource: Sendable {
  /// The value of a property; `nil` where the feature has no such property.
  func property(_ name: String) -> StyleValue?
  /// All properties by name.
  var properties: [String: StyleValue] { get }
  /// The positions, where `within` and `distance` are to know them.
  var geometry: GeoGeometry? { get }
}

/// What a style may ask of a feature.
public struct StyleFeature: Sendable {
  /// The GeoJSON type: `Point`, `LineString`, `Polygon`, or one of these with `Multi` before it.
  public var geometryType: String
  /// The id: a string, a number, or null.
  public var id: StyleValue
  private let source: any StyleFeatureSource

  /// Creates a feature that knows its properties by itself.
  public init(geometryType: String, id: StyleValue, asking source: some StyleFeatureSource) {
    (self.geometryType, self.id, self.source) = (geometryType, id, source)
  }

  /// Creates a feature with an id of any kind.
  public init(
    geometryType: String, id: StyleValue, properties: [String: StyleValue],
    geometry: GeoGeometry? = nil
  ) {
    self.init(
      geometryType: geometryType, id: id,
      asking: ListedProperties(properties: properties, geometry: geometry))
  }

  /// Creates a feature whose id is a string.
  public init(geometryType: String, id: String, properties: [String: StyleValue]) {
    self.init(geometryType: geometryType, id: .string(id), properties: properties)
  }

  /// The value of a property; `nil` where the feature has no such property.
  public func property(_ name: String) -> StyleValue? { source.property(name) }

  /// The properties by name; who wants one of them asks ``property(_:)``.
  public var properties: [String: StyleValue] { source.properties }

  /// The positions, where `within` and `distance` are to know them.
  public var geometry: GeoGeometry? { source.geometry }
}

/// Properties that are known before anybody asks.
private struct ListedProperties: StyleFeatureSource {
  let properties: [String: StyleValue]
  let geometry: GeoGeometry?

  func property(_ name: String) -> StyleValue? { properties[name] }
}
