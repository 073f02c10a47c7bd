import Foundation
import PlanTestSupport
import Testing

/// GDAL reads what is exported, and measures what is drawn as we do.
@Suite(.enabled(if: GDAL.isExpected, "GDAL is not installed"))
struct ExportJudgeTests {
  @Test func everyExportedLayerIsReadWhole() throws {
    let workspace = try Workspace.withPlan()
    try #require(try workspace.run("export", "-o", "out").status == 0)
    let files = workspace.files(below: "out")
    #expect(files.count > 40)
    for file in Thoroughness.chosen(of: files, oneIn: 4) {
      let collection = try JSON.object(workspace.data("out/\(file)"))
      let features = collection.list("features")
      let summary = try GDAL.summary(of: "out/\(file)", in: workspace)
      #expect(summary.count == features.count, "\(file)")
      let types = Set(features.compactMap { $0.object("geometry").text("type") })
      #expect(summary.geometry == Self.name(of: types), "\(file): \(types)")
      #expect(types.isEmpty || summary.isWGS84, "\(file)")
      let box = collection["bbox"] as? [Double] ?? []
      #expect(summary.extent.count == box.count, "\(file): \(summary.extent) and \(box)")
      for (ours, theirs) in zip(box, summary.extent) {
        #expect(abs(ours - theirs) < 1e-6, "\(file)")
      }
    }
  }

  @Test func areasAgree() throws {
    let workspace = try Workspace.withPlan()
    try #require(try workspace.run("export", "-o", "out").status == 0)
    let rows = try JSON.list(workspace.run("list", "--format", "json").bytes)
    let ours = Dictionary(
      uniqueKeysWithValues: rows.compactMap { row in
        row.number("area_m2").map { (row.text("id") ?? "", $0) }
      })
    #expect(ours.count > 30)

    // Of the plan's own files. The edges are straight in longitude and latitude for us and straight on
    // the plane for SpatiaLite; no edge is longer than 500 m, so that they part by at most 4 mm.
    var theirs: [String: Double] = [:]
    for file in workspace.files(below: "geodata") where file.hasSuffix(".geojson") {
      try theirs.merge(GDAL.areas(in: "geodata/\(file)", crs: 4548, workspace)) { a, _ in a }
    }
    #expect(Set(theirs.keys) == Set(ours.keys))
    for (id, area) in ours {
      #expect(theirs[id].map { abs($0 - area) <= 1e-6 * area + 0.01 } == true, "\(id)")
    }

    // Of the export, whose seven decimals move every vertex by up to 6 mm.
    let exported = try GDAL.areas(in: "out/plan.geojson", crs: 4548, workspace)
    #expect(Set(exported.keys) == Set(ours.keys))
    for (id, area) in ours {
      #expect(exported[id].map { abs($0 - area) <= 0.006 * 8 * area.squareRoot() } == true, "\(id)")
    }
  }

  private static func name(of types: Set<String>) -> String {
    guard types.count == 1, let type = types.first else { return "Unknown (any)" }
    return switch type {
    case "LineString": "Line String"
    case "MultiLineString": "Multi Line String"
    case "MultiPolygon": "Multi Polygon"
    case "MultiPoint": "Multi Point"
    default: type
    }
  }
}
