internal import DistrictPlan
internal import GeoJSONCoding
internal import PlanCheck
internal import PlanFindings

extension Trace {
  /// Every statement for programs, one a line.
  public var json: String {
    let statements = plan.statements.map { "    \(value(of: $0))" }.joined(separator: ",\n")
    let conflicts = plan.conflicts.map { "    \(value(of: $0))" }.joined(separator: ",\n")
    func list(_ text: String) -> String { text.isEmpty ? "[]" : "[\n\(text)\n  ]" }
    return "{\n  \"statements\": \(list(statements)),\n  \"conflicts\": \(list(conflicts))\n}\n"
  }

  private func value(of statement: Statement) -> JSONValue {
    let features = features(of: statement)
    var members: [(String, JSONValue)] = [
      ("id", .string(statement.id)), ("document", .string(statement.document)),
      ("date", plan.document(statement.document).map { .string($0.date.text) } ?? .null),
      ("says", .string(statement.says)), ("terms", texts(statement.terms)),
      ("fate", .string(fate(of: statement).rawValue)),
    ]
    if let reason = statement.outOfScope {
      members.append(
        (
          "out_of_scope",
          object([("because", .string(reason.cause.rawValue)), ("note", .string(reason.note))])
        ))
    }
    members += [
      ("claims", .array(statement.claims.map(value))),
      ("features", texts(features.map(\.id))),
      ("sheets", texts(sheets(showing: features))),
      (
        "findings",
        .array(
          result.findings.filter { $0.statements.contains(statement.id) }.map {
            object([
              ("code", .string($0.code)), ("severity", .string($0.severity.rawValue)),
              ("accepted", .bool($0.acceptance != nil)),
              ("fingerprint", .string($0.fingerprint)),
            ])
          })
      ),
    ]
    return object(members)
  }

  private func value(of claim: Claim) -> JSONValue {
    let verdict = result.verdicts[claim.id]
    return object([
      ("id", .string(claim.id)), ("kind", .string(claim.kind.rawValue)),
      ("rule", verdict.map { .string($0.rule) } ?? .null),
      ("holds", verdict.map { .bool($0.holds) } ?? .null),
    ])
  }

  private func value(of conflict: Conflict) -> JSONValue {
    object([
      ("id", .string(conflict.id)), ("statements", texts(conflict.statements)),
      ("about", .string(conflict.about)), ("treatment", .string(conflict.treatment)),
      ("shown_by", texts(conflict.shownBy)),
    ])
  }

  private func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  private func object(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(members.map { JSONMember($0.0, $0.1) })
  }
}
