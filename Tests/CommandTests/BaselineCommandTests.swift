import Foundation
import Testing

/// `check --baseline`, `--write-baseline` and `--suggest-exceptions`: living with findings.
struct BaselineCommandTests {
  /// A starter plan whose roads have a misspelt key, on two lines.
  private func faulty() throws -> Workspace {
    let workspace = try Workspace.withStarter()
    try workspace.replace("\"class\"", with: "\"clas\"", in: "plan/roads.geojson")
    return workspace
  }

  @Test func onlyNewFindingsCountAndFixedOnesAreNamed() throws {
    let workspace = try faulty()
    let written = try workspace.run("check", "plan", "--write-baseline", "known.json")
    #expect(written.status == 0, "\(written)")
    let known = try workspace.run("check", "plan", "--baseline", "known.json")
    #expect(known.status == 0)
    #expect(
      known.lines[0..<2] == [
        "0 errors, 0 warnings, 0 to know, 0 accepted", "baseline: 3 known, 0 fixed",
      ])

    // One is mended, another made.
    try workspace.edit("road.middle", in: "plan/roads.geojson") {
      $0.replacing("\"clas\"", with: "\"class\"").replacing("\"name\"", with: "\"nam\"")
    }
    let now = try workspace.run("check", "plan", "--baseline", "known.json")
    #expect(now.status == 1, "\(now)")
    #expect(now.output.contains("unknown key 'nam'"))
    #expect(!now.output.contains("unknown key 'clas'"))
    #expect(now.lines.contains("baseline: 2 known, 1 fixed"))
    #expect(now.lines.contains("  fixed: D01 road.middle"))
    let all = try workspace.run("check", "plan", "--baseline", "known.json", "--accepted")
    #expect(
      all.output.contains("unknown key 'clas'") && all.lines.contains("  known from the baseline"))

    let sarif = try workspace.run(
      "check", "plan", "--baseline", "known.json", "--format", "sarif")
    let states = try JSON.object(sarif.bytes).list("runs").first?.list("results")
      .map { $0.text("baselineState") ?? "" }
    #expect(states?.filter { $0 == "unchanged" }.count == 2, "\(sarif)")
    #expect(states?.contains("new") == true)
  }

  @Test func aPartialCheckMendsNothing() throws {
    let workspace = try faulty()
    _ = try workspace.run("check", "plan", "--write-baseline", "known.json")
    // The misspelt keys stand where a canonical file would not have them, which is a finding too.
    for (arguments, count) in [
      (["--rule", "G02"], 0), (["--skip", "schema"], 1), (["--rule", "D10", "--as-of", "2020"], 1),
    ] {
      let outcome = try Program.run(
        ["check", "plan", "--baseline", "known.json"] + arguments, in: workspace.root)
      #expect(outcome.status == 0)
      #expect(outcome.lines.contains("baseline: \(count) known, 0 fixed"), "\(outcome)")
    }
  }

  @Test func aBaselineHoldsWhereverTheCheckIsStarted() throws {
    let workspace = try faulty()
    try workspace.replace(
      "\"type\":\"Feature\"", with: "\"type\": \"Feature\"", in: "plan/layout.geojson")
    _ = try workspace.run("check", "plan", "--write-baseline", "known.json")
    let inside = try Program.run(
      ["check", "--baseline", "../known.json", "--fail-on", "warning"], in: workspace.path("plan"))
    #expect(inside.status == 0, "\(inside)")
  }

  @Test(arguments: [
    ("[]", "known.json:1:1: error: the file is no baseline of gxq-map"),
    ("{", "known.json:1:2: error: "),
    (nil, "gxq-map: error: "),
  ])
  func aBaselineThatCannotBeReadIsAnError(text: String?, message: String) throws {
    let workspace = try faulty()
    if let text { try workspace.write(text, to: "known.json") }
    let outcome = try workspace.run("check", "plan", "--baseline", "known.json")
    #expect(outcome.status == 2)
    #expect(outcome.errorLines.first?.hasPrefix(message) == true, "\(outcome)")
    #expect(outcome.errorLines.last?.contains("--write-baseline") == true)
    #expect(outcome.output.isEmpty)
  }

  @Test func suggestedEntriesAcceptWhatIsOpen() throws {
    let workspace = try faulty()
    let day = ["--today", "2026-01-02"]
    let suggested = try Program.run(
      ["check", "plan", "--suggest-exceptions"] + day, in: workspace.root)
    #expect(suggested.status == 0 && suggested.errors.isEmpty, "\(suggested)")
    #expect(
      suggested.lines.first == "# paste below 'exceptions:' in plan/exceptions.yaml, and say why")
    #expect(suggested.lines.contains("    date: 2026-01-02"))

    func check(_ entries: String) throws -> Program.Outcome {
      try workspace.write("exceptions:\n\(entries)", to: "plan/exceptions.yaml")
      return try Program.run(["check", "plan", "--fail-on", "warning"] + day, in: workspace.root)
    }
    // Nobody accepts without a reason.
    #expect(try check(suggested.output).output.contains("the key 'reason' is missing"))
    let accepted = try check(suggested.output.replacing("reason:", with: "reason: tested"))
    #expect(accepted.status == 0, "\(accepted)")
    #expect(accepted.lines.first == "0 errors, 0 warnings, 0 to know, 3 accepted")
    let none = try workspace.run("check", "plan", "--suggest-exceptions")
    #expect(none.status == 0 && none.output.isEmpty && none.errors == "nothing to accept\n")
  }

  @Test func anExpiredEntryBringsItsFindingBack() throws {
    let workspace = try faulty()
    try workspace.write(
      """
      exceptions:
        - {rule: D01, features: [road.middle], reason: later, until: 2026-01-31}
        - {rule: schema, features: [road.north], reason: never, area: [0, 0, 1, 1]}

      """, to: "plan/exceptions.yaml")
    let before = try workspace.run("check", "plan", "--today", "2026-01-31")
    #expect(before.output.contains("0 to know, 1 accepted"), "\(before)")
    let after = try workspace.run("check", "plan", "--today", "2026-02-01")
    #expect(after.status == 1)
    #expect(
      after.lines.contains(
        "  note: the exception at plan/exceptions.yaml:2:5 expired on 2026-01-31"))
    #expect(
      after.output.contains(
        "warning[D11]: the exception for D01 on road.middle expired on 2026-01-31"))
  }
}
