import GeoJSONCoding
import MapGeometry
import PlanTestSupport
import Testing

@Suite struct GeoJSONWriterTests {
  @Test func canonicalTextSurvivesARoundTripByteForByte() throws {
    let text = collection(
      #"{"type":"Feature","id":"a","properties":{"name":"蓼河\n\"","n":1.50,"z":[1,{"b":null}],"a":1e5},"geometry":{"type":"Polygon","coordinates":[[[116.5,35.25],[116.75,35.25],[116.75,35.5],[116.5,35.25]]]}}"#,
      #"{"type":"Feature","id":7.0,"properties":null,"geometry":null,"title":true}"#,
      #"{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[1,2,3],[4,5],[6,7,8.125]],"unit":"m"}}"#,
      #"{"type":"Feature","properties":{},"geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[-0.5,0]},{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}]}}"#
    )
    #expect(written(try read(text)) == text)
  }

  @Test func anEmptyCollectionIsThreeLines() {
    #expect(
      String(decoding: GeoJSONWriter.collection([]), as: UTF8.self)
        == "{\"type\":\"FeatureCollection\",\"features\":[\n]}\n")
  }

  @Test(arguments: GeoJSONReaderTests.examples)
  func everyTypeSurvives(text: String, type: String, count: Int) throws {
    let first = try read(text)
    let once = written(first)
    let again = try read(once)
    #expect(again.features[0].geometry == first.features[0].geometry)
    #expect(again.faults == [])
    #expect(written(again) == once)
  }

  @Test func ringsTurnAsTheStandardAsksAndHeightsGoAlong() throws {
    let text = feature(
      #"{"type":"Polygon","coordinates":[[[0,0,1],[0,9,2],[9,9,3],[0,0,4]],[[1,2,5],[2,3,6],[1,3,7],[1,2,8]]]}"#
    )
    let found = try read(text)
    #expect(found.faults.map(\.kind) == [.windingOrder, .windingOrder])
    let output = String(decoding: GeoJSONWriter.feature(found.features[0]), as: UTF8.self)
    #expect(
      output
        == feature(
          #"{"type":"Polygon","coordinates":[[[0,0,4],[9,9,3],[0,9,2],[0,0,1]],[[1,2,8],[1,3,7],[2,3,6],[1,2,5]]]}"#
        ))
    #expect(try read(output).faults == [])
  }

  @Test func boxesComeFromTheRoundedCoordinates() throws {
    let found = try read(
      collection(
        feature(#"{"type":"LineString","coordinates":[[1.26,-2],[3,4.04]]}"#), feature("null"),
        feature(#"{"type":"Point","coordinates":[-5,0.04,9]}"#)))
    let output = GeoJSONWriter.collection(found.features, decimals: 1, boundingBoxes: true)
    #expect(
      String(decoding: output, as: UTF8.self) == """
        {"type":"FeatureCollection","bbox":[-5,-2,3,4],"features":[
        {"type":"Feature","bbox":[1.3,-2,3,4],"properties":{},"geometry":{"type":"LineString","coordinates":[[1.3,-2],[3,4]]}},
        {"type":"Feature","properties":{},"geometry":null},
        {"type":"Feature","bbox":[-5,0,9,-5,0,9],"properties":{},"geometry":{"type":"Point","coordinates":[-5,0,9]}}
        ]}

        """)
  }

  @Test func featuresMadeInCodeAreWritten() throws {
    let ring = try Ring([position(0, 0), position(1, 0), position(1, 1), position(0, 0)])
    let feature = GeoJSONFeature(
      identifier: "a", properties: [JSONMember("name", .string("甲"))],
      geometry: .polygon(Polygon(exterior: ring)))
    #expect(
      String(decoding: GeoJSONWriter.feature(feature), as: UTF8.self)
        == #"{"type":"Feature","id":"a","properties":{"name":"甲"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}"#
    )
    let whole = GeoJSONWriter.collection(
      [feature], foreignMembers: [JSONMember("name", .string("plan"))])
    #expect(
      String(decoding: whole.prefix(58), as: UTF8.self)
        == #"{"type":"FeatureCollection","name":"plan","features":["# + "\n{\"t")
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func writingIsIdempotent(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let decimals = Int.random(in: 0...9, using: &random)
    let text = RandomGeoJSON.collection(using: &random)
    let once = written(try read(text), decimals: decimals)
    #expect(written(try read(once), decimals: decimals) == once)
    #expect(try read(once).isAcceptable)
  }
}
