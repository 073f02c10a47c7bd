import Foundation
import PlanTestSupport
import Testing

/// Files that GDAL has saved, as QGIS does: one warning each, and `fmt` makes them ours again.
@Suite(.enabled(if: GDAL.isExpected, "GDAL is not installed"))
struct RoundTripTests {
  /// A way in which GIS programs save a file.
  enum Saving: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case plain = "a copy"
    case rfc7946 = "a copy by RFC 7946, eight decimals"
    case reprojected = "a copy from metres and back, fifteen decimals"
    case updated = "an update of the file itself"

    var testDescription: String { rawValue }
  }

  @Test(arguments: Thoroughness.chosen(of: Saving.allCases, oneIn: 4))
  func everySavedFileHasOneWarning(_ saving: Saving) throws {
    let workspace = try Workspace.withPlan()
    let files = workspace.files(below: "geodata").filter { $0.hasSuffix(".geojson") }
    let before = try files.map { try workspace.data("geodata/\($0)") }
    let known = try findings(in: workspace)

    for file in files { try save("geodata/\(file)", saving, in: workspace) }
    for (file, bytes) in zip(files, before) {
      #expect(try workspace.data("geodata/\(file)") != bytes, "\(file) was not saved")
    }
    let found = try findings(in: workspace)
    let new = found.filter { finding in
      !known.contains { $0.text("fingerprint") == finding.text("fingerprint") }
    }
    #expect(new.map { $0.text("code") } == files.map { _ in "D10" }, "\(new)")
    #expect(
      new.compactMap { $0.list("parties").first?.text("file") } == files.map { "geodata/\($0)" })
    #expect(
      new.allSatisfy { $0.text("severity") == "warning" && $0.text("help") == "run 'gxq-map fmt'" })
    #expect(found.count == known.count + files.count)

    let places = try files.map { try positions("geodata/\($0)", in: workspace) }
    #expect(try workspace.run("fmt").status == 0)
    // By RFC 7946 GDAL rounds on its own: 35.29999997 becomes 35.3.
    guard saving != .rfc7946 else {
      #expect(try workspace.run("fmt", "--check").status == 0)
      for (file, old) in zip(files, places) {
        let new = try positions("geodata/\(file)", in: workspace)
        #expect(new.count == old.count && zip(new, old).allSatisfy { abs($0 - $1) <= 5e-8 })
      }
      return
    }
    for (file, bytes) in zip(files, before) {
      #expect(try workspace.data("geodata/\(file)") == bytes, "\(file)")
    }
  }

  @Test func sevenDecimalsAreStillTheSamePlan() throws {
    let workspace = try Workspace.withPlan()
    let before = try positions("geodata/water.geojson", in: workspace)
    let known = try findings(in: workspace)
    try convert("geodata/water.geojson", ["-lco", "RFC7946=YES"], in: workspace)
    #expect(try findings(in: workspace).count == known.count + 1)
    #expect(try workspace.run("fmt").status == 0)
    #expect(try workspace.run("fmt", "--check").status == 0)
    let after = try positions("geodata/water.geojson", in: workspace)
    #expect(before.count == after.count)
    #expect(zip(before, after).allSatisfy { abs($0 - $1) <= 0.6e-7 })
    #expect(try findings(in: workspace).count == known.count)
  }

  private func save(_ file: String, _ saving: Saving, in workspace: Workspace) throws {
    let layer = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
    switch saving {
    case .plain: try convert(file, [], in: workspace)
    case .rfc7946:
      try convert(file, ["-lco", "RFC7946=YES", "-lco", "COORDINATE_PRECISION=8"], in: workspace)
    case .reprojected:
      try convert(file, ["-t_srs", "EPSG:4548"], in: workspace)
      try convert(file, ["-t_srs", "EPSG:4326", "-lco", "COORDINATE_PRECISION=15"], in: workspace)
      #expect(try workspace.text(file).contains(/[0-9]\.[0-9]{13}/), "\(file)")
    case .updated:
      _ = try GDAL.run(
        "ogrinfo", "-q", file, "-dialect", "sqlite", "-sql",
        "UPDATE \"\(layer)\" SET name_en = name_en WHERE kind IS NOT NULL", in: workspace)
    }
  }

  private func convert(_ file: String, _ options: [String], in workspace: Workspace) throws {
    let outcome = try Program.run(
      "/usr/bin/env", ["ogr2ogr", "-f", "GeoJSON", "new.geojson", file] + options,
      in: workspace.root)
    guard outcome.status == 0 else { throw GDAL.Refusal(command: options, outcome: outcome) }
    try workspace.write(workspace.data("new.geojson"), to: file)
    try workspace.remove("new.geojson")
  }

  private func findings(in workspace: Workspace) throws -> [[String: Any]] {
    try JSON.object(workspace.run("check", "--format", "json").bytes).list("findings")
  }

  private func positions(_ file: String, in workspace: Workspace) throws -> [Double] {
    func numbers(_ value: Any?) -> [Double] {
      if let number = value as? NSNumber { return [number.doubleValue] }
      return (value as? [Any] ?? []).flatMap(numbers)
    }
    return try JSON.object(workspace.data(file)).list("features")
      .flatMap { numbers($0.object("geometry")["coordinates"]) }
  }
}
