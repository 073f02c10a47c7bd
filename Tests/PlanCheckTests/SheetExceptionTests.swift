import DistrictPlan
import Messages
import PlanFindings
import PlanTestSupport
import Testing

@testable import PlanCheck

/// Findings about map sheets and the plan's exceptions.
struct SheetExceptionTests {
  private let guide = RuleGuide(
    code: "M01", name: "label-overlap", severity: .warning, summary: Wording("a", zh: "甲"),
    rationale: Wording("a", zh: "甲"), fix: Wording("a", zh: "甲"))

  /// - Parameter entries: Rules and features: `M01 a works`.
  private func plan(_ entries: String...) throws -> Plan {
    var sample = SamplePlan(
      SamplePlan.area("a", .district, [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]))
    sample.exceptions = entries.map { entry in
      let words = entry.split(separator: " ")
      let features = words.dropFirst().joined(separator: ", ")
      return "  - {rule: \(words[0]), features: [\(features)], reason: 因}\n"
    }.joined()
    return try sample.load().plan
  }

  private func findings() -> [Finding] {
    ["works", "water"].map { sheet in
      var finding = Finding(
        code: "M01", ruleName: "label-overlap", severity: .warning,
        message: Wording("over", zh: "压"),
        parties: ["a", sheet].map { Finding.Party(id: $0, name: nil, location: nil) })
      finding.sheet = SheetPlace(sheet: sheet, minX: 0, minY: 0, maxX: 1, maxY: 1)
      return finding
    }
  }

  private func judged(_ plan: Plan, isWhole: Bool = true) -> [Finding] {
    SheetExceptions.applied(
      to: findings(), of: plan, rules: [guide], today: nil, isWhole: isWhole)
  }

  @Test func featureAloneIsAcceptedOnEverySheet() throws {
    let result = judged(try plan("M01 a"))
    #expect(result.count == 2 && result.allSatisfy { $0.acceptance != nil })
  }

  @Test func featureAndSheetAreAcceptedThere() throws {
    let result = judged(try plan("label-overlap a works"))
    #expect(result.filter { $0.acceptance != nil }.compactMap(\.sheet?.sheet) == ["works"])
  }

  @Test func entryWithoutAFindingIsReportedByAWholeCheckOnly() throws {
    let stale = try plan("M01 b")
    #expect(judged(stale).contains { $0.code == "D11" })
    #expect(!judged(stale, isWhole: false).contains { $0.code == "D11" })
  }

  @Test func entriesForThePlanAreLeftAlone() throws {
    #expect(!judged(try plan("A01 a", "Z99 a")).contains { $0.code == "D11" })
  }

  @Test func checkOfThePlanLeavesEntriesForSheetsAlone() throws {
    let matcher = ExceptionMatcher(
      plan: try plan("M01 b"), today: nil, health: .warning, reportsStale: true)
    #expect(matcher.applied(to: []).isEmpty)
  }
}
