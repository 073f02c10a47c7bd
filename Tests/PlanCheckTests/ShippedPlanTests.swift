import DistrictPlan
import PlanCheck
import Messages
import PlanFindings
import Testing

/// What the shipped plan says of itself: which findings are open, accepted or worth knowing.
struct ShippedPlanTests {
  static let result = Result { try EditedPlan().check() }

  private func findings(_ code: String) throws -> [Finding] {
    try Self.result.get().findings.filter { $0.code == code }
  }

  @Test func itHasNoOpenErrorOfGroupK() throws {
    let open = try Self.result.get().findings.filter {
      $0.code.hasPrefix("K") && $0.severity != .info && $0.acceptance == nil
        && ($0.code != "K25" || RuleRegistry.rule("N01") != nil)
    }
    #expect(open.map { "\($0.code) \($0.message.english)" } == [])
  }

  @Test func itsKnownConflictsAreAcceptedFindings() throws {
    let accepted = try Self.result.get().findings.filter { $0.acceptance != nil }
    #expect(
      accepted.map { "\($0.code) \($0.acceptance?.conflict ?? "")" }.sorted()
        == ["K13 C04", "K13 C04", "K17 C12", "K17 C16"])
  }

  @Test func whatTheDocumentsLeaveUnnamedIsWorthKnowing() throws {
    let named = try findings("K01").filter { $0.severity == .info }
    #expect(
      Set(named.map { "\($0.measure?.text ?? "") of \($0.measure?.limitText ?? "")" })
        == ["0 of 4", "0 of 15", "5 of 10"])
    #expect(named.contains { $0.statements == ["S041", "S068"] })
    #expect(named.contains { $0.statements == ["S039", "S058"] })
  }

  @Test func theExtensionThatStoppedShortIsWorthKnowing() throws {
    let found = try findings("K09")
    #expect(found.map(\.severity) == [.info])
    #expect(found.first?.statements == ["S063", "S105"])
  }

  @Test func deadlinesWithoutAResultAreWorthKnowing() throws {
    let statements = Set(try findings("K18").flatMap(\.statements))
    #expect(statements.isSuperset(of: ["S053", "S064"]))
  }

  @Test func aDesignWithoutAResultDoesNotMakeItsDistrictUnknown() throws {
    let found = try findings("K18").filter { $0.statements == ["S053"] }
    #expect(
      found.map(\.message.english) == [
        "'城市设计' of district '蓼河新区' was to be finished by 2018-12-31; no later document reports it"
      ])
    #expect(try EditedPlan().plan().statuses()["district.liaohe"] == .launched)
  }

  @Test func everyClaimThatDoesNotHoldIsAcceptedOrUnknown() throws {
    let result = try Self.result.get()
    let failed = result.verdicts.values.filter { !$0.holds }
    #expect(
      Set(failed.map { $0.claim.statement + " " + $0.rule }).isSubset(
        of: [
          "S056 K13", "S101 K17", "S050 K17", "S053 K18", "S060 K18", "S061 K18", "S063 K18",
          "S064 K18",
        ]))
  }
}
