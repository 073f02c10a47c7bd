import Foundation
import GeoJSONCoding
import Testing

/// `convert`: one file, written anew.
struct ConvertCommandTests {
  private static let file = #"""
    {"type": "FeatureCollection", "name": "places", "features": [
      {"type": "Feature", "id": 7, "properties": {"b": 1.50, "a": "x"}, "geometry":
        {"type": "LineString", "coordinates": [[116.123456789, 35.4], [116.2, 35.5, 12]]}},
      {"type": "Feature", "properties": null, "geometry": null}
    ]}
    """#

  private func workspace(_ text: String = file) throws -> Workspace {
    let workspace = try Workspace.withPlan()
    try Data(text.utf8).write(to: URL(fileURLWithPath: workspace.path("in.geojson")))
    return workspace
  }

  @Test func whatIsWrittenSaysTheSame() throws {
    let workspace = try workspace()
    let outcome = try workspace.run("convert", "in.geojson")
    #expect(outcome.status == 0, "\(outcome)")
    #expect(
      outcome.output == #"""
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":7,"properties":{"b":1.50,"a":"x"},"geometry":{"type":"LineString","coordinates":[[116.1234568,35.4],[116.2,35.5,12]]}},
        {"type":"Feature","properties":null,"geometry":null}
        ],"name":"places"}

        """#)
  }

  @Test func aPlaneIsNamedInTheFile() throws {
    let workspace = try workspace()
    let outcome = try workspace.run(
      "convert", "in.geojson", "--crs", "EPSG:4548", "-o", "out/plane.geojson", "--jobs", "2")
    #expect(outcome.status == 0, "\(outcome)")
    let text = try workspace.text("out/plane.geojson")
    #expect(
      text.contains(#""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4548"}}"#))
    // As PROJ 9.1 has it: 116.2° E 35.5° N.
    #expect(text.contains("[427415.712,3930359.756,12]"), "\(text)")
  }

  @Test func faultsAreNamedWithTheirPlaceAndLeaveNoFile() throws {
    let workspace = try workspace(Self.file.replacingOccurrences(of: "35.4]", with: "\"x\"]"))
    let outcome = try workspace.run("convert", "in.geojson", "-o", "out.geojson")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("in.geojson:3:"), "\(outcome)")
    #expect(!FileManager.default.fileExists(atPath: workspace.path("out.geojson")))
    let missing = try workspace.run("convert", "none.geojson")
    #expect(missing.status == 2 && missing.errors.contains("none.geojson"))
    let unknown = try workspace.run("convert", "in.geojson", "--crs", "EPSG:1")
    #expect(unknown.status == 2)
  }
}
