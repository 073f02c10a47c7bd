import DistrictPlan
import PlanCheck
import PlanExchange
import Messages
import PlanFindings
import PlanTestSupport
import Testing

/// What `gxq-map init` writes is a plan in order.
struct StarterPlanTests {
  private let texts = PlanTexts(
    files: Dictionary(uniqueKeysWithValues: StarterPlan.files.map { ($0.name, $0.text) }))

  @Test func itChecksClean() throws {
    let result = CheckRunner.check(try PlanLoader.load(from: texts))
    #expect(result.findings.map(\.message.english) == [])
    #expect(result.summary.claims == 1)
  }

  @Test func itChecksCleanByEveryRuleThatNeedsNoLayer() throws {
    let rules = RuleRegistry.all.map { $0.description }
      .filter { !$0.needsFeatures && !$0.needsPartner }
      .map { "  - {rule: \($0.code)}\n" }.joined()
    let manifest = texts.files["plan.yaml"].map { text in
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .prefix { $0 != "rules:" }.joined(separator: "\n")
    }
    let all = texts.replacing("plan.yaml", with: "\(manifest ?? "")\nrules:\n\(rules)")
    let findings = CheckRunner.check(try PlanLoader.load(from: all)).findings
    #expect(findings.filter { $0.severity != .info }.map(\.message.english) == [])
  }

  @Test func aFaultInItIsFound() throws {
    let moved = try texts.replacing(
      "[[[0,-0.004],[0.004,-0.004]", with: "[[[-0.001,-0.004],[0.004,-0.004]",
      in: "layout.geojson")
    let codes = CheckRunner.check(try PlanLoader.load(from: moved)).findings.map(\.code)
    #expect(codes.contains("G01") || codes.contains("A01"))
  }
}
