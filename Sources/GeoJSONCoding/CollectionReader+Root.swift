import Messages

extension CollectionReader {
  /// Makes a collection of the members of the root object.
  mutating func interpretRoot(
    _ members: [JSONMember], at start: Int, listed: JSONMember?
  ) throws(SyntaxError) {
    let type = members.value(of: "type")
    switch type?.text {
    case "FeatureCollection": interpretCollection(members, at: start, listed: listed)
    case "Feature": try interpretBare(members, at: start, as: .feature)
    case let name? where GeometryType(rawValue: name) != nil:
      try interpretBare(members, at: start, as: .geometry)
    default:
      reportType(type, at: start)
      if listed != nil { interpretCollection(members, at: start, listed: listed) }
    }
  }

  private mutating func reportType(_ type: JSONValue?, at start: Int) {
    guard let type else {
      return fault(
        .structure, start, Wording("the root object has no 'type'", zh: "根对象没有“type”"))
    }
    guard let name = type.text else {
      return fault(
        .wrongType, type.offset, .mistyped("type", type, needed: .aString))
    }
    let types = ["FeatureCollection", "Feature"] + GeometryType.allCases.map(\.rawValue)
    fault(
      .wrongType, type.offset, Wording("unknown type '\(name)'", zh: "未知的类型“\(name)”"),
      help: .proposal(name.nearest(among: types)))
  }

  private mutating func interpretCollection(
    _ members: [JSONMember], at start: Int, listed: JSONMember?
  ) {
    var interpreter = FeatureInterpreter(featureIndex: nil)
    for member in members {
      switch member.key {
      case "type": break
      case "features":
        if member.value.array == nil {
          interpreter.fault(
            .wrongType, member.value.offset,
            .mistyped("features", member.value, needed: .anArray))
        }
      case "bbox": collection.boundingBox = interpreter.boundingBox(member.value)
      case "crs":
        collection.crs = member.value
        interpreter.reportCRS(member)
      case "geometry", "properties", "coordinates", "geometries":
        interpreter.misplaced(member, in: "FeatureCollection")
      default: collection.foreignMembers.append(member)
      }
    }
    if !members.contains(where: { $0.key == "features" }) {
      interpreter.fault(
        .structure, start,
        Wording("the FeatureCollection has no 'features'", zh: "FeatureCollection 没有“features”"))
    }
    collection.faults += interpreter.faults
  }

  /// Makes a collection of one from a root that is a feature or a geometry.
  private mutating func interpretBare(
    _ members: [JSONMember], at start: Int, as root: GeoJSONCollection.Root
  ) throws(SyntaxError) {
    // What stood under 'features' has been read as features; it belongs to nothing here.
    collection.features = []
    collection.root = root
    for index in collection.faults.indices
    where collection.faults[index].kind != .bom && collection.faults[index].kind != .carriageReturn
    {
      collection.faults[index].featureIndex = 0
    }
    var interpreter = FeatureInterpreter(featureIndex: 0)
    let object = JSONValue(.object(members), offset: start)
    if root == .feature {
      if let feature = interpreter.feature(object) { collection.features = [feature] }
    } else {
      var feature = GeoJSONFeature(properties: nil)
      feature.offset = start
      interpreter.setGeometry(object, of: &feature)
      collection.features = [feature]
    }
    collection.faults += interpreter.faults
  }
}
