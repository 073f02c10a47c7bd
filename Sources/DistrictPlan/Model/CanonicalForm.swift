public import GeoJSONCoding

/// The one form in which plan files are kept, so that a diff shows exactly what moved.
///
/// One feature a line, features by id, properties in the order of ``FeatureKey``, coordinates with the
/// plan's decimals. Properties that are null and members that GIS programs add to the collection
/// (`name`, `crs` of WGS 84) say nothing and are left out; numbers, flags and lists get the form that
/// the plan gives them (`350`, not `350.0`); everything else is kept.
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
    let keys = members.map { FeatureKey(named: $0.key) }
    let inOrder = keys.indices.sorted { a, b in
      switch (keys[a], keys[b]) {
      case (let own?, let other?): (own.number, a) < (other.number, b)
      case (nil, nil): (members[a].key, a) < (members[b].key, b)
      case (let own, _): own != nil
      }
    }
    var properties = inOrder.map { place in
      let member = members[place]
      return keys[place].map { JSONMember(member.key, canonical(member.value, $0)) } ?? member
    }
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

  /// A value as the plan writes it where GIS programs write the same otherwise.
  private static func canonical(_ value: JSONValue, _ key: FeatureKey) -> JSONValue {
    switch (key.valueType, value.kind) {
    case (.number, .number(let number, _)) where number.isFinite: .number(number)
    case (.flag, .number(let number, _)) where number == 0 || number == 1: .bool(number == 1)
    case (.texts, .string(let text)): .array([.string(text)])
    default: value
    }
  }
}
