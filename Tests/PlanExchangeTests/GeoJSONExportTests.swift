import DistrictPlan
import GeoJSONCoding
import PlanExchange
import Messages
import PlanTestSupport
import Testing

struct GeoJSONExportTests {
  static let goldens = Goldens(["export.geojson"])

  private func plan() throws -> Plan {
    try PlanLoader.load(from: PlanTexts(folder: Repository.secondPlan)).faultless()
  }

  private func json(_ bytes: [UInt8]) throws -> JSONValue {
    try JSONParser.parse(SourceText(file: "export.geojson", bytes: bytes))
  }

  @Test func aSmallPlanIsWrittenWhole() throws {
    var sample = SamplePlan(
      SamplePlan.feature(
        "lake.a", .lake,
        "{\"type\":\"Polygon\",\"coordinates\":[[[120,30],[120,30.1],[120.123456789,30],[120,30]]]}",
        "\"name\":\"湖\"", "\"outlet\":true", "\"accuracy_m\":350", "\"why\":[\"S1\"]"),
      SamplePlan.feature("park.a", .park, "null"),
      SamplePlan.feature(
        "site.a", .innovationSite, "{\"type\":\"Point\",\"coordinates\":[120.05,30]}"))
    sample.statements = """
        - {id: S1, document: D1, says: 说, claims: [{claim: status-at, of: lakes, status: 在建}]}

      """
    let export = GeoJSONExport(try sample.load().faultless(), asOf: nil)
    let text = String(decoding: export.everything(), as: UTF8.self)
    #expect(Self.goldens.difference(of: text, from: "export.geojson") == nil)
  }

  @Test func everyLayerHasItsFeatures() throws {
    let plan = try plan()
    let export = GeoJSONExport(plan, asOf: nil)
    for layer in plan.layers {
      let features = try json(export.bytes(of: layer))["features"]?.array ?? []
      #expect(features.compactMap { $0["id"]?.text } == plan.features(in: layer).map(\.id))
      #expect(features.allSatisfy { $0["properties"]?["layer"] == nil })
    }
  }

  @Test func everythingNamesTheLayerOfEachFeature() throws {
    let plan = try plan()
    let features = try json(GeoJSONExport(plan, asOf: nil).everything())["features"]?.array ?? []
    #expect(features.count == plan.features.count)
    for feature in features {
      let layer = try #require(feature["properties"]?["layer"]?.text.flatMap(plan.layer))
      let id = try #require(feature["id"]?.text)
      #expect(plan.features(in: layer).contains { $0.id == id })
      #expect(feature["properties"]?["id"]?.text == id)
    }
  }

  /// Naive: the box of the exact coordinates, outside of which a rounded one may lie.
  @Test func boxesEncloseWhatIsWritten_gdal7319() throws {
    let collection = try json(GeoJSONExport(plan(), asOf: nil).everything())
    var all: [(Double, Double)] = []
    for feature in collection["features"]?.array ?? [] {
      let positions = positions(feature["geometry"]?["coordinates"])
      all += positions
      #expect((feature["bbox"] == nil) == positions.isEmpty)
      if let box = feature["bbox"]?.array?.compactMap(\.number) {
        #expect(box == extent(positions))
      }
    }
    #expect(collection["bbox"]?.array?.compactMap(\.number) == extent(all))
  }

  @Test func noCoordinateHasMoreThanSevenDecimals() throws {
    let text = String(decoding: try GeoJSONExport(plan(), asOf: nil).everything(), as: UTF8.self)
    let decimals = text.matches(of: #/\d\.(\d+)/#).map(\.output.1.count)
    #expect(decimals.max() == 7)
  }

  @Test func statusesAreThoseOfTheDay() throws {
    let plan = try plan()
    func status(_ day: String?) throws -> String? {
      let export = GeoJSONExport(plan, asOf: day.flatMap(CalendarDay.init))
      return try json(export.everything())["features"]?.array?
        .first { $0["id"]?.text == "project.hospital" }?["properties"]?["status"]?.text
    }
    #expect(try status("2021-01-01") == nil)
    #expect(try status("2021-12-31") == "在建")
    #expect(try status(nil) == "启动")
  }

  @Test func theWriterReadsBackWithoutAFault() throws {
    let bytes = try GeoJSONExport(plan(), asOf: nil).everything()
    let collection = try GeoJSONReader.read(SourceText(file: "export.geojson", bytes: bytes))
    #expect(collection.faults.map(\.message.english) == [])
  }

  @Test func everyGoldenIsUsed() {
    #expect(Self.goldens.strays == [])
  }

  private func positions(_ json: JSONValue?) -> [(Double, Double)] {
    guard let items = json?.array else { return [] }
    if let x = items.first?.number, let y = items.dropFirst().first?.number { return [(x, y)] }
    return items.flatMap { positions($0) }
  }

  private func extent(_ positions: [(Double, Double)]) -> [Double] {
    let (x, y) = (positions.map(\.0), positions.map(\.1))
    return [x.min(), y.min(), x.max(), y.max()].compactMap { $0 }
  }
}
