import Foundation
import Testing

/// `fmt`: canonical form.
struct FmtCommandTests {
  @Test func ourFilesAreCanonical() throws {
    let workspace = try Workspace.withPlan()
    let outcome = try workspace.run("fmt", "--check")
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.errors.isEmpty && outcome.output.isEmpty)
  }

  @Test func checkNamesTheFileAndWritesNothing() throws {
    let workspace = try spaced()
    let before = try workspace.data("plan/roads.geojson")
    let outcome = try workspace.run("fmt", "--check", "--plan", "plan")
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasSuffix("plan/roads.geojson: not in canonical form\n"), "\(outcome)")
    #expect(try workspace.data("plan/roads.geojson") == before)
  }

  @Test func fmtRestoresTheBytesAndSettles() throws {
    let workspace = try spaced()
    let outcome = try workspace.run("fmt", "--plan", "plan")
    #expect(outcome.status == 0)
    #expect(outcome.errorLines.count == 1)
    #expect(try workspace.text("plan/roads.geojson") == StarterText.roads)
    let again = try workspace.run("fmt", "--plan", "plan")
    #expect(again.status == 0 && again.errors.isEmpty)
  }

  @Test func namedFilesNeedNoPlan() throws {
    let workspace = try spaced()
    try FileManager.default.copyItem(
      atPath: workspace.path("plan/roads.geojson"), toPath: workspace.path("alone.geojson"))
    try workspace.remove("plan")
    let outcome = try workspace.run("fmt", "alone.geojson")
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.errors == "alone.geojson: rewritten\n")
    #expect(try workspace.text("alone.geojson") == StarterText.roads)
  }

  @Test func oneFaultyFileLeavesAllAsTheyWere() throws {
    let workspace = try spaced()
    try workspace.replace("\"kind\":\"zone\"", with: "\"kind\":\"zon\"", in: "plan/layout.geojson")
    let before = try workspace.files().map(workspace.data)
    let outcome = try workspace.run("fmt", "--plan", "plan")
    #expect(outcome.status == 2)
    #expect(
      outcome.errorLines.first
        == "plan/layout.geojson:4:78: error: unknown value 'zon'; did you mean 'zone'?",
      "\(outcome)")
    #expect(try workspace.files().map(workspace.data) == before)
  }

  @Test func permissionsAndLinksAreKept() throws {
    let workspace = try spaced()
    try FileManager.default.createDirectory(
      atPath: workspace.path("plan/real"), withIntermediateDirectories: true)
    try FileManager.default.moveItem(
      atPath: workspace.path("plan/roads.geojson"),
      toPath: workspace.path("plan/real/roads.geojson"))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: workspace.path("plan/real/roads.geojson"))
    try FileManager.default.createSymbolicLink(
      atPath: workspace.path("plan/roads.geojson"), withDestinationPath: "real/roads.geojson")
    #expect(try workspace.run("fmt", "--plan", "plan").status == 0)
    #expect(try workspace.text("plan/real/roads.geojson") == StarterText.roads)
    let real = try FileManager.default.attributesOfItem(
      atPath: workspace.path("plan/real/roads.geojson"))
    #expect(real[.posixPermissions] as? Int == 0o640)
    let link = try FileManager.default.attributesOfItem(
      atPath: workspace.path("plan/roads.geojson"))
    #expect(link[.type] as? FileAttributeType == .typeSymbolicLink)
  }

  /// The starter plan with spaces in a file of it.
  private func spaced() throws -> Workspace {
    let workspace = try Workspace.withStarter()
    try workspace.replace(
      "\"type\":\"Feature\"", with: "\"type\": \"Feature\"", in: "plan/roads.geojson")
    return workspace
  }
}
