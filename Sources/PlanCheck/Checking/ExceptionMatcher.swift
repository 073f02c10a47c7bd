internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// Marks findings that the plan accepts, and reports entries that accept nothing or have expired.
struct ExceptionMatcher {
  let plan: Plan
  let today: CalendarDay?
  /// How much a faulty entry weighs; `nil` reports none.
  let health: Severity?
  /// Whether an entry without a finding is reported; not so when only some rules ran.
  let reportsStale: Bool
  /// The rules of map sheets, which have a check of their own.
  var sheetRules: [RuleGuide] = []
  /// Whether the findings are about map sheets: other entries are then left alone.
  var isAboutSheets = false

  func applied(to findings: [Finding]) -> [Finding] {
    guard !plan.exceptions.isEmpty else { return findings }
    var result = findings
    var index: [Key: [Int]] = [:]
    for at in findings.indices {
      for names in plan.waysToName(findings[at]) {
        index[Key(code: findings[at].code, names: names), default: []].append(at)
      }
    }
    for entry in plan.exceptions {
      let sheetRule = sheetRules.first { $0.code == entry.rule || $0.name == entry.rule }
      // Who checks the plan need not know the rules of sheets to leave their entries alone.
      let isOfSheets = sheetRule != nil || RuleGroup(code: entry.rule) == .sheets
      guard isOfSheets == isAboutSheets else { continue }
      let code = sheetRule?.code ?? RuleRegistry.rule(entry.rule)?.description.code
      let named = index[Key(code: code ?? "", names: Set(entry.features))] ?? []
      let met = named.filter { entry.holds(findings[$0]) }
      let isExpired = entry.until.flatMap { until in today.map { until < $0 } } ?? false
      for index in met {
        if isExpired {
          result[index].lapsed = entry.acceptance
        } else {
          result[index].acceptance = entry.acceptance
        }
      }
      guard let health else { continue }
      if isExpired, !met.isEmpty {
        result.append(finding(about: entry, health, expiry(of: entry)))
      } else if met.isEmpty, reportsStale {
        let text = code == nil ? unknown(entry) : named.isEmpty ? stale(entry) : elsewhere(entry)
        result.append(finding(about: entry, health, text))
      }
    }
    // An entry that holds outweighs one that has expired.
    for index in result.indices where result[index].acceptance != nil { result[index].lapsed = nil }
    return result
  }

  private struct Key: Hashable {
    let code: String
    let names: Set<String>
  }

  private func finding(
    about entry: ExceptionEntry, _ severity: Severity, _ text: (message: Wording, help: Wording)
  ) -> Finding {
    let description = RuleHealth.description
    return Finding(
      code: description.code, ruleName: description.name, severity: severity,
      message: text.message,
      parties: [Finding.Party(id: entry.rule, name: nil, location: entry.location)],
      help: text.help)
  }

  private func expiry(of entry: ExceptionEntry) -> (Wording, Wording) {
    let (list, day) = (entry.features.joined(separator: ", "), entry.until.map { "\($0)" } ?? "")
    return (
      Wording(
        "the exception for \(entry.rule) on \(list) expired on \(day)",
        zh: "针对 \(entry.rule)、\(list) 的例外已于 \(day) 到期"),
      Wording("mend the finding, or set a later 'until'", zh: "处理该发现，或延后 until")
    )
  }

  private func stale(_ entry: ExceptionEntry) -> (Wording, Wording) {
    let list = entry.features.joined(separator: ", ")
    let ids = plan.features.map(\.id)
    let unknown = entry.features.filter { plan.feature($0) == nil }
    let question =
      unknown.lazy.map { Suggestion.question(for: $0, in: ids) }
      .first { !$0.english.isEmpty } ?? Wording("", zh: "")
    return (
      Wording(
        "the exception for \(entry.rule) on \(list) matches no finding\(question.english)",
        zh: "针对 \(entry.rule)、\(list) 的例外没有对应的发现\(question.chinese)"),
      Wording("delete the entry, or correct its rule and features", zh: "删除该条，或更正规则与要素")
    )
  }

  private func elsewhere(_ entry: ExceptionEntry) -> (Wording, Wording) {
    let list = entry.features.joined(separator: ", ")
    return (
      Wording(
        "the exception for \(entry.rule) on \(list) matches no finding inside its area",
        zh: "针对 \(entry.rule)、\(list) 的例外，其范围内没有对应的发现"),
      Wording("delete the entry, or correct its area", zh: "删除该条，或更正范围")
    )
  }

  private func unknown(_ entry: ExceptionEntry) -> (Wording, Wording) {
    let names = RuleRegistry.all.flatMap { [$0.description.code, $0.description.name] }
    let question = Suggestion.question(for: entry.rule, in: names)
    return (
      Wording(
        "the exception names the unknown rule '\(entry.rule)'\(question.english)",
        zh: "例外引用了不存在的规则“\(entry.rule)”\(question.chinese)"),
      Wording("delete the entry, or correct its rule and features", zh: "删除该条，或更正规则与要素")
    )
  }
}

extension Plan {
  /// The ids that an exception for a finding names: its features, or all parties where it has none.
  ///
  /// Statements and entries may take part in a finding; the exception need name features only.
  func exceptionNames(of finding: Finding) -> Set<String> {
    let parties = Set(finding.parties.map(\.id))
    let features = parties.filter { feature($0) != nil }
    return features.isEmpty ? parties : features.union([finding.sheet?.sheet].compactMap { $0 })
  }

  /// The sets of ids by which an entry may name a finding; one of a sheet also by its features alone.
  fileprivate func waysToName(_ finding: Finding) -> Set<Set<String>> {
    let names = exceptionNames(of: finding)
    guard let sheet = finding.sheet?.sheet else { return [names] }
    let features = names.subtracting([sheet])
    return features.contains(where: { feature($0) != nil }) ? [names, features] : [names]
  }
}

extension ExceptionEntry {
  /// Whether a finding lies where the entry accepts it.
  fileprivate func holds(_ finding: Finding) -> Bool {
    guard let area else { return true }
    guard let anchor = finding.anchor, area.contains(anchor) else { return false }
    return finding.geometry?.positions.allSatisfy(area.contains) ?? true
  }

  fileprivate var acceptance: Acceptance {
    Acceptance(
      reason: reason, owner: owner, conflict: conflict, until: until.map { "\($0)" },
      location: location)
  }
}
