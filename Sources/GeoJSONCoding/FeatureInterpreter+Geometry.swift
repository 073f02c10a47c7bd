import MapGeometry
import Messages

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
      fault(.wrongType, value.offset, .mistyped(value, needed: Wording("a geometry", zh: "几何")))
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
        fault(
          .structure, value.offset,
          Wording("the \(type.rawValue) has no '\(needed)'", zh: "\(type.rawValue) 没有“\(needed)”"))
      }
    }
    return outcome
  }

  private mutating func geometryType(_ members: [JSONMember], at offset: Int) -> GeometryType? {
    guard let value = members.value(of: "type") else {
      fault(.structure, offset, Wording("the geometry has no 'type'", zh: "几何没有“type”"))
      return nil
    }
    guard let name = value.text else {
      fault(
        .wrongType, value.offset, .mistyped("type", value, needed: .aString))
      return nil
    }
    guard let type = GeometryType(rawValue: name) else {
      fault(
        .wrongType, value.offset,
        Wording("unknown geometry type '\(name)'", zh: "未知的几何类型“\(name)”"),
        help: .proposal(name.nearest(among: GeometryType.allCases.map(\.rawValue))))
      return nil
    }
    return type
  }

  private mutating func collection(_ value: JSONValue) -> GeometryOutcome {
    guard let elements = value.array else {
      fault(
        .wrongType, value.offset,
        .mistyped("geometries", value, needed: .anArray))
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
          Wording(
            "a geometry in a collection has a member '\(member.key)', which is not kept",
            zh: "集合中的几何含有成员“\(member.key)”，该成员不会保留"))
      }
      switch outcome {
      case .whole(let part):
        parts.append(part)
        if case .collection = part {
          fault(
            .nestedCollection, element.offset,
            Wording(
              "a GeometryCollection stands in a GeometryCollection",
              zh: "GeometryCollection 中又有 GeometryCollection"),
            help: Wording("put its geometries into the outer one", zh: "将其中的几何放入外层集合"))
        }
      case .empty: break
      case .faulty: isWhole = false
      }
    }
    guard isWhole else { return .faulty }
    guard !parts.isEmpty else {
      fault(
        .emptyCoordinates, value.offset,
        Wording("the GeometryCollection has no geometries", zh: "GeometryCollection 中没有几何"))
      return .empty
    }
    return .whole(.collection(parts))
  }
}
