import Foundation
import GeoJSONCoding
import Testing

/// Reports held against the schemas of their formats by other programs.
///
/// The schemas are read in place from the folder that `GXQ_CONFORMANCE` names; where everything must
/// run, their absence is a failure.
@Suite(.enabled("GXQ_CONFORMANCE is not set") { Schemas.areExpected })
struct ReportJudgeTests {
  private static let goldens = "\(Workspace.repository)/Tests/PlanFindingsTests/Goldens"

  private func expectSARIF(_ file: String, in workspace: Workspace) throws {
    let folder = try #require(Schemas.folder)
    // The system's Python has the package that the Makefile installs.
    let system = "/usr/bin/python3"
    let python = FileManager.default.isExecutableFile(atPath: system) ? system : "python3"
    let outcome = try Program.run(
      "/usr/bin/env",
      [
        python, "-c",
        """
        import json, sys, jsonschema
        schema, data = (json.load(open(name, encoding="utf-8")) for name in sys.argv[1:])
        jsonschema.validators.validator_for(schema)(schema).validate(data)
        """, "\(folder)/sarif-schema-2.1.0.json", file,
      ], in: workspace.root)
    #expect(outcome.status == 0, "\(file) \(outcome.errors.suffix(1500))")
  }

  private func expectJUnit(_ file: String, in workspace: Workspace) throws {
    let folder = try #require(Schemas.folder)
    let outcome = try Program.run(
      "/usr/bin/env",
      ["xmllint", "--noout", "--nonet", "--schema", "\(folder)/junit-10.xsd", file],
      in: workspace.root)
    #expect(outcome.status == 0, "\(file) \(outcome.errors)")
  }

  @Test func goldensAreValid() throws {
    let workspace = try Workspace()
    for name in ["report.sarif", "report.zh.sarif", "empty.sarif"] {
      try expectSARIF("\(Self.goldens)/\(name)", in: workspace)
    }
    for name in ["report.junit.xml", "empty.junit.xml"] {
      try expectJUnit("\(Self.goldens)/\(name)", in: workspace)
    }
  }

  @Test func theJudgesCanSayNo() throws {
    let workspace = try Workspace()
    try workspace.write("{\"version\": \"2.1.0\", \"runs\": [{}]}", to: "a.sarif")
    try workspace.write("<testsuites><case/></testsuites>", to: "a.xml")
    withKnownIssue { try expectSARIF(workspace.path("a.sarif"), in: workspace) }
    withKnownIssue { try expectJUnit(workspace.path("a.xml"), in: workspace) }
  }

  @Test(arguments: ["en", "zh"])
  func reportsOnOurPlanAreValid(language: String) throws {
    let workspace = try Workspace.withPlan()
    try workspace.replace("\"class\":", with: "\"clas\":", in: "geodata/roads.geojson")
    let outcome = try workspace.run(
      "check", "--lang", language, "-o", "sarif=a.sarif", "-o", "junit=a.xml")
    #expect(outcome.status == 1, "\(outcome)")
    try expectSARIF("a.sarif", in: workspace)
    try expectJUnit("a.xml", in: workspace)
    // GitHub refuses results without a relative place.
    let run = try JSON.object(workspace.data("a.sarif")).list("runs").first ?? [:]
    let results = run.list("results")
    #expect(results.count > 20)
    for result in results {
      let place = result.list("locations").first?.object("physicalLocation") ?? [:]
      #expect(place.object("artifactLocation").text("uri")?.hasPrefix("geodata/") == true)
      #expect(place.object("artifactLocation").text("uriBaseId") == "%SRCROOT%")
      let region = place.object("region")
      for key in ["startLine", "startColumn", "endLine", "endColumn"] {
        #expect((region.number(key) ?? 0) >= 1)
      }
    }
    let accepted = results.filter { !$0.list("suppressions").isEmpty }
    #expect(accepted.count == 4)
  }
}

/// The schemas of formats, other projects' work.
enum Schemas {
  private static let environment = ProcessInfo.processInfo.environment
  static let folder = environment["GXQ_CONFORMANCE"].flatMap { $0.isEmpty ? nil : $0 + "/schemas" }
  static let areExpected = folder != nil || environment["CI"] == "true"
}

/// Where findings are, as GDAL reads it.
@Suite(.enabled("GDAL is not installed") { GDAL.isExpected })
struct FindingMapJudgeTests {
  @Test func placesOpenInAGIS() throws {
    let workspace = try Workspace.withPlan()
    try workspace.edit("district.sanjia", in: "geodata/layout.geojson") { line in
      line.replacing("\"kind\":\"district\"", with: "\"kind\":\"district\",\"knd\":1")
    }
    _ = try workspace.run("check", "-o", "geojson=places.geojson")
    let summary = try GDAL.summary(of: "places.geojson", in: workspace)
    let text = try SourceFile.read(workspace.path("places.geojson"))
    let collection = try GeoJSONReader.read(text)
    #expect(collection.faults.isEmpty && collection.features.count > 10)
    #expect(summary.count == collection.features.count)
    #expect(summary.isWGS84)
  }
}
