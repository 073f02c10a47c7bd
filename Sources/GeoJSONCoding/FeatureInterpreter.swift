import MapGeometry

/// Makes a feature of a JSON tree and finds everything that is wrong with it.
struct FeatureInterpreter {
  let featureIndex: Int?
  var faults = [GeoJSONFault]()
  /// The offsets and further ordinates of the positions read so far.
  var offsets = [UInt32]()
  var extras = ExtraOrdinates()

  init(featureIndex: Int?) { self.featureIndex = featureIndex }

  mutating func fault(
    _ kind: GeoJSONFault.Kind, _ offset: Int, _ message: String, help: String? = nil
  ) {
    faults.append(
      GeoJSONFault(kind, offset: offset, featureIndex: featureIndex, message: message, help: help))
  }

  mutating func misplaced(_ member: JSONMember, in type: String) {
    fault(.structure, member.keyOffset, "a \(type) has a member '\(member.key)'")
  }

  /// The feature; `nil` when the value is not even an object.
  mutating func feature(_ value: JSONValue) -> GeoJSONFeature? {
    guard let members = value.object else {
      let help = value.isNull ? "remove it" : nil
      fault(.wrongType, value.offset, "\(value.kindName) where a feature is needed", help: help)
      faults[faults.count - 1].featureIndex = nil
      return nil
    }
    var feature = GeoJSONFeature()
    feature.offset = value.offset
    if isGeometry(members) {
      reportBareGeometry(members)
      setGeometry(value, of: &feature)
      return feature
    }
    holdType(members, at: value.offset)
    for member in members { read(member, into: &feature) }
    for key in ["properties", "geometry"] where members.value(of: key) == nil {
      fault(
        .structure, value.offset, "the feature has no '\(key)'",
        help: "write \"\(key)\":null where it has none")
    }
    return feature
  }

  private mutating func holdType(_ members: [JSONMember], at offset: Int) {
    guard let type = members.value(of: "type") else {
      return fault(.structure, offset, "the feature has no 'type'")
    }
    guard let name = type.text else {
      return fault(.wrongType, type.offset, "'type' is \(type.kindName), where a string is needed")
    }
    guard name != "Feature" else { return }
    fault(.wrongType, type.offset, "the type '\(name)' where 'Feature' is needed")
  }

  /// Whether a geometry stands where a feature is needed.
  private func isGeometry(_ members: [JSONMember]) -> Bool {
    members.value(of: "type")?.text.flatMap { GeometryType(rawValue: $0) } != nil
      && members.value(of: "geometry") == nil
  }

  private mutating func reportBareGeometry(_ members: [JSONMember]) {
    guard let type = members.value(of: "type") else { return }
    fault(
      .wrongType, type.offset, "the type '\(type.text ?? "")' where 'Feature' is needed",
      help: "put the geometry into the 'geometry' of a feature")
  }

  private mutating func read(_ member: JSONMember, into feature: inout GeoJSONFeature) {
    let value = member.value
    switch member.key {
    case "type": break
    case "id":
      feature.identifier = GeoJSONIdentifier(value)
      feature.identifierOffset = value.offset
      if feature.identifier == nil {
        fault(
          .wrongType, value.offset,
          "'id' is \(value.kindName), where a string or a number is needed")
      }
    case "properties":
      feature.properties = value.object ?? []
      feature.propertiesAreNull = value.isNull
      if value.object == nil, !value.isNull {
        fault(
          .wrongType, value.offset,
          "'properties' is \(value.kindName), where an object or null is needed")
      }
    case "geometry": setGeometry(value, of: &feature)
    case "bbox": feature.boundingBox = boundingBox(value)
    case "crs": reportCRS(member)
    case "coordinates", "geometries", "features": misplaced(member, in: "Feature")
    default: feature.foreignMembers.append(member)
    }
  }

  /// Reads the geometry of a feature; repeated, the last one counts.
  mutating func setGeometry(_ value: JSONValue, of feature: inout GeoJSONFeature) {
    offsets = []
    extras = ExtraOrdinates()
    feature.geometryOffset = value.offset
    feature.geometryTypeName = value["type"]?.text
    feature.foreignGeometryMembers = []
    feature.geometry = nil
    feature.geometryIsNull = value.isNull
    if !value.isNull {
      switch geometry(value, foreign: &feature.foreignGeometryMembers) {
      case .whole(let geometry): feature.geometry = geometry
      case .empty: feature.geometryIsNull = true
      case .faulty: break
      }
    }
    feature.positionOffsets = feature.geometry == nil ? [] : offsets
    feature.extraOrdinates = feature.geometry == nil ? ExtraOrdinates() : extras
  }
}
