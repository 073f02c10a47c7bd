import GeoJSONCoding
import DistrictPlan
import Messages
import PlanCheck
import PlanFindings
import Testing

/// What a declaration of a rule may say beside the rule's own settings.
struct DeclarationTests {
  private func check(_ settings: String) throws -> CheckResult {
    let files = [
      "plan.yaml": """
      gxq_map: 1
      title: parcels
      crs: EPSG:4547
      layers:
        - {id: parcels, file: p.geojson, kind: feature, geometry: area}
        - {id: large, file: p.geojson, kind: feature, where: {height: ">= 20"}}
        - {id: points, file: p.geojson, kind: feature, geometry: point}
      rules:
        - {rule: A01, on: parcels, \(settings)}
      """,
      "p.geojson": """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","id":"a","properties":{"use":"R","height":10},"geometry":\(square(0))},
      {"type":"Feature","id":"b","properties":{"use":"R","height":20},"geometry":\(square(0.5))},
      {"type":"Feature","id":"c","properties":{"use":"B","height":30},"geometry":\(square(1.2))},
      {"type":"Feature","id":"d","properties":null,"geometry":{"type":"Point","coordinates":[114,30]}}
      ]}
      """.replacing("\"properties\":{", with: "\"properties\":{\"kind\":\"feature\",")
        .replacing("\"properties\":null", with: "\"properties\":{\"kind\":\"feature\"}"),
    ]
    return CheckRunner.check(try PlanLoader.load(from: PlanTexts(files: files)))
  }

  /// A square of 0.001°, shifted east by a share of its width.
  private func square(_ share: Double) -> String {
    let west = 114 + share * 0.001
    let east = west + 0.001
    return """
      {"type":"Polygon","coordinates":[[[\(west),30],[\(east),30],[\(east),30.001],[\(west),30.001],[\(west),30]]]}
      """
  }

  private func pairs(_ result: CheckResult) -> [[String]] {
    result.findings.filter { $0.code == "A01" }.map { $0.parties.map(\.id) }
  }

  @Test func anyGeoJSONIsALayerOfFeatures() throws {
    let result = try check("severity: error")
    #expect(pairs(result) == [["a", "b"], ["b", "c"]])
    #expect(result.findings.first?.parties.map(\.layer) == ["parcels", "parcels"])
  }

  @Test(arguments: [
    ("{use: R}", [["a", "b"]]), ("{use: [R, B]}", [["a", "b"], ["b", "c"]]),
    ("{use: '!= R'}", []), ("{height: '> 10'}", [["b", "c"]]),
    ("{height: '*'}", [["a", "b"], ["b", "c"]]),
  ])
  func aFilterNarrowsTheFeatures(filter: String, expected: [[String]]) throws {
    #expect(pairs(try check("where: \(filter)")) == expected)
  }

  @Test func aFilterThatLetsNothingPassIsReported() throws {
    let result = try check("where: {use: X}")
    #expect(result.findings.map(\.code) == ["D11"])
    #expect(result.findings[0].message.english.contains("looks at nothing"))
    #expect(result.findings[0].location?.line == 9)
  }

  @Test func aFilterOnAnUnknownPropertyIsReported() throws {
    let result = try check("where: {hight: '> 1'}")
    #expect(result.findings.contains { $0.message.english.contains("did you mean 'height'?") })
  }

  @Test func aRuleThatIsOffDoesNotRunAndIsCounted() throws {
    let result = try check("severity: off")
    #expect(pairs(result).isEmpty)
    #expect(result.summary.rules == 0)
    #expect(result.summary.runs.map(\.isOff) == [true])
  }

  @Test(arguments: ["where: {use: [R}", "wher: {use: R}", "min_area: 3", "severity: fatal"])
  func aDeclarationThatIsNotUnderstoodIsAnError(setting: String) throws {
    guard let result = try? check(setting) else { return }
    let health = result.findings.filter { $0.code == "D11" }
    #expect(health.map(\.severity) == [.error], "\(setting)")
  }
}
