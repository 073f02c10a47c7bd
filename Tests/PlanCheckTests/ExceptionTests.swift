import Foundation
import DistrictPlan
import GeoJSONCoding
import Messages
import PlanCheck
import PlanFindings
import PlanTestSupport
import Testing

/// Findings that a plan accepts, and entries that accept nothing any more.
struct ExceptionTests {
  /// Two districts that overlap in two places: near the origin, and 900 m north of it.
  private func sample(_ exceptions: String..., rules: String = "") -> SamplePlan {
    var sample = SamplePlan(
      SamplePlan.area(
        "district.a", .district,
        [
          (0, 0), (100, 0), (100, 10), (40, 10), (40, 900), (100, 900), (100, 910), (0, 910),
          (0, 0),
        ]),
      SamplePlan.area(
        "district.b", .district, [(90, 0), (200, 0), (200, 910), (90, 910), (90, 0)]))
    sample.manifest = "rules:\n  - {rule: A01, on: districts}\n\(rules)"
    sample.exceptions = exceptions.map { "  - \($0)\n" }.joined()
    return sample
  }

  private func check(
    _ sample: SamplePlan, today: String? = nil, _ change: (inout CheckOptions) -> Void = { _ in }
  ) throws -> [Finding] {
    var options = CheckOptions()
    options.today = today.flatMap(CalendarDay.init)
    change(&options)
    return CheckRunner.check(try sample.load(), options: options).findings
  }

  private func codes(_ findings: [Finding]) -> [String] {
    findings.map { $0.code + ($0.acceptance == nil ? "" : " accepted") }
  }

  private let both = "rule: A01, features: [district.b, district.a], reason: 因"
  /// About the overlap near the origin.
  private let south = "area: [119.9999, 29.9999, 120.003, 30.001]"

  @Test func anExceptionAcceptsExactlyTheFindingItNames() throws {
    let findings = try check(sample("{\(both), owner: 甲, conflict: C1, until: 2030-01-01}"))
    let acceptance = Acceptance(
      reason: "因", owner: "甲", conflict: "C1", until: "2030-01-01",
      location: SourceLocation(file: "exceptions.yaml", line: 2, column: 5))
    #expect(!findings.isEmpty && findings.allSatisfy { $0.acceptance == acceptance })
  }

  @Test(arguments: [
    "{rule: A01, features: [district.a], reason: 因}",
    "{rule: A01, features: [district.a, district.b, road.a], reason: 因}",
    "{rule: G02, features: [district.a, district.b], reason: 因}",
  ])
  func anExceptionThatMatchesNothingIsReported(entry: String) throws {
    let sample = sample(entry)
    let findings = try check(sample)
    #expect(findings.allSatisfy { $0.acceptance == nil })
    #expect(findings.last?.code == "D11")
    #expect(findings.last?.message.english.hasSuffix("matches no finding") == true)
    // A run of some rules cannot know what the others would have found.
    #expect(try check(sample) { $0.only = ["A01", "D11"] }.allSatisfy { $0.code == "A01" })
  }

