import Foundation
import GeoJSONCoding
import MapGeometry

/// Measures the reader alone, and prints seconds of CPU and how many features and vertices there are.
///
/// `geojson-speed make FILE MEGABYTES` writes a seeded file of parcels; `geojson-speed read FILE` reads it with
/// every position of the source kept; `geojson-speed take FILE` looks at every position and keeps the box of each
/// feature, as commands read that make something else of them.
let arguments = CommandLine.arguments
switch (arguments.dropFirst().first, arguments.count) {
case ("make", 4):
  let megabytes = Double(arguments[3]) ?? 30
  try Data(ParcelFile.bytes(of: Int(megabytes * 1e6))).write(to: URL(fileURLWithPath: arguments[2]))
case ("read", 3):
  let source = try SourceFile.read(arguments[2])
  let start = clock()
  let collection = try GeoJSONReader.read(source)
  let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
  let vertices = collection.features.reduce(0) { $0 + $1.positionOffsets.count }
  print(seconds, collection.features.count, vertices)
case ("take", 3):
  let source = try SourceFile.read(arguments[2])
  let start = clock()
  let takers = try GeoJSONReader.read(source) { BoxTaker() }.takers
  let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
  print(
    seconds, takers.reduce(0) { $0 + $1.boxes.count }, takers.reduce(0) { $0 + $1.vertexCount })
default:
  print("usage: geojson-speed make FILE MEGABYTES | read FILE | take FILE")
}

/// Keeps the box of every feature.
struct BoxTaker: FeatureTaker {
  private(set) var boxes: [Bounds<GeoPosition>?] = []
  private(set) var vertexCount = 0

  func wants(_ key: String) -> Bool { key == "use" }

  mutating func take(_ feature: borrowing PassingFeature) {
    guard let outline = feature.outline else { return boxes.append(nil) }
    outline.withPositions { positions in
      boxes.append(Bounds(positions))
      vertexCount += positions.count
    }
  }
}

/// Parcels with about twenty vertices each, the same for every run.
enum ParcelFile {
  static func bytes(of size: Int) -> [UInt8] {
    var text = "{\"type\":\"FeatureCollection\",\"features\":[\n"
    var state: UInt64 = 42
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
    var number = 0
    while text.utf8.count < size {
      let (x, y) = (116.6 + random() * 0.2, 35.35 + random() * 0.15)
      var ring: [String] = []
      for step in 0..<20 {
        let angle = Double(step) / 20 * 2 * Double.pi
        let radius = 0.0005 * (0.8 + 0.4 * random())
        ring.append(
          String(format: "[%.8f,%.8f]", x + radius * cos(angle), y + radius * sin(angle)))
      }
      ring.append(ring[0])
      if number > 0 { text += ",\n" }
      text += """
        {"type":"Feature","id":"p\(number)","properties":{"id":"p\(number)","use":"0701"},\
        "geometry":{"type":"Polygon","coordinates":[[\(ring.joined(separator: ","))]]}}
        """
      number += 1
    }
    return Array((text + "\n]}\n").utf8)
  }
}
