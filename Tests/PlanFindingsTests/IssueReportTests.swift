import GeoJSONCoding
import MapGeometry
import Messages
import PlanFindings
import Testing

/// Complaints about other programs' reports, by project and number.
struct IssueReportTests {
  private func results(_ report: CheckReport) throws -> [JSONValue] {
    let text = SARIFReporter(language: .english).text(of: report)
    let root = try JSONParser.parse(SourceText(file: "report.sarif", text))
    return root["runs"]?.array?.first?["results"]?.array ?? []
  }

  private func physical(_ result: JSONValue) -> JSONValue? {
    result["locations"]?.array?.first?["physicalLocation"]
  }

  /// Naive: a finding that names no feature gets no place, and GitHub refuses the whole file.
  @Test func everyResultHasAFile_codeAnalyzer1970() throws {
    let results = try results(SampleReport.report())
    #expect(results.count == 7)
    for result in results {
      let artifact = physical(result)?["artifactLocation"]
      #expect(artifact?["uri"]?.text?.isEmpty == false)
      #expect(artifact?["uriBaseId"]?.text == "%SRCROOT%")
    }
  }

  /// Naive: a fault of a whole file stands at line 0.
  @Test func lineZeroIsWrittenAsOne_csdiff123() throws {
    let place = SourceLocation(file: "a.geojson", line: 0, column: 0)
    let finding = Finding(
      code: "G01", ruleName: "parse", severity: .error, message: Wording("empty", zh: "空"),
      parties: [Finding.Party(id: "a.geojson", name: nil, location: place)])
    let report = CheckReport(findings: [finding], summary: CheckSummary(), version: "1")
    let region = try #require(try results(report).first.flatMap(physical)?["region"])
    for key in ["startLine", "startColumn", "endLine", "endColumn"] {
      #expect((region[key]?.integer ?? 0) >= 1, "\(key)")
    }
  }

  /// Naive: a line alone; the whole line of a GeoJSON file is marked, which is the whole feature.
  @Test func theRegionIsTheVertex_cppcheck6863() throws {
    let report = try SampleReport.report()
    let first = try #require(try results(report).first.flatMap(physical)?["region"])
    let line = try #require(first["startLine"]?.integer)
    let (start, end) = (first["startColumn"]?.integer ?? 0, first["endColumn"]?.integer ?? 0)
    #expect(first["endLine"]?.integer == line)
    let text = SampleReport.layout
    let from = try #require(text.offset(line: line, column: start))
    let to = try #require(text.offset(line: line, column: end))
    #expect(String(decoding: text.bytes[from..<to], as: UTF8.self) == "[119.9998,30.003]")
  }

  /// Naive: a fix in words; an editor needs to know which characters to replace.
  @Test func aFixIsWrittenAsReplacements() throws {
    let place = SourceLocation(file: "路 1.geojson", line: 3, column: 5)
    let end = SourceLocation(file: "路 1.geojson", line: 3, column: 15)
    let fix = SuggestedFix(
      Wording("move the end", zh: "移动端点"), edits: [],
      replacements: [
        FileReplacement(from: end, to: end, with: ",[1,2]"),
        FileReplacement(from: place, to: end, with: ""),
      ])
    let finding = Finding(
      code: "L09", ruleName: "undershoot", severity: .error, message: Wording("short", zh: "差"),
      parties: [Finding.Party(id: "r", name: nil, location: place)], fix: fix)
    let result = try results(
      CheckReport(findings: [finding], summary: CheckSummary(), version: "1"))
    let written = try #require(result.first?["fixes"]?.array?.first)
    #expect(written["description"]?["text"]?.text == "move the end")
    let change = try #require(written["artifactChanges"]?.array?.first)
    #expect(change["artifactLocation"]?["uri"]?.text == "%E8%B7%AF%201.geojson")
    let replacements = try #require(change["replacements"]?.array)
    #expect(replacements.map { $0["deletedRegion"]?["startColumn"]?.integer } == [5, 15])
    #expect(replacements.map { $0["deletedRegion"]?["endColumn"]?.integer } == [15, 15])
    #expect(replacements.map { $0["insertedContent"]?["text"]?.text } == [nil, ",[1,2]"])
  }

  @Test func thePageAndTheStatusAreWrittenWhereKnown() {
    let empty = CheckReport(findings: [], summary: CheckSummary(), version: "1")
    let plain = SARIFReporter(language: .english).text(of: empty)
    #expect(!plain.contains("informationUri") && !plain.contains("exitCode"))
    let known = SARIFReporter(
      language: .english, homePage: "https://host.example/gxq-map", exitStatus: 1
    ).text(of: empty)
    #expect(known.contains("\"informationUri\": \"https://host.example/gxq-map\","))
    #expect(known.contains("\"exitCode\":1"))
  }

  /// Naive: a command for each; GitHub drops all but ten, and the log shows none of the others.
  @Test func whatGitHubDropsStandsInTheLog() throws {
    let findings = (0..<23).map { index in
      Finding(
        code: "A01", ruleName: "rule", severity: index < 12 ? .error : .warning,
        message: Wording("finding \(index)", zh: "发现 \(index)"),
        parties: [
          Finding.Party(
            id: "f\(index)", name: nil,
            location: SourceLocation(file: "::error::x.geojson", line: index + 1, column: 1))
        ])
    }
    let report = CheckReport(findings: findings, summary: CheckSummary(), version: "1")
    let lines = GitHubReporter(language: .english).text(of: report).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("::error file=") } == 10)
    #expect(lines.count { $0.hasPrefix("::warning file=") } == 10)
    #expect(lines.count { $0.hasPrefix("- ::error::x.geojson:") } == 3)
    #expect(lines.count { $0.contains("finding ") } == 23)
    #expect(lines.last?.hasPrefix("GitHub shows 10 annotations of a kind") == true)
  }
}
