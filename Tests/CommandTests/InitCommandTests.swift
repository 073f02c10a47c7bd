import PlanExchange
import Testing

/// `init`: a plan to start from.
struct InitCommandTests {
  @Test func newPlanIsCleanAndCanonical() throws {
    let workspace = try Workspace()
    let made = try workspace.run("init", "new/plan")
    #expect(made.status == 0)
    #expect(made.output.isEmpty)
    #expect(
      made.errors
        == "wrote \(StarterPlan.files.count) files to new/plan; next: gxq-map check new/plan\n")
    #expect(
      workspace.files(below: "new/plan") == StarterPlan.files.map(\.name).sorted())
    for file in StarterPlan.files {
      #expect(try workspace.text("new/plan/\(file.name)") == file.text)
    }
    let checked = try workspace.run("check", "new/plan", "--fail-on", "warning")
    #expect(checked.status == 0, "\(checked)")
    #expect(checked.output.hasPrefix("0 errors, 0 warnings, 0 to know, 0 accepted\n"))
    #expect(try workspace.run("fmt", "--check", "--plan", "new/plan").status == 0)
    #expect(try workspace.run("trace", "--plan", "new/plan").status == 0)
    #expect(try workspace.run("export", "--plan", "new/plan", "-o", "out").status == 0)
  }

  @Test func nothingIsOverwritten() throws {
    let workspace = try Workspace()
    try workspace.write("mine", to: "plan/roads.geojson")
    let outcome = try workspace.run("init", "plan")
    #expect(outcome.status == 2)
    #expect(
      outcome.errorLines == [
        "gxq-map: error: 'plan/roads.geojson' is already there",
        "  help: choose an empty folder; nothing was written",
      ])
    #expect(workspace.files() == ["plan/roads.geojson"])
    #expect(try workspace.text("plan/roads.geojson") == "mine")
  }

  @Test func fileInThePlaceOfTheFolderIsNamed() throws {
    let workspace = try Workspace()
    try workspace.write("mine", to: "plan")
    let outcome = try workspace.run("init", "plan")
    #expect(outcome.status == 2, "\(outcome)")
    #expect(outcome.errors.contains("cannot be written"))
    #expect(try workspace.text("plan") == "mine")
  }
}
