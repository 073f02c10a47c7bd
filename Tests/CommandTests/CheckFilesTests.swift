import Foundation
import Testing

/// `gxq-map check` on GeoJSON files that no plan declares.
struct CheckFilesTests {
  /// A square of 0.001°, `share` of its width east of 114°E, 30°N.
  private func square(_ id: String?, _ share: Double, height: Double = 1) -> String {
    let (west, east) = (114 + share * 0.001, 114 + (share + 1) * 0.001)
    let north = 30 + height * 0.001
    let member = id.map { "\"id\":\"\($0)\"," } ?? ""
    return """
      {"type":"Feature",\(member)"properties":{"use":"R"},"geometry":{"type":"Polygon","coordinates":\
      [[[\(west),30],[\(east),30],[\(east),\(north)],[\(west),\(north)],[\(west),30]]]}}
      """
  }

  private func line(_ id: String, _ points: String) -> String {
    """
    {"type":"Feature","id":"\(id)","properties":null,"geometry":{"type":"LineString","coordinates":[\(points)]}}
    """
  }

  private func collection(_ features: String...) -> String {
    "{\"type\":\"FeatureCollection\",\"features\":[\n\(features.joined(separator: ",\n"))\n]}\n"
  }

  private func codes(_ outcome: Program.Outcome) -> Set<String> {
    Set(outcome.output.matches(of: /\[([A-Z]\d\d)\]:/).map { String($0.output.1) })
  }

