import GeoJSONCoding
import Messages
import PlanFindings
import PlanTestSupport
import Testing

struct BaselineTests {
  private func finding(_ code: String, _ id: String, _ message: String = "m") -> Finding {
    Finding(
      code: code, ruleName: "rule", severity: .error, message: Wording(message, zh: message),
      parties: [Finding.Party(id: id, name: nil, location: nil)])
  }

  private func report(_ findings: [Finding]) -> CheckReport {
    CheckReport(findings: findings, summary: CheckSummary(), version: "1")
  }

  @Test func aBaselineIsReadAsItWasWritten() throws {
    let baseline = Baseline(of: report([finding("B01", "b\n\""), finding("A01", "a")]))
    let back = try Baseline(reading: SourceText(file: "b.json", baseline.text))
    #expect(back == baseline)
    #expect(back.entries.map(\.code) == ["A01", "B01"])
    #expect(try Baseline(reading: SourceText(file: "b.json", Baseline([]).text)).entries.isEmpty)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func theOrderOfFindingsDoesNotMatter(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let findings = (0..<9).map { finding("A0\($0 % 3)", "id\($0 % 4)", "\($0)") }
    let shuffled = Baseline(of: report(findings.shuffled(using: &random)))
    #expect(shuffled.text == Baseline(of: report(findings)).text)
  }

  @Test func onlyNewFindingsCount() {
    let old = [finding("A01", "a"), finding("A01", "b"), finding("A02", "c")]
    var now = report([finding("A01", "a"), finding("A01", "d")])
    now.compare(with: Baseline(of: report(old))) { $0 == "A01" }
    #expect(now.items.map(\.isKnown) == [true, false])
    #expect(now.counting.map { $0.parties[0].id } == ["d"])
    // A rule that did not run has mended nothing.
    #expect(now.comparison?.fixed.map(\.ids) == [["b"]])
  }

  @Test func aSecondFindingOfTheSameKindIsNew() {
    let old = Baseline(of: report([finding("A01", "a")]))
    var now = report([finding("A01", "a"), finding("A01", "a")])
    now.compare(with: old) { _ in true }
    #expect(now.items.map(\.isKnown) == [true, false])
    #expect(Set(now.items.map(\.fingerprint)).count == 2)
  }

  @Test func acceptedFindingsAreNotKnownButAccepted() {
    var accepted = finding("A01", "a")
    accepted.acceptance = Acceptance(reason: "因", owner: nil, conflict: nil)
    #expect(Baseline(of: report([accepted])).entries.isEmpty)
  }

  @Test(arguments: [
    ("", "b.json:1:1"), ("[]", "b.json:1:1 the file is no baseline of gxq-map"),
    ("{\"gxq_map_baseline\":2,\"findings\":[]}", "b.json:1:1 the file is no baseline of gxq-map"),
    ("{\"gxq_map_baseline\":1}", "b.json:1:1 the file is no baseline of gxq-map"),
    (
      "{\"gxq_map_baseline\":1,\n\"findings\":[{\"code\":\"A01\"}]}",
      "b.json:2:13 the key 'ids' is missing"
    ),
    (
      "{\"gxq_map_baseline\":1,\"findings\":[{\"code\":\"A01\",\"ids\":[1]}]}",
      "b.json:1:56 expected a text, found a number"
    ),
  ])
  func aFileThatIsNoBaselineIsRefused(text: String, refusal: String) {
    let error = #expect(throws: BaselineError.self) {
      try Baseline(reading: SourceText(file: "b.json", text))
    }
    let found = error.map { "\($0.location) \($0.message.english)" } ?? ""
    #expect(found.hasPrefix(refusal), "\(found)")
  }
}