  @Test func anExceptionOfAnUnknownRuleIsReported() throws {
    let sample = sample("{rule: A99, features: [district.a], reason: 因}")
    #expect(
      try check(sample).map(\.message.english).contains(
        "the exception names the unknown rule 'A99'; did you mean 'A09'?"))
    let other = self.sample("{rule: A04, features: [district.z], reason: 因}")
    #expect(
      try check(other).map(\.message.english).contains(
        "the exception for A04 on district.z matches no finding; did you mean 'district.a'?"))
  }

  @Test func anAreaChoosesAmongFindingsOfTheSameFeatures() throws {
    let all = try check(sample())
    try #require(all.count == 1, "\(all.map(\.message.english))")
    // One finding with two parts: it lies in no box that holds only one of them.
    let part = try check(sample("{\(both), \(south)}"))
    #expect(codes(part) == ["A01", "D11"])
    #expect(
      part.last?.message.english
        == "the exception for A01 on district.b, district.a matches no finding inside its area")
    let whole = try check(sample("{\(both), area: [119.9999, 29.9999, 120.003, 30.009]}"))
    #expect(codes(whole) == ["A01 accepted"])
  }

  @Test func anExceptionHoldsToItsLastDay() throws {
    let sample = sample("{\(both), until: 2024-06-30}")
    #expect(try codes(check(sample, today: "2024-06-30")) == ["A01 accepted"])
    #expect(try codes(check(sample)) == ["A01 accepted"])
    let late = try check(sample, today: "2024-07-01")
    #expect(codes(late) == ["A01", "D11"])
    #expect(late.first?.lapsed?.until == "2024-06-30")
    #expect(late.last?.severity == .warning)
    #expect(
      late.last?.message.english
        == "the exception for A01 on district.b, district.a expired on 2024-06-30")
    #expect(late.last?.location?.line == 2)
  }

  @Test func anEntryThatHoldsOutweighsOneThatHasExpired() throws {
    for entries in [
      ["{\(both), until: 2024-06-30}", "{\(both)}"], ["{\(both)}", "{\(both), until: 2024-06-30}"],
    ] {
      let findings = try check(sample(entries[0], entries[1]), today: "2025-01-01")
      #expect(codes(findings) == ["A01 accepted", "D11"])
      #expect(findings.first?.lapsed == nil)
    }
  }

  @Test func thePlanSaysHowMuchAFaultyEntryWeighs() throws {
    let stale = "{rule: G02, features: [district.a], reason: 因}"
    let error = try check(sample(stale, rules: "  - {rule: D11, severity: error}\n"))
    #expect(error.first { $0.code == "D11" }?.severity == .error)
    let off = try check(sample(stale, rules: "  - {rule: D11, severity: off}\n"))
    #expect(codes(off) == ["A01"])
    let expired = sample("{\(both), until: 2024-06-30}")
    #expect(try codes(check(expired, today: "2025-01-01") { $0.only = ["A01"] }) == ["A01"])
  }

  @Test(arguments: [
    "district.a", "区.一", "a: b", "- a", "#a", "a, b]", "'", "\"\\", "null", "true", "12", "a\nb",
    "\u{202E}x", "🚧", " a ", "*a", "&a", "!a", "%a", "@a", "`a",
  ])
  func whatIsSuggestedAcceptsEveryFinding(id: String) throws {
    func square(_ x: Double) -> [(Double, Double)] {
      [(x, 0), (x + 100, 0), (x + 100, 100), (x, 100), (x, 0)]
    }
    // As JSON writes it; YAML has to find its own way.
    let written = "\(JSONValue.string(id))".dropFirst().dropLast()
    var sample = SamplePlan(
      SamplePlan.area(String(written), .district, square(0)),
      SamplePlan.area("district.other", .district, square(90)))
    sample.manifest = "rules:\n  - {rule: A01, on: districts}\n  - {rule: A04, on: districts}\n"
    let loaded = try sample.load()
    let open = CheckRunner.check(loaded).findings.filter { $0.severity > .info }
    #expect(open.count > 1)
    for language in Language.allCases {
      let text = ExceptionSuggestion.text(
        for: open, of: loaded.plan, today: CalendarDay("2026-11-21"), language)
      // As it is printed it has no reason, and is refused.
      sample.exceptions = text
      #expect(try check(sample).count { $0.message.english == "the key 'reason' is missing" } > 0)
      sample.exceptions = text.replacing("reason:", with: "reason: 因")
      let after = try check(sample).filter { $0.severity > .info }
      #expect(after.allSatisfy { $0.acceptance != nil }, "\(text)\(after.map(\.message.english))")
    }
  }

  @Test func whatOffendsInSeveralPlacesIsSuggestedByPlace() throws {
    func square(_ x: Double, _ extra: [(Double, Double)] = []) -> [(Double, Double)] {
      [(x, 0), (x + 100, 0)] + extra + [(x + 100, 100), (x, 100), (x, 0)]
    }
    var sample = SamplePlan(
      SamplePlan.area("district.a", .district, square(0, [(100, 30), (100, 60)])),
      SamplePlan.area("district.b", .district, square(100)))
    sample.manifest = "rules:\n  - {rule: A04, on: districts}\n"
    let loaded = try sample.load()
    let open = CheckRunner.check(loaded).findings
    try #require(open.count == 2)
    let text = ExceptionSuggestion.text(for: open, of: loaded.plan, today: nil, .english)
    #expect(text.split(separator: "\n").count { $0.hasPrefix("    area: [") } == 2)
    let first = text.components(separatedBy: "\n\n")[0].replacing("reason:", with: "reason: 因")
    sample.exceptions = first + "\n"
    #expect(try codes(check(sample)).sorted() == ["A04", "A04 accepted"])
  }
}
