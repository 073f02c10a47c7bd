import Messages
import MapGeometry
import PlanTestSupport
import Testing

@testable import GeoJSONCoding

@Suite struct HostileInputTests {
  private static let sample = Array(
    #"""
    {"type":"FeatureCollection","bbox":[1,2,3,4],"features":[
    {"type":"Feature","id":"a","properties":{"name":"蓼\u6cb3","n":-1.5e3,"l":[true,null,{}]},
    "geometry":{"type":"MultiPolygon","coordinates":[[[[116.691412345678905,35.41],[117,35.4],[117,36,5],[116.691412345678905,35.41]]]]}},
    {"geometry":{"coordinates":[[0.1,0.2],[1e1,2]],"type":"LineString"},"type":"Feature","properties":null},
    {"type":"Feature","properties":{},"geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}}
    ]}
    """#.utf8)

  /// What the two ways of reading give, in one comparable text.
  private func outcomes(_ bytes: [UInt8]) -> (fast: String, careful: String) {
    let source = SourceText(file: "t", bytes: bytes)
    func outcome(fast: Bool) -> String {
      do throws(JSONError) {
        let collection = try GeoJSONReader.read(source, fast: fast)
        let faults = collection.faults.sorted {
          ($0.offset, $0.message.english) < ($1.offset, $1.message.english)
        }
        return collection.features.map { "\($0)\n" }.joined() + faults.map { "\($0)\n" }.joined()
          + "\(collection.root)\(collection.foreignMembers)\(String(describing: collection.boundingBox))"
      } catch {
        return error.description
      }
    }
    return (outcome(fast: true), outcome(fast: false))
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func theFastWayReadsWhatTheCarefulWayReads(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = RandomGeoJSON.collection(faulty: seed % 3 > 0, using: &random)
    let (fast, careful) = outcomes(Array(text.utf8))
    #expect(fast == careful, "\(text)")
  }

  @Test func aFileCutOffAnywhereIsAnError() {
    for length in 0..<Self.sample.count {
      let (fast, careful) = outcomes(Array(Self.sample.prefix(length)))
      #expect(fast == careful, "cut after \(length)")
      #expect(fast.hasPrefix("t:"), "cut after \(length)")
    }
  }

  @Test(arguments: 0..<8)
  func aFlippedBitCrashesNothing(bit: Int) {
    for index in Self.sample.indices {
      var bytes = Self.sample
      bytes[index] ^= 1 << bit
      let (fast, careful) = outcomes(bytes)
      #expect(fast == careful, "byte \(index)")
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func replacedAndRepeatedPiecesCrashNothing(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var bytes = Self.sample
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let start = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, start + Int.random(in: 0...30, using: &random))
      let piece = Array(bytes[start..<end])
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: piece, at: Int.random(in: 0...bytes.count, using: &random))
      default: bytes[start] = UInt8.random(in: 0...255, using: &random)
      }
      if bytes.isEmpty { bytes = [0] }
    }
    let (fast, careful) = outcomes(bytes)
    #expect(fast == careful, "\(String(decoding: bytes, as: UTF8.self))")
  }

  /// Openings of files that never end; named by their place, as they would fill the log.
  static let bottomless = [
    String(repeating: "[", count: 100_000),
    #"{"type":"Point","coordinates":"# + String(repeating: "[", count: 100_000),
    #"{"type":"FeatureCollection","features":"# + String(repeating: "[", count: 100_000),
    String(repeating: #"{"type":"GeometryCollection","geometries":["#, count: 100_000),
    #"{"type":"Feature","properties":"# + String(repeating: #"{"a":"#, count: 100_000),
    #"{"type":"FeatureCollection","features":[{"geometry":"#
      + String(repeating: #"{"type":"GeometryCollection","geometries":["#, count: 100_000),
  ]

  @Test(arguments: bottomless.indices)
  func bottomlessNestingIsAnError(index: Int) {
    #expect(throws: JSONError.self) { try read(Self.bottomless[index]) }
  }

  @Test func longNumbersAndStringsAreRead() throws {
    let long = String(repeating: "9", count: 100_000)
    let found = try read(feature(#"{"type":"Point","coordinates":[0.\#(long),-0.\#(long)]}"#))
    #expect(found.features[0].geometry == .point(position(1, -1)))
    let huge = try read(feature(#"{"type":"Point","coordinates":[\#(long),0]}"#))
    #expect(huge.faults.map(\.kind) == [.hugeNumber])
    #expect(huge.faults[0].message.english.count < 100)
    let text = try parse("\"" + String(repeating: "济", count: 100_000) + "\"").text
    #expect(text?.count == 100_000)
  }
}
