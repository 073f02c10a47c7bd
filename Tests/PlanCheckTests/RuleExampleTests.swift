import PlanCheck
import Messages
import PlanFindings
import Testing

/// Every example of every rule is a case of its own.
struct RuleExampleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: RuleDescription
    let example: RuleExample
    var testDescription: String { "\(rule.code) \(example.title.english)" }
  }

  static let accepted = RuleRegistry.all.map { $0.description }.flatMap { rule in
    rule.accepts.map { Case(rule: rule, example: $0) }
  }
  static let flagged = RuleRegistry.all.map { $0.description }.flatMap { rule in
    rule.flags.map { Case(rule: rule, example: $0) }
  }

  @Test(arguments: accepted)
  func acceptedExampleHasNoFinding(_ example: Case) throws {
    let findings = try ExampleFindings.of(example.example, example.rule)
    let open = findings.filter { $0.acceptance == nil }
    #expect(open.map { "\($0.code) \($0.message.english)" } == [])
  }

  @Test(arguments: flagged)
  func flaggedExampleIsFoundByItsRule(_ example: Case) throws {
    let findings = try ExampleFindings.of(example.example, example.rule)
    let own = findings.filter { $0.code == example.rule.code }
    #expect(!own.isEmpty, "found instead: \(findings.map { "\($0.code) \($0.message.english)" })")
    if !example.example.measures.isEmpty {
      #expect(own.compactMap { $0.measure?.text } == example.example.measures)
    }
  }

  @Test func codesAndNamesAreUniqueAndSorted() {
    let rules = RuleRegistry.all.map { $0.description }
    #expect(rules.map(\.code) == rules.map(\.code).sorted())
    #expect(Set(rules.map(\.code)).count == rules.count)
    #expect(Set(rules.map(\.name)).count == rules.count)
  }

  @Test func everyRuleIsShownBothWays() {
    for rule in RuleRegistry.all.map({ $0.description }) {
      #expect(!rule.accepts.isEmpty, "\(rule.code) has no accepted example")
      #expect(!rule.flags.isEmpty, "\(rule.code) has no flagged example")
    }
  }
}
