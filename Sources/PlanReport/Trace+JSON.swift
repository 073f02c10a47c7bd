public import DistrictPlan
internal import GeoJSONCoding
internal import PlanCheck
internal import PlanFindings

extension Trace {
  /// Statements for programs, one a line.
  ///
  /// - Parameter names: Statement ids; feature ids or names, which stand for the statements about them;
  ///   empty asks for everything.
  /// - Throws: ``PlanError`` naming a word that is neither.
  public func json(names: [String]) throws(PlanError) -> String {
    let chosen = try statements(names)
    let ids = Set(chosen.map(\.id))
    let statements = chosen.map { "    \(value(of: $0))" }.joined(separator: ",\n")
    let conflicts = plan.conflicts.filter { names.isEmpty || !ids.isDisjoint(with: $0.statements) }
      .map { "    \(value(of: $0))" }.joined(separator: ",\n")
    func list(_ text: String) -> String { text.isEmpty ? "[]" : "[\n\(text)\n  ]" }
    return "{\n  \"statements\": \(list(statements)),\n  \"conflicts\": \(list(conflicts))\n}\n"
  }

  /// What became of the statements, as one object for programs.
  public var summaryJSON: String {
    let fates = Dictionary(grouping: plan.statements, by: fate).mapValues(\.count)
    let rules = Dictionary(grouping: result.verdicts.values, by: \.rule).sorted { $0.key < $1.key }
    let members: [(String, JSONValue)] = [
      ("statements", .number(plan.statements.count)),
      ("fates", object(Fate.allCases.map { ($0.rawValue, .number(fates[$0] ?? 0)) })),
      (
        "claims",
        object(
          rules.map { rule in
            (
              rule.key,
              object([
                ("evaluated", .number(rule.value.count)),
                ("hold", .number(rule.value.count(where: \.holds))),
              ])
            )
          })
      ),
    ]
    return "\(object(members))\n"
  }

  /// The statements that names ask for, in the order of the plan.
  private func statements(_ names: [String]) throws(PlanError) -> [Statement] {
    guard !names.isEmpty else { return plan.statements }
    var ids: Set<String> = []
    for name in names {
      if plan.statements.contains(where: { $0.id == name }) {
        ids.insert(name)
        continue
      }
      guard plan.canResolve(name) else { throw unknown(name) }
      let reference = Reference(names: [name], location: plan.manifest.location)
      let wanted = Set(plan.features(reference).map(\.id))
      for statement in plan.statements
      where features(of: statement).contains(where: { wanted.contains($0.id) }) {
        ids.insert(statement.id)
      }
    }
    return plan.statements.filter { ids.contains($0.id) }
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
