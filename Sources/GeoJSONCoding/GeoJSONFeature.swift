public import MapGeometry

/// One feature of a GeoJSON file, with the places of its parts in the file.
public struct GeoJSONFeature: Sendable {
  /// The `id` member.
  public var identifier: GeoJSONIdentifier?
  /// The properties in file order; empty when they are `null`.
  public var properties: [JSONMember]
  /// Whether the file says `null` instead of an object of properties.
  public var propertiesAreNull: Bool
  /// The geometry; `nil` when it is `null` or has a fault.
  public var geometry: GeoGeometry?
  /// Whether the file says that the feature has no place: `null`, or no coordinates at all.
  public var geometryIsNull: Bool
  /// The `type` of the geometry as written, even when the geometry has a fault.
  public var geometryTypeName: String?
  /// Heights and other ordinates that the geometry does not hold.
  public var extraOrdinates = ExtraOrdinates()
  /// Members of the feature that RFC 7946 does not name.
  public var foreignMembers: [JSONMember]
  /// Members of the geometry object that RFC 7946 does not name.
  public var foreignGeometryMembers: [JSONMember] = []
  /// The `bbox` member as written.
  public var boundingBox: [Double]?

  /// The offset of the feature's opening brace.
  public var offset = 0
  /// The offset of the value of `id`.
  public var identifierOffset: Int?
  /// The offset of the value of `geometry`.
  public var geometryOffset: Int?
  /// The offset of the opening bracket of each vertex, in the order of `Geometry.positions`.
  public var positionOffsets: [UInt32] = []

  /// Creates a feature that comes from no file.
  ///
  /// - Parameter properties: `nil` writes `null`.
  public init(
    identifier: GeoJSONIdentifier? = nil, properties: [JSONMember]? = nil,
    geometry: GeoGeometry? = nil, foreignMembers: [JSONMember] = []
  ) {
    self.identifier = identifier
    self.properties = properties ?? []
    propertiesAreNull = properties == nil
    self.geometry = geometry
    geometryIsNull = geometry == nil
    geometryTypeName = geometry?.typeName
    self.foreignMembers = foreignMembers
  }

  /// The property of this key; the last one where the key is repeated.
  public subscript(property: String) -> JSONValue? { properties.value(of: property) }

  /// The `id` among the properties where it says something else than the `id` of the feature.
  public var contradictingIdentifier: JSONMember? {
    guard let identifier, let member = properties.last(where: { $0.key == "id" }),
      let other = GeoJSONIdentifier(member.value), other.text != identifier.text
    else { return nil }
    return member
  }
}
