import GeoJSONCoding
import MapGeometry
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
