import MapGeometry

// The way for well-formed features: no tree, one pass. Every method answers `nil` for what is unusual,
// and the feature is then read again the careful way.

extension CollectionReader {
  /// Reads the feature at the position if it is well-formed; otherwise nothing has happened.
  mutating func fastFeature() throws(SyntaxError) -> GeoJSONFeature? {
    try attempt { (reader) throws(SyntaxError) in try reader.plainFeature() }
  }

  /// Reads the geometry at the position if it is well-formed, as a feature without properties.
  mutating func fastGeometry() throws(SyntaxError) -> GeoJSONFeature? {
    try attempt { (reader) throws(SyntaxError) in
      var feature = GeoJSONFeature()
      feature.offset = reader.scanner.position
      guard try reader.readGeometry(of: &feature) else { return nil }
      feature.positionOffsets = reader.coordinates.allOffsets
      feature.extraOrdinates = reader.coordinates.extras
      return feature
    }
  }

  private mutating func attempt(
    _ read: (inout CollectionReader) throws(SyntaxError) -> GeoJSONFeature?
  ) throws(SyntaxError) -> GeoJSONFeature? {
    let (position, depth) = (scanner.position, scanner.depth)
    let (notes, faults) = (scanner.notes.count, collection.faults.count)
    coordinates.reset()
    if let feature = try read(&self), !coordinates.hasSurplusOrdinates { return feature }
    scanner.position = position
    scanner.depth = depth
    scanner.notes.removeSubrange(notes...)
    collection.faults.removeSubrange(faults...)
    return nil
  }

  private mutating func plainFeature() throws(SyntaxError) -> GeoJSONFeature? {
    guard scanner.current == UInt8(ascii: "{") else { return nil }
    var feature = GeoJSONFeature()
    feature.offset = scanner.position
    var seen = MemberSet()
    try scanner.descend()
    repeat {
      let keyOffset = scanner.position
      guard let key = try scanner.plainKey() else { return nil }
      switch MemberName(key) {
      case .type:
        guard seen.insert(.type), scanner.isWord("Feature") else { return nil }
      case .id:
        feature.identifierOffset = scanner.position
        feature.identifier = GeoJSONIdentifier(try scanner.value())
        guard seen.insert(.id), feature.identifier != nil else { return nil }
      case .properties:
        guard seen.insert(.properties), try readProperties(of: &feature) else { return nil }
      case .geometry:
        guard seen.insert(.geometry), try readGeometry(of: &feature) else { return nil }
      case .box:
        feature.boundingBox = try plainBox()
        guard seen.insert(.box), feature.boundingBox != nil else { return nil }
      case .crs, .coordinates, .geometries, .features: return nil
      case .foreign:
        let member = JSONMember(
          scanner.keys.key(key), try scanner.value(), keyOffset: keyOffset)
        guard !feature.foreignMembers.contains(where: { $0.key == member.key }) else { return nil }
        feature.foreignMembers.append(member)
      }
    } while try scanner.separator(closing: UInt8(ascii: "}"), opening: feature.offset)
    guard seen.isSuperset(of: [.type, .properties, .geometry]) else { return nil }
    if keepsOffsets { feature.positionOffsets = coordinates.allOffsets }
    feature.extraOrdinates = coordinates.extras
    return feature
  }

  private mutating func readProperties(
    of feature: inout GeoJSONFeature
  ) throws(SyntaxError) -> Bool {
    switch scanner.current {
    case UInt8(ascii: "{"):
      feature.properties = try scanner.members()
      feature.propertiesAreNull = false
      return true
    case UInt8(ascii: "n"): return try scanner.value().isNull
    default: return false
    }
  }

  private mutating func readGeometry(of feature: inout GeoJSONFeature) throws(SyntaxError) -> Bool {
    feature.geometryOffset = scanner.position
    switch scanner.current {
    case UInt8(ascii: "{"):
      feature.geometry = try plainGeometry(foreign: &feature.foreignGeometryMembers)
      feature.geometryTypeName = feature.geometry?.typeName
      feature.geometryIsNull = false
      return feature.geometry != nil
    case UInt8(ascii: "n"): return try scanner.value().isNull
    default: return false
    }
  }

  /// Reads a `bbox` that is what it has to be.
  mutating func plainBox() throws(SyntaxError) -> [Double]? {
    var interpreter = FeatureInterpreter(featureIndex: nil)
    let box = interpreter.boundingBox(try scanner.value())
    return interpreter.faults.isEmpty ? box : nil
  }
}

/// The members of an object that have been met.
struct MemberSet: OptionSet {
  let rawValue: UInt8
  static let type = MemberSet(rawValue: 1)
  static let id = MemberSet(rawValue: 2)
  static let properties = MemberSet(rawValue: 4)
  static let geometry = MemberSet(rawValue: 8)
  static let box = MemberSet(rawValue: 16)
  static let coordinates = MemberSet(rawValue: 32)

  /// Adds a member; `false` when it was there already.
  mutating func insert(_ member: MemberSet) -> Bool {
    guard isDisjoint(with: member) else { return false }
    formUnion(member)
    return true
  }
}
