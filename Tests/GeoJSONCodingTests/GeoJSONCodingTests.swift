import GeoJSONCoding
import MapGeometry
import Testing

@Suite struct ReaderTests {
  @Test func aCanonicalCollectionSurvivesARoundTrip() throws {
    let text = """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","id":"a","properties":{"name":"蓼河","n":1.50},"geometry":{"type":"Polygon","coordinates":[[[116.5,35.25],[116.75,35.25],[116.75,35.5],[116.5,35.25]]]}},
      {"type":"Feature","id":7,"properties":null,"geometry":null}
      ]}

      """
    let collection = try GeoJSONReader.read(SourceText(file: "a.geojson", text))
    #expect(collection.faults == [])
    #expect(String(decoding: GeoJSONWriter.collection(collection.features), as: UTF8.self) == text)
  }
}
