import DistrictPlan
import GeoJSONCoding
import Messages
import PlanCheck
import PlanFindings

/// A plan of features with any properties, one a line, and a declaration.
struct ParcelPlan {
  /// The properties of each feature as JSON members.
  var properties: [String] = []
  /// The geometry of each feature; squares side by side where none is given.
  var geometries: [String] = []
  /// The declarations, without dashes.
  var rules: [String]

  init(_ properties: [String], _ rules: String...) {
    self.properties = properties
    self.rules = rules
  }

  var texts: PlanTexts {
    let features = properties.enumerated().map { place, text in
      let west = 114 + Double(place) * 0.002
      let square = """
        {"type":"Polygon","coordinates":[[[\(west),30],[\(west + 0.001),30],[\(west + 0.001),30.001],\
        [\(west),30.001],[\(west),30]]]}
        """
      return """
        {"type":"Feature","id":"p\(place)","properties":{"kind":"feature"\(text.isEmpty ? "" : ","+text)},\
        "geometry":\(geometries.indices.contains(place) ? geometries[place] : square)}
        """
    }
    return PlanTexts(files: [
      "plan.yaml": """
      gxq_map: 1
      title: parcels
      crs: EPSG:4547
      layers:
        - {id: parcels, file: p.geojson, kind: feature}
      rules:
      \(rules.map { "  - {\($0)}" }.joined(separator: "\n"))

      """,
      "p.geojson":
        "{\"type\":\"FeatureCollection\",\"features\":[\n\(features.joined(separator: ",\n"))\n]}\n",
    ])
  }

  func findings() throws -> [Finding] {
    CheckRunner.check(try PlanLoader.load(from: texts)).findings
  }

  /// The findings as `CODE id, id: message`.
  func lines() throws -> [String] {
    try findings().map { finding in
      let parties = finding.parties.map(\.id).joined(separator: ", ")
      return "\(finding.code) \(parties): \(finding.message.english)"
    }
  }
}
