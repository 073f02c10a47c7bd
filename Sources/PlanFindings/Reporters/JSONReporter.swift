public import Messages
internal import GeoJSONCoding
internal import MapGeometry

/// Findings for programs: one JSON object with every finding, accepted ones included.
public struct JSONReporter: Sendable {
  private let language: Language

  /// Creates a reporter; rule codes and keys are the same in every language.
  public init(language: Language) { self.language = language }

  /// The whole report, ending in a line break.
  public func text(of report: CheckReport) -> String {
    let summary = report.summary
    let members: [(String, JSONValue)] = [
      ("program", .string("gxq-map")),
      ("version", .string(report.version)),
      (
        "summary",
        object([
          ("errors", .number(report.open.count { $0.severity == .error })),
          ("warnings", .number(report.open.count { $0.severity == .warning })),
          ("infos", .number(report.open.count { $0.severity == .info })),
          ("accepted", .number(report.accepted.count)),
          ("rules", .number(summary.rules)),
          ("features", .number(summary.features)),
          ("pairs", .number(summary.pairs)),
          ("claims", .number(summary.claims)),
          ("statements", .number(summary.statements)),
          ("below_noise_floor", .number(summary.belowNoiseFloor)),
        ])
      ),
    ]
    // One finding a line, so that reports can be compared line by line.
    let head = members.map { "  \(JSONValue.string($0.0)): \($0.1)" }.joined(separator: ",\n")
    let lines = report.findings.map { "    \(value(of: $0))" }.joined(separator: ",\n")
    let list = report.findings.isEmpty ? "[]" : "[\n\(lines)\n  ]"
    return "{\n\(head),\n  \"findings\": \(list)\n}\n"
  }

  private func value(of finding: Finding) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("code", .string(finding.code)),
      ("rule", .string(finding.ruleName)),
      ("severity", .string(finding.severity.rawValue)),
      ("message", .string(finding.message[language])),
      ("parties", .array(finding.parties.map(party))),
    ]
    if let measure = finding.measure {
      var parts: [(String, JSONValue)] = [
        ("value", .number(measure.value, decimals: 6)), ("unit", .string(measure.unit.rawValue)),
      ]
      if let limit = measure.limit { parts.append(("limit", .number(limit, decimals: 6))) }
      members.append(("measure", object(parts)))
    }
    if !finding.statements.isEmpty {
      members.append(("statements", .array(finding.statements.map { .string($0) })))
    }
    if let help = finding.help { members.append(("help", .string(help[language]))) }
    if let anchor = finding.anchor {
      members.append(
        (
          "anchor",
          .array([
            .number(anchor.longitude, decimals: 7), .number(anchor.latitude, decimals: 7),
          ])
        ))
    }
    if let geometry = finding.geometry {
      let text = GeoJSONWriter.geometry(geometry, decimals: GeoJSONWriter.exportDecimals)
      let source = SourceText(file: "", bytes: text)
      if let value = try? JSONParser.parse(source) { members.append(("geometry", value)) }
    }
    if finding.isDegraded { members.append(("degraded", .bool(true))) }
    members.append(("fingerprint", .string(finding.fingerprint)))
    if let acceptance = finding.acceptance {
      var parts: [(String, JSONValue)] = [("reason", .string(acceptance.reason))]
      if let owner = acceptance.owner { parts.append(("owner", .string(owner))) }
      if let conflict = acceptance.conflict { parts.append(("conflict", .string(conflict))) }
      members.append(("accepted", object(parts)))
    }
    return object(members)
  }

  private func party(_ party: Finding.Party) -> JSONValue {
    var members: [(String, JSONValue)] = [("id", .string(party.id))]
    if let name = party.name { members.append(("name", .string(name))) }
    if let location = party.location {
      members.append(("file", .string(location.file)))
      members.append(("line", .number(location.line)))
      members.append(("column", .number(location.column)))
    }
    return object(members)
  }

  private func object(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(members.map { JSONMember($0.0, $0.1) })
  }
}
