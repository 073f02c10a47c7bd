import DistrictPlan
import Foundation
import GeoJSONCoding
import MapGeometry
import Messages
import PlanTestSupport
import Testing

@testable import MapRender
@testable import MapStyle

/// Each piece of furniture alone, kept as a file to look at.
struct FurnitureGoldenTests {
  static let names = [
    "scale-bar", "scale-bar-metres", "north-arrow", "wind-rose", "frame", "locator", "table",
    "crop-marks", "atlas-index", "legend-continued",
  ]

  static let files = names.map { "furniture-\($0).svg" }

  /// A page of 80 mm × 60 mm with some items.
  private func svg(_ items: [DrawItem]) -> String {
    let page = SheetPage(
      size: (80, 60), title: "furniture", description: "a piece of furniture", languageTag: "en",
      maps: [], items: [.box(PaperBox(x: 0, y: 0, width: 80, height: 60), fill: .white)] + items)
    return String(decoding: SVGWriter.svg(of: page), as: UTF8.self)
  }

  private func plan() throws -> Plan {
    var sample = SamplePlan()
    sample.features = [
      SamplePlan.area(
        "zone.a", .zone,
        [(-4000, -3000), (4000, -3000), (4000, 3000), (-4000, 3000), (-4000, -3000)],
        more: "\"name\":\"东片\""),
      SamplePlan.area(
        "district.one", .district,
        [(-4000, -3000), (0, -3000), (0, 0), (-4000, 0), (-4000, -3000)],
        more: "\"name\":\"甲片区\""),
      SamplePlan.area(
        "district.two", .district, [(0, 0), (4000, 0), (4000, 3000), (0, 3000), (0, 0)],
        more: "\"name\":\"乙片区\""),
      SamplePlan.road("road.a", (-4000, 0), (4000, 0), more: "\"name\":\"一路\"", "\"class\":\"支路\""),
    ]
    return try sample.load().faultless()
  }

  private func placement(_ plan: Plan) throws -> MapPlacement {
    let zone = try #require(plan.feature("zone.a")?.densePlane?.bounds)
    return MapPlacement(
      frame: PaperBox(x: 10, y: 10, width: 60, height: 40), denominator: 150_000,
      center: zone.center)
  }

  private func items(_ name: String) throws -> [DrawItem] {
    let center = PaperPoint(x: 40, y: 30)
    switch name {
    case "scale-bar":
      return ScaleBar.items(
        at: PaperPoint(x: 5, y: 20), denominator: 70_000, shown: 35_000, room: 60,
        language: .chinese)
    case "scale-bar-metres":
      return ScaleBar.items(
        at: PaperPoint(x: 5, y: 20), denominator: 500, shown: 500, room: 60, language: .english)
    case "north-arrow":
      return NorthArrow.items(at: center, height: 20, convergence: 2, language: .chinese)
    case "wind-rose":
      let rose = WindRose(
        table: WindTable(
          frequency: [5, 6, 7, 5, 4, 5, 9, 11, 9, 6, 4, 3, 3, 4, 5, 6],
          pollution: [4, 5, 6, 4, 3, 4, 6, 7, 5, 4, 3, 3, 4, 5, 6, 5], calm: 8, source: nil),
        radius: 20, convergence: -1, language: .chinese)
      return rose.items(at: center)
        + NorthArrow.needle(at: center, from: 21, convergence: -1, language: .chinese)
    case "frame":
      let plan = try plan()
      let placement = try placement(plan)
      let grid = MapGrid(placement: placement, step: 2000).drawing()
      let net = try Graticule(
        placement: placement, transformer: plan.transformer, step: 2, row: 1
      ).drawing()
      return grid.lines + grid.labels + net.lines + net.labels
        + [.box(placement.frame, fill: nil, stroke: Stroke(ink: .black, width: 0.3))]
    case "locator":
      let plan = try plan()
      let placement = try placement(plan)
      let frame = PaperBox(x: 10, y: 25, width: 30, height: 25)
      let ground = [
        PaperPoint(x: frame.minX, y: frame.maxY), PaperPoint(x: frame.maxX, y: frame.minY),
      ].map(placement.ground)
      let inset = LocatorInset(
        plan: plan, language: .chinese, layers: ["zones", "districts"],
        highlighted: ["district.one"], texts: ["zone.a": "", "district.two": "2"],
        frame: Bounds(ground[0], ground[1]))
      #expect(inset.features.map(\.id) == ["zone.a", "district.one", "district.two"])
      return inset.items(
        in: PaperBox(x: 5, y: 5, width: 60, height: inset.height(forWidth: 60)))
    case "table": return table().items
    case "crop-marks":
      let paper = PaperBox(x: 12, y: 12, width: 56, height: 36)
      return [.box(paper, fill: .ink(Ink.pale.faded(0.3)))]
        + CropMarks.items(around: paper, bleed: 3)
    case "atlas-index":
      let plan = try plan()
      let placement = try placement(plan)
      let pages = ["district.one", "district.two"].enumerated().compactMap { index, id in
        plan.feature(id).flatMap { feature in
          feature.densePlane?.bounds.map {
            AtlasIndex.Page(
              entry: AtlasPage.Entry(
                number: index + 1, feature: id, title: Wording(id, zh: feature.displayName)),
              ground: $0, denominator: 10_000)
          }
        }
      }
      let index = AtlasIndex(language: .chinese)
      var column = PanelColumn(x: 12, y: 12, width: 30)
      index.list(pages, in: &column)
      // A name in the corner drives the number into the next one.
      let name = PaperBox(x: 40, y: 10, width: 6, height: 6)
      return index.frames(pages, on: placement, apartFrom: [name]) + column.items
    default: return try legend()
    }
  }

