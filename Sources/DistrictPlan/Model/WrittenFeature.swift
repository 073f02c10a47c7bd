internal import GeoJSONCoding
internal import MapGeometry

/// What a file says of a feature, where it is kept rather than read again.
struct WrittenFeature: Sendable {
  let properties: [JSONMember]
  let geometry: GeoGeometry?
  /// The place of each vertex in the file, in the order of `geometry.positions`.
  let vertexOffsets: [UInt32]

  init(_ raw: GeoJSONFeature, _ place: FeaturePlace.Places?) {
    properties = raw.properties
    geometry = place?.geometry
    vertexOffsets = raw.positionOffsets
  }
}

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
