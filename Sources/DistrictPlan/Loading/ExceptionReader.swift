internal import GeoJSONCoding
internal import PlanFindings

/// Reads `exceptions.yaml`.
enum ExceptionReader {
  static func exceptions(in root: YAMLNode, log: inout FaultLog) -> [ExceptionEntry] {
    guard let top = log.mapping(root, known: ["exceptions"]) else { return [] }
    let known = ["rule", "features", "reason", "owner", "date", "until", "conflict"]
    var result: [ExceptionEntry] = []
    for node in log.list("exceptions", of: top) {
      guard let entry = log.mapping(node, known: known) else { continue }
      let rule = log.requiredText("rule", of: entry)
      let reason = log.requiredText("reason", of: entry)
      guard let rule, let reason else { continue }
      result.append(
        ExceptionEntry(
          rule: rule, features: entry["features"].flatMap { log.texts($0) } ?? [], reason: reason,
          owner: log.optionalText("owner", of: entry),
          date: entry["date"].flatMap { log.day($0) },
          until: entry["until"].flatMap { log.day($0) },
          conflict: log.optionalText("conflict", of: entry), location: node.location))
    }
    return result
  }
}
