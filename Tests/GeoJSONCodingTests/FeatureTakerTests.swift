import Foundation
import MapGeometry
import Messages
import PlanTestSupport
import Testing

@testable import GeoJSONCoding

/// Who takes features one by one gets what the file says.
struct FeatureTakerTests {
  /// What was taken of a feature.
  private struct Taken: Equatable, Sendable {
    let offset: Int
    let identifier: String?
    let properties: [JSONMember]
    let hasOtherProperties: Bool
    let geometry: GeoGeometry?
    let typeName: String?
    let isNull: Bool
  }

  private struct Collector: FeatureTaker {
    static let wanted = ["name", "level", "名称"]
    private(set) var taken: [Taken] = []

    func wants(_ key: String) -> Bool { Self.wanted.contains(key) }

    mutating func take(_ passing: borrowing PassingFeature) {
      let outline = passing.outline
      #expect(outline?.decimals ?? 0 >= 0)
      taken.append(
        Taken(
          offset: passing.feature.offset, identifier: passing.feature.identifier?.text,
          properties: passing.feature.properties.filter { wants($0.key) },
          hasOtherProperties: passing.hasOtherProperties
            || passing.feature.properties.contains { !wants($0.key) },
          geometry: outline?.geometry ?? passing.feature.geometry,
          typeName: passing.feature.geometryTypeName, isNull: passing.feature.geometryIsNull))
    }
  }

  private func taken(_ text: String, stretchSize: Int) throws -> (
    takers: Int, [Taken], [GeoJSONFault]
  ) {
    let read = try GeoJSONReader.read(
      SourceText(file: "t", text), stretchSize: stretchSize, into: Collector.init)
    return (read.takers.count, read.takers.flatMap(\.taken), read.collection.faults)
  }

  private func whole(_ text: String) throws -> ([Taken], [GeoJSONFault]) {
    let collection = try GeoJSONReader.read(SourceText(file: "t", text), fast: false)
    let features = collection.features.map { feature in
      let wanted = feature.properties.filter { Collector.wanted.contains($0.key) }
      return Taken(
        offset: feature.offset, identifier: feature.identifier?.text, properties: wanted,
        hasOtherProperties: wanted.count < feature.properties.count, geometry: feature.geometry,
        typeName: feature.geometryTypeName, isNull: feature.geometryIsNull)
    }
    return (features, collection.faults.filter { $0.kind != .windingOrder })
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func takersGetWhatTheFileSays(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = RandomGeoJSON.collection(faulty: seed % 2 > 0, using: &random)
    guard let (features, faults) = try? whole(text) else { return }
    for size in [0, 300, 2000] {
      let (takers, taken, found) = try taken(text, stretchSize: size)
      guard takers > 0 else { continue }
      #expect(taken == features, "\(text)")
      #expect(found.filter { $0.kind != .windingOrder } == faults, "\(text)")
    }
  }

  private static let geometries = [
    #"{"type":"Point","coordinates":[116.5,35.25]}"#,
    #"{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}"#,
    #"{"type":"LineString","coordinates":[[1,2],[3,4.125]]}"#,
    #"{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8],[9,9]]]}"#,
    #"{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]],[[2,1],[4,2],[4,1],[2,1]]]}"#,
    #"""
    {"type":"MultiPolygon","coordinates":[[[[0,0],[9,0],[9,9],[0,0]],[[2,1],[4,2],[4,1],[2,1]]],
    [[[20,0],[29,0],[29,9],[20,0]]]]}
    """#,
    #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}"#,
    "null",
  ]
  private static let properties = [
    #"{"name":"a","level":1,"other":"\u00e9","n":[1,{"x":null}]}"#,
    #"{"名称":"水网","名":"片区","level":-0.5e3,"big":123456789012345678901234567890}"#,
    #"{"name":"x","use":null,"flag":true,"zero":0,"frac":0.25,"text":"中"}"#,
    #"{"na\u006de":"escaped key","level":2}"#,
    #"{"in":{"a":1,"a":1e999},"use":"first","use":"second","name":"n"}"#, "{}",
    "null",
    "{" + (0..<80).map { "\"k\($0)\":\($0)" }.joined(separator: ",") + ",\"name\":\"many\"}",
  ]

  /// A file of every kind of geometry with every kind of properties.
  private static var sample: String {
    let features = geometries.flatMap { geometry in
      properties.map { #"{"type":"Feature","properties":\#($0),"geometry":\#(geometry)}"# }
    }
    return #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ",\n"))]}"#
  }

  @Test(arguments: [0, 1000, 5000])
  func everyKindOfGeometryAndOfPropertiesIsTaken(size: Int) throws {
    let (features, faults) = try whole(Self.sample)
    let (takers, taken, found) = try taken(Self.sample, stretchSize: size)
    #expect(takers > 1)
    #expect(features.count == Self.geometries.count * Self.properties.count)
    #expect(taken == features)
    #expect(found == faults)
    #expect(faults.count == 3 * 8, "two repeated keys and a number too large for each geometry")
  }

  @Test func aFeatureCanBeReadAgain() throws {
    let source = SourceText(file: "t", Self.sample)
    for feature in try GeoJSONReader.read(source).features {
      let again = try #require(GeoJSONReader.feature(at: feature.offset, in: source))
      #expect("\(again)" == "\(feature)")
      #expect(
        GeoJSONReader.vertexOffsets(at: feature.offset, in: source) == feature.positionOffsets)
    }
    #expect(GeoJSONReader.vertexOffsets(at: 1, in: source).isEmpty)
    #expect(GeoJSONReader.vertexOffsets(at: source.count, in: source).isEmpty)
  }

  @Test(arguments: [
    "\"a\":01", "\"a\":1.", "\"a\":-", "\"a\":\"\u{7}\"", "\"a\":tru", "\"a\":1e", "\"a\" 1",
  ])
  func whatNobodyWantsHasToBeJSONAllTheSame(member: String) throws {
    let text = Self.sample.replacingOccurrences(of: "\"zero\":0", with: member)
    #expect(throws: JSONError.self) { _ = try taken(text, stretchSize: 0) }
  }

  @Test func aShortFileIsNotTaken() throws {
    let read = try GeoJSONReader.read(SourceText(file: "t", Self.sample), into: Collector.init)
    #expect(read.takers.isEmpty)
    #expect(read.collection.features.count == Self.geometries.count * Self.properties.count)
  }

  @Test func somePositionsAreThoseOfTheFile() {
    let source = SourceText(file: "t", Self.sample)
    let some = GeoJSONReader.somePositions(in: source)
    #expect(some.contains(GeoPosition(longitude: 116.5, latitude: 35.25)))
    #expect(some.contains(GeoPosition(longitude: 0, latitude: 0)))
    #expect(GeoJSONReader.somePositions(in: SourceText(file: "t", "")).isEmpty)
    #expect(GeoJSONReader.somePositions(in: SourceText(file: "t", "{\"coordinates\"")).isEmpty)
  }
}
