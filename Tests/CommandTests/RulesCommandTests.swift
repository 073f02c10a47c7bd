import MapRender
import PlanCheck
import PlanFindings
import Testing

/// `rules` and `explain`.
struct RulesCommandTests {
  @Test func everyRuleHasALine() throws {
    let outcome = try Workspace().run("rules")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let codes = outcome.lines.dropFirst().compactMap { $0.split(separator: " ").first }
    let own = RuleRegistry.all.map { $0.description.code }
    #expect(codes.map(String.init) == own + LintRegistry.all.map(\.guide.code))
  }

  @Test(arguments: stride(from: 0, to: RuleRegistry.all.count, by: 4).map { $0 })
  func ruleIsExplained(index: Int) throws {
    let code = RuleRegistry.all[index].description.code
    let language = index.isMultiple(of: 8) ? "en" : "zh"
    let outcome = try Workspace().run("explain", code, "--lang", language)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.output.contains(code))
    #expect(outcome.errors.isEmpty)
  }

  @Test func nameStandsForTheCode() throws {
    let workspace = try Workspace()
    #expect(
      try workspace.run("explain", "file-hygiene").output == workspace.run("explain", "D10").output)
  }
}
