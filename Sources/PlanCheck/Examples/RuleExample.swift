internal import DistrictPlan
public import Messages

/// A small plan that a rule accepts or flags: documentation and test in one.
public struct RuleExample: Sendable {
  /// What the example shows.
  public let title: Wording
  /// The measures of the findings in reporting order, such as `20 m²`; empty when none is expected.
  public let measures: [String]
  /// The plan.
  public let plan: ExamplePlan

  /// Creates an example.
  ///
  /// - Parameter measures: The measures that a flagged example must report.
  public init(_ title: String, zh: String = "", measures: [String] = [], _ plan: ExamplePlan) {
    self.title = Wording(title, zh: zh)
    self.measures = measures
    self.plan = plan
  }

  /// Creates an example of a rule that looks at features only.
  public init(
    _ title: String, zh: String = "", measures: [String] = [],
    _ features: () -> [ExampleFeature]
  ) {
    self.init(title, zh: zh, measures: measures, ExamplePlan(features()))
  }
}

/// The text of a small plan, as a planner would write it.
public struct ExamplePlan: Sendable {
  /// What is drawn.
  public var features: [ExampleFeature]
  /// Settings of the rule under test, as in `plan.yaml`: `within: 10 m`.
  public var settings: [String]
  /// Claims of a single statement S1, in flow style.
  public var claims: [String]
  /// More keys of `plan.yaml`, such as `structures:`.
  public var manifest: String
  /// The whole of `documents.yaml`, `statements.yaml` or `exceptions.yaml` where the one made from
  /// the claims does not do.
  public var files: [String: String]
  /// What was drawn in an earlier state; `nil` where there is none to compare with.
  public var earlier: [ExampleFeature]?

  /// Creates the text of a plan.
  public init(
    _ features: [ExampleFeature], settings: [String] = [], claims: [String] = [],
    manifest: String = "", files: [String: String] = [:], earlier: [ExampleFeature]? = nil
  ) {
    self.features = features
    self.settings = settings
    self.claims = claims
    self.manifest = manifest
    self.files = files
    self.earlier = earlier
  }

  /// Creates the text of a plan whose GeoJSON file has one feature, `a`, with this geometry as
  /// written.
  static func of(_ geometry: String, kind: String = "district") -> ExamplePlan {
    ExamplePlan(
      [],
      files: [
        "plan.geojson": """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":"a","properties":{"id":"a","kind":"\(kind)","basis":"assumed"},\
        "geometry":\(geometry)}
        ]}

        """
      ])
  }
}

/// A feature of an example, drawn in metres on a plane.
public struct ExampleFeature: Sendable {
  let id: String
  let kind: String
  let type: String
  let coordinates: [[[(Double, Double)]]]
  let properties: String

  /// Creates a feature.
  ///
  /// - Parameter properties: More properties as JSON members: `"axis":"vertical"`.
  init(
    _ id: String, kind: String, type: String, _ coordinates: [[[(Double, Double)]]],
    _ properties: String
  ) {
    self.id = id
    self.kind = kind
    self.type = type
    self.coordinates = coordinates
    self.properties = properties
  }

  /// A square with its lower left corner at (x, y), sides in metres.
  public static func square(
    _ id: String, x: Double, y: Double = 0, side: Double = 10, kind: String = "district",
    _ properties: String = ""
  ) -> ExampleFeature {
    .polygon(
      id, [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)], kind: kind,
      properties)
  }

  /// A polygon from its closed outline and closed holes.
  public static func polygon(
    _ id: String, _ exterior: [(Double, Double)], holes: [[(Double, Double)]] = [],
    kind: String = "district", _ properties: String = ""
  ) -> ExampleFeature {
    ExampleFeature(id, kind: kind, type: "Polygon", [[exterior] + holes], properties)
  }

  /// Areas of one feature, each a closed outline and closed holes.
  public static func polygons(
    _ id: String, _ parts: [[[(Double, Double)]]], kind: String = "feature",
    _ properties: String = ""
  ) -> ExampleFeature {
    ExampleFeature(id, kind: kind, type: "MultiPolygon", parts, properties)
  }

  /// A line through points.
  public static func line(
    _ id: String, _ points: [(Double, Double)], kind: String = "road", _ properties: String = ""
  ) -> ExampleFeature {
    ExampleFeature(id, kind: kind, type: "LineString", [[points]], properties)
  }

  /// A line of several parts.
  public static func lines(
    _ id: String, _ parts: [[(Double, Double)]], kind: String = "road_work",
    _ properties: String = ""
  ) -> ExampleFeature {
    ExampleFeature(id, kind: kind, type: "MultiLineString", [parts], properties)
  }

  /// A point.
  public static func point(
    _ id: String, _ x: Double, _ y: Double, kind: String = "facility", _ properties: String = ""
  ) -> ExampleFeature {
    ExampleFeature(id, kind: kind, type: "Point", [[[(x, y)]]], properties)
  }

  /// Several points.
  public static func points(
    _ id: String, _ points: [(Double, Double)], kind: String = "road_work",
    _ properties: String = ""
  ) -> ExampleFeature {
    ExampleFeature(id, kind: kind, type: "MultiPoint", [[points]], properties)
  }

  /// A feature without a place.
  public static func nowhere(
    _ id: String, kind: String = "project", _ properties: String = ""
  ) -> ExampleFeature {
    ExampleFeature(id, kind: kind, type: "null", [], properties)
  }
}
