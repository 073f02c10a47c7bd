import Foundation
import Messages
import PlanFindings
import PlanTestSupport
import Testing

@testable import MapRender

/// Every example of every rule of sheets, each as a case of its own.
@Suite struct LintExampleTests {
  static let cases = LintRegistry.rules.indices.flatMap { rule in
    let description = LintRegistry.rules[rule].description
    return (description.accepts + description.flags).indices.map { (rule, $0) }
  }

  @Test(arguments: cases)
  func exampleIsJudgedAsItSays(rule: Int, example: Int) {
    let type = LintRegistry.rules[rule]
    let accepts = type.description.accepts
    let isAccepted = example < accepts.count
    let own = isAccepted ? accepts[example] : type.description.flags[example - accepts.count]
    let findings = type.findings(in: own.sheet.sheet)
    #expect(findings.isEmpty == isAccepted, "\(own.title.english): \(findings.map(\.message))")
    let measures = findings.compactMap { $0.measure?.text }
    #expect(isAccepted || measures == own.measures, "\(own.title.english)")
  }

  @Test func codesAndNamesAreUniqueAndInOrder() {
    let codes = LintRegistry.all.map(\.guide.code)
    #expect(codes == (1...9).map { "M0\($0)" })
    #expect(Set(LintRegistry.all.map(\.guide.name)).count == codes.count)
    for code in codes { #expect(RuleGroup(code: code) == .sheets) }
  }

  @Test func everyRuleHasTwoExamplesOfEachKind() {
    for rule in LintRegistry.all {
      #expect(rule.accepts.count >= 2 && rule.flags.count >= 2, "\(rule.guide.code)")
      for example in rule.accepts + rule.flags {
        #expect(!example.title.chinese.isEmpty && !example.title.english.isEmpty)
      }
    }
  }

  /// Nothing of one rule's accepted examples offends another, but for what the example leaves out.
  @Test func acceptedNamesAreAcceptedByEveryRuleOfText() {
    for example in LabelOverlap.description.accepts {
      for rule in [LabelOverlap.self, SmallText.self, TextContrast.self] as [any LintRule.Type] {
        #expect(rule.findings(in: example.sheet.sheet).isEmpty, "\(example.title.english)")
      }
    }
  }

  @Test func theShippedReferenceIsWhatTheRulesSay() throws {
    let path = Repository.root.appendingPathComponent("docs/map-lint.md")
    if ProcessInfo.processInfo.environment["GXQ_RECORD"] == "1" {
      try LintReference.text.write(to: path, atomically: true, encoding: .utf8)
    }
    let shipped = try String(contentsOf: path, encoding: .utf8)
    #expect(
      shipped == LintReference.text,
      "docs/map-lint.md: run 'gxq-map rules --sheets --markdown > docs/map-lint.md'")
  }
}
