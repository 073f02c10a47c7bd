import DistrictPlan
import Foundation
import GeoJSONCoding
import Messages
import PlanFindings
import PlanTestSupport
import Testing

@testable import PlanCheck

/// K34 runs where someone has the documents' texts, and says so where nobody has.
struct TermRuleTests {
  private func plan(_ rules: String, file: String = "a.txt") throws -> LoadedPlan {
    var sample = SamplePlan()
    sample.documents = "  - {id: D1, title: 甲, date: '2020', sequence: 1, file: \(file)}\n"
    sample.statements = """
        - {id: S1, document: D1, says: 说, terms: [北跨, 南延], out_of_scope: {because: none, note: 无}}

      """
    sample.manifest = rules
    return try sample.load()
  }

  private let declared = "rules:\n  - {rule: K34, severity: warning}\n"

  private func check(_ plan: LoadedPlan, _ text: String?) throws -> CheckResult {
    var options = CheckOptions()
    options.documents = try text.map {
      try DocumentTexts(of: plan.plan, from: PlanTexts(files: ["a.txt": $0]))
    }
    return CheckRunner.check(plan, options: options)
  }

  @Test func withoutTextsItSaysNothingAndIsCountedAsNotRun() throws {
    let result = try check(plan(declared), nil)
    #expect(result.findings.isEmpty)
    #expect(result.summary.rules == 0)
    #expect(result.summary.runs.map(\.code) == ["K34"])
    #expect(result.summary.runs.map(\.isOff) == [true])
  }

  @Test func aMissingTermIsFoundWhereItsStatementStands() throws {
    let result = try check(plan(declared), "海川路北\n跨")
    let found = try #require(result.findings.first)
    #expect(result.findings.count == 1)
    #expect(found.message.english == "the term '南延' of S1 is not in document D1")
    #expect(found.severity == .warning)
    #expect(found.statements == ["S1"])
    #expect(found.location?.file == "statements.yaml" && found.location?.line == 2)
    #expect(result.summary.runs.map(\.isOff) == [false])
    #expect(result.summary.pairs == 2)
  }

  @Test func textsAreReadEvenIfThePlanDeclaresNoRule() throws {
    #expect(try check(plan(""), "北跨").findings.map(\.severity) == [.error])
    #expect(try check(plan(""), "北跨，南延").findings.isEmpty)
    #expect(try check(plan(""), nil).findings.isEmpty)
    let off = "rules:\n  - {rule: K34, severity: off}\n"
    #expect(try check(plan(off), "北跨").findings.isEmpty)
  }

  @Test(arguments: ["b.txt", "../a.txt"])
  func aTextThatCannotBeReadStopsTheCheck(file: String) throws {
    let plan = try plan(declared, file: file).plan
    let folder = FileManager.default.temporaryDirectory.path
    let error = #expect(throws: PlanError.self) { try DocumentTexts(of: plan, in: folder) }
    #expect(error?.location?.file == "documents.yaml")
  }
}
