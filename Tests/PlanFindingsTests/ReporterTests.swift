import GeoJSONCoding
import Messages
import PlanFindings
import PlanTestSupport
import Testing

/// Each format, whole, as a golden.
struct ReporterTests {
  private static let goldens = Goldens([
    "report.txt", "report-all.zh.txt", "report-colored.txt", "report.json", "report.ndjson",
    "report.sarif", "report.zh.sarif", "report.junit.xml", "report.github.txt",
    "report.gitlab.json", "report.md", "report.zh.md", "report.geojson", "report.html",
    "report.zh.html", "baseline.json", "empty.txt", "empty.json", "empty.md", "empty.junit.xml",
    "empty.sarif", "empty.html",
  ])

  private func matches(_ text: String, _ name: String) -> String? {
    Self.goldens.difference(of: text, from: name)
  }

  @Test(arguments: [
    ("report.txt", TextReporter(language: .english, isColored: false) as any Reporter),
    ("report-colored.txt", TextReporter(language: .english, isColored: true)),
    ("report.json", JSONReporter(language: .english)),
    ("report.sarif", SARIFReporter(language: .english)),
    ("report.junit.xml", JUnitReporter(language: .english)),
    ("report.github.txt", GitHubReporter(language: .english)),
    ("report.gitlab.json", GitLabReporter(language: .english)),
    ("report.md", MarkdownReporter(language: .english)),
    ("report.html", HTMLReporter(language: .english)),
  ])
  func everyFormatReportsEveryCase(name: String, reporter: any Reporter) throws {
    #expect(matches(reporter.text(of: try SampleReport.report()), name) == nil)
  }

  @Test(arguments: [
    (
      "report-all.zh.txt",
      TextReporter(language: .chinese, isColored: false, showsAll: true) as any Reporter
    ),
    ("report.ndjson", NDJSONReporter(language: .english)),
    ("report.zh.sarif", SARIFReporter(language: .chinese, limit: 5)),
    ("report.zh.md", MarkdownReporter(language: .chinese, linkBase: "https://host/blob/1/")),
    ("report.geojson", GeoJSONReporter(language: .english)),
    ("report.zh.html", HTMLReporter(language: .chinese, limit: 6)),
  ])
  func everyFormatTellsNewFindingsFromKnown(name: String, reporter: any Reporter) throws {
    #expect(matches(reporter.text(of: try SampleReport.compared()), name) == nil)
  }

  @Test(arguments: [
    ("empty.txt", TextReporter(language: .english, isColored: true) as any Reporter),
    ("empty.json", JSONReporter(language: .chinese)),
    ("empty.md", MarkdownReporter(language: .english)),
    ("empty.junit.xml", JUnitReporter(language: .english)),
    ("empty.sarif", SARIFReporter(language: .english)),
    ("empty.html", HTMLReporter(language: .english)),
  ])
  func aReportWithoutFindingsSaysWhatWasVerified(name: String, reporter: any Reporter) {
    let empty = CheckReport(findings: [], summary: CheckSummary(), version: "1.2.3")
    #expect(matches(reporter.text(of: empty), name) == nil)
  }

  @Test func aBaselineIsAnEntryALine() throws {
    #expect(matches(Baseline(of: try SampleReport.report()).text, "baseline.json") == nil)
  }

  @Test func everyGoldenIsUsed() {
    #expect(Self.goldens.strays == [])
  }
}
