import MapGeometry
import Messages

/// Makes a feature of a JSON tree and finds everything that is wrong with it.
struct FeatureInterpreter {
  let featureIndex: Int?
  var faults = [GeoJSONFault]()
  /// The offsets and further ordinates of the positions read so far.
  var offsets = [UInt32]()
  var extras = ExtraOrdinates()

  init(featureIndex: Int?) { self.featureIndex = featureIndex }

  mutating func fault(
    _ kind: GeoJSONFault.Kind, _ offset: Int, _ message: Wording, help: Wording? = nil
  ) {
    faults.append(
      GeoJSONFault(kind, offset: offset, featureIndex: featureIndex, message: message, help: help))
  }

  mutating func misplaced(_ member: JSONMember, in type: String) {
    fault(
      .structure, member.keyOffset,
      Wording("a \(type) has a member '\(member.key)'", zh: "\(type) 含有成员“\(member.key)”"))
  }

  /// The feature; `nil` when the value is not even an object.
  mutating func feature(_ value: JSONValue) -> GeoJSONFeature? {
    guard let members = value.object else {
      fault(
        .wrongType, value.offset, .mistyped(value, needed: Wording("a feature", zh: "要素")),
        help: value.isNull ? Wording("remove it", zh: "删去") : nil)
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
        .structure, value.offset, Wording("the feature has no '\(key)'", zh: "要素没有“\(key)”"),
        help: Wording(
          "write \"\(key)\":null where it has none", zh: "没有内容时写作 \"\(key)\":null"))
    }
    return feature
  }

  private mutating func holdType(_ members: [JSONMember], at offset: Int) {
    guard let type = members.value(of: "type") else {
      return fault(.structure, offset, Wording("the feature has no 'type'", zh: "要素没有“type”"))
    }
    guard let name = type.text else {
      return fault(
        .wrongType, type.offset, .mistyped("type", type, needed: .aString))
    }
    guard name != "Feature" else { return }
    fault(.wrongType, type.offset, Self.notAFeature(name))
  }

  /// Whether a geometry stands where a feature is needed.
  private func isGeometry(_ members: [JSONMember]) -> Bool {
    members.value(of: "type")?.text.flatMap { GeometryType(rawValue: $0) } != nil
      && members.value(of: "geometry") == nil
  }

  private mutating func reportBareGeometry(_ members: [JSONMember]) {
    guard let type = members.value(of: "type") else { return }
    fault(
      .wrongType, type.offset, Self.notAFeature(type.text ?? ""),
      help: Wording(
        "put the geometry into the 'geometry' of a feature", zh: "将该几何放入要素的“geometry”"))
  }

  private static func notAFeature(_ type: String) -> Wording {
    Wording("the type '\(type)' where 'Feature' is needed", zh: "类型为“\(type)”，应为“Feature”")
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
          .mistyped("id", value, needed: Wording("a string or a number", zh: "字符串或数字")))
      }
    case "properties":
      feature.properties = value.object ?? []
      feature.propertiesAreNull = value.isNull
      if value.object == nil, !value.isNull {
        fault(
          .wrongType, value.offset,
          .mistyped("properties", value, needed: Wording("an object or null", zh: "对象或 null")))
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
