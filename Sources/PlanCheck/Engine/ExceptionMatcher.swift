internal import DistrictPlan
internal import Messages
internal import PlanFindings

/// Marks findings that the plan accepts, and reports entries that accept nothing.
struct ExceptionMatcher {
  let plan: Plan
  let today: CalendarDay?
  /// Whether an entry without a finding is reported; not so when only some rules ran.
  let reportsStale: Bool

  func applied(to findings: [Finding]) -> [Finding] {
    var result = findings
    for entry in plan.exceptions {
      let rule = RuleRegistry.rule(entry.rule)?.description
      let isExpired = entry.until.flatMap { until in today.map { until < $0 } } ?? false
      let wanted = Set(entry.features)
      var isUsed = false
      for index in result.indices where result[index].code == rule?.code {
        // Statements and entries may take part in a finding; the exception need name features only.
        let parties = Set(result[index].parties.map(\.id))
        let features = parties.filter { plan.feature($0) != nil }
        guard wanted == (features.isEmpty ? parties : features) else { continue }
        isUsed = true
        guard !isExpired else { continue }
        result[index].acceptance = Acceptance(
          reason: entry.reason, owner: entry.owner, conflict: entry.conflict)
      }
      guard !isUsed, reportsStale else { continue }
      result.append(stale(entry, isKnownRule: rule != nil))
    }
    return result
  }

  private func stale(_ entry: ExceptionEntry, isKnownRule: Bool) -> Finding {
    let list = entry.features.joined(separator: ", ")
    let description = RuleHealth.description
    return Finding(
      code: description.code, ruleName: description.name, severity: .warning,
      message: isKnownRule
        ? Wording(
          "the exception for \(entry.rule) on \(list) matches no finding",
          zh: "针对 \(entry.rule)、\(list) 的例外没有对应的发现")
        : Wording(
          "the exception names the unknown rule '\(entry.rule)'", zh: "例外引用了不存在的规则“\(entry.rule)”"),
      parties: [Finding.Party(id: entry.rule, name: nil, location: entry.location)],
      help: Wording("delete the entry, or correct its rule and features", zh: "删除该条，或更正规则与要素"))
  }
}
