import Foundation
import Testing

/// `list`: features with status, area and length.
struct ListCommandTests {
  @Test func textHasOneLineForEachFeatureAndTotals() throws {
    let workspace = try Workspace.withPlan()
    let outcome = try workspace.run("list")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let rows = try JSON.list(workspace.run("list", "--format", "json").bytes)
    #expect(outcome.lines.count == rows.count + 2)
    #expect(outcome.lines.last?.hasPrefix("\(rows.count) features, ") == true)
    let nowhere = rows.count { $0["located"] as? Bool == false }
    #expect(outcome.lines.last?.contains(", \(nowhere) without a place, ") == true)
  }

  @Test func jsonSaysWhatEachFeatureIs() throws {
    let workspace = try Workspace.withPlan()
    let rows = try JSON.list(workspace.run("list", "--format", "json").bytes)
    let ids = rows.compactMap { $0.text("id") }
    #expect(ids == ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(Set(ids).count == rows.count)
    for row in rows {
      #expect(row.text("kind") != nil && row.text("basis") != nil, "\(row)")
      #expect(row.text("file")?.hasPrefix("geodata/") == true)
    }
    let zone = rows.first { $0.text("kind") == "zone" }
    #expect(zone?.number("area_m2").map { abs($0 - 255e6) < 1e6 } == true)
  }

  @Test func namesChooseLayersAndFeatures() throws {
    let workspace = try Workspace.withPlan()
    let outcome = try workspace.run("list", "districts", "海川路", "--format", "json")
    let kinds = try JSON.list(outcome.bytes).compactMap { $0.text("kind") }
    #expect(kinds.sorted() == Array(repeating: "district", count: 6) + ["road"])
  }

  @Test func emptyLayerIsAnEmptyList() throws {
    let workspace = try Workspace.withStarter()
    try workspace.replace(
      "rules:\n",
      with: "  - {id: lakes, file: layout.geojson, kind: lake}\nrules:\n", in: "plan/plan.yaml")
    let outcome = try workspace.run("list", "lakes", "--plan", "plan", "--format", "json")
    #expect(outcome.status == 0)
    #expect(outcome.output == "[]\n")
  }
}
