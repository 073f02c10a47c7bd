internal import GeoJSONCoding
internal import MapGeometry

/// What a file says of a feature, as far as that is kept rather than read again.
struct WrittenFeature: Sendable {
  /// Where the vertices are, and where they stand in the file.
  struct Shape: Sendable {
    let geometry: GeoGeometry?
    /// The place of each vertex in the file, in the order of `geometry.positions`.
    let vertexOffsets: [UInt32]
  }

  /// The properties; `nil` where they are read again.
  let properties: [JSONMember]?
  /// The shape; `nil` where it is read again.
  let shape: Shape?

  /// Nothing is kept.
  init() { (properties, shape) = (nil, nil) }

  /// Only the properties are kept.
  init(propertiesOf raw: GeoJSONFeature) { (properties, shape) = (raw.properties, nil) }

  /// All is kept.
  init(_ raw: GeoJSONFeature, _ place: FeaturePlace.Places?) {
    properties = raw.properties
    shape = Shape(geometry: place?.geometry, vertexOffsets: raw.positionOffsets)
  }
}
