import Messages

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
        .crsMember, member.keyOffset,
        Wording(
          "the file has a 'crs' member; RFC 7946 has none", zh: "文件含有 RFC 7946 没有的“crs”成员"),
        help: Wording(
          "remove it: GeoJSON is longitude and latitude on WGS84", zh: "删去：GeoJSON 为 WGS84 经纬度"))
    } else {
      fault(
        .foreignCRS, member.keyOffset,
        name.map { Wording("the coordinates are in '\($0)'", zh: "坐标系为“\($0)”") }
          ?? Wording("the coordinates are in an unnamed CRS", zh: "坐标系没有名称"),
        help: Wording(
          "export the file as longitude and latitude on WGS84 (RFC 7946)",
          zh: "将文件导出为 WGS84 经纬度（RFC 7946）"))
    }
  }

  /// The numbers of a `bbox`.
  mutating func boundingBox(_ value: JSONValue) -> [Double]? {
    guard let elements = value.array else {
      fault(
        .boundingBox, value.offset,
        .mistyped("bbox", value, needed: .anArray))
      return nil
    }
    if let wrong = elements.first(where: { $0.number == nil }) {
      let kind = wrong.kindName
      fault(
        .boundingBox, wrong.offset,
        Wording(
          "'bbox' has \(kind.english), where a number is needed", zh: "“bbox”中有\(kind.chinese)，应为数字"
        ))
      return nil
    }
    guard elements.count >= 4, elements.count.isMultiple(of: 2) else {
      fault(
        .boundingBox, value.offset,
        Wording(
          "'bbox' has \(elements.count) numbers, where 4 or 6 are needed",
          zh: "“bbox”有 \(elements.count) 个数，应为 4 个或 6 个"))
      return nil
    }
    let numbers = elements.compactMap(\.number)
    return numbers.allSatisfy(\.isFinite) ? numbers : nil
  }
}