  private func table() -> (items: [DrawItem], bottom: Double) {
    func row(_ id: String, _ name: String, isLocated: Bool = true) -> TableContent.Row {
      TableContent.Row(
        feature: id,
        texts: [.number: isLocated ? "①" : "–", .name: name, .status: "启动", .size: "1.2 km"],
        entry: nil, isLocated: isLocated)
    }
    let content = TableContent(
      detail: "3 项", title: "一览表", columns: [.number, .name, .size, .status],
      groups: [
        TableContent.Group(
          title: "道路工程", detail: "2 项",
          rows: [row("a", "一路打通"), row("b", "从城西一直通到城东的二路延伸与绿化亮化工程")]),
        TableContent.Group(
          title: "项目", detail: "1 项", rows: [row("c", "甲项目", isLocated: false)]),
      ])
    return TableDrawing(
      table: content, samples: LegendDrawing(zoom: 12, symbols: SmallScene.ownSymbols, scale: 1),
      scale: 1, language: .chinese
    ).items(in: PaperBox(x: 3, y: 3, width: 74, height: 54))
  }

  /// A group that is longer than a column.
  private func legend() throws -> [DrawItem] {
    let style = try StyleDocument.parse(
      SourceTextOfStyle.text(
        "{\"id\":\"a\",\"type\":\"fill\",\"source\":\"s\",\"paint\":{\"fill-color\":\"#c0504d\"}}"))
    let layer = try #require(style.layers.first)
    let entries = (1...9).map { number in
      Legend.Entry(
        layer: layer, layers: [layer], sample: nil, text: "要素 \(number)", detail: "", feature: nil,
        isLocated: true)
    }
    let legend = Legend(groups: [
      Legend.Group(
        title: "很多要素", detail: "9 项", order: 1, blocks: [Legend.Block(entries: entries, columns: 1)]
      )
    ])
    let drawing = LegendDrawing(zoom: 12, symbols: SmallScene.ownSymbols, scale: 1)
    let box = PaperBox(x: 3, y: 3, width: 74, height: 34)
    #expect(drawing.items(of: legend, in: box, columns: 1) == nil)
    return try #require(drawing.items(of: legend, in: box, columns: 2))
  }

  @Test(arguments: names) func furnitureIsDrawnAsInItsFile(name: String) throws {
    let items = try items(name)
    #expect(Goldens(Self.files).difference(of: svg(items), from: "furniture-\(name).svg") == nil)
  }

  @Test func aWindThatBlowsFromOneSideOnlyPointsThere() throws {
    var values = Array(repeating: 0.0, count: 16)
    values[4] = 30
    let rose = WindRose(
      table: WindTable(frequency: values, pollution: [], calm: nil, source: nil), radius: 10,
      convergence: 0, language: .english)
    let center = PaperPoint(x: 0, y: 0)
    let outline = rose.items(at: center).compactMap { item -> [PaperPoint]? in
      guard case .path(let lines, isClosed: true, _, _, _) = item else { return nil }
      return lines.first
    }
    let tip = try #require(outline.first?[4])
    #expect(abs(tip.x - 10) < 1e-9 && abs(tip.y) < 1e-9)
    #expect(rose.words == ["Wind frequency (rings 10%)"])
  }

  @Test func aLongNameBreaksAndItsRowGrows() {
    let drawn = table()
    #expect(drawn.items.flatMap(\.runs).contains { $0.text.hasSuffix("工程") && $0.text.count < 20 })
    // Heading, head row, two plates, three rows, one of them of more lines.
    #expect(drawn.bottom > 3 + 6 + 4.9 + 2 * 4.5 + 3 * 4.3 + 3)
  }
}

/// The text of a style with one source.
enum SourceTextOfStyle {
  static func text(_ layers: String) -> SourceText {
    SourceText(
      file: "style.json",
      """
      {"version":8,"sources":{"s":{"type":"geojson","data":"s.geojson"}},"layers":[\(layers)]}
      """)
  }
}
