public import DistrictPlan
internal import Foundation

/// The text of a plan with a layer for every kind, to be filled by a test.
public struct SamplePlan {
  /// What stands in `plan.yaml` beside the version, the title, the CRS, the files and the layers.
  public var manifest = ""
  /// The list under `documents:`.
  public var documents = "  - {id: D1, title: 文件, date: '2020-06', sequence: 1}\n"
  /// The list under `statements:`, and what follows it.
  public var statements = ""
  /// The list under `exceptions:`.
  public var exceptions = ""
  /// The features, one text each.
  public var features: [String] = []

  /// Creates a plan without features.
  public init() {}

  /// Creates a plan with features.
  public init(_ features: String...) { self.features = features }

  /// The plan as files; everything drawn stands in `map.geojson`, first feature on line 2.
  public var texts: PlanTexts {
    let layers = FeatureKind.allCases.map { kind in
      let id = kind.rawValue.replacingOccurrences(of: "_", with: "-") + "s"
      return "  - {id: \(id), file: map.geojson, kind: \(kind.rawValue)}\n"
    }
    return PlanTexts(files: [
      "plan.yaml": """
      gxq_map: 1
      title: 样本
      crs: EPSG:4549
      documents: documents.yaml
      statements: statements.yaml
      exceptions: exceptions.yaml
      layers:
      \(layers.joined())\(manifest)
      """,
      "documents.yaml": "documents:\n\(documents)",
      "statements.yaml": "statements:\n\(statements)",
      "exceptions.yaml": "exceptions:\n\(exceptions)",
      "map.geojson":
        "{\"type\":\"FeatureCollection\",\"features\":[\n\(features.joined(separator: ",\n"))\n]}\n",
    ])
  }

  /// Reads the plan.
  public func load() throws -> LoadedPlan { try PlanLoader.load(from: texts) }
}

extension SamplePlan {
  /// The text of a feature.
  ///
  /// - Parameters:
  ///   - geometry: GeoJSON, or `null`.
  ///   - properties: More properties as JSON members.
  public static func feature(
    _ id: String, _ kind: FeatureKind, _ geometry: String, _ properties: String...
  ) -> String {
    feature(id, kind, geometry, properties)
  }

  /// A road through positions, in metres east and north of 120°E, 30°N.
  public static func road(_ id: String, _ points: (Double, Double)..., more: String...) -> String {
    line(id, .road, points, more)
  }

  /// A line of any kind, in metres east and north of 120°E, 30°N.
  public static func line(
    _ id: String, _ kind: FeatureKind, _ points: [(Double, Double)], _ more: [String] = []
  ) -> String {
    let geometry = "{\"type\":\"LineString\",\"coordinates\":[\(run(points))]}"
    return feature(id, kind, geometry, more)
  }

  /// An area from closed rings, in metres east and north of 120°E, 30°N.
  public static func area(
    _ id: String, _ kind: FeatureKind, _ rings: [(Double, Double)]..., more: String...
  ) -> String {
    let text = rings.map(ring).joined(separator: ",")
    return feature(id, kind, "{\"type\":\"Polygon\",\"coordinates\":[\(text)]}", more)
  }

  private static func feature(
    _ id: String, _ kind: FeatureKind, _ geometry: String, _ properties: [String]
  ) -> String {
    let own = (["\"id\":\"\(id)\"", "\"kind\":\"\(kind.rawValue)\"", "\"basis\":\"assumed\""])
    return """
      {"type":"Feature","id":"\(id)","properties":{\((own + properties).joined(separator: ","))},\
      "geometry":\(geometry)}
      """
  }

  /// The coordinates of a ring, in metres east and north of 120°E, 30°N.
  public static func ring(_ points: [(Double, Double)]) -> String { "[\(run(points))]" }

  private static func run(_ points: [(Double, Double)]) -> String {
    points.map { point in
      // Near enough to metres on the ground; the same number always gives the same text.
      let (longitude, latitude) = (120 + point.0 / 96_486, 30 + point.1 / 110_852)
      return "[\(longitude),\(latitude)]"
    }.joined(separator: ",")
  }
}
