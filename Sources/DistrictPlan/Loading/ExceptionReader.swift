internal import GeoJSONCoding
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// Reads `exceptions.yaml`.
enum ExceptionReader {
  private static let keys = [
    "rule", "features", "area", "reason", "owner", "date", "until", "conflict",
  ]

  static func exceptions(in root: YAMLNode, log: inout FaultLog) -> [ExceptionEntry] {
    guard let top = log.mapping(root, known: ["exceptions"]) else { return [] }
    return log.list("exceptions", of: top).compactMap { entry(in: $0, log: &log) }
  }

  private static func entry(in node: YAMLNode, log: inout FaultLog) -> ExceptionEntry? {
    guard let entry = log.mapping(node, known: keys) else { return nil }
    let rule = log.requiredText("rule", of: entry)
    let reason = self.reason(of: entry, log: &log)
    let features = log.required("features", of: entry).flatMap { log.texts($0) }
    guard let rule, let reason, let features else { return nil }
    // An entry that names nobody would accept whatever has no feature to name.
    guard !features.isEmpty else {
      log.expected(Wording("the ids that the finding names", zh: "该发现涉及的标识"), at: node)
      return nil
    }
    // An area that cannot be read must not widen the entry to everywhere.
    let area = entry["area"].flatMap { box(in: $0, log: &log) }
    guard area != nil || entry["area"] == nil else { return nil }
    return ExceptionEntry(
      rule: rule, features: features, reason: reason,
      owner: log.optionalText("owner", of: entry),
      date: entry["date"].flatMap { log.day($0) },
      until: entry["until"].flatMap { log.day($0) },
      conflict: log.optionalText("conflict", of: entry), area: area,
      location: node.location)
  }

  /// The reason, which nobody can leave out by leaving it blank.
  private static func reason(of entry: YAMLMapping, log: inout FaultLog) -> String? {
    guard let node = log.required("reason", of: entry), let text = log.text(node) else {
      return nil
    }
    if text.contains(where: { !$0.isWhitespace }) { return text }
    log.expected(Wording("why the finding is accepted", zh: "接受该发现的理由"), at: node)
    return nil
  }

  /// A box of longitude and latitude: west, south, east, north.
  private static func box(in node: YAMLNode, log: inout FaultLog) -> Bounds<GeoPosition>? {
    let numbers = node.items?.compactMap { $0.text.flatMap(Double.init) } ?? []
    if numbers.count == 4, node.items?.count == 4, numbers.allSatisfy(\.isFinite),
      numbers[0] <= numbers[2], numbers[1] <= numbers[3], abs(numbers[1]) <= 90,
      abs(numbers[3]) <= 90, abs(numbers[0]) <= 180, abs(numbers[2]) <= 180
    {
      return Bounds(
        GeoPosition(longitude: numbers[0], latitude: numbers[1]),
        GeoPosition(longitude: numbers[2], latitude: numbers[3]))
    }
    log.expected(
      Wording("[west, south, east, north] in degrees", zh: "[西, 南, 东, 北]，以度为单位"), at: node)
    return nil
  }
}
