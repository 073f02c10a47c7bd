import DistrictPlan
import Foundation
import GeoJSONCoding
import MapGeometry
import MapProjection
import Messages
import PlanTestSupport

@testable import MapRender
@testable import MapStyle

/// A map of a few features, 60 mm × 40 mm, drawn by a few style layers.
struct SmallScene {
  /// Style layers as JSON, without `id` and `source`.
  var layers: [String]
  /// Features as `SamplePlan` writes them; metres from the middle of the map, 50 of them a millimetre.
  var features: [String]
  var symbols = SmallScene.ownSymbols
  var zoom = 12.0

  static let denominator = 50_000.0

  /// A symbol for a place, one for the tiles of an area, one for a line.
  static let ownSymbols = SymbolLibrary(
    files.reduce(into: [:]) { symbols, file in
      let source = SourceText(file: "\(file.key).svg", file.value)
      symbols[file.key] = try? SymbolReader.read(source, named: file.key)
    })

  private static let files = [
    "tree": """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="currentColor">
      <title>a tree</title>
      <path d="M7.2 15V9h1.6v6z"/>
      <circle cx="8" cy="6" r="5"/>
      <circle cx="6.4" cy="4.6" r="1.6" fill="#fff" fill-opacity="0.35"/>
    </svg>
    """,
    "reeds": """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">
      <title>reeds, the tile of a wetland</title>
      <g fill="none" stroke="currentColor" stroke-width="0.8" stroke-linecap="round">
        <path d="M2.5 8h6M5.5 8V3M5.5 8l-2-3.5M5.5 8l2-3.5"/>
        <path d="M12.5 18h6M15.5 18v-5M15.5 18l-2-3.5M15.5 18l2-3.5"/>
      </g>
    </svg>
    """,
    "wall": """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 8" fill="currentColor">
      <title>a stretch of wall with one merlon</title>
      <path d="M0 5h6V1h8v4h6v2H0z"/>
    </svg>
    """,
  ]

  /// The text of an area with a property `v`.
  static func area(
    _ id: String, _ x: Double, _ y: Double, _ width: Double, _ height: Double, v: String
  ) -> String {
    let ring = [
      (x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y),
    ]
    return SamplePlan.area(id, .feature, ring, more: "\"v\":\(v)")
  }

  /// The text of a line with a property `v`.
  static func line(_ id: String, _ points: (Double, Double)..., v: String) -> String {
    SamplePlan.line(id, .feature, points, ["\"v\":\(v)"])
  }

  /// The text of a point with a property `v`.
  static func point(_ id: String, _ x: Double, _ y: Double, v: String) -> String {
    let position = "[\(120 + x / 96_486),\(30 + y / 110_852)]"
    return SamplePlan.feature(
      id, .feature, "{\"type\":\"Point\",\"coordinates\":\(position)}", "\"v\":\(v)")
  }

  func scene() throws -> MapScene {
    var sample = SamplePlan()
    sample.features = features
    let plan = try sample.load().faultless()
    let texts = layers.enumerated().map { index, layer in
      let isBackground = layer.contains("\"type\":\"background\"")
      let source = isBackground ? "" : "\"source\":\"features\","
      return "{\"id\":\"layer-\(index + 1)\",\(source)\(layer)}"
    }
    let source = SourceText(
      file: "scene.json",
      """
      {"version":8,"sources":{"features":{"type":"geojson","lineMetrics":true,"data":"map.geojson"}},
      "layers":[\(texts.joined(separator: ",\n"))]}
      """)
    let style = try StyleDocument.parse(source)
    let places = StyleSymbols(library: symbols, locationsIn: source)
    try places.check(style)
    let center = try plan.transformer.project([GeoPosition(longitude: 120, latitude: 30)])[0]
    let view = MapView(
      id: "map", state: .single,
      placement: MapPlacement(
        frame: PaperBox(x: 0, y: 0, width: 60, height: 40), denominator: Self.denominator,
        center: center),
      works: .all, deadEndRoads: [], zoom: zoom, caption: "")
    var builder = SceneBuilder(
      plan: plan,
      source: MapFeatureSource(
        plan: plan, language: .english, statuses: [:], numbers: [:],
        lines: GroundLines(plan).simplified(for: Self.denominator)),
      style: style, symbols: SheetSymbols(library: symbols, places: places), prefix: "")
    return try builder.scene(view)
  }

  /// The scene as an SVG file.
  func svg() throws -> String {
    let scene = try scene()
    let frame = scene.view.placement.frame
    let page = SheetPage(
      size: (frame.width, frame.height), title: "scene", description: "a small scene",
      languageTag: "en", maps: [],
      items: [
        .box(frame, fill: .white),
        .group(
          DrawItem.Group(
            clip: frame, items: [.box(frame, fill: scene.background)] + scene.groups)),
      ])
    return String(decoding: SVGWriter.svg(of: page), as: UTF8.self)
  }
}
