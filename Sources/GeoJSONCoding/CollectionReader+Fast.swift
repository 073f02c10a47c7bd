import MapGeometry

// The way for well-formed features: no tree, one pass. Every method answers `nil` or `false` for what is
// unusual, and the feature is then read again the careful way.

extension CollectionReader {
  /// Reads the feature at the position if it is well-formed; otherwise nothing has happened.
  mutating func fastFeature() throws(SyntaxError) -> GeoJSONFeature? {
    var passing = PassingFeature()
    guard try readsFast(&passing) else { return nil }
    return whole(passing)
  }

  /// Reads the geometry at the position if it is well-formed, as a feature without properties.
  mutating func fastGeometry() throws(SyntaxError) -> GeoJSONFeature? {
    var passing = PassingFeature()
    let isRead = try attempt { (reader) throws(SyntaxError) in
      passing.feature.offset = reader.scanner.position
      return try reader.readGeometry(of: &passing)
    }
    return isRead ? whole(passing) : nil
  }

  /// Reads the feature at the position if it is well-formed, up to the point where a geometry is made;
  /// otherwise nothing has happened.
  mutating func readsFast(_ passing: inout PassingFeature) throws(SyntaxError) -> Bool {
    try attempt { (reader) throws(SyntaxError) in try reader.plainFeature(&passing) }
  }

  /// The feature with its geometry and the places of its vertices.
  private mutating func whole(_ passing: borrowing PassingFeature) -> GeoJSONFeature {
    var feature = passing.feature
    if let outline = passing.outline {
      feature.geometry = outline.geometry
      collection.faults += outline.turnFaults(featureCount)
    }
    feature.positionOffsets = coordinates.allOffsets
    feature.extraOrdinates = coordinates.extras
    return feature
  }

  private mutating func attempt(
    _ read: (inout CollectionReader) throws(SyntaxError) -> Bool
  ) throws(SyntaxError) -> Bool {
    let (position, depth) = (scanner.position, scanner.depth)
    let (notes, faults) = (scanner.notes.count, collection.faults.count)
    coordinates.reset()
    if try read(&self), !coordinates.hasSurplusOrdinates { return true }
    scanner.position = position
    scanner.depth = depth
    scanner.notes.removeSubrange(notes...)
    collection.faults.removeSubrange(faults...)
    return false
  }

  private mutating func plainFeature(
    _ passing: inout PassingFeature
  ) throws(SyntaxError) -> Bool {
    guard scanner.current == UInt8(ascii: "{") else { return false }
    let opening = scanner.position
    passing.feature.offset = opening
    var seen = MemberSet()
    try scanner.descend()
    repeat {
      let keyOffset = scanner.position
      guard let key = try scanner.plainKey() else { return false }
      switch MemberName(key) {
      case .type:
        guard seen.insert(.type), scanner.isWord("Feature") else { return false }
      case .id:
        passing.feature.identifierOffset = scanner.position
        passing.feature.identifier = GeoJSONIdentifier(try scanner.value())
        guard seen.insert(.id), passing.feature.identifier != nil else { return false }
      case .properties:
        guard seen.insert(.properties), try readProperties(of: &passing) else { return false }
      case .geometry:
        guard seen.insert(.geometry), try readGeometry(of: &passing) else { return false }
      case .box:
        passing.feature.boundingBox = try plainBox()
        guard seen.insert(.box), passing.feature.boundingBox != nil else { return false }
      case .crs, .coordinates, .geometries, .features: return false
      case .foreign:
        let member = JSONMember(
          scanner.keys.key(key), try scanner.value(), keyOffset: keyOffset)
        guard !passing.feature.foreignMembers.contains(where: { $0.key == member.key }) else {
          return false
        }
        passing.feature.foreignMembers.append(member)
      }
    } while try scanner.separator(closing: UInt8(ascii: "}"), opening: opening)
    return seen.isSuperset(of: [.type, .properties, .geometry])
  }

  private mutating func readProperties(
    of passing: inout PassingFeature
  ) throws(SyntaxError) -> Bool {
    switch scanner.current {
    case UInt8(ascii: "{"):
      passing.feature.propertiesAreNull = false
      if choice == nil {
        passing.feature.properties = try scanner.members()
      } else {
        try readChosenProperties(of: &passing)
      }
      return true
    case UInt8(ascii: "n"):
      passing.feature.propertiesAreNull = true
      return try scanner.value().isNull
    default: return false
    }
  }

  private mutating func readGeometry(
    of passing: inout PassingFeature
  ) throws(SyntaxError) -> Bool {
    passing.feature.geometryOffset = scanner.position
    switch scanner.current {
    case UInt8(ascii: "{"):
      guard let type = try plainGeometry(of: &passing) else { return false }
      passing.feature.geometryTypeName = type.rawValue
      passing.feature.geometryIsNull = false
      return true
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
