import Foundation
import MapGeometry
import Messages
import PlanTestSupport
import Testing

@testable import GeoJSONCoding

/// Long lists of features are read stretch by stretch, which nobody may notice.
struct StretchTests {
  private func outcome(_ bytes: [UInt8], stretchSize: Int) -> String {
    let source = SourceText(file: "t", bytes: bytes)
    do throws(JSONError) {
      let collection = try GeoJSONReader.read(source, fast: true, stretchSize: stretchSize)
      return (collection.features.map { "\($0)\n" } + collection.faults.map { "\($0)\n" }).joined()
        + "\(collection.root)\(collection.foreignMembers)"
    } catch {
      return error.description
    }
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func anyStretchesGiveTheSame(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = RandomGeoJSON.collection(faulty: seed % 2 > 0, using: &random)
    let whole = outcome(Array(text.utf8), stretchSize: .max / 2)
    for size in [0, 100, 1000] {
      #expect(outcome(Array(text.utf8), stretchSize: size) == whole, "\(text)")
    }
  }

  private static let sample = Array(
    #"""
    {"type":"FeatureCollection","features":[
    {"type":"Feature","id":"a","properties":{"t":"}],{\"\\"},"geometry":{"type":"Point","coordinates":[1,2]}},
    {"type":"Feature","id":"b","properties":{"n":{"m":[{}]}},"geometry":{"type":"Polygon","coordinates":[[[0,0],[0,1],[1,1],[0,0]]]}},
    {"type":"Feature","id":"c","properties":null,"geometry":{"type":"Point","coordinates":[1]}} ,
    {"type":"Feature","id":"d","properties":{},"geometry":null}], "more":1}
    """#.utf8)

  @Test func aFileCutOffAnywhereGivesTheSameError() {
    for length in 0..<Self.sample.count {
      let bytes = Array(Self.sample.prefix(length))
      #expect(outcome(bytes, stretchSize: 0) == outcome(bytes, stretchSize: .max / 2))
    }
  }

  @Test(arguments: 0..<8)
  func aFlippedBitGivesTheSame(bit: Int) {
    for index in Self.sample.indices {
      var bytes = Self.sample
      bytes[index] ^= 1 << bit
      #expect(
        outcome(bytes, stretchSize: 0) == outcome(bytes, stretchSize: .max / 2), "byte \(index)")
    }
  }

  /// Features that stand among the properties of others begin like any feature.
  @Test func aWrongGuessAtWhereFeaturesBeginChangesNothing() {
    let inner = #"{"type":"Feature","properties":{"x":[1]},"geometry":null}"#
    let outer =
      #"{"type":"Feature","properties":{"n":[\#(inner),\#(inner), \#(inner)],"t":""},"geometry":null}"#
    let text = #"{"type":"FeatureCollection","features":[\#(outer),\#(outer),\#(outer)]}"#
    let whole = outcome(Array(text.utf8), stretchSize: .max / 2)
    #expect(whole.contains("geometryIsNull: true"))
    for size in 0..<text.utf8.count {
      #expect(outcome(Array(text.utf8), stretchSize: size) == whole)
    }
  }

  @Test func aMappedFileIsReadLikeACopiedOne() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("mapped-\(UUID().uuidString).geojson").path
    // Lines and characters of several bytes on both sides of the blocks that lines are counted by.
    let text = Self.sample + Array(String(repeating: " 水网\r\n片区 \n", count: 900).utf8)
    try Data(text).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let mapped = try SourceFile.read(path, as: "t", mappedFrom: 1)
    let copied = try SourceFile.read(path, as: "t", mappedFrom: .max)
    guard case .mapped = mapped.content else {
      Issue.record("the file is not mapped")
      return
    }
    #expect(mapped.bytes == text)
    #expect(copied.bytes == text)
    #expect(mapped.lineCount == copied.lineCount)
    for offset in stride(from: 0, to: text.count, by: 7) {
      #expect(mapped.location(at: offset) == copied.location(at: offset))
    }
    #expect(mapped.line(3) == copied.line(3))
    mapped.content.forget(0..<text.count)
    #expect(mapped.bytes == text)
  }
}
