import Foundation
import MapGeometry
import MapProjection
import PlanTestSupport
import Testing

struct ChineseDatumTests {
  /// from, longitude, latitude, to, longitude, latitude, tolerance in degrees: published vectors of
  /// eviltransform (BSD-2), coordtransform and gcoord (MIT).
  ///
  /// The BD-09 vectors of eviltransform are left out: they follow from a wave of π where Baidu has
  /// 3000π/180, and lie up to 40 m away. One-step inverses get the tolerance of their method.
  static let vectors: [(ChineseDatum, [Double], ChineseDatum, [Double], Double)] = [
    (.wgs84, [121.5272106, 31.1774276], .gcj02, [121.531541859215, 31.17530398364597], 1e-9),
    (.wgs84, [113.912316, 22.543847], .gcj02, [113.9171764808363, 22.540796131694766], 1e-9),
    (.wgs84, [116.377817, 39.911954], .gcj02, [116.38404722455657, 39.91334545536069], 1e-9),
    (.wgs84, [116.404, 39.915], .gcj02, [116.41024449916938, 39.91640428150164], 1e-9),
    (.gcj02, [116.404, 39.915], .bd09, [116.41036949371029, 39.92133699351021], 1e-9),
    (.bd09, [116.404, 39.915], .gcj02, [116.39762729119315, 39.90865673957631], 1e-5),
    (.gcj02, [116.404, 39.915], .wgs84, [116.39775550083061, 39.91359571849836], 2e-5),
    (.wgs84, [123, 45], .gcj02, [123.00607541, 45.00197815], 1e-8),
    (.gcj02, [123, 45], .wgs84, [122.99395597, 44.99804071], 1e-6),
    (
      .wgs84, [116.403988, 39.914266], .bd09, [116.41661560068297, 39.92196580126834], 1e-9
    ),
    (.wgs84, [116.5819864, 35.4154266], .gcj02, [116.5872852, 35.4149862], 1e-5),
    (.gcj02, [116.5872852, 35.4149862], .bd09, [116.5938973, 35.4206656], 2e-7),
  ]

  @Test(arguments: vectors.indices)
  func publishedVectorsHold(index: Int) {
    let (from, input, to, output, tolerance) = Self.vectors[index]
    let found = from.convert(GeoPosition(longitude: input[0], latitude: input[1]), to: to)
    #expect(abs(found.longitude - output[0]) <= tolerance)
    #expect(abs(found.latitude - output[1]) <= tolerance)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func inverseUndoesTheShift(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let position = GeoPosition(
      longitude: .random(in: 73...136, using: &random),
      latitude: .random(in: 2...54, using: &random))
    for datum in ChineseDatum.allCases {
      let back = datum.toWGS84(datum.fromWGS84(position))
      #expect(abs(back.longitude - position.longitude) < 1e-9)
      #expect(abs(back.latitude - position.latitude) < 1e-9)
      for other in ChineseDatum.allCases {
        let round = other.convert(datum.convert(position, to: other), to: datum)
        #expect(abs(round.longitude - position.longitude) < 1e-9)
        #expect(abs(round.latitude - position.latitude) < 1e-9)
      }
    }
  }

  @Test func positionsOutsideTheBoxStay() {
    for place in [[-0.1276, 51.5072], [151.2, -33.9], [139.7, 35.7], [100.0, 0.5]] {
      let position = GeoPosition(longitude: place[0], latitude: place[1])
      for datum in ChineseDatum.allCases {
        #expect(datum.fromWGS84(position) == position)
        #expect(datum.toWGS84(position) == position)
      }
    }
  }

  static let cities = ProcessInfo.processInfo.environment["GXQ_CONFORMANCE"]
    .map { $0 + "/datum/china-cities.json" }

  @Test(.enabled(if: cities != nil, "GXQ_CONFORMANCE is not set"))
  func chineseCitiesAgree() throws {
    struct Row: Decodable { let coords: [String: [Double]] }
    let data = try Data(contentsOf: URL(fileURLWithPath: #require(Self.cities)))
    let rows = try JSONDecoder().decode([Row].self, from: data)
    var run = 0
    for row in rows {
      func column(_ name: String) throws -> GeoPosition {
        let pair = row.coords[name]
        guard let pair, pair.count == 2 else { throw CocoaError(.coderValueNotFound) }
        return GeoPosition(longitude: pair[0], latitude: pair[1])
      }
      let (wgs84, gcj02, bd09) = (try column("WGS84"), try column("GCJ02"), try column("BD09"))
      let pairs: [(GeoPosition, GeoPosition, Double)] = [
        (ChineseDatum.gcj02.fromWGS84(wgs84), gcj02, 1e-5),
        (ChineseDatum.gcj02.toWGS84(gcj02), wgs84, 1e-5),
        (ChineseDatum.gcj02.convert(gcj02, to: .bd09), bd09, 2e-7),
        (ChineseDatum.bd09.convert(bd09, to: .gcj02), gcj02, 2e-7),
        (ChineseDatum.bd09.toWGS84(bd09), wgs84, 1e-5),
      ]
      for (found, expected, tolerance) in pairs {
        #expect(abs(found.longitude - expected.longitude) <= tolerance)
        #expect(abs(found.latitude - expected.latitude) <= tolerance)
        run += 1
      }
    }
    #expect(rows.count >= 332)
    print("conformance: \(run) run, 0 expected failures")
  }
}
