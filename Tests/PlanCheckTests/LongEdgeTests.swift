import DistrictPlan
import PlanCheck
import Messages
import PlanFindings
import Testing

/// Edges are straight in longitude and latitude; on the plane they bend by millimetres.
struct LongEdgeTests {
  private func plan(_ features: String, rules: String) -> PlanTexts {
    PlanTexts(files: [
      "plan.yaml": """
      gxq_map: 1
      title: 长边
      crs: EPSG:4549
      layers:
        - {id: roads, file: plan.geojson, kind: road}
        - {id: districts, file: plan.geojson, kind: district}
      rules:
      \(rules)
      """,
      "plan.geojson": "{\"type\":\"FeatureCollection\",\"features\":[\n\(features)\n]}\n",
    ])
  }

  private func feature(_ id: String, _ kind: String, _ more: String, _ geometry: String) -> String {
    """
    {"type":"Feature","id":"\(id)","properties":{"kind":"\(kind)","basis":"assumed"\(more)},\
    "geometry":\(geometry)}
    """
  }

  @Test func roadThatEndsInTheMiddleOfALongEdgeMeetsIt() throws {
    let open = ",\"start\":\"边界\",\"end\":\"边界\""
    let features = [
      feature(
        "a", "road", open, #"{"type":"LineString","coordinates":[[119.5,36.2],[119.53,36.2]]}"#),
      feature(
        "b", "road", ",\"end\":\"边界\"",
        #"{"type":"LineString","coordinates":[[119.515,36.2],[119.515,36.21]]}"#),
    ].joined(separator: ",\n")
    let rules = ["L07", "L08", "L09", "N01"].map { "  - {rule: \($0), on: roads}" }
    let loaded = try PlanLoader.load(from: plan(features, rules: rules.joined(separator: "\n")))
    #expect(CheckRunner.check(loaded).findings.map(\.message.english) == [])
  }

  @Test func neighboursOfALongEdgeLeaveNoGap() throws {
    // The 2.7 km edge of the first bends by 10 cm on the plane; its neighbours halve it.
    func area(_ id: String, _ ring: String) -> String {
      feature(id, "district", "", "{\"type\":\"Polygon\",\"coordinates\":[[\(ring)]]}")
    }
    let features = [
      area("a", "[119.5,36.2],[119.53,36.2],[119.53,36.21],[119.5,36.21],[119.5,36.2]"),
      area("b", "[119.5,36.19],[119.515,36.19],[119.515,36.2],[119.5,36.2],[119.5,36.19]"),
      area("c", "[119.515,36.19],[119.53,36.19],[119.53,36.2],[119.515,36.2],[119.515,36.19]"),
    ].joined(separator: ",\n")
    let rules = ["A01", "A02", "A04"].map { "  - {rule: \($0), on: districts}" }
    let loaded = try PlanLoader.load(from: plan(features, rules: rules.joined(separator: "\n")))
    let findings = CheckRunner.check(loaded).findings
    // Only the vertex that the first lacks is a fault.
    #expect(findings.map(\.code) == ["A04"])
    #expect(findings.first?.parties.map(\.id) == ["a", "b", "c"])
  }
}
