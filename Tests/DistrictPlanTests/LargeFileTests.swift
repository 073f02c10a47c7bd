import GeoJSONCoding
import MapGeometry
import MapProjection
import Messages
import PlanFindings
import PlanTestSupport
import Testing

@testable import DistrictPlan

/// Of a large file nothing is kept that can be read again, which nobody may notice.
struct LargeFileTests {
  private static let count = 7000

  /// More than one stretch; some features without an id, some with one that stands twice.
  private static let text: String = {
    let features = (0..<count).map { index in
      let x = 116 + Double(index % 100) * 0.01
      let y = 35 + Double(index / 100) * 0.01
      let id = index % 50 == 7 ? "" : "\"id\":\"\(index % 500 == 3 ? "twice" : "f\(index)")\","
      let properties =
        index % 2 == 0
        ? "\"name\":\"地块\(index)\",\"level\":\"1\",\"use\":{\"a\":[\(index)]}" : ""
      let ring = [(0.0, 0.0), (0.0091234567891, 0.0), (0.009, 0.009), (0.0, 0.009), (0.0, 0.0)]
        .map { "[\(x + $0.0),\(index == 4321 ? 99 : y + $0.1)]" }.joined(separator: ", ")
      return
        "{\"type\":\"Feature\",\(id)\"properties\":{\(properties)},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[\(ring)]]}}"
    }
    return "{\"type\":\"FeatureCollection\",\"features\":[\n"
      + features.joined(separator: ",\n") + "\n]}\n"
  }()

  private func load(_ text: String) throws -> LoadedPlan {
    try LooseFiles(paths: ["big.geojson"]) { path in SourceText(file: path, text) }.load { _ in [] }
  }

  @Test func featuresSayWhatTheFileSays() throws {
    let loaded = try load(Self.text)
    let source = SourceText(file: "big.geojson", Self.text)
    let raws = Dictionary(
      uniqueKeysWithValues: try GeoJSONReader.read(source).features.map { ($0.offset, $0) })
    #expect(Self.text.utf8.count > 1 << 20)
    #expect(loaded.plan.features.count == Self.count)
    for feature in loaded.plan.features {
      let raw = try #require(raws[feature.offset])
      #expect(feature.properties == raw.properties)
      #expect(feature.location == source.location(at: raw.offset))
      #expect(
        feature.location(ofVertex: 2) == source.location(at: Int(raw.positionOffsets[2])))
      #expect(feature.name == raw["name"]?.text)
      #expect(feature.attribute("level")?.number == (raw["level"] == nil ? nil : 1))
      #expect((feature.geometry == nil) == (feature.plane == nil))
      #expect(feature.geometry?.positions.count == feature.plane?.positions.count)
      let corner = feature.geometry?.positions[1].longitude
      #expect(corner.map { ($0 * 1e9).rounded() / 1e9 == $0 } ?? true)
    }
  }

  @Test func troubleIsReportedInFileOrder() throws {
    let loaded = try load(Self.text)
    let twice = loaded.faults.filter { $0.code == "D02" }
    #expect(twice.count == Self.count / 500 - 1)
    #expect(twice.map(\.location.line) == (1..<Self.count / 500).map { $0 * 500 + 5 })
    let stray = loaded.faults.filter { $0.code == "D08" }
    #expect(stray.map(\.location.line) == [4323])
    #expect(stray.first?.message.english.contains("'f4321' has the position") == true)
    #expect(loaded.plan.feature("big#8") != nil)
    #expect(loaded.plan.feature("twice#504") != nil)
    #expect(loaded.plan.feature("f4321")?.plane == nil)
  }
}

extension LargeFileTests {
  /// A loose file whose middle lies in another zone than what one sees of it at first.
  @Test func aZoneThatWasGuessedWrongIsFoundAllTheSame() throws {
    func text(outlier: Double) -> String {
      let features = (0..<9000).map { index in
        let x = index == 5 ? outlier : 117 + Double(index % 100) * 0.001
        return
          "{\"type\":\"Feature\",\"id\":\"p\(index + 10000)\",\"properties\":{\"use\":\"\(index) of many points\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[\(x),35]}}"
      }
      return
        "{\"type\":\"FeatureCollection\",\"features\":[\n\(features.joined(separator: ",\n"))]}"
    }
    for (outlier, code) in [(117.5, "EPSG:4548"), (122.5, "EPSG:4549")] {
      let text = text(outlier: outlier)
      #expect(text.utf8.count > 1 << 20)
      let plan = try load(text).plan
      #expect(plan.crs.code == code)
      #expect(plan.features.count == 9000)
      #expect(plan.longitudes == 117...outlier)
      let first = try #require(plan.features.first?.plane?.points.first)
      let position = GeoPosition(longitude: 117, latitude: 35)
      #expect(try plan.transformer.project([position]) == [first])
    }
  }

