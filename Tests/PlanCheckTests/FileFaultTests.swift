import DistrictPlan
import PlanCheck
import Messages
import PlanFindings
import Testing

/// What GIS programs do to a file is one warning; what they do to coordinates does not matter.
struct FileFaultTests {
  private func check(_ geojson: String, rules: [String] = ["D10"]) throws -> CheckResult {
    let texts = PlanTexts(files: [
      "plan.yaml": """
      gxq_map: 1
      title: 例
      crs: EPSG:4549
      layers:
        - {id: districts, file: plan.geojson, kind: district}
      rules:
      \(rules.map { "  - {rule: \($0), on: districts}" }.joined(separator: "\n"))
      """,
      "plan.geojson": geojson,
    ])
    return CheckRunner.check(try PlanLoader.load(from: texts))
  }

  private func district(_ id: String, _ ring: String) -> String {
    """
    {"type":"Feature","id":"\(id)","properties":{"id":"\(id)","kind":"district","basis":"assumed"},\
    "geometry":{"type":"Polygon","coordinates":[[\(ring)]]}}
    """
  }

  private let square = "[119.5,36.2],[119.51,36.2],[119.51,36.21],[119.5,36.21],[119.5,36.2]"

  @Test func aCanonicalFileIsClean() throws {
    let text = "{\"type\":\"FeatureCollection\",\"features\":[\n\(district("a", square))\n]}\n"
    #expect(try check(text).findings.isEmpty)
  }

  @Test func aFileSavedByAGISProgramIsOneWarning() throws {
    let crs =
      #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}"#
    let text = """
      {
      "type": "FeatureCollection",
      "name": "districts",
      \(crs),
      "features": [
      { "type": "Feature", "properties": { "id": "a", "kind": "district", "basis": "assumed", "note": null }, \
      "geometry": { "type": "Polygon", "coordinates": [ [ \(square) ] ] } }
      ]
      }

      """
    for rules in [["D10"], []] {
      let findings = try check(text, rules: rules).findings
      #expect(findings.map(\.code) == ["D10"], "declared: \(rules)")
      #expect(findings.first?.severity == .warning)
      #expect(findings.first?.message.english.contains("'crs'") == true)
      #expect(findings.first?.help?.english == "run 'gxq-map fmt'")
    }
  }

  @Test func decimalsBeyondThePrecisionDoNotMatter() throws {
    let noisy = """
      [119.510000000000005,36.2],[119.52,36.2],[119.52,36.21],[119.50999999999999,36.21000000000001],\
      [119.510000000000005,36.2]
      """
    let text = """
      {"type":"FeatureCollection","features":[
      \(district("a", square)),
      \(district("b", noisy))
      ]}

      """
    let result = try check(text, rules: ["A01", "A02", "A04", "G05"])
    #expect(result.findings.isEmpty)
    #expect(result.summary.belowNoiseFloor == 0)
  }
}
