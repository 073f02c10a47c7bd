internal import DistrictPlan
internal import Messages
internal import PlanFindings

/// K27: a conflict between documents shows in the findings that are said to show it.
struct ConflictReported: LateRule {
  static let description = RuleDescription(
    code: "K27",
    name: "conflict-reported",
    summary: Wording(
      "A known conflict of the documents shows in no finding of its rule.",
      zh: "已知的文件分歧没有在相应规则的发现中出现。"),
    rationale: Wording(
      "Documents that disagree must stay visible; a conflict that no rule reports has been settled silently.",
      zh: "文件之间的分歧须始终可见；没有规则报告的分歧等于被悄悄裁定。"),
    fix: Wording(
      "model both statements, or correct 'shown_by' of the conflict",
      zh: "同时记录两处陈述，或更正该分歧的 shown_by"),
    trap: Wording(
      "A finding shows the conflict if it names one of its statements or, where it names none, a feature of which they speak.",
      zh: "发现中注明该分歧的某条陈述才算出现；发现未注明陈述时，须涉及这些陈述所说的要素。"),
    accepts: [
      RuleExample(
        "two readings, of which one fails", zh: "两种读法，其中一种不成立",
        plan([.square("a", x: 0), .square("b", x: 10)], shownBy: "K13"))
    ],
    flags: [
      RuleExample(
        "a reading that does not fail", zh: "一种读法并未被报告",
        plan([.square("a", x: 0), .square("b", x: 0, side: 40)], shownBy: "K13")),
      RuleExample(
        "a rule that does not exist", zh: "规则不存在",
        plan([.square("a", x: 0), .square("b", x: 10)], shownBy: "K99")),
    ])

  private static func plan(_ features: [ExampleFeature], shownBy rule: String) -> ExamplePlan {
    ExamplePlan(
      features, manifest: "  - {rule: K13, severity: warning}\n",
      files: [
        "exceptions.yaml": """
        exceptions:
          - {rule: K13, features: [a, b], reason: two readings, conflict: C1}
        """,
        "statements.yaml": """
        statements:
          - id: S1
            document: D1
            says: inside
            claims: [{claim: inside, of: a, in: b}]
        conflicts:
          - {id: C1, statements: [S1], about: place, treatment: shown, shown_by: [\(rule)]}
        """,
      ])
  }

  func findings(
    for task: RuleTask, about findings: [Finding], using context: CheckContext
  ) -> [Finding] {
    // At an earlier day, or with only some works, a conflict may not have come up yet.
    guard context.asOf == nil, context.works == nil else { return [] }
    return context.plan.conflicts.flatMap { conflict in
      conflict.shownBy.compactMap { name in
        let code = RuleRegistry.rule(name)?.description.code ?? name
        guard !context.leftOut.contains(code),
          !findings.contains(where: { $0.code == code && shows($0, conflict, context.plan) })
        else { return nil }
        return task.finding(
          Wording(
            "conflict '\(conflict.id)' (\(conflict.about)) shows in no finding of \(name)",
            zh: "分歧“\(conflict.id)”（\(conflict.about)）没有在 \(name) 的发现中出现"),
          parties: [
            Finding.Party(id: conflict.id, name: conflict.about, location: conflict.location)
          ], statements: conflict.statements)
      }
    }
  }

  /// Whether a finding touches the conflict: by a statement, or, where it names none, by a feature of
  /// which one of the statements speaks.
  private func shows(_ finding: Finding, _ conflict: Conflict, _ plan: Plan) -> Bool {
    guard finding.statements.isEmpty else {
      return !Set(finding.statements).isDisjoint(with: conflict.statements)
    }
    let spoken = plan.claims.filter { conflict.statements.contains($0.statement) }
      .flatMap(\.test.references).flatMap { plan.features($0) }.map(\.id)
    return !Set(spoken).isDisjoint(with: finding.parties.map(\.id))
  }
}
