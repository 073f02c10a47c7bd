import GeoJSONCoding
import MapGeometry
import Messages
import PlanFindings
import PlanTestSupport
import Testing

struct FindingTests {
  private func finding(
    _ code: String = "A01", _ ids: String..., severity: Severity = .error,
    message: String = "overlap", at anchor: (Double, Double)? = nil, line: Int? = nil
  ) -> Finding {
    Finding(
      code: code, ruleName: "rule", severity: severity, message: Wording(message, zh: message),
      parties: ids.map { id in
        Finding.Party(
          id: id, name: nil,
          location: line.map { GeoJSONCoding.SourceLocation(file: "a", line: $0, column: 1) })
      },
      anchor: anchor.map { GeoPosition(longitude: $0.0, latitude: $0.1) })
  }

  @Test func heavierFindingsComeFirstThenCodePartiesAndPlace() {
    let ordered = [
      finding("B01", "z", severity: .error),
      finding("A01", "a", "b", severity: .warning, at: (1, 1)),
      finding("A01", "a", "b", severity: .warning, at: (1, 2)),
      finding("A01", "a", "c", severity: .warning),
      finding("A02", "a", severity: .warning, message: "one"),
      finding("A02", "a", severity: .warning, line: 2),
      finding("A02", "a", severity: .warning, line: 10),
      finding("A02", "a", severity: .warning, message: "two", line: 10),
      finding("A01", "a", severity: .info),
    ]
    for seed in 0..<50 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let sorted = ordered.shuffled(using: &random).sorted(by: Finding.isReportedBefore)
      #expect(sorted == ordered)
    }
  }

  @Test func theFingerprintKnowsRulePartiesAndPlace() {
    let base = finding("A01", "a", "b", at: (120, 30))
    #expect(base.fingerprint.count == 16)
    #expect(base.fingerprint != finding("A02", "a", "b", at: (120, 30)).fingerprint)
    #expect(base.fingerprint != finding("A01", "a", "c", at: (120, 30)).fingerprint)
    #expect(base.fingerprint != finding("A01", "a", "b", at: (120.001, 30)).fingerprint)
  }

  @Test func theFingerprintSurvivesUnrelatedEdits() {
    let base = finding("A01", "a", "b", at: (120, 30), line: 4)
    #expect(base.fingerprint == finding("A01", "a", "b", at: (120, 30), line: 9).fingerprint)
    #expect(base.fingerprint == finding("A01", "b", "a", at: (120, 30)).fingerprint)
    #expect(
      base.fingerprint
        == finding("A01", "a", "b", message: "overlap by 3 m²", at: (120, 30)).fingerprint)
    #expect(base.fingerprint == finding("A01", "a", "b", at: (120.000001, 30)).fingerprint)
  }

  @Test func findingsWithoutAPlaceAreToldApartByWhatTheySay() {
    let first = finding("D01", "plan.yaml", message: "unknown key 'a'", line: 3)
    let second = finding("D01", "plan.yaml", message: "unknown key 'b'", line: 3)
    #expect(first.fingerprint != second.fingerprint)
    #expect(
      first.fingerprint
        == finding("D01", "plan.yaml", message: "unknown key 'a'", line: 8).fingerprint)
  }

  @Test func fingerprintsDoNotChangeBetweenVersions() {
    #expect(finding("A01", "a", "b", at: (120, 30)).fingerprint == "8766254f9b691f96")
  }
}
