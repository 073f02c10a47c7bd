import Foundation
import Testing

/// `check --format` and `--output`: several reports from one run.
struct ReportFormatTests {
  /// A starter plan whose roads have a misspelt key.
  private func faulty() throws -> Workspace {
    let workspace = try Workspace.withStarter()
    try workspace.replace("\"class\"", with: "\"clas\"", in: "plan/roads.geojson")
    return workspace
  }

  @Test(arguments: [
    ("json", "{\n  \"program\": \"gxq-map\""), ("ndjson", "{\"type\":\"finding\","),
    ("sarif", "{\n  \"$schema\": "), ("junit", "<?xml version=\"1.0\""),
    ("github", "::error file="),
    ("gitlab", "[\n  {\"description\":"), ("markdown", "## My plan: 2 errors"),
    ("geojson", "{\"type\":\"FeatureCollection\""), ("html", "<!DOCTYPE html>"),
    ("text", "plan/roads.geojson:2:"),
  ])
  func everyFormatGoesToStandardOutput(format: String, start: String) throws {
    let workspace = try faulty()
    let outcome = try workspace.run("check", "plan", "--format", format)
    #expect(outcome.status == 1, "\(outcome)")
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.hasPrefix(start), "\(outcome)")
    #expect(outcome.output.hasSuffix("\n"))
    let again = try workspace.run(
      "check", "plan", "-o", "\(format)=out/x.\(format)",
      environment: ["TZ": "Asia/Tokyo", "LANG": "tr_TR.UTF-8"])
    #expect(again.status == 1 && again.output.isEmpty, "\(again)")
    #expect(try workspace.data("out/x.\(format)") == outcome.bytes)
  }

  @Test func oneRunWritesSeveralReports() throws {
    let workspace = try faulty()
    let outcome = try workspace.run(
      "check", "plan", "--format", "text", "--output", "sarif=findings.sarif", "-o",
      "html=report.html", "--format", "sarif")
    #expect(outcome.status == 1)
    #expect(outcome.lines.last?.hasPrefix("to accept a finding: ") == true, "\(outcome)")
    #expect(try JSON.object(workspace.data("findings.sarif")).text("version") == "2.1.0")
    #expect(try workspace.text("report.html").hasPrefix("<!DOCTYPE html>"))
    #expect(
      workspace.files().filter { !$0.hasPrefix("plan/") } == ["findings.sarif", "report.html"])
  }

  @Test(arguments: [
    (
      ["--format", "text", "--format", "json"],
      "standard output takes one format, asked for 2: text, json"
    ),
    (
      ["--format", "text", "-o", "json=-"],
      "standard output takes one format, asked for 2: json, text"
    ),
    (["--format", "json", "--format", "sarif", "-o", "x"], "which format goes to 'x' is not said"),
    (["-o", "x", "-o", "y"], "which format goes to 'x', 'y' is not said"),
    (["-o", "json=x", "-o", "y"], "which format goes to 'y' is not said"),
    (["-o", "json=x", "-o", "sarif=x"], "'x' is named for json and sarif"),
    (["-o", "srif=x"], "unknown format 'srif'; did you mean 'sarif'?"),
    (["-o", "sarif="], "'sarif=' names no file"),
    (["-o", "plan/roads.geojson"], "'plan/roads.geojson' is a file of the plan"),
    (["-o", "json=./plan/../plan/plan.yaml"], "'./plan/../plan/plan.yaml' is a file of the plan"),
    (["--write-baseline", "plan/layout.geojson"], "'plan/layout.geojson' is a file of the plan"),
    (
      ["--suggest-exceptions", "--format", "json"],
      "--suggest-exceptions prints no report and takes no format"
    ),
    (["--fix", "--diff", "-o", "json=x"], "--diff prints no report and takes no format"),
  ])
  func whatIsUnclearIsWrongUsage(arguments: [String], message: String) throws {
    let workspace = try faulty()
    let before = try workspace.files().map(workspace.data)
    let outcome = try Program.run(["check", "plan"] + arguments, in: workspace.root)
    #expect(outcome.status == 64, "\(outcome)")
    #expect(outcome.errorLines.first == "gxq-map: error: \(message)", "\(outcome)")
    #expect(outcome.errorLines.last?.hasPrefix("  help: ") == true)
    #expect(outcome.output.isEmpty)
    #expect(try workspace.files().map(workspace.data) == before)
  }

  @Test func aFileMayHaveASignOfEquality() throws {
    let workspace = try faulty()
    #expect(try workspace.run("check", "plan", "-o", "./sarif=x").status == 1)
    #expect(try workspace.run("check", "plan", "-o", "A=b.txt").status == 1)
    #expect(workspace.exists("sarif=x") && workspace.exists("A=b.txt"))
  }

  @Test func theLineThatIsMeantIsQuoted() throws {
    let outcome = try faulty().run("check", "plan", "--rule", "D01")
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[1].hasPrefix("  2 | …") && lines[1].contains("\"clas\":"), "\(outcome)")
    let mark = try #require(lines[2].firstIndex(of: "^"))
    let column = lines[2].distance(from: lines[2].startIndex, to: mark)
    // Hanzi take two columns of a terminal.
    let quoted = try #require(lines[1].range(of: "\"clas\""))
    let before = lines[1][..<quoted.lowerBound].unicodeScalars
    #expect(before.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) } == column, "\(outcome)")
  }

  @Test func aGitHubJobGetsItsSummary() throws {
    let workspace = try faulty()
    try workspace.write("before\n", to: "summary.md")
    let job = [
      "GITHUB_STEP_SUMMARY": workspace.path("summary.md"), "GITHUB_SERVER_URL": "https://host",
      "GITHUB_REPOSITORY": "owner/name", "GITHUB_SHA": "0123abc",
    ]
    let outcome = try workspace.run("check", "plan", "--format", "github", environment: job)
    #expect(outcome.status == 1)
    #expect(outcome.lines.count { $0.hasPrefix("::error file=plan/roads.geojson,line=") } == 2)
    let summary = try workspace.text("summary.md")
    #expect(summary.hasPrefix("before\n## My plan: 2 errors, "), "\(summary)")
    #expect(summary.contains("(https://host/owner/name/blob/0123abc/plan/roads.geojson#L2)"))
    // Nothing else writes there.
    _ = try workspace.run("check", "plan", environment: job)
    #expect(try workspace.text("summary.md") == summary)
  }

  @Test func timingsGoToStandardErrorSlowestFirst() throws {
    let workspace = try faulty()
    let plain = try workspace.run("check", "plan")
    let outcome = try workspace.run("check", "plan", "--timings")
    #expect(outcome.bytes == plain.bytes)
    let lines = outcome.errorLines
    #expect(lines.first?.split(separator: " ") == ["rule", "layer", "features", "pairs", "ms"])
    #expect(lines.last?.hasPrefix("total ") == true)
    let times = lines.dropFirst().dropLast().compactMap { line in
      line.split(separator: " ").last.flatMap { Double($0) }
    }
    #expect(times.count == 13 && times == times.sorted(by: >), "\(outcome)")
  }

  @Test func filesWithoutAPlanAreKnownByABaseline() throws {
    let workspace = try Workspace()
    let square = "[[[0,0],[0.001,0],[0.001,0.001],[0,0.001],[0,0]]]"
    let feature =
      "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":\(square)}}"
    try workspace.write(
      "{\"type\":\"FeatureCollection\",\"features\":[\n\(feature),\n\(feature)]}\n", to: "a.geojson"
    )
    let first = try workspace.run("check", "a.geojson")
    #expect(first.status == 1)
    #expect(first.lines.last?.hasPrefix("to count only new findings: ") == true, "\(first)")
    let refused = try workspace.run("check", "a.geojson", "--suggest-exceptions")
    #expect(refused.status == 64)
    #expect(refused.errorLines.first?.hasSuffix("files without a plan have no exceptions") == true)
    #expect(try workspace.run("check", "a.geojson", "--write-baseline", "b.json").status == 0)
    #expect(try workspace.run("check", "a.geojson", "--baseline", "b.json").status == 0)
  }

  @Test func exitZeroIsForThoseWhoOnlyReport() throws {
    let outcome = try faulty().run("check", "plan", "--exit-zero", "--fail-on", "warning")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("error[D01]"))
  }

  @Test func helpNamesEveryFormat() throws {
    let outcome = try Workspace().run("check", "--help")
    for format in [
      "text", "json", "ndjson", "sarif", "junit", "github", "gitlab", "markdown", "geojson", "html",
    ] { #expect(outcome.output.contains(format)) }
  }
}
