import Foundation
import GeoJSONCoding
import Testing

/// `export`: RFC 7946 GeoJSON, per layer and as one collection.
struct ExportCommandTests {
  @Test func everyLayerAndEverythingGoToFiles() throws {
    let workspace = try Workspace.withPlan()
    let outcome = try workspace.run("export", "-o", "out")
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.output.isEmpty)
    let files = workspace.files(below: "out")
    #expect(outcome.errors == "wrote \(files.count) files to out\n")
    let everything = try features("out/plan.geojson", in: workspace)
    let listed = try JSON.list(workspace.run("list", "--format", "json").bytes)
    #expect(everything.compactMap { $0.text("id") } == listed.compactMap { $0.text("id") })
    #expect(files.contains("districts.geojson"))
    #expect(try features("out/districts.geojson", in: workspace).count == 6)
    // What a layer says of a feature is what the whole says of it, but for the name of the layer.
    let core = try features("out/core.geojson", in: workspace)
    let same = everything.filter { $0.text("id") == core.first?.text("id") }
    #expect(same.first?.object("properties").text("layer") == "core")
    #expect(same.first?.object("geometry").isEmpty == false)
  }

  @Test func oneLayerGoesToStandardOutput() throws {
    let workspace = try Workspace.withPlan()
    let outcome = try workspace.run("export", "--layer", "districts", "-o", "-")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let collection = try JSON.object(outcome.bytes)
    #expect(collection.text("type") == "FeatureCollection")
    #expect(collection["crs"] == nil)
    #expect((collection["bbox"] as? [Double])?.count == 4)
    #expect(collection.list("features").count == 6)
    #expect(!workspace.exists("build"))
  }

  @Test func namedLayersAloneAreWritten() throws {
    let workspace = try Workspace.withStarter()
    let outcome = try workspace.run(
      "export", "--plan", "plan", "--layer", "roads", "--layer", "zone", "-o", "out")
    #expect(outcome.status == 0)
    #expect(workspace.files(below: "out") == ["roads.geojson", "zone.geojson"])
  }

  @Test func folderIsBuildUnlessSaid() throws {
    let workspace = try Workspace.withStarter()
    #expect(try workspace.run("export", "--plan", "plan").status == 0)
    #expect(workspace.exists("build/geojson/plan.geojson"))
  }

  @Test func statusesFollowTheDay() throws {
    let workspace = try Workspace.withPlan()
    func statuses(_ arguments: [String]) throws -> Int {
      let outcome = try Program.run(["export", "-o", "-"] + arguments, in: workspace.root)
      #expect(outcome.status == 0, "\(outcome)")
      return try JSON.object(outcome.bytes).list("features")
        .count { $0.object("properties").text("status") != nil }
    }
    #expect(try statuses(["--as-of", "2017-01"]) == 0)
    #expect(try statuses([]) > 0)
  }

  @Test func faultyPlanLeavesFormerFilesAlone() throws {
    let workspace = try Workspace.withStarter()
    try workspace.write("before", to: "out/roads.geojson")
    try workspace.replace("\"class\"", with: "\"clas\"", in: "plan/roads.geojson")
    let outcome = try workspace.run("export", "--plan", "plan", "-o", "out")
    #expect(outcome.status == 2)
    #expect(
      outcome.errorLines.first
        == "plan/roads.geojson:2:121: error: unknown key 'clas'; did you mean 'class'?")
    #expect(workspace.files(below: "out") == ["roads.geojson"])
    #expect(try workspace.text("out/roads.geojson") == "before")
  }

  @Test func simplestyleAddsColoursAndTakesNothingAway() throws {
    let workspace = try Workspace.withPlan(styles: true)
    func read(_ arguments: String...) throws -> [JSONValue] {
      let outcome = try Program.run(["export", "-o", "-"] + arguments, in: workspace.root)
      #expect(outcome.status == 0, "\(outcome)")
      let source = SourceText(file: "plan.geojson", bytes: [UInt8](outcome.bytes))
      #expect(try GeoJSONReader.read(source).faults.isEmpty)
      return try JSONParser.parse(source)["features"]?.array ?? []
    }
    let plain = try read()
    let styled = try read("--simplestyle")
    #expect(styled.count == plain.count)
    var coloured = 0
    for (before, after) in zip(plain, styled) {
      for member in before["properties"]?.object ?? [] {
        #expect(after["properties"]?[member.key] == member.value, "\(member.key)")
      }
      #expect(before["geometry"] == after["geometry"])
      let hints = ["stroke", "fill", "marker-color"].compactMap { after["properties"]?[$0] }
      if !hints.isEmpty { coloured += 1 }
    }
    #expect(coloured > plain.count / 2)
  }

  @Test func aWebMapIsAFolder() throws {
    let workspace = try Workspace.withPlan(styles: true)
    let outcome = try workspace.run(
      "export", "--format", "maplibre", "--sheet", "structure", "--theme", "dark", "-o", "web")
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.output.isEmpty)
    let files = workspace.files(below: "web")
    for name in ["style.json", "index.html", "README.md", "sprite.json", "data/districts.geojson"] {
      #expect(files.contains(name), "\(name)")
    }
    let style = try JSON.object(workspace.data("web/style.json"))
    #expect(style.object("metadata").text("gxq:theme") == "dark")
  }

  @Test func severalWebMapsHaveAFolderEach() throws {
    let workspace = try Workspace.withPlan(styles: true)
    let outcome = try workspace.run(
      "export", "--format", "maplibre", "--sheet", "water", "--sheet", "overview", "-o", "web")
    #expect(outcome.status == 0, "\(outcome)")
    #expect(workspace.exists("web/water/style.json") && workspace.exists("web/overview/style.json"))
  }

  @Test(arguments: [
    (["--theme", "drak"], "unknown theme 'drak'; did you mean 'dark'?"),
    (["--sheet", "watre"], "unknown sheet 'watre'; did you mean 'water'?"),
    (["--layer", "roads"], "a web map has the layers of its style"),
    (["-o", "-"], "a web map is a folder of files"),
  ])
  func webMapsAreNotMadeOfMistakes(arguments: [String], message: String) throws {
    let workspace = try Workspace.withPlan(styles: true)
    let outcome = try Program.run(
      ["export", "--format", "maplibre"] + arguments, in: workspace.root)
    #expect(outcome.status != 0)
    #expect(outcome.errors.contains(message), "\(outcome)")
    #expect(!workspace.exists("build"))
  }

  private func features(_ name: String, in workspace: Workspace) throws -> [[String: Any]] {
    try JSON.object(workspace.data(name)).list("features")
  }
}
