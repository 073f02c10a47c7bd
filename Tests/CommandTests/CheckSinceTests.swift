import Foundation
import Testing

/// `gxq-map check --since`: what changed since a git revision, and what lies near it.
struct CheckSinceTests {
  private func git(_ arguments: String..., in workspace: Workspace) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["git", "-C", workspace.root, "-c", "user.name=t", "-c", "user.email=t@example.org"]
      + arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "git \(arguments)")
  }

  private func committed(_ workspace: Workspace? = nil) throws -> Workspace {
    let workspace = try workspace ?? Workspace.withPlan()
    try git("init", "-q", in: workspace)
    try git("add", "-A", in: workspace)
    try git("commit", "-qm", "plan", in: workspace)
    return workspace
  }

  @Test func anUnchangedPlanHasNothingToReport() throws {
    let outcome = try committed().run("check", "--since", "HEAD", "--format", "json")
    #expect(outcome.status == 0)
    #expect(try outcome.findings().isEmpty)
  }

  @Test func onlyFindingsOfTheChangeAreReported() throws {
    let workspace = try committed()
    // The road's first vertex moves 60 m; it is no longer joined there.
    let whole = try workspace.run("check", "--format", "json").findings().count
    try workspace.edit("lake.hongyan", in: "geodata/water.geojson") {
      $0.replacing("\"basis\":\"", with: "\"colour\":\"blue\",\"basis\":\"")
    }
    let since = try workspace.run("check", "--since", "HEAD", "--format", "json")
    #expect(since.status == 1)
    let findings = try since.findings()
    #expect(findings.contains { $0["code"] as? String == "D01" })
    #expect(findings.count < whole)
  }

  @Test func aRemovedFeatureConcernsTheClaimsAboutIt() throws {
    let workspace = try committed()
    var lines = try workspace.text("geodata/layout.geojson").split(separator: "\n").map(String.init)
    let index = try #require(lines.firstIndex { $0.contains("\"kind\":\"corridor\"") })
    lines.remove(at: index)
    try workspace.write(lines.joined(separator: "\n"), to: "geodata/layout.geojson")
    let outcome = try workspace.run("check", "--since", "HEAD", "--format", "json")
    #expect(try outcome.findings().contains { $0["code"] as? String == "K01" })
  }

  @Test func theReportSaysWhatItLeavesOut() throws {
    let workspace = try committed(.withStarter())
    let outcome = try workspace.run("check", "plan", "--since", "HEAD")
    #expect(outcome.output.contains("since HEAD: 0 features changed, 0 removed;"))
    let chinese = try workspace.run("check", "plan", "--since", "HEAD", "--lang", "zh")
    #expect(chinese.output.contains("自 HEAD 以来：改动要素 0 个"))
  }

  @Test func aFileIsComparedWithItself() throws {
    let workspace = try Workspace()
    func square(_ id: String, _ west: Double) -> String {
      """
      {"type":"Feature","id":"\(id)","properties":{},"geometry":{"type":"Polygon","coordinates":\
      [[[\(west),30],[\(west + 0.001),30],[\(west + 0.001),30.001],[\(west),30.001],[\(west),30]]]}}
      """
    }
    func collection(_ squares: [String]) -> String {
      "{\"type\":\"FeatureCollection\",\"features\":[\(squares.joined(separator: ",\n"))]}"
    }
    let old = [square("a", 114), square("b", 114.0005)]
    try workspace.write(collection(old), to: "p.geojson")
    try git("init", "-q", in: workspace)
    try git("add", "-A", in: workspace)
    try git("commit", "-qm", "parcels", in: workspace)
    try workspace.write(
      collection(old + [square("c", 114.1), square("d", 114.1005)]), to: "p.geojson")
    let outcome = try workspace.run(
      "check", "p.geojson", "--since", "HEAD", "--rule", "A01", "--format", "json")
    let pairs = try outcome.findings().compactMap { $0["parties"] as? [[String: Any]] }
      .map { $0.compactMap { $0["id"] as? String } }
    #expect(pairs == [["c", "d"]])
  }

  @Test(arguments: ["nowhere", "--output=x", "HEAD:geodata"])
  func anUnknownRevisionIsRefused(revision: String) throws {
    let outcome = try committed(.withStarter()).run("check", "plan", "--since=\(revision)")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("git knows no revision '\(revision)'"))
  }

  @Test func aFolderOutsideGitIsRefused() throws {
    let outcome = try Workspace.withStarter().run(
      "check", "plan", "--since", "HEAD", environment: ["GIT_CEILING_DIRECTORIES": "/"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("is in no git repository"), "\(outcome)")
    #expect(outcome.errorLines.last == "  help: check without --since, or keep the folder in git")
  }
}

extension Program.Outcome {
  /// The findings of a JSON report.
  fileprivate func findings() throws -> [[String: Any]] {
    let report = try JSONSerialization.jsonObject(with: bytes) as? [String: Any]
    return report?["findings"] as? [[String: Any]] ?? []
  }
}
