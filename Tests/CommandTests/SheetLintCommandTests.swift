import Foundation
import GeoJSONCoding
import PlanTestSupport
import Testing

/// `check --sheets` and `render --report`.
struct SheetLintCommandTests {
  private let plan = Repository.geodata.path

  private func run(_ arguments: [String], in workspace: Workspace? = nil) throws
    -> Program.Outcome
  {
    let workspace = try workspace ?? Workspace()
    return try Program.run(arguments, in: workspace.root)
  }

  /// A copy of our plan whose structure sheet has one size of names that nobody can read.
  private func smallText() throws -> Workspace {
    let workspace = try Workspace.withPlan(styles: true)
    let name = "styles/structure.json"
    let text = try workspace.text(name)
    let size = try #require(text.firstMatch(of: /"text-size": [0-9.]+/))
    try workspace.write(
      text.replacingCharacters(in: size.range, with: "\"text-size\": 4"), to: name)
    return workspace
  }

  private func shipped(_ arguments: String..., expecting status: Int32 = 0) throws
    -> Program.Outcome
  {
    let outcome = try run(["check", "--sheets", "--plan", plan] + arguments)
    #expect(outcome.status == status, "\(outcome)")
    return outcome
  }

  @Test func sheetsAreChecked() throws {
    let outcome = try shipped("structure", "--theme", "print", "--lang", "zh")
    #expect(outcome.output.contains("图纸 1 张，主题 1 个"), "\(outcome)")
    #expect(outcome.errors.isEmpty)
  }

  /// All formats of one run; drawing the sheet takes longest.
  @Test func everyFormatHoldsTheFindings() throws {
    let formats = [
      "text", "json", "ndjson", "sarif", "junit", "github", "gitlab", "markdown", "geojson", "html",
    ]
    let workspace = try smallText()
    let outcome = try run(
      ["check", "--sheets", "structure", "--theme", "print", "--rule", "M03"]
        + ["--fail-on", "warning"] + formats.flatMap { ["-o", "\($0)=report.\($0)"] },
      in: workspace)
    #expect(outcome.status == 1, "\(outcome)")
    for format in formats {
      let text = try workspace.text("report.\(format)")
      #expect(text.contains("M03") && text.contains("structure"), "\(format)")
    }
    let source = SourceText(file: "report.json", try workspace.text("report.json"))
    let report = try JSONParser.parse(source)
    #expect(report["summary"]?["sheets"]?.array?.count == 1)
    let place = report["findings"]?.array?.first?["sheet"]
    #expect(place?["id"]?.text == "structure" && place?["box"]?.array?.count == 4)
  }

  @Test func findingsCanBeAccepted() throws {
    let workspace = try smallText()
    let arguments = ["check", "--sheets", "structure", "--theme", "print", "--rule", "M03"]
    let entries = try run(arguments + ["--suggest-exceptions", "--lang", "en"], in: workspace)
    #expect(entries.output.contains("- rule: M03"), "\(entries)")
    let known = try run(arguments + ["--write-baseline", "known.json"], in: workspace)
    #expect(known.status == 0)
    let again = try run(
      arguments + ["--baseline", "known.json", "--fail-on", "warning"], in: workspace)
    #expect(again.status == 0, "\(again)")
  }

  @Test func plainCheckLeavesExceptionsOfSheetsAlone() throws {
    let workspace = try Workspace.withPlan(styles: true)
    let name = "geodata/exceptions.yaml"
    let entry = "  - {rule: M03, features: [structure], reason: 试验, owner: 试验}\n"
    try workspace.write(try workspace.text(name) + "\n" + entry, to: name)
    let plain = try run(["check", "--lang", "en"], in: workspace)
    #expect(!plain.output.contains("M03"), "\(plain)")
    let sheets = try run(
      ["check", "--sheets", "structure", "--theme", "print", "--lang", "zh", "--rule", "M02"],
      in: workspace)
    #expect(!sheets.output.contains("D11"), "a part of the check cannot say that an entry is stale")
  }

  @Test(arguments: [
    ["check", "--theme", "print"], ["check", "--sheets", "--rule", "A01"],
    ["check", "--rule", "M01"], ["check", "--sheets", "nowhere"],
    ["check", "--sheets", "--since", "HEAD"], ["rules", "--sheets", "--coverage"],
  ])
  func wrongUsageIsSaid(arguments: [String]) throws {
    let outcome = try run(
      arguments + (arguments[0] == "check" ? ["--plan", plan] : []) + ["--lang", "en"])
    #expect(outcome.status == 64, "\(outcome)")
    #expect(outcome.errors.contains("help:") || arguments[0] == "rules")
  }

  @Test(arguments: ["M01", "M05", "text-contrast"], ["en", "zh"])
  func rulesAreExplained(rule: String, language: String) throws {
    let outcome = try Workspace().run("explain", rule, "--lang", language)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.contains("check --sheets --rule M0"))
  }

  @Test func renderReports() throws {
    let workspace = try Workspace()
    let outcome = try run(
      [
        "render", "--plan", plan, "--sheet", "water", "-o", "maps", "--report", "--report-json",
        "lint.json", "--lang", "en",
      ], in: workspace)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.errors.contains("sheet 'water', theme print: "), "\(outcome)")
    let text = try workspace.text("lint.json")
    let report = try JSONParser.parse(SourceText(file: "lint.json", text))
    let sheet = report["summary"]?["sheets"]?.array?.first
    #expect(sheet?["id"]?.text == "water" && sheet?["smallest_text"] != nil)
    let mixed = try run(
      [
        "render", "--plan", plan, "--sheet", "water", "-o", "-", "--report-json", "-",
      ], in: workspace)
    #expect(mixed.status == 64)
  }
}