  /// A plan with one large file, and the file.
  private func plan(
    of features: [String], kind: String
  ) throws -> (loaded: LoadedPlan, file: SourceText) {
    let text =
      "{\"type\":\"FeatureCollection\",\"features\":[\n\(features.joined(separator: ",\n"))]}"
    #expect(text.utf8.count > 1 << 20)
    let loaded = try PlanLoader.load(
      from: PlanTexts(files: [
        "plan.yaml":
          "gxq_map: 1\ntitle: t\ncrs: EPSG:4548\nprecision: 7\ntolerance: 0.002 m\nlayers:\n  - {id: all, file: all.geojson, kind: \(kind)}\n",
        "all.geojson": text,
      ]))
    return (loaded, SourceText(file: "all.geojson", text))
  }

  /// Values that no schema understands are at hand, whatever else a feature says.
  @Test func aLargeFileOfAPlanTellsWhatNoSchemaUnderstands() throws {
    let features = (0..<9000).map { index in
      let x = 117 + Double(index % 100) * 0.001
      let more =
        switch index % 4 {
        case 0: "\"use\":\"\(index % 7)\",\"depth\":\(index)"
        case 1: "\"id\":\(index + 10000),\"use\":null,\"wet\":true,\"accuracy_m\":\"far\""
        case 2: "\"tags\":[\"a\",1],\"use\":{\"a\":1},\"name\":\(index)"
        default: "\"name\":\"地块\""
        }
      return
        "{\"type\":\"Feature\",\"id\":\"\(index + 10000)\",\"properties\":{\"kind\":\"feature\",\(more)},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[\(x),35.1],[\(x + 0.0001),35.2]]}}"
    }
    let (loaded, source) = try plan(of: features, kind: "feature")
    let raws = try GeoJSONReader.read(source).features
    #expect(loaded.plan.features.count == raws.count)
    for (feature, raw) in zip(loaded.plan.features, raws) {
      #expect(feature.attribute("id") == .text(feature.id))
      for key in ["kind", "name", "use", "depth", "wet", "accuracy_m", "tags", "other"] {
        #expect(feature.attribute(key) == raw[key].flatMap { FeatureValue($0) })
      }
      #expect(feature.bounds == feature.densePlane?.bounds)
    }
  }

  /// Of a large file of a plan what features say is read again, and their values are kept.
  @Test func aLargeFileOfAPlanSaysWhatTheFileSays() throws {
    let features = (0..<6000).map { index in
      let x = 117 + Double(index % 100) * 0.001
      let kind = index == 17 ? "" : "\"kind\":\"road\","
      let end = index == 23 ? 95.0 : 35.5
      let type = index == 29 ? "MultiPoint" : "LineString"
      let basis = index == 31 ? "guessed" : "assumed"
      return
        "{\"type\":\"Feature\",\"id\":\"r\(index + 10000)\",\"properties\":{\(kind)\"name\":\"路\(index)\",\"class\":\"支路\",\"basis\":\"\(basis)\"},\"geometry\":{\"type\":\"\(type)\",\"coordinates\":[[\(x),35.1],[\(x + 0.0001),35.2],[\(x),\(end)]]}}"
    }
    let (loaded, source) = try plan(of: features, kind: "road")
    let raws = Dictionary(
      uniqueKeysWithValues: try GeoJSONReader.read(source).features.map { ($0.offset, $0) })
    #expect(loaded.plan.features.count == 5999)
    for feature in loaded.plan.features {
      let raw = try #require(raws[feature.offset])
      #expect(feature.id == raw.identifier?.text)
      #expect(feature.properties == raw.properties)
      #expect(feature.name == raw["name"]?.text)
      #expect(feature.roadClass == .local)
      let rounded = try raw.geometry?.rounded(decimals: 7)
      #expect(feature.geometry == (feature.plane == nil ? nil : rounded))
      if let geometry = feature.geometry {
        #expect(
          try feature.plane == loaded.plan.transformer.places(of: geometry).vertices)
        #expect(
          try feature.densePlane == loaded.plan.transformer.places(of: geometry).dense)
      }
      #expect(feature.location(ofVertex: 2) == source.location(at: Int(raw.positionOffsets[2])))
    }
    func lines(_ code: String) -> [Int] {
      loaded.faults.filter { $0.code == code }.map(\.location.line)
    }
    #expect(lines("D01") == [17 + 2, 29 + 2, 31 + 2, 31 + 2])
    #expect(lines("D08") == [23 + 2])
    #expect(loaded.plan.files["all.geojson"]?.readCollection?.features.count == 6000)
  }
}
