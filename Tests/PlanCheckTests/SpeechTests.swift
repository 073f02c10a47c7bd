import DistrictPlan
import Messages
import PlanCheck
import PlanFindings
import PlanTestSupport
import Testing

/// Every sentence of the catalogue, and every finding of every example, is good in both languages.
struct SpeechTests {
  static let codes = RuleRegistry.all.map { $0.description.code }

  @Test(arguments: codes)
  func ruleIsDescribedInBothLanguages(code: String) throws {
    let rule = try #require(RuleRegistry.rule(code)).description
    var wordings = [rule.summary, rule.rationale, rule.fix, rule.trap]
    wordings += rule.parameters.map(\.meaning)
    wordings += (rule.accepts + rule.flags).map(\.title)
    #expect(wordings.compactMap(\.flaw) == [])
  }

  @Test(arguments: codes)
  func findingsSpeakBothLanguages(code: String) throws {
    let rule = try #require(RuleRegistry.rule(code)).description
    let findings = try (rule.accepts + rule.flags).flatMap { try ExampleFindings.of($0, rule) }
    #expect(findings.compactMap { $0.message.flaw ?? $0.help?.flaw } == [])
  }

  @Test func kindsOfFeaturesHaveNamesInBothLanguages() {
    #expect(FeatureKind.allCases.compactMap(\.title.flaw) == [])
  }
}
