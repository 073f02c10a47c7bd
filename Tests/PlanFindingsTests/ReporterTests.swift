import GeoJSONCoding
import MapGeometry
import Messages
import PlanFindings
import PlanTestSupport
import Testing

struct ReporterTests {
  private static let goldens = Goldens([
    "report.txt", "report-accepted.zh.txt", "report.json", "empty.txt", "empty.json",
  ])

  private func place(_ line: Int, _ column: Int) -> GeoJSONCoding.SourceLocation {
    SourceLocation(file: "geodata/layout.geojson", line: line, column: column)
  }

  private func report() -> CheckReport {
    let overlap = Finding(
      code: "A01", ruleName: "polygon-no-overlap", severity: .error,
      message: Wording(
        "district '东片区' overlaps district '西片区' by 20.3 m² (limit 0.01 m²)",
        zh: "片区“东片区”与“西片区”重叠 20.3 m²（限值 0.01 m²）"),
      parties: [
        Finding.Party(id: "district.east", name: "东片区", location: place(14, 63)),
        Finding.Party(id: "district.west", name: "西片区", location: place(17, 63)),
      ],
      measure: Measure(20.3, .squareMetres, limit: 0.01),
      geometry: .multiPoint([
        GeoPosition(longitude: 120.1234567891, latitude: 30.5),
        GeoPosition(longitude: 120.2, latitude: 30.25),
      ]),
      anchor: GeoPosition(longitude: 120.1234567, latitude: 30.5), statements: ["S004", "S010"],
      help: Wording("give both outlines the same vertices", zh: "让两条边界使用相同的顶点"))
    var accepted = Finding(
      code: "K17", ruleName: "status-regression", severity: .warning,
      message: Wording("'公寓' goes back to 启动", zh: "“公寓”退回启动"),
      parties: [Finding.Party(id: "project.flats", name: "公寓", location: nil)], isDegraded: true)
    accepted.acceptance = Acceptance(reason: "两份文件都如实记录", owner: "编制组", conflict: "C12")
    let hostile = Finding(
      code: "D01", ruleName: "schema", severity: .info,
      message: Wording("unknown key '\u{1B}[2J\n\"'", zh: "未知的键“\u{1B}[2J\n\"”"),
      parties: [Finding.Party(id: "a.yaml", name: nil, location: place(1, 1))])
    var summary = CheckSummary()
    summary.rules = 12
    summary.features = 340
    summary.pairs = 56
    summary.claims = 78
    summary.statements = 70
    summary.belowNoiseFloor = 1
    return CheckReport(
      findings: [overlap, accepted, hostile], summary: summary, version: "1.2.3")
  }

  private let empty = CheckReport(findings: [], summary: CheckSummary(), version: "1.2.3")

  private func matches(_ text: String, _ name: String) -> String? {
    Self.goldens.difference(of: text, from: name)
  }

  @Test func aTextReportNamesWhoWhereAndHowMuch() {
    let reporter = TextReporter(language: .english, isColored: false)
    #expect(matches(reporter.text(of: report()), "report.txt") == nil)
  }

  @Test func acceptedFindingsAreShownOnDemand() {
    let reporter = TextReporter(language: .chinese, isColored: false, showsAll: true)
    #expect(matches(reporter.text(of: report()), "report-accepted.zh.txt") == nil)
  }

  @Test func aJSONReportHoldsEveryFindingAndIsJSON() throws {
    let text = JSONReporter(language: .english).text(of: report())
    #expect(matches(text, "report.json") == nil)
    let json = try JSONParser.parse(SourceText(file: "report.json", text))
    #expect(json["findings"]?.array?.count == 3)
    #expect(json["summary"]?["accepted"]?.integer == 1)
  }

  @Test func aReportWithoutFindingsSaysWhatWasVerified() throws {
    let text = TextReporter(language: .english, isColored: true).text(of: empty)
    #expect(matches(text, "empty.txt") == nil)
    let json = JSONReporter(language: .chinese).text(of: empty)
    #expect(matches(json, "empty.json") == nil)
    #expect(throws: Never.self) { try JSONParser.parse(SourceText(file: "empty.json", json)) }
  }

  @Test func coloursMarkTheSeverityAndNothingElse() {
    let plain = TextReporter(language: .english, isColored: false).text(of: report())
    let colored = TextReporter(language: .english, isColored: true).text(of: report())
    #expect(colored.contains("\u{1B}[1;31merror[A01]\u{1B}[0m"))
    #expect(colored.contains("\u{1B}[1;36minfo[D01]\u{1B}[0m"))
    #expect(colored.split(separator: "\u{1B}").count == 5)
    #expect(!plain.contains("\u{1B}"))
  }

  @Test func everyGoldenIsUsed() {
    #expect(Self.goldens.strays == [])
  }
}
