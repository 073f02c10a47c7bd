import DistrictPlan
import GeoJSONCoding
import Messages
import PlanCheck
import PlanFindings
import Testing

/// Geometries that are readable and make no sense: no rule stops, none skips them in silence.
struct AwkwardGeometryTests {
  static let geometries = [
    "null",
    "{\"type\":\"Point\",\"coordinates\":[0,0]}",
    "{\"type\":\"MultiPoint\",\"coordinates\":[[0,0],[0,0]]}",
    "{\"type\":\"MultiPoint\",\"coordinates\":[]}",
    "{\"type\":\"LineString\",\"coordinates\":[[0,0],[0,0]]}",
    "{\"type\":\"LineString\",\"coordinates\":[[0,0],[0.001,0],[0,0]]}",
    "{\"type\":\"LineString\",\"coordinates\":[[0,0],[0.001,0],[0,0],[0.001,0],[0,0]]}",
    "{\"type\":\"LineString\",\"coordinates\":[[0,0],[0.001,0.001],[0.001,0.001],[0,0]]}",
    "{\"type\":\"LineString\",\"coordinates\":[[-2,0],[2,0.5]]}",
    "{\"type\":\"MultiLineString\",\"coordinates\":[[[0,0],[0.001,0]],[[0.001,0],[0,0]]]}",
    "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0,0],[0,0],[0,0]]]}",
    "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0.001,0],[0,0],[0,0]]]}",
    "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0.001,0],[0.002,0],[0,0]]]}",
    "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0.001,0.001],[0.001,0],[0,0.001],[0,0]]]}",
    """
    {"type":"Polygon","coordinates":[[[0,0],[0.01,0],[0.01,0.01],[0,0.01],[0,0]],\
    [[0,0],[0.01,0],[0.01,0.01],[0,0.01],[0,0]]]}
    """,
    """
    {"type":"Polygon","coordinates":[[[0,0],[0.01,0],[0.01,0.01],[0,0.01],[0,0]],\
    [[0.02,0],[0.03,0],[0.03,0.01],[0.02,0]]]}
    """,
    """
    {"type":"MultiPolygon","coordinates":[[[[0,0],[0.01,0],[0.01,0.01],[0,0]]],\
    [[[0,0],[0.01,0],[0.01,0.01],[0,0]]]]}
    """,
    """
    {"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[0,0]},\
    {"type":"LineString","coordinates":[[0,0],[0.001,0],[0,0]]},\
    {"type":"Polygon","coordinates":[[[0,0],[0.01,0],[0.01,0.01],[0,0]]]}]}
    """,
    "{\"type\":\"GeometryCollection\",\"geometries\":[]}",
  ]

  /// Declarations that look at any feature.
  static let declarations = [
    "G04", "G06", "G07", "G08", "G09, max: 100 m", "G10", "G11", "G12", "G14, allowed: [Polygon]",
    "G16, max_vertices: 2, max_density: 0.1", "G17", "G18", "D01, require: [use]", "D02, key: use",
    "D02, pattern: '[a-z]'", "D03, key: use", "D04, when: {kind: feature}, require: {use: '*'}",
    "D05, is: 2", "D06, by: kind, table: {feature: 1 m2}",
    "D06, by: kind, of: length, table: {feature: 1 m}", "D07, with: all", "D08, with: all", "D09",
  ]

  @Test(arguments: geometries)
  func everyRuleFinishes(geometry: String) throws {
    for declaration in Self.declarations {
      let result = CheckRunner.check(try Self.plan(geometry, declaration))
      let unfinished = result.findings.filter { $0.message.english.contains("could not finish") }
      #expect(unfinished.map(\.message.english) == [], "\(declaration)")
      #expect(result.summary.rules == 1)
    }
  }

  private static func plan(_ geometry: String, _ declaration: String) throws -> LoadedPlan {
    try PlanLoader.load(
      from: PlanTexts(files: [
        "plan.yaml": """
        gxq_map: 1
        title: awkward
        crs: "+proj=tmerc +lon_0=0 +ellps=GRS80 +units=m"
        layers:
          - {id: all, file: p.geojson, kind: feature}
        rules:
          - {rule: \(declaration), on: all}
        """,
        "p.geojson": """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":"a","properties":{"kind":"feature"},"geometry":\(geometry)},
        {"type":"Feature","id":"b","properties":{"kind":"feature","use":""},"geometry":\(geometry)}
        ]}
        """,
      ]))
  }

  @Test func aCollapsedAreaIsFoundByAllWhoMeasureIt() throws {
    let flat = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0.001,0],[0.002,0],[0,0]]]}"
    for rule in ["G10", "G11", "G07"] {
      let found = CheckRunner.check(try Self.plan(flat, rule)).findings.filter { $0.code == rule }
      #expect(Set(found.flatMap { $0.parties.map(\.id) }) == ["a", "b"], "\(rule)")
    }
  }
}
