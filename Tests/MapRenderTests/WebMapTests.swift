import DistrictPlan
import Foundation
import GeoJSONCoding
import MapGeometry
import MapStyle
import Messages
import PlanTestSupport
import Testing

@testable import MapRender

/// Web maps of the shipped sheets, read back from their files.
@Suite struct WebMapTests {
  struct Atlas: Sendable {
    let plan: Plan
    let catalog: SheetCatalog
    let maps: [String: WebMap]

    static let shared: Result<Atlas, any Error> = Result { try Atlas() }

    private init() throws {
      let plan = try PlanLoader.load(Repository.geodata.path).faultless()
      let catalog = try SheetCatalog.load(
        stylesDirectory: Repository.root.appendingPathComponent("styles").path)
      (self.plan, self.catalog) = (plan, catalog)
      let export = WebMapExport(plan: plan)
      maps = try ["structure", "works"].reduce(into: [:]) { maps, id in
        maps[id] = try catalog.sheet(id).map { try export.map(of: $0) }
      }
    }
  }

  private let atlas: Atlas

  init() throws { atlas = try Atlas.shared.get() }

  private func map(_ id: String) throws -> WebMap { try #require(atlas.maps[id]) }

  private func file(_ path: String, of map: WebMap) throws -> SourceText {
    SourceText(
      file: path, bytes: try #require(map.files.first { $0.path == path }, "\(path)").bytes)
  }

  private func style(_ map: WebMap) throws -> JSONValue {
    try JSONParser.parse(file("style.json", of: map))
  }

  @Test(arguments: ["structure", "works"])
  func theStyleIsOneByTheSpecification(id: String) throws {
    let map = try map(id)
    let source = try file("style.json", of: map)
    #expect(StyleDocument.faults(in: source).filter { !$0.isWarning }.map(\.message.english) == [])
    let json = try style(map)
    #expect(json["state"] == nil && !json.description.contains("global-state"))
    #expect(json["center"]?.array?.count == 2 && json["zoom"]?.number != nil)
  }

  @Test(arguments: ["structure", "works"])
  func everythingThatTheStyleNamesIsInTheFolder(id: String) throws {
    let map = try map(id)
    let json = try style(map)
    for source in json["sources"]?.object ?? [] {
      let path = try #require(source.value["data"]?.text)
      let data = try GeoJSONReader.read(file(path, of: map))
      #expect(data.faults.isEmpty, "\(path)")
    }
    let icons = try JSONParser.parse(file("sprite.json", of: map))
    let doubled = try JSONParser.parse(file("sprite@2x.json", of: map))
    #expect(icons.object?.map(\.key) == doubled.object?.map(\.key))
    for layer in json["layers"]?.array ?? [] {
      for place in [layer["layout"]?["icon-image"], layer["paint"]?["fill-pattern"]] {
        for name in place?.texts ?? [] where name.contains("-") || Marker(rawValue: name) != nil {
          #expect(icons[name] != nil, "\(name)")
        }
      }
    }
    for name in ["sprite.png", "sprite@2x.png"] {
      let bytes = try file(name, of: map).bytes
      #expect(bytes.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    }
  }

  @Test(arguments: ["structure", "works"])
  func nothingNamesAnAddressOnTheNetwork(id: String) throws {
    for file in try map(id).files where !file.path.hasSuffix(".png") && !file.path.hasSuffix(".pbf")
    {
      let text = String(decoding: file.bytes, as: UTF8.self)
      // Data may tell where it is from; nothing fetches that.
      guard !file.path.hasPrefix("data/") else { continue }
      #expect(!text.contains("://"), "\(file.path)")
    }
  }

  @Test func markersOnLinesStandWhereTheSheetHasThem() throws {
    let map = try map("works")
    let data = try GeoJSONReader.read(file("data/opened-start-places.geojson", of: map))
    let layer = try #require(atlas.plan.layer("dead-end-works"))
    let ids = Set(atlas.plan.features(in: layer).map(\.id))
    #expect(data.features.count == ids.count)
    for feature in data.features {
      guard case .string(let id) = feature.identifier else {
        Issue.record("no id")
        continue
      }
      let start = try #require(
        atlas.plan.feature(id)?.geometry?.lines.first?.points.first, "\(id)")
      let point = try #require(feature.geometry?.points.first)
      #expect(abs(start.longitude - point.longitude) < 1e-6)
      #expect(abs(start.latitude - point.latitude) < 1e-6)
    }
  }

  @Test func whatTheMapDoesNotShowIsSaid() throws {
    let map = try map("works")
    #expect(map.omissions.map(\.english) == ["layer 'watercourses': lines keep one width"])
    let guide = String(decoding: try file("README.md", of: map).bytes, as: UTF8.self)
    #expect(guide.contains(try #require(map.omissions.first).chinese))
  }

  @Test func theSameSheetGivesTheSameBytes() throws {
    let sheet = try #require(atlas.catalog.sheet("structure"))
    let again = try WebMapExport(plan: atlas.plan).map(of: sheet)
    #expect(again.files.map(\.path) == (try map("structure")).files.map(\.path))
    for (a, b) in zip(again.files, try map("structure").files) { #expect(a.bytes == b.bytes) }
  }

  @Test func aThemeColoursTheWebMap() throws {
    let catalog = try SheetCatalog.load(
      stylesDirectory: Repository.root.appendingPathComponent("styles").path, theme: "grey")
    let sheet = try #require(catalog.sheet("structure"))
    let map = try WebMapExport(plan: atlas.plan).map(of: sheet)
    for layer in try style(map)["layers"]?.array ?? [] {
      for member in layer["paint"]?.object ?? [] where member.key.hasSuffix("-color") {
        for text in member.value.texts {
          guard let color = StyleColor(css: text) else { continue }
          #expect(color.red == color.green && color.green == color.blue, "\(member.key) \(text)")
        }
      }
    }
  }

  /// The bytes of a field with a scale that leaves the edge between pixels.
  @Test func distancesGrowFromTheEdge() {
    let disc = SignedDistance([
      .circle(PaperPoint(x: 0, y: 0), radius: 1, fill: .ink(Ink(rgb: 0)), stroke: nil, tag: nil)
    ])
    let bytes = disc.bytes(side: 32, scale: 8)
    // 7.5 pixels from the middle, half a pixel inside the edge; then half a pixel outside.
    let row = 16 * 32
    let inside: Double = 255 * (0.75 + 0.484 / 8)
    let outside: Double = 255 * (0.75 - 0.515 / 8)
    #expect(bytes[row + 23] == UInt8(inside.rounded()))
    #expect(bytes[row + 24] == UInt8(outside.rounded()))
    #expect(bytes[0] == 0)
    let ring = SignedDistance([
      .circle(PaperPoint(x: 0, y: 0), radius: 1, fill: .ink(Ink(rgb: 0)), stroke: nil, tag: nil),
      .circle(PaperPoint(x: 0, y: 0), radius: 0.5, fill: .white, stroke: nil, tag: nil),
    ])
    #expect(ring.bytes(side: 32, scale: 8)[16 * 32 + 16] < 191)
  }

  @Test(arguments: [
    ("M1 1h2v2h-2z", [[1.0, 1], [3, 1], [3, 3], [1, 3], [1, 1]]),
    ("M0,0L2-1l1 1Z", [[0, 0], [2, -1], [3, 0], [0, 0]]),
    ("m1 1 2 0 0 2z", [[1, 1], [3, 1], [3, 3], [1, 1]]),
  ])
  func pathsAreRead(text: String, ring: [[Double]]) throws {
    let path = try #require(PathData(text))
    #expect(path.rings.first?.map { [$0.x, $0.y] } == ring)
  }

  @Test(arguments: ["M0 0A1 1 0 0 1 2 2z", "M0 0L1", "5 5", "M0 0L1 nan", "M0 0z4"])
  func pathsThatAreNotUnderstoodAreRefused(text: String) { #expect(PathData(text) == nil) }

  @Test func everySymbolOfOursFitsIntoASprite() throws {
    let library = try SymbolLibrary.load(
      stylesDirectory: Repository.root.appendingPathComponent("styles").path)
    let names = [
      "bridge", "cluster", "core", "dead-end", "greening", "innovation", "laboratory", "lake",
      "lamp", "mall", "opened", "park", "school", "station", "wind-rose",
    ]
    for name in names {
      let graphic = try #require(library[name], "\(name)")
      let shape = try #require(SymbolShape(graphic), "\(name)")
      let points = shape.parts.flatMap { $0.flatMap { $0 } }
      let box = try #require(PaperBox(points))
      #expect(box.minX >= -8 && box.maxX <= 8 && box.minY >= -8 && box.maxY <= 8, "\(name)")
      #expect(max(box.width, box.height) > 12, "\(name)")
    }
  }
}
