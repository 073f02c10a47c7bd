import Foundation
import DistrictPlan
import GeoJSONCoding
import PlanCheck
import Messages
import PlanFindings
import PlanTestSupport
import Testing

/// How declarations, faults and exceptions come together in one run.
struct EngineTests {
  /// Two districts that overlap, and a road that is drawn nowhere else.
  private func sample(rules: String = "  - {rule: A01, on: districts}\n") -> SamplePlan {
    func square(_ x: Double) -> [(Double, Double)] {
      [(x, 0), (x + 100, 0), (x + 100, 100), (x, 100), (x, 0)]
    }
    var sample = SamplePlan(
      SamplePlan.area("district.a", .district, square(0)),
      SamplePlan.area("district.b", .district, square(90)),
      SamplePlan.road("road.a", (0, 500), (100, 500)))
    sample.manifest = "rules:\n\(rules)"
    return sample
  }

  private func check(
    _ sample: SamplePlan, _ change: (inout CheckOptions) -> Void = { _ in }
  ) throws -> [Finding] {
    var options = CheckOptions()
    change(&options)
    return CheckRunner.check(try sample.load(), options: options).findings
  }

  private func lines(_ findings: [Finding]) -> [String] {
    findings.map { "\($0.severity.rawValue) \($0.code) \($0.parties.map(\.id).sorted())" }
  }

  private let overlap = "error A01 [\"district.a\", \"district.b\"]"

  @Test func aDeclaredRuleReportsWithItsSeverity() throws {
    #expect(try lines(check(sample())) == [overlap])
    let warned = sample(rules: "  - {rule: polygon-no-overlap, on: districts, severity: warning}\n")
    #expect(try check(warned).map(\.severity) == [.warning])
  }

  @Test func aFaultOfReadingIsNeverSilent() throws {
    var sample = sample()
    sample.manifest += "precison: 8\n"
    #expect(try check(sample).map(\.code) == ["A01", "D01"])
    sample.manifest = "precison: 8\nrules:\n  - {rule: D01, severity: warning}\n"
    #expect(try check(sample).map { "\($0.severity.rawValue) \($0.code)" } == ["warning D01"])
  }

  @Test func aChoiceOfRulesHoldsForFaultsToo() throws {
    var sample = sample()
    sample.manifest += "precison: 8\n"
    #expect(try check(sample) { $0.only = ["A01"] }.map(\.code) == ["A01"])
    #expect(try check(sample) { $0.only = ["schema"] }.map(\.code) == ["D01"])
    #expect(try check(sample) { $0.skipped = ["D01"] }.map(\.code) == ["A01"])
    #expect(try check(sample) { $0.skipped = ["polygon-no-overlap"] }.map(\.code) == ["D01"])
  }

