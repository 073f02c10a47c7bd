public import GeoJSONCoding

/// The one form in which plan files are kept, so that a diff shows exactly what moved.
///
/// One feature a line, features by id, properties in the order of ``FeatureKey``, coordinates with the
/// plan's decimals. Properties that are null and members that GIS programs add to the collection
/// (`name`, `crs` of WGS 84) say nothing and are left out; everything else is kept.
public enum CanonicalForm {
  /// The file in canonical form.
  ///
  /// - Parameter decimals: The decimals of a degree that the plan carries.
  public static func bytes(of collection: GeoJSONCollection, decimals: Int) -> [UInt8] {
    let features = collection.features.map(canonical).sorted { a, b in
      (a.identifier?.text ?? "").utf8.lexicographicallyPrecedes((b.identifier?.text ?? "").utf8)
    }
    let foreign = collection.foreignMembers.filter {
      !["name", "crs", "xy_coordinate_resolution"].contains($0.key)
    }
    return GeoJSONWriter.collection(features, decimals: decimals, foreignMembers: foreign)
  }

  private static func canonical(_ feature: GeoJSONFeature) -> GeoJSONFeature {
    var result = feature
    let members = feature.properties.filter { !$0.value.isNull }
    let known = FeatureKey.allCases.compactMap { key in
      members.first { $0.key == key.rawValue }
    }
    let unknown = members.filter { FeatureKey(rawValue: $0.key) == nil }.sorted { $0.key < $1.key }
    var properties = known + unknown
    let property = feature[FeatureKey.id.rawValue].flatMap(GeoJSONIdentifier.init)?.text
    // Either id alone is accepted; the canonical form says it in both places.
    if let id = feature.identifier?.text ?? property {
      result.identifier = .string(id)
      if property == nil {
        properties.insert(JSONMember(FeatureKey.id.rawValue, .string(id)), at: 0)
      }
    }
    result.properties = properties
    result.propertiesAreNull = false
    result.boundingBox = nil
    return result
  }
}
