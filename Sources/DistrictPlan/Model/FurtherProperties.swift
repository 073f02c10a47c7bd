internal import GeoJSONCoding

/// Which properties a feature has beside those that the schema understands.
///
/// Asked before a feature is read again, which most questions then need not.
struct FurtherProperties: OptionSet {
  let rawValue: UInt64
  /// Some whose keys the schema does not know.
  static let ofOtherKeys = FurtherProperties(rawValue: 1 << 63)

  /// One whose key the schema knows, with a value of another type.
  static func of(_ key: FeatureKey) -> FurtherProperties {
    FurtherProperties(rawValue: 1 << UInt64(key.number))
  }
}

extension FurtherProperties {
  init(_ properties: [JSONMember], beside values: [FeatureKey: FeatureValue]) {
    self = []
    for property in properties {
      guard let key = FeatureKey(named: property.key) else {
        insert(.ofOtherKeys)
        continue
      }
      if values[key] == nil { insert(.of(key)) }
    }
  }
}
