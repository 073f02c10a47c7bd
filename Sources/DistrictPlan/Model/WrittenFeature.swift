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
  let rawValue: UInt8
  /// Some whose keys the schema knows, with values of another type.
  static let ofKnownKeys = FurtherProperties(rawValue: 1)
  /// Some whose keys the schema does not know.
  static let ofOtherKeys = FurtherProperties(rawValue: 2)
}

extension FurtherProperties {
  init(_ properties: [JSONMember], beside values: [FeatureKey: FeatureValue]) {
    let known = properties.count { FeatureKey(named: $0.key) != nil }
    self = []
    if known != values.count { insert(.ofKnownKeys) }
    if known != properties.count { insert(.ofOtherKeys) }
  }
}
