import Foundation
import Testing

/// Rules that compare with an earlier state: ids that changed (D02), features that are gone (D05).
struct SinceRuleTests {
  private func square(_ id: String, _ west: Double, code: String = "") -> String {
    let east = west + 0.001
    return """
      {"type":"Feature","id":"\(id)","properties":{"BSM":"\(code)"},"geometry":{"type":"Polygon",\
      "coordinates":[[[\(west),30],[\(east),30],[\(east),30.001],[\(west),30.001],[\(west),30]]]}}
      """
  }

  private func write(_ squares: [String], to workspace: Workspace) throws {
    try workspace.write(
      "{\"type\":\"FeatureCollection\",\"features\":[\n\(squares.joined(separator: ",\n"))\n]}\n",
      to: "p.geojson")
  }

  private func committed(_ squares: [String]) throws -> Workspace {
    let workspace = try Workspace()
    try write(squares, to: workspace)
    for arguments in [["init", "-q"], ["add", "-A"], ["commit", "-qm", "parcels"]] {
      let outcome = try Program.run(
        "/usr/bin/env",
        ["git", "-c", "user.name=t", "-c", "user.email=t@example.org"] + arguments,
        in: workspace.root)
      #expect(outcome.status == 0, "\(outcome)")
    }
    return workspace
  }

  private var ten: [String] { (0..<10).map { square("f\($0)", 114 + Double($0) * 0.002) } }

  @Test func anIdThatChangedIsFound() throws {
    let workspace = try committed(ten)
    try write([square("new", 114)] + ten.dropFirst(), to: workspace)
    let outcome = try workspace.run("check", "p.geojson", "--rule", "D02", "--since", "HEAD")
    #expect(outcome.status == 1)
    #expect(
      outcome.output.contains("error[D02]: 'new' has the id 'new', and had 'f0' in 'HEAD'")
        || outcome.output.contains("has the id 'new', and had 'f0' in 'HEAD'"), "\(outcome)")
    let chinese = try workspace.run(
      "check", "p.geojson", "--rule", "D02", "--since", "HEAD", "--lang", "zh")
    #expect(chinese.output.contains("在“HEAD”中为“f0”"), "\(chinese)")
    // Without a state to compare with, the summary says what it does not know.
    let alone = try workspace.run("check", "p.geojson", "--rule", "D02")
    #expect(alone.status == 0)
    #expect(alone.output.contains("; changes not verified without --since: D02"), "\(alone)")
    let unchanged = try workspace.run(
      "check", "p.geojson", "--rule", "D02", "--since", "HEAD", "--format", "json")
    #expect(!unchanged.output.contains("changes_not_verified"))
  }

  @Test func numbersMadeFromPlacesAreNoIds() throws {
    func bare(_ west: Double) -> String { square("x", west).replacing("\"id\":\"x\",", with: "") }
    let workspace = try committed([bare(114), bare(114.01)])
    // Everything behind the new feature moves by one place.
    try write([bare(114.02), bare(114), bare(114.01)], to: workspace)
    let outcome = try workspace.run("check", "p.geojson", "--rule", "D02", "--since", "HEAD")
    #expect(outcome.status == 0, "\(outcome)")
  }

  @Test func aCodeThatChangedIsFound() throws {
    let workspace = try committed([square("a", 114, code: "1"), square("b", 114.01, code: "2")])
    try write([square("a", 114, code: "1"), square("b", 114.01, code: "3")], to: workspace)
    let outcome = try workspace.run(
      "check", "p.geojson", "--rule", "{rule: D02, on: p, key: BSM}", "--since", "HEAD")
    #expect(outcome.output.contains("has the BSM '3', and had '2' in 'HEAD'"), "\(outcome)")
  }

  @Test(arguments: [
    ("max_deleted: 10 %", false), ("max_deleted: 9 %", true), ("max_deleted_count: 0", true),
    ("max_change: 0 %", false),
  ])
  func featuresThatAreGoneAreCounted(setting: String, isFound: Bool) throws {
    let workspace = try committed(ten)
    // One gone, and another in its place: as many as before.
    try write([square("new", 114.5)] + ten.dropFirst(), to: workspace)
    let rule = "{rule: D05, on: p, \(setting)}"
    let outcome = try workspace.run("check", "p.geojson", "--rule", rule, "--since", "HEAD")
    #expect(outcome.status == (isFound ? 1 : 0), "\(outcome)")
    if isFound {
      #expect(
        outcome.output.contains("1 of the 10 features in 'p' of 'HEAD' are gone: f0"), "\(outcome)")
    }
    let alone = try workspace.run("check", "p.geojson", "--rule", rule)
    #expect(alone.output.contains("changes not verified without --since: D0"), "\(alone)")
  }

  @Test func aFileThatIsNewHasNothingToCompare() throws {
    let workspace = try committed(ten)
    try workspace.write(try workspace.text("p.geojson"), to: "q.geojson")
    let outcome = try workspace.run("check", "q.geojson", "--rule", "D02", "--since", "HEAD")
    #expect(outcome.status == 0, "\(outcome)")
    #expect(!outcome.output.contains("changes not verified"))
  }
}
