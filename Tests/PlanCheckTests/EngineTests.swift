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
      "'min_area' is '1 m'; expected the form of '0.01 m2'"
    ),
    (
      "{rule: A01, on: districts, min_area: [1 m2, 2 m2]}",
      "'min_area' is '1 m2, 2 m2'; expected the form of '0.01 m2'"
    ),
    (
      "{rule: A01, on: districts, severity: fatal}",
      "'severity' is 'fatal'; expected the form of 'error | warning | info | off'"
    ),
  ])
  func aMalformedDeclarationIsReported(declaration: String, message: String) throws {
    let findings = try check(sample(rules: "  - \(declaration)\n"))
    let health = findings.filter { $0.code == "D11" }
    #expect(health.map(\.message.english).contains(message))
    #expect(health.first?.location?.file == "plan.yaml")
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
