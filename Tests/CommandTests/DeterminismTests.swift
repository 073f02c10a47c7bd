import Foundation
import PlanTestSupport
import Testing

/// The same input gives the same bytes, wherever and whenever.
struct DeterminismTests {
  static let commands: [[String]] = [
    ["check", "--format", "json"], ["list"], ["list", "--format", "json"], ["trace"],
    ["export", "-o", "-"], ["rules"],
  ]

  @Test(arguments: Thoroughness.chosen(of: commands, oneIn: 4))
  func outputIsTheSameEverywhere(arguments: [String]) throws {
    let workspace = try Workspace.withPlan()
    let spoken = arguments + ["--lang", "en"]
    let arguments = arguments.first == "export" ? arguments : spoken
    let first = try Program.run(arguments, in: workspace.root)
    #expect([0, 1].contains(first.status))
    #expect(!first.bytes.isEmpty)
    let again = try Program.run(
      arguments, in: workspace.root,
      environment: ["LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8", "TZ": "Pacific/Kiritimati"])
    #expect(again.bytes == first.bytes)
    #expect(again.status == first.status)
  }

  @Test(.enabled(if: Thoroughness.isFull)) func sheetsInATraceAreTheSameEverywhere() throws {
    let workspace = try Workspace.withPlan(styles: true)
    let arguments = ["trace", "S004", "--format", "json"]
    let first = try Program.run(arguments, in: workspace.root)
    let again = try Program.run(
      arguments, in: workspace.root, environment: ["LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Shanghai"])
    #expect(first.status == 0, "\(first)")
    #expect(first.bytes == again.bytes)
    let statement = try JSON.object(first.bytes).list("statements").first ?? [:]
    #expect((statement["sheets"] as? [String])?.contains("structure") == true, "\(first)")
  }

  @Test func exportedFilesAreTheSameEverywhere() throws {
    let workspace = try Workspace.withPlan()
    _ = try workspace.run("export", "-o", "a")
    _ = try workspace.run("export", "-o", "b", environment: ["LC_ALL": "de_DE.UTF-8", "TZ": "UTC"])
    let files = workspace.files(below: "a")
    #expect(files == workspace.files(below: "b"))
    for file in files {
      #expect(try workspace.data("a/\(file)") == workspace.data("b/\(file)"), "\(file)")
    }
  }
}
