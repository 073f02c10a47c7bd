internal import FileShapes
internal import GeoJSONCoding
internal import MapGeometry
internal import Messages

/// Reads `exceptions.yaml`.
enum ExceptionReader {
  static func exceptions(in root: YAMLNode, log: inout FaultLog) -> [ExceptionEntry] {
    guard let top = log.object(root, as: PlanShapes.exceptions) else { return [] }
    return log.objects("exceptions", of: top).filter(\.isWhole).compactMap {
      entry($0, log: &log)
    }
  }

  private static func entry(_ entry: ShapedObject, log: inout FaultLog) -> ExceptionEntry? {
    guard let rule = entry.text("rule"), let features = entry.texts("features"),
      let reason = entry.text("reason")
    else { return nil }
    // An area that cannot be read must not widen the entry to everywhere.
    let area = entry["area"].flatMap { box(in: $0, log: &log) }
    guard area != nil || !entry.has("area") else { return nil }
    return ExceptionEntry(
      rule: rule, features: features, reason: reason, owner: entry.text("owner"),
      date: entry.text("date").flatMap { CalendarDay($0) },
      until: entry.text("until").flatMap { CalendarDay($0) },
      conflict: entry.text("conflict"), area: area, location: entry.location)
  }

  /// A box of longitude and latitude: west, south, east, north.
  private static func box(in node: YAMLNode, log: inout FaultLog) -> Bounds<GeoPosition>? {
    let numbers = node.texts?.compactMap { Double($0) } ?? []
    if numbers.count == 4, numbers[0] <= numbers[2], numbers[1] <= numbers[3] {
      return Bounds(
        GeoPosition(longitude: numbers[0], latitude: numbers[1]),
        GeoPosition(longitude: numbers[2], latitude: numbers[3]))
    }
    log.expected(PlanShapes.box, at: node)
    return nil
  }
}
