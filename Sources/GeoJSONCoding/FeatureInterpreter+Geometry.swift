import MapGeometry

/// What became of a geometry object.
enum GeometryOutcome {
  case whole(GeoGeometry)
  /// There are no coordinates: as good as `null`.
  case empty
  /// There are faults, and they have been reported.
  case faulty
}

extension FeatureInterpreter {
  /// Makes a geometry of an object.
  ///
  /// - Parameter foreign: Where members that RFC 7946 does not name go.
  mutating func geometry(_ value: JSONValue, foreign: inout [JSONMember]) -> GeometryOutcome {
    guard let members = value.object else {
      fault(.wrongType, value.offset, "\(value.kindName) where a geometry is needed")
      return .faulty
    }
    let type = geometryType(members, at: value.offset)
    var outcome = GeometryOutcome.faulty
    for member in members {
      switch member.key {
      case "type": break
      case "bbox": _ = boundingBox(member.value)
      case "crs": reportCRS(member)
      case "coordinates" where type != .collection:
        if let type { outcome = coordinates(member.value, of: type) }
      case "geometries" where type == .collection: outcome = collection(member.value)
      case "coordinates" where type == .collection:
        misplaced(member, in: "GeometryCollection")
      case "geometries", "geometry", "properties", "features":
        misplaced(member, in: type?.rawValue ?? "geometry")
      default: foreign.append(member)
      }
    }
    if let type {
      let needed = type == .collection ? "geometries" : "coordinates"
      if members.value(of: needed) == nil {
        fault(.structure, value.offset, "the \(type.rawValue) has no '\(needed)'")
      }
    }
    return outcome
  }

  private mutating func geometryType(_ members: [JSONMember], at offset: Int) -> GeometryType? {
    guard let value = members.value(of: "type") else {
      fault(.structure, offset, "the geometry has no 'type'")
      return nil
    }
    guard let name = value.text else {
      fault(.wrongType, value.offset, "'type' is \(value.kindName), where a string is needed")
      return nil
    }
    guard let type = GeometryType(rawValue: name) else {
      let help = name.nearest(among: GeometryType.allCases.map(\.rawValue))
      fault(
        .wrongType, value.offset, "unknown geometry type '\(name)'",
        help: help.map { "did you mean '\($0)'?" })
      return nil
    }
    return type
  }

  private mutating func collection(_ value: JSONValue) -> GeometryOutcome {
    guard let elements = value.array else {
      fault(
        .wrongType, value.offset, "'geometries' is \(value.kindName), where an array is needed")
      return .faulty
    }
    var parts = [GeoGeometry]()
    var isWhole = true
    for element in elements {
      var foreign = [JSONMember]()
      let outcome = geometry(element, foreign: &foreign)
      if let member = foreign.first {
        fault(
          .lostMember, member.keyOffset,
          "a geometry in a collection has a member '\(member.key)', which is not kept")
      }
      switch outcome {
      case .whole(let part):
        parts.append(part)
        if case .collection = part {
          fault(
            .nestedCollection, element.offset,
            "a GeometryCollection stands in a GeometryCollection",
            help: "put its geometries into the outer one")
        }
      case .empty: break
      case .faulty: isWhole = false
      }
    }
    guard isWhole else { return .faulty }
    guard !parts.isEmpty else {
      fault(.emptyCoordinates, value.offset, "the GeometryCollection has no geometries")
      return .empty
    }
    return .whole(.collection(parts))
  }
}
