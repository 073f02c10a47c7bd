import DistrictPlan
import Messages
import PlanCheck
import PlanFindings
import Testing

/// Eastings with a zone number in front have eight digits; nothing may be lost to them.
struct LargeCoordinateTests {
  /// A step of about a metre, in degrees.
  private let step = 0.00001

  private func plan(_ rules: [String], _ features: [String]) -> PlanTexts {
    PlanTexts(files: [
      "plan.yaml": """
      gxq_map: 1
      title: 带号
      crs: EPSG:4527
      precision: 8
      layers:
        - {id: areas, file: plan.geojson, kind: feature, geometry: area}
        - {id: points, file: plan.geojson, kind: feature, geometry: point}
        - {id: lines, file: plan.geojson, kind: feature, geometry: line}
      rules:
      \(rules.map { "  - {\($0)}" }.joined(separator: "\n"))
      """,
      "plan.geojson":
        "{\"type\":\"FeatureCollection\",\"features\":[\n\(features.joined(separator: ",\n"))\n]}\n",
    ])
  }

  private func feature(_ id: String, _ type: String, _ coordinates: String) -> String {
    """
    {"type":"Feature","id":"\(id)","properties":{"kind":"feature"},\
    "geometry":{"type":"\(type)","coordinates":\(coordinates)}}
    """
  }

  private func position(_ x: Int, _ y: Int) -> String {
    "[\(117 + Double(x) * step),\(36 + Double(y) * step)]"
  }

  private func square(_ id: String, _ x: Int, _ y: Int) -> String {
    let corners = [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]
      .map { position(x + $0.0, y + $0.1) }
    return feature(id, "Polygon", "[[\(corners.joined(separator: ","))]]")
  }

  private func codes(_ rules: [String], _ features: [String]) throws -> [String] {
    let loaded = try PlanLoader.load(from: plan(rules, features))
    return CheckRunner.check(loaded).findings.map { finding in
      ([finding.code] + finding.parties.map(\.id)).joined(separator: " ")
    }
  }

  @Test func borderPointsAndEdgesStillMeet() throws {
    let features = [
      square("a", 0, 0), square("b", 10, 0), feature("corner", "Point", position(10, 10)),
      feature("edge", "Point", position(10, 4)),
      feature("inner", "Point", position(5, 5)),
      feature("way", "LineString", "[\(position(0, 0)),\(position(20, 0))]"),
    ]
    #expect(
      try codes(
        ["rule: A20, on: areas", "rule: A21, on: areas, with: areas, min_length: 10 m"], features)
        == [])
    #expect(try codes(["rule: P03, on: points, with: areas"], features) == ["P03 inner"])
    #expect(try codes(["rule: P07, on: points, with: areas"], features) == ["P07 inner a"])
    #expect(try codes(["rule: P05, on: points, with: lines"], features).count == 3)
    #expect(try codes(["rule: A13, on: areas, with: points"], features) == ["A13 b"])
    #expect(try codes(["rule: A21, on: areas, with: lines, min_length: 8 m"], features) == [])
  }

  @Test func edgesOfManyKilometresAreStraightOnTheEllipsoid() throws {
    // The middle of a long edge lies metres off its chord on the plane, and yet on the edge.
    let long = feature("long", "LineString", "[[116.5,36],[117.5,36]]")
    let zone = feature("zone", "Polygon", "[[[116.5,36],[117.5,36],[117,37],[116.5,36]]]")
    let middle = feature("middle", "Point", "[117,36]")
    let features = [long, zone, middle]
    #expect(
      try codes(
        [
          "rule: P05, on: points, with: lines", "rule: P03, on: points, with: areas",
          "rule: P05, on: points, with: lines, tolerance: 0 m",
        ], features) == [])
    #expect(try codes(["rule: P04, on: points, with: areas"], features) == ["P04 middle"])
    #expect(
      try codes(["rule: A21, on: areas, with: lines, min_length: 90 km"], features) == [])
  }
}
