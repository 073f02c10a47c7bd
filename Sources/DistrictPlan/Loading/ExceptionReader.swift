internal import GeoJSONCoding
internal import Messages
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
      let features = log.required("features", of: entry).flatMap { log.texts($0) }
      guard let rule, let reason, let features else { continue }
      // An entry that names nobody would accept whatever has no feature to name.
      guard !features.isEmpty else {
        log.expected(Wording("the ids that the finding names", zh: "该发现涉及的标识"), at: node)
        continue
      }
      result.append(
        ExceptionEntry(
          rule: rule, features: features, reason: reason,
          owner: log.optionalText("owner", of: entry),
          date: entry["date"].flatMap { log.day($0) },
          until: entry["until"].flatMap { log.day($0) },
          conflict: log.optionalText("conflict", of: entry), location: node.location))
    }
    return result
  }
}
