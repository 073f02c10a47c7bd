import MapGeometry

extension CollectionReader {
  /// Reads the geometry object at the position if it is well-formed: as an outline, or whole where it is a
  /// collection.
  mutating func plainGeometry(
    of passing: inout PassingFeature
  ) throws(SyntaxError) -> GeometryType? {
    guard let (type, parts) = try plainShape(&passing.feature.foreignGeometryMembers) else {
      return nil
    }
    if let parts {
      passing.feature.geometry = .collection(parts)
    } else {
      passing.outline = Outline(type, of: coordinates)
      guard passing.outline != nil else { return nil }
    }
    return type
  }

  /// Reads the members of a geometry object; the coordinates are then those that were read last.
  ///
  /// - Parameter foreign: Where members that RFC 7946 does not name go.
  private mutating func plainShape(
    _ foreign: inout [JSONMember]
  ) throws(SyntaxError) -> (type: GeometryType, parts: [GeoGeometry]?)? {
    let opening = scanner.position
    var seen = MemberSet()
    var type: GeometryType?
    var parts: [GeoGeometry]?
    try scanner.descend()
    repeat {
      let keyOffset = scanner.position
      guard let key = try scanner.plainKey() else { return nil }
      switch MemberName(key) {
      case .type:
        type = GeometryType.allCases.first { scanner.isWord($0.word) }
        guard seen.insert(.type), type != nil else { return nil }
      case .coordinates:
        guard seen.insert(.coordinates),
          let behind = coordinates.coordinates(at: scanner.position)
        else { return nil }
        scanner.position = behind
      case .geometries:
        parts = try plainParts()
        guard seen.insert(.coordinates), parts != nil else { return nil }
      case .box:
        guard seen.insert(.box), try plainBox() != nil else { return nil }
      case .crs, .geometry, .properties, .features, .id: return nil
      case .foreign:
        let member = JSONMember(
          scanner.keys.key(key), try scanner.value(), keyOffset: keyOffset)
        guard !foreign.contains(where: { $0.key == member.key }) else { return nil }
        foreign.append(member)
      }
    } while try scanner.separator(closing: UInt8(ascii: "}"), opening: opening)
    guard seen.contains(.coordinates), let type, (type == .collection) == (parts != nil) else {
      return nil
    }
    return (type, parts)
  }

  /// Reads the geometries of a collection, none of which is a collection or has foreign members.
  private mutating func plainParts() throws(SyntaxError) -> [GeoGeometry]? {
    let opening = scanner.position
    guard scanner.current == UInt8(ascii: "[") else { return nil }
    try scanner.descend()
    var parts = [GeoGeometry]()
    repeat {
      var foreign = [JSONMember]()
      guard scanner.current == UInt8(ascii: "{"), let (type, inner) = try plainShape(&foreign),
        foreign.isEmpty, inner == nil, let outline = Outline(type, of: coordinates)
      else { return nil }
      parts.append(outline.geometry)
      collection.faults += outline.turnFaults(featureCount)
    } while try scanner.separator(closing: UInt8(ascii: "]"), opening: opening)
    return parts
  }
}

extension CoordinateScanner {
  /// The offsets of all positions of the feature.
  var allOffsets: [UInt32] { offsets.array(from: 0, to: offsets.count) }
}
