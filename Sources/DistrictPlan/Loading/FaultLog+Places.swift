internal import GeoJSONCoding
internal import MapGeometry
internal import MapProjection
internal import Messages
internal import PlanFindings

extension FaultLog {
  /// Reports what is wrong with how a file is written.
  ///
  /// - Parameter id: The feature that has the fault.
  mutating func report(_ fault: GeoJSONFault, in source: SourceText, id: @autoclosure () -> String?)
  {
    // Orientation is judged by its own rule, on the geometry.
    guard fault.kind != .windingOrder else { return }
    report(
      fault.kind.isTolerable ? "D10" : "G01", at: source.location(at: fault.offset),
      fault.message, help: fault.help, subject: id())
  }

  /// Reports why a feature has no place although the file gives one.
  mutating func report(
    _ place: FeaturePlace, of raw: GeoJSONFeature, in source: SourceText, id: String
  ) {
    switch place {
    case .none, .found: break
    case .offEarth(let position, let index):
      let offset =
        raw.positionOffsets.indices.contains(index)
        ? Int(raw.positionOffsets[index]) : raw.offset
      reportOffEarth(position, at: source.location(at: offset), id: id)
    case .refused(let error, _):
      report(
        "D08", at: source.location(at: raw.geometryOffset ?? raw.offset),
        Wording(
          "'\(id)' cannot be projected into the working CRS: \(error)",
          zh: "“\(id)”无法投影到工作坐标系：\(error.wording.chinese)"), subject: id)
    }
  }

  private mutating func reportOffEarth(
    _ position: GeoPosition, at location: SourceLocation, id: String
  ) {
    let (x, y) = (position.longitude, position.latitude)
    let looksSwapped = abs(y) <= 180 && abs(x) <= 90
    let numbers = "[\(DecimalText.trimmed(x, decimals: 6)), \(DecimalText.trimmed(y, decimals: 6))]"
    report(
      "D08", at: location,
      Wording(
        "'\(id)' has the position \(numbers), which is not on Earth",
        zh: "“\(id)”的坐标 \(numbers) 超出经纬度范围"),
      help: looksSwapped
        ? Wording(
          "latitude and longitude look swapped; GeoJSON writes longitude first",
          zh: "经纬度似乎颠倒；GeoJSON 先写经度")
        : Self.zoneHelp(x) ?? Self.zoneHelp(y)
          ?? Wording(
            "these look like metres; GeoJSON takes degrees, so convert the file first",
            zh: "似乎是以米为单位的坐标；GeoJSON 须用度，请先转换"), subject: id)
  }

  /// What an easting says that begins with the number of a Gauss–Krüger zone of China.
  private static func zoneHelp(_ easting: Double) -> Wording? {
    guard (13e6..<46e6).contains(easting) else { return nil }
    let zone = Int(easting / 1e6)
    let width = zone <= 23 ? 6 : 3
    let meridian = width == 6 ? zone * 6 - 3 : zone * 3
    return Wording(
      "these look like metres with the number \(zone) of a \(width)° zone (central meridian \(meridian)°E); GeoJSON takes degrees, so convert the file first",
      zh: "似乎是带 \(width)° 带带号 \(zone)（中央子午线 \(meridian)°E）的米制坐标；GeoJSON 须用度，请先转换")
  }
}
