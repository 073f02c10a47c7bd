import DistrictPlan
import Foundation
import GeoJSONCoding
import PlanExchange
import PlanFindings
import PlanTestSupport
import Testing

struct CanonicalFormTests {
  static let files = ["geodata", "Tests/Fixtures/second-plan"]
    .flatMap { Repository.files(below: $0, extension: "geojson") }
    .map { String($0.path.dropFirst(Repository.root.path.count + 1)) }

  private func text(of path: String) throws -> String {
    try String(contentsOf: Repository.root.appendingPathComponent(path), encoding: .utf8)
  }

  private func canonical(_ text: String) throws -> String {
    let collection = try GeoJSONReader.read(SourceText(file: "map.geojson", text))
    return String(decoding: CanonicalForm.bytes(of: collection, decimals: 8), as: UTF8.self)
  }

  @Test func thereAreFilesToHoldIt() {
    #expect(Self.files.count >= 15)
  }

  @Test(arguments: files)
  func everyPlanFileIsCanonical(path: String) throws {
    let text = try text(of: path)
    #expect(try canonical(text) == text)
  }

  @Test(arguments: files)
  func whatAGISSavedComesBackToTheSameBytes(path: String) throws {
    let original = try text(of: path)
    for seed in 0..<2 as Range<UInt64> {
      var variant = GISVariant(seed: seed)
      let saved = try variant.text(of: original, named: "layer")
      #expect(saved != original)
      // Whole files are too long to print.
      let isSame = try canonical(saved) == original
      #expect(isSame, "seed \(seed)")
    }
  }

  @Test func whatAGISSavedIsReadWithWarningsOnly() throws {
    let texts = try PlanTexts(folder: Repository.secondPlan)
    var files = texts.files
    for (name, text) in files where name.hasSuffix(".geojson") {
      var variant = GISVariant(seed: 7)
      files[name] = try variant.text(of: text, named: name)
    }
    let loaded = try PlanLoader.load(from: PlanTexts(files: files))
    #expect(Set(loaded.faults.map(\.code)) == ["D10"])
    let original = try PlanLoader.load(from: texts).plan
    #expect(loaded.plan.features.map(\.id) == original.features.map(\.id))
    #expect(loaded.plan.features.map(\.values) == original.features.map(\.values))
  }

  @Test func itIsItsOwnCanonicalForm() throws {
    let once = try canonical(
      """
      {"type":"FeatureCollection","remark":1,"features":[
      {"type":"Feature","properties":{"zzz":[1.50],"kind":"road","name":null,"aaa":true},"geometry":null},
      {"type":"Feature","id":7,"bbox":[0,0,1,1],"properties":{"accuracy_m":3.50e2,"why":"S1"},"geometry":
        {"type":"Polygon","coordinates":[[[0,0],[0,1],[1,1.123456789],[0,0]]]},"extra":{}}]}
      """)
    #expect(
      once == """
        {"type":"FeatureCollection","remark":1,"features":[
        {"type":"Feature","properties":{"kind":"road","aaa":true,"zzz":[1.50]},"geometry":null},
        {"type":"Feature","id":"7","properties":{"id":"7","accuracy_m":350,"why":["S1"]},\
        "geometry":{"type":"Polygon","coordinates":[[[0,0],[1,1.12345679],[0,1],[0,0]]]},"extra":{}}
        ]}

        """)
    #expect(try canonical(once) == once)
  }

  @Test func featuresAreOrderedByTheBytesOfTheirIDs() throws {
    let ids = ["road.b", "Road", "road.10", "road.2", "路", "road"]
    let features = ids.map {
      "{\"type\":\"Feature\",\"id\":\"\($0)\",\"properties\":{},\"geometry\":null}"
    }
    let text = try canonical(
      "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}")
    let found = text.split(separator: "\n").dropFirst().compactMap { line in
      line.split(separator: "\"").dropFirst(7).first.map(String.init)
    }
    #expect(found == ["Road", "road", "road.10", "road.2", "road.b", "路"])
  }

  @Test func contradictingIDsAreKeptForTheirFinding() throws {
    let text = """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","id":"a","properties":{"id":"b"},"geometry":null}
      ]}

      """
    #expect(try canonical(text) == text)
  }
}
