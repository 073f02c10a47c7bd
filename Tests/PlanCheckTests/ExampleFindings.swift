import Messages
import PlanCheck
import PlanFindings
import Workforce

/// What rules find on their examples as they are written, worked out once for all tests.
enum ExampleFindings {
  private struct Key: Hashable {
    let code: String
    let title: String
  }

  private static let known = Guarded<[Key: [Finding]]>([:])

  /// The findings of a rule on one of its own examples.
  static func of(_ example: RuleExample, _ rule: RuleDescription) throws -> [Finding] {
    let titles = (rule.accepts + rule.flags).map(\.title.english)
    let title = example.title.english
    // Where two examples are called alike, each is worked out for itself.
    guard titles.count(where: { $0 == title }) == 1 else { return try example.findings(of: rule) }
    let key = Key(code: rule.code, title: title)
    if let findings = known.withLock({ $0[key] }) { return findings }
    let findings = try example.findings(of: rule)
    known.withLock { $0[key] = findings }
    return findings
  }

  /// What those findings say, with their amounts.
  static func verdicts(
    of example: RuleExample, _ rule: RuleDescription
  ) throws -> [Verdict: [Double]] {
    verdicts(try of(example, rule), rule)
  }

  /// What the findings of a rule say, with their amounts in order.
  static func verdicts(_ findings: [Finding], _ rule: RuleDescription) -> [Verdict: [Double]] {
    Dictionary(grouping: findings.filter { $0.code == rule.code }, by: Verdict.init)
      .mapValues { $0.map { $0.measure?.value ?? 0 }.sorted() }
  }
}