  @Test func areasMustNotOverlap() throws {
    let workspace = try Workspace()
    try workspace.write(collection(square("a", 0), square("b", 0.9)), to: "parcels.geojson")
    let outcome = try workspace.run("check", "parcels.geojson")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("parcels.geojson:2:"))
    #expect(outcome.output.contains("error[A01]: feature 'a' overlaps feature 'b' by 1070 m²"))
  }

  @Test func aCleanFileIsClean() throws {
    let workspace = try Workspace()
    try workspace.write(collection(square("a", 0), square("b", 1)), to: "parcels.geojson")
    let outcome = try workspace.run("check", "parcels.geojson", "--fail-on", "warning")
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(codes(outcome) == [])
  }

  @Test func theReportSaysInWhatItMeasured() throws {
    let workspace = try Workspace()
    try workspace.write(collection(square("a", 0), square("b", 1)), to: "parcels.geojson")
    let derived = try workspace.run("check", "parcels.geojson")
    #expect(
      derived.output.contains(
        "measured in EPSG:4547 'CGCS2000 / 3-degree Gauss-Kruger CM 114E', "
          + "the 3° zone nearest to the middle of the data, 114.00°E; tolerance 0.002 m\n"))
    let asked = ["check", "parcels.geojson", "--crs", "EPSG:32649", "--tolerance", "5 mm"]
    let chinese = try Program.run(asked + ["--lang", "zh"], in: workspace.root)
    #expect(
      chinese.output.contains("量算坐标系 EPSG:32649“WGS 84 / UTM zone 49N”，由 --crs 指定；容差 0.005 m\n"))
    let json = try Program.run(asked + ["--format", "json"], in: workspace.root)
    #expect(
      json.output.contains(
        #""measured_in":{"crs":"EPSG:32649","name":"WGS 84 / UTM zone 49N","#
          + #""chosen_by":"--crs","tolerance":0.005}"#))
    try workspace.write(collection(line("r", "[10,50],[10.1,50]")), to: "far.geojson")
    let far = try workspace.run("check", "far.geojson")
    #expect(far.output.contains("measured in +proj=tmerc +lon_0=9 "))
    #expect(far.output.contains("the middle of the data, 10.05°E"))
  }

  @Test func linesMustFormANetwork() throws {
    let workspace = try Workspace()
    try workspace.write(
      collection(
        line("main", "[114,30],[114.01,30]"), line("short", "[114.005,30.00003],[114.005,30.01]"),
        line("alone", "[114.1,30],[114.11,30]")), to: "streets.geojson")
    let outcome = try workspace.run("check", "streets.geojson")
    #expect(codes(outcome).isSuperset(of: ["L08", "L09", "N01"]))
    #expect(outcome.status == 0, "a dead end may be meant")
  }

  @Test func eachFileIsALayerAndSameIdsKeepApart() throws {
    let workspace = try Workspace()
    try workspace.write(collection(square("1", 0), square("2", 1)), to: "parcels.geojson")
    try workspace.write(collection(square("1", 0, height: 2)), to: "zone.geojson")
    let covered = try workspace.run(
      "check", "parcels.geojson", "zone.geojson",
      "--rule", "{rule: A08, on: parcels, with: zone, severity: error}")
    #expect(covered.status == 1)
    #expect(covered.output.contains("feature '2' lies outside feature 'zone:1'"))
    #expect(codes(covered) == ["A08"])
  }

  @Test func aFileOfLinesAndAreasIsNamedAsOne() throws {
    let workspace = try Workspace()
    try workspace.write(
      collection(square("z", 0), line("l", "[114,30],[114.002,30]")), to: "mixed.geojson")
    let outcome = try workspace.run(
      "check", "mixed.geojson", "--rule", "{rule: L15, on: mixed, with: mixed}")
    #expect(outcome.output.contains("of feature 'l' lies on no outline of 'mixed'"))
    #expect(codes(outcome) == ["L15"])
  }

  @Test func aRuleThatNeedsAPartnerIsAskedFor() throws {
    let workspace = try Workspace()
    try workspace.write(collection(square("a", 0)), to: "parcels.geojson")
    let outcome = try workspace.run("check", "parcels.geojson", "--rule", "A08")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("help: declare it: --rule '{rule: A08"))
  }

  @Test(arguments: [
    ("--min-area", "2000 m2", 0), ("--min-area", "1000 m2", 1), ("--min-width", "200 m", 0),
    ("--crs", "EPSG:4548", 1), ("--skip", "A01", 0),
  ])
  func settingsReachTheRules(flag: String, value: String, status: Int32) throws {
    let workspace = try Workspace()
    try workspace.write(collection(square("a", 0), square("b", 0.9)), to: "parcels.geojson")
    #expect(try workspace.run("check", "parcels.geojson", flag, value).status == status)
  }

  @Test(arguments: [
    ["--min-area", "3"], ["--tolerance", "2 m2"], ["--rule", "{rule: A01, on: [}"],
    ["--rule", "{on: parcels}"], ["--rule", "{rule: A001, on: parcels}"],
  ])
  func aSettingThatIsNoneIsWrongUsage(arguments: [String]) throws {
    let workspace = try Workspace()
    try workspace.write(collection(square("a", 0)), to: "parcels.geojson")
    let outcome = try Program.run(["check", "parcels.geojson"] + arguments, in: workspace.root)
    #expect(outcome.status == 64, "\(outcome.errors)")
    #expect(outcome.output == "")
  }

  @Test(arguments: ["EPSG:4326", "EPSG:99999", "nonsense"])
  func aCRSWithoutAPlaneIsRefused(crs: String) throws {
    let workspace = try Workspace()
    try workspace.write(collection(square("a", 0)), to: "parcels.geojson")
    let outcome = try workspace.run("check", "parcels.geojson", "--crs", crs)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--crs"))
  }

  @Test func featuresWithoutIdsHaveTheirPlaceAsName() throws {
    let workspace = try Workspace()
    try workspace.write(collection(square(nil, 0), square(nil, 0.5)), to: "p.geojson")
    let outcome = try workspace.run("check", "p.geojson")
    #expect(outcome.output.contains("feature 'p#1' overlaps feature 'p#2'"))
  }

  @Test func anIdThatStandsTwiceHidesNoFeature() throws {
    let workspace = try Workspace()
    try workspace.write(collection(square("a", 0), square("a", 0.5)), to: "p.geojson")
    let outcome = try workspace.run("check", "p.geojson")
    #expect(codes(outcome).isSuperset(of: ["D02", "A01"]))
  }

  @Test func settingsForFilesAreNotForAPlan() throws {
    let workspace = try Workspace.withStarter()
    let outcome = try workspace.run("check", "plan", "--min-area", "1 m2")
    #expect(outcome.status == 64)
  }

  @Test func aMissingFileIsNoSuccess() throws {
    let workspace = try Workspace()
    #expect(try workspace.run("check", "nowhere.geojson").status == 2)
  }

  @Test func aFaultyFeatureDoesNotHideTheOthers() throws {
    let workspace = try Workspace()
    let broken = """
      {"type":"Feature","id":"x","properties":{},"geometry":{"type":"Polygon","coordinates":[[[114,30],[114.1,30]]]}}
      """
    try workspace.write(collection(broken, square("a", 0), square("b", 0.5)), to: "p.geojson")
    let outcome = try workspace.run("check", "p.geojson")
    #expect(codes(outcome).isSuperset(of: ["G01", "A01"]))
  }
}
