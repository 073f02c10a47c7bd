import Foundation
import GeoJSONCoding
import Testing

/// Complaints about other programs' streams and reports, by project and number.
struct IssueStreamTests {
  /// Naive: notes and tables between the data, so that the next program in the pipe stops.
  @Test func dataAloneIsOnStandardOutput_mapshaper402_tippecanoe428() throws {
    let workspace = try Workspace.withStarter()
    let outcome = try workspace.run("check", "plan", "--format", "json", "--timings")
    #expect(try JSON.object(outcome.bytes).text("program") == "gxq-map")
    #expect(outcome.errorLines.first?.hasPrefix("rule ") == true)
  }

  /// Naive: a dash is looked for as a file, or what is read from a pipe is written somewhere else.
  @Test func aPipeIsReadLikeAFile_geostylerCli418_geostylerCli437() throws {
    let workspace = try Workspace.withStarter()
    let file = try workspace.run("check", "plan/roads.geojson", "--format", "ndjson")
    let pipe = try Program.shell(
      "\"$GXQ\" check - --format ndjson < plan/roads.geojson", in: workspace.root)
    #expect(file.status == pipe.status && pipe.errors.isEmpty, "\(pipe)")
    #expect(file.lines.count == pipe.lines.count)
    #expect(file.lines.allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") })
  }

  /// Naive: a progress bar that knows only whether to draw itself, and not where the data goes.
  @Test func nothingDisturbsDataOnTheirWay_gdal12907() throws {
    let workspace = try Workspace.withStarter()
    let outcome = try Program.shell(
      "cd plan && \"$GXQ\" export -o - 2>&1", in: workspace.root)
    #expect(outcome.status == 0)
    let text = SourceText(file: "plan.geojson", bytes: [UInt8](outcome.bytes))
    #expect(try GeoJSONReader.read(text).faults.isEmpty)
  }

  /// Naive: quiet means silent, and a failed job has an empty log.
  @Test func anErrorIsSaidThoughNobodyReadsTheOutput_mapshaper158() throws {
    let workspace = try Workspace.withStarter()
    let outcome = try Program.shell("\"$GXQ\" check nowhere >/dev/null", in: workspace.root)
    #expect(outcome.status == 2)
    #expect(outcome.errorLines.first?.hasPrefix("gxq-map: error: ") == true, "\(outcome)")
  }

  /// What SARIF says is to be replaced is what `--fix` replaces.
  @Test func theFixInSARIFIsTheOneThatIsMade() throws {
    let workspace = try Workspace()
    let line = """
      {"type":"Feature","id":"路","properties":{},"geometry":{"type":"LineString","coordinates":\
      [[114,30],[114.001,30],[114.001,30],[114.002,30]]}}
      """
    let before = "{\"type\":\"FeatureCollection\",\"features\":[\n\(line)\n]}\n"
    try workspace.write(before, to: "r.geojson")
    let outcome = try workspace.run(
      "check", "r.geojson", "--rule", "G05", "--format", "sarif",
      environment: ["GXQ_HOME_PAGE": "https://host.example/gxq"])
    let run = try #require(try JSON.object(outcome.bytes).list("runs").first)
    #expect(
      run.object("tool").object("driver").text("informationUri") == "https://host.example/gxq")
    #expect(run.list("invocations").first?.number("exitCode") == Double(outcome.status))
    let fix = try #require(run.list("results").first?.list("fixes").first)
    let replacements = try #require(fix.list("artifactChanges").first).list("replacements")
    #expect(!replacements.isEmpty)
    var lines = before.split(separator: "\n", omittingEmptySubsequences: false).map {
      Array($0.unicodeScalars)
    }
    for replacement in replacements.reversed() {
      let region = replacement.object("deletedRegion")
      let row = Int(region.number("startLine") ?? 0) - 1
      let columns =
        Int(region.number("startColumn") ?? 0) - 1..<Int(region.number("endColumn") ?? 0) - 1
      let text = replacement.object("insertedContent").text("text") ?? ""
      lines[row].replaceSubrange(columns, with: Array(text.unicodeScalars))
    }
    let after = lines.map { line in
      var text = String.UnicodeScalarView()
      text.append(contentsOf: line)
      return String(text)
    }.joined(separator: "\n")
    _ = try workspace.run("check", "r.geojson", "--rule", "G05", "--fix")
    #expect(try workspace.text("r.geojson") == after)
    #expect(after != before)
  }

  @Test func aPageThatIsNoAddressIsLeftOut() throws {
    let workspace = try Workspace.withStarter()
    let outcome = try workspace.run(
      "check", "plan", "--format", "sarif", environment: ["GXQ_HOME_PAGE": "javascript:alert(1)"])
    #expect(!outcome.output.contains("informationUri"))
  }
}
