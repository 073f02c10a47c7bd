import Testing

/// Which plan a command works on.
struct PlanLookupTests {
  @Test(arguments: ["", "geodata", "geodata/notes", "docs/deep/er"])
  func planIsFoundFromAnywhereInside(folder: String) throws {
    let workspace = try Workspace.withStarter()
    try workspace.makeFolder("project/docs/deep/er")
    try rename(workspace, "plan", to: "project/geodata")
    try workspace.makeFolder("project/geodata/notes")
    let outcome = try Program.run(["list"], in: workspace.path("project/\(folder)"))
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.output.contains("zone.sample"))
  }

  @Test func flagNamesTheFolderOrItsParent() throws {
    let workspace = try Workspace.withStarter()
    try workspace.makeFolder("project")
    try rename(workspace, "plan", to: "project/geodata")
    for path in ["project", "project/geodata", workspace.path("project"), "./project/"] {
      let outcome = try workspace.run("list", "--plan", path)
      #expect(outcome.status == 0, "\(path): \(outcome)")
    }
  }

  @Test func variableNamesTheFolderAndTheFlagWins() throws {
    let workspace = try Workspace.withStarter()
    let named = try workspace.run("list", environment: ["GXQ_PLAN": workspace.path("plan")])
    #expect(named.status == 0, "\(named)")
    let empty = try workspace.run("list", environment: ["GXQ_PLAN": ""])
    #expect(empty.status == 2)
    let overruled = try workspace.run(
      "list", "--plan", "plan", environment: ["GXQ_PLAN": "/nowhere"])
    #expect(overruled.status == 0, "\(overruled)")
    let wrong = try workspace.run("list", environment: ["GXQ_PLAN": "/nowhere"])
    #expect(wrong.status == 2)
    #expect(wrong.errorLines.first == "gxq-map: error: no folder '/nowhere'")
  }

  @Test(arguments: [
    ["check"], ["fmt"], ["fmt", "--check"], ["export"], ["export", "-o", "-"], ["list"], ["trace"],
  ])
  func noPlanIsNeverSilentSuccess(arguments: [String]) throws {
    let workspace = try Workspace()
    let outcome = try Program.run(arguments, in: workspace.root)
    #expect(outcome.status == 2)
    #expect(
      outcome.errorLines == [
        "gxq-map: error: no plan here or above: no plan.yaml, no geodata/plan.yaml",
        "  help: name the folder with --plan, or start one with 'gxq-map init DIR'",
      ])
    #expect(outcome.output.isEmpty)
    #expect(workspace.files() == [])
  }

  @Test func pathsAreShownAsTheUserSeesThem() throws {
    let workspace = try Workspace.withStarter()
    try workspace.replace("\"class\"", with: "\"clas\"", in: "plan/roads.geojson")
    let above = try workspace.run("check", "plan")
    #expect(above.output.contains("plan/roads.geojson:2:"), "\(above)")
    let inside = try Program.run(["check"], in: workspace.path("plan"))
    #expect(inside.output.contains("\nroads.geojson:3:"), "\(inside)")
  }

  private func rename(_ workspace: Workspace, _ old: String, to new: String) throws {
    let outcome = try Program.run(
      "/bin/mv", [workspace.path(old), workspace.path(new)], in: workspace.root)
    #expect(outcome.status == 0)
  }
}
