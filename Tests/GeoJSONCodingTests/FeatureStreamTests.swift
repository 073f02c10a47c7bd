import Foundation
import Testing

@testable import GeoJSONCoding

struct FeatureStreamTests {
  /// Reads a text as a stream with pieces of a size; gives the ids and the frame.
  private func read(
    _ text: String, by size: Int
  ) throws -> (ids: [String], frame: String, isBroken: Bool) {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(
      "stream-\(UUID().uuidString).geojson"
    ).path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    var stream = try FeatureStream(path, pieceSize: size)
    var ids: [String] = []
    while let piece = stream.next() {
      let features = try GeoJSONReader.readSequence(SourceText(file: "", bytes: piece)).features
      ids += features.compactMap(\.identifier?.text)
    }
    return (ids, String(decoding: stream.frame, as: UTF8.self), stream.isBroken)
  }

  private static let collection = #"""
    {"type": "FeatureCollection", "name": "a \"features\": [",
     "features" : [ {"type":"Feature","id":"a","properties":{"t":"}],{\"\\"},"geometry":null},
      {"type":"Feature","id":"b","properties":{"deep":{"er":[{}]}},"geometry":
       {"type":"LineString","coordinates":[[1,2],[3,4],[5,6],[7,8],[9,10],[11,12],[13,14]]}} ,
      {"type":"Feature","id":"c","properties":null,"geometry":{"type":"Point","coordinates":[1,2]}}
     ], "more": {"features": []}}
    """#

  @Test(arguments: [64, 100, 333, 4096])
  func featuresComeInOrder(size: Int) throws {
    let read = try read(Self.collection, by: max(size, 64))
    guard !read.isBroken else {
      // The first feature has to begin within a piece.
      #expect(size < 100)
      return
    }
    #expect(read.ids == ["a", "b", "c"])
    let frame = try GeoJSONReader.read(SourceText(file: "", read.frame))
    #expect(frame.foreignMembers.map(\.key) == ["name", "more"])
    #expect(frame.features.isEmpty)
  }

  @Test(arguments: [
    #"{"type":"Point","coordinates":[1,2]}"#, #"{"type":"FeatureCollection"}"#, "[]", "",
    #"{"type":"FeatureCollection","features":[{"type":"Feature","id":"a","properties":{}"#,
    #"{"type":"FeatureCollection","features":[{"type":"Feature","id":"a"}"#,
  ])
  func whatIsCutOffIsBroken(text: String) throws {
    #expect(try read(text, by: 4096).isBroken)
  }

  @Test
  func anEmptyListEnds() throws {
    let read = try read(#"{"type":"FeatureCollection","features":[]}"#, by: 64)
    #expect(read.ids.isEmpty && !read.isBroken)
  }
}