  @Test(arguments: [
    ("{rule: A1O}", "unknown rule 'A1O'; did you mean 'A10'?"),
    (
      "{rule: A01, on: distrcts}",
      "no layer, id or name 'distrcts' in the plan; did you mean 'districts'?"
    ),
    ("{rule: A01}", "rule A01 needs 'on'"),
    (
      "{rule: A01, on: districts, min_aera: 1 m2}",
      "rule A01 takes no 'min_aera'; did you mean 'min_area'?"
    ),
    (
      "{rule: A01, on: districts, min_area: 1 m}",
      "'min_area' is '1 m'; expected an area, such as '0.01 m2'; did you mean '1 m2'?"
    ),
    (
      "{rule: A01, on: districts, min_area: [1 m2, 2 m2]}",
      "'min_area' is '1 m2, 2 m2'; expected an area, such as '0.01 m2'"
    ),
    (
      "{rule: A01, on: districts, severity: fatal}",
      "'severity' is 'fatal'; expected error, warning, info, off"
    ),
    (
      "{rule: A01, on: districts, severity: eror}",
      "'severity' is 'eror'; expected error, warning, info, off; did you mean 'error'?"
    ),
    ("{rule: A01, on: []}", "'on' of rule A01 is empty"),
    ("{rule: A07, on: districts, with: []}", "'with' of rule A07 is empty"),
    (
      "{rule: A08, on: districts, with: districts}",
      "rule A08 holds 'districts' against itself, which finds nothing"
    ),
    ("{rule: A01, on: districts, with: roads}", "rule A01 takes no 'with'"),
    (
      "{rule: A19, on: districts, min: 5}",
      "'min' is '5'; expected a length, such as '1 m'; did you mean '5 m'?"
    ),
    (
      "{rule: A19, on: districts, min: 5 metres}",
      "'min' is '5 metres'; expected a length, such as '1 m'; did you mean '5 m'?"
    ),
    (
      "{rule: P02, on: districts, with: districts}",
      "rule P02 looks at nothing: 'districts' holds 2 areas, and it looks at points"
    ),
    (
      "{rule: D05, on: districts, max_deleted: 10}",
      "'max_deleted' is '10'; expected a share, such as '10 %'; did you mean '10 %'?"
    ),
    (
      "{rule: D05, on: districts, max_deleted: 150 %}",
      "'max_deleted' allows all features to be gone"
    ),
    (
      "{rule: D05, on: districts, min: 1.5}", "'min' is '1.5'; expected a whole number, such as '1'"
    ),
    (
      "{rule: D05, on: districts, min: -1}", "'min' is less than 0"
    ),
    (
      "{rule: A03, on: districts, max_width: -1 m}",
      "'max_width' is '-1 m'; expected a length, such as '1 m'"
    ),
    (
      "{rule: G07, on: districts, min_angle: 1 m}",
      "'min_angle' is '1 m'; expected an angle, such as '1 deg'"
    ),
    (
      "{rule: N05, on: roads, direction: digitized}",
      "'direction' is 'digitized'; expected both, digitised, oneway; did you mean 'digitised'?"
    ),
  ])
  func aMalformedDeclarationIsReported(declaration: String, message: String) throws {
    let findings = try check(sample(rules: "  - \(declaration)\n"))
    let health = findings.filter { $0.code == "D11" }
    #expect(health.map(\.message.english).contains(message))
    #expect(health.first?.location?.file == "plan.yaml")
  }

  @Test(arguments: [
    ("{rule: A0l, on: districts}", "A0l"), ("{rule: A01, on: distrcts}", "distrcts"),
    ("{rule: A03, on: districts, max_widht: 1 m}", "max_widht"),
    ("{rule: A01, on: districts, where: {nmae: x}}", "nmae"),
    ("{rule: A08, on: districts, with: zoen}", "zoen"),
    ("{rule: L09, on: districts}", "districts"),
  ])
  func theMisspeltWordIsPointedAt(declaration: String, word: String) throws {
    let line = "  - \(declaration)"
    let findings = try check(sample(rules: line + "\n")).filter { $0.code == "D11" }
    let start = try #require(line.range(of: word)).lowerBound
    let column = line.distance(from: line.startIndex, to: start) + 1
    #expect(findings.contains { $0.location?.column == column }, "\(findings)")
  }

  @Test(arguments: [
    "{rule: A08, on: districts}", "{rule: A08, on: districts, with: zoen}",
    "{rule: A02, on: districts, within: zoen}",
  ])
  func noRuleRunsWithoutItsPartners(declaration: String) throws {
    let findings = try check(sample(rules: "  - \(declaration)\n"))
    #expect(!findings.isEmpty)
    #expect(findings.allSatisfy { !["A02", "A08"].contains($0.code) }, "\(findings)")
  }

  @Test func aToleranceWiderThanThePlanIsReported() throws {
    func faults(_ tolerance: String) throws -> [String] {
      try PlanCheckTests.check(
        "A06", [.square("a", x: 0), .square("b", x: 200)], ["tolerance: \(tolerance)"]
      ).findings.filter { $0.code == "D11" }.map(\.message.english)
    }
    #expect(try faults("10 mm") == [])
    #expect(
      try faults("1000 km")
        == ["the tolerance '1000 km' is larger than the plan, which is 210 m across"])
  }

  @Test func findingsDoNotDependOnTheOrderOfDeclarations() throws {
    let rules = [
      "  - {rule: A01, on: districts}\n", "  - {rule: K24}\n", "  - {rule: N01, on: roads}\n",
      "  - {rule: L08, on: roads}\n", "  - {rule: D01}\n",
    ]
    let first = try check(sample(rules: rules.joined()))
    let second = try check(sample(rules: rules.reversed().joined()))
    #expect(first == second)
    #expect(first.count > 3)
  }

  @Test func aRepeatedDeclarationReportsOnce() throws {
    let rule = "  - {rule: A01, on: districts}\n"
    #expect(try lines(check(sample(rules: rule + rule))) == [overlap])
  }
}
