import Foundation
import PlanTestSupport
import Testing

/// Standard output, standard error, and readers that go away.
struct StreamTests {
  @Test(
    arguments: Thoroughness.chosen(
      of: ["list --format json", "trace", "check --format json", "export -o -"], oneIn: 2))
  func readerThatGoesAwayIsNoError(command: String) throws {
    let workspace = try Workspace.withPlan()
    let outcome = try Program.shell("\"$GXQ\" \(command) | head -n 1", in: workspace.root)
    #expect(outcome.status == 0)
    #expect(outcome.lines.count == 1, "\(outcome)")
    #expect(outcome.errors.isEmpty, "\(outcome)")
  }

  @Test func closedReaderNeverLooksClean() throws {
    let workspace = try Workspace.withPlan()
    let outcome = try Program.shell(
      "trap '' PIPE; { \"$GXQ\" export -o -; echo $? >status; } | true; sleep 0.1; cat status",
      in: workspace.root)
    #expect(Int(outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)) != 0)
    #expect(outcome.errors.isEmpty)
  }

  @Test(.enabled("there is no /dev/full") { FileManager.default.fileExists(atPath: "/dev/full") })
  func fullDiskIsAnError() throws {
    let workspace = try Workspace.withStarter()
    let outcome = try Program.shell("\"$GXQ\" check plan >/dev/full", in: workspace.root)
    #expect(outcome.status == 70)
    #expect(
      outcome.errors
        == "gxq-map: error: standard output cannot be written: No space left on device\n")
  }

  @Test(arguments: [
    ["check"], ["list"], ["list", "--format", "json"], ["trace", "--summary"],
    ["export", "-o", "-"], ["rules"], ["explain", "D10"],
  ])
  func dataAloneGoesToStandardOutput(arguments: [String]) throws {
    let workspace = try Workspace.withPlan()
    let outcome = try Program.run(arguments, in: workspace.root)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.hasSuffix("\n"))
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test func namesCannotSteerTheTerminal() throws {
    let workspace = try Workspace.withStarter()
    let name = #"\u001b[31m\u0007\n西"#
    try workspace.replace("西片区", with: name, in: "plan/layout.geojson")
    try workspace.replace("says: 规划", with: #"says: "\e[31m规划""#, in: "plan/statements.yaml")
    try workspace.replace(
      "分为东西两个片区", with: "", in: "plan/statements.yaml")
    for command in [["check"], ["list", "--lang", "zh"], ["trace"], ["trace", "district.west"]] {
      let outcome = try Program.run(command, in: workspace.path("plan"))
      #expect([0, 1].contains(outcome.status), "\(outcome)")
      #expect(!outcome.output.contains("\u{1B}") && !outcome.output.contains("\u{7}"))
    }
    let unknown = try Program.run(["list", "\u{1B}[31m西"], in: workspace.path("plan"))
    #expect(unknown.status == 64)
    #expect(!unknown.errors.contains("\u{1B}"))
  }

  @Test func colourIsOnlyForThoseWhoWantIt() throws {
    let workspace = try Workspace.withStarter()
    try workspace.replace("\"class\"", with: "\"clas\"", in: "plan/roads.geojson")
    func isColoured(_ environment: [String: String]) throws -> Bool {
      try workspace.run("check", "plan", environment: environment).output.contains("\u{1B}[")
    }
    #expect(try !isColoured([:]))
    #expect(try isColoured(["CLICOLOR_FORCE": "1"]))
    #expect(try !isColoured(["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]))
  }
}
