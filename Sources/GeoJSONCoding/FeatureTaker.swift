/// Takes the features of a stretch of a large file one by one, in file order, and keeps of them what it likes.
///
/// Each stretch has a taker of its own, so that a file is read on all cores. Which way rings turn is not
/// judged on the way.
public protocol FeatureTaker: Sendable {
  /// Whether the values of a property are wanted; asked once for each key, and answered alike by all.
  func wants(_ key: String) -> Bool

  /// Takes a feature.
  mutating func take(_ feature: borrowing PassingFeature)
}

/// A feature while it is being read; nothing of it outlasts the call that takes it.
public struct PassingFeature: ~Copyable {
  /// The feature, with those properties that are wanted.
  ///
  /// It has no geometry where ``outline`` is given, and no places of vertices; ``GeoJSONReader/feature(at:in:)``
  /// reads it whole.
  public internal(set) var feature = GeoJSONFeature(properties: [])
  /// Whether it has properties that are not wanted.
  public internal(set) var hasOtherProperties = false
  /// The geometry before anything is made of it; `nil` where there is none, or it is unusual and stands in
  /// the feature.
  public internal(set) var outline: Outline?

  init() {}

  /// A feature that has been read whole.
  public init(_ feature: GeoJSONFeature) { self.feature = feature }

  /// Makes room for the next feature.
  mutating func clear() {
    feature.identifier = nil
    feature.identifierOffset = nil
    feature.properties.removeAll(keepingCapacity: true)
    feature.propertiesAreNull = true
    feature.geometry = nil
    feature.geometryIsNull = true
    feature.geometryTypeName = nil
    feature.geometryOffset = nil
    if !feature.foreignMembers.isEmpty { feature.foreignMembers = [] }
    if !feature.foreignGeometryMembers.isEmpty { feature.foreignGeometryMembers = [] }
    feature.boundingBox = nil
    hasOtherProperties = false
    outline = nil
  }
}
