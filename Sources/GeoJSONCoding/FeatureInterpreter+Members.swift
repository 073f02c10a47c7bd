extension FeatureInterpreter {
  /// The names that mean longitude and latitude on WGS84.
  private static let plainCRS: Set<String> = [
    "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84", "OGC:CRS84", "CRS84",
    "http://www.opengis.net/def/crs/OGC/1.3/CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::4326",
  ]

  /// Says that a `crs` member is there, and whether the coordinates can be believed in spite of it.
  mutating func reportCRS(_ member: JSONMember) {
    let name = member.value["properties"]?["name"]?.text
    if member.value.isNull || name.map(Self.plainCRS.contains) == true {
      fault(
        .crsMember, member.keyOffset, "the file has a 'crs' member; RFC 7946 has none",
        help: "remove it: GeoJSON is longitude and latitude on WGS84")
    } else {
      fault(
        .foreignCRS, member.keyOffset,
        name.map { "the coordinates are in '\($0)'" } ?? "the coordinates are in an unnamed CRS",
        help: "export the file as longitude and latitude on WGS84 (RFC 7946)")
    }
  }

  /// The numbers of a `bbox`.
  mutating func boundingBox(_ value: JSONValue) -> [Double]? {
    guard let elements = value.array else {
      fault(
        .boundingBox, value.offset, "'bbox' is \(value.kindName), where an array is needed")
      return nil
    }
    if let wrong = elements.first(where: { $0.number == nil }) {
      fault(.boundingBox, wrong.offset, "'bbox' has \(wrong.kindName), where a number is needed")
      return nil
    }
    guard elements.count >= 4, elements.count.isMultiple(of: 2) else {
      fault(
        .boundingBox, value.offset, "'bbox' has \(elements.count) numbers, where 4 or 6 are needed")
      return nil
    }
    let numbers = elements.compactMap(\.number)
    return numbers.allSatisfy(\.isFinite) ? numbers : nil
  }
}
