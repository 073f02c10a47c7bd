internal import GeoJSONCoding
internal import MapGeometry

/// All that a file says of a feature, where that is kept rather than read again.
final class WrittenFeature: Sendable {
  /// The properties.
  let properties: [JSONMember]
  /// Where the vertices are.
  let geometry: GeoGeometry?
  /// The place of each vertex in the file, in the order of `geometry.positions`.
  let vertexOffsets: [UInt32]

  init(_ raw: GeoJSONFeature, _ place: FeaturePlace.Places?) {
    properties = raw.properties
    geometry = place?.geometry
    vertexOffsets = raw.positionOffsets
  }
}
