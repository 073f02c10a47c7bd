import DistrictPlan
import Foundation
import GeoJSONCoding
import Messages
import PlanFindings
import PlanTestSupport
import Testing

@testable import MapRender

/// What `sheets.yaml` says of paper, grid, locator, wind, table and atlas.
struct SheetPartsTests {
  private static let style = """
    {"version": 8, "sources": {"zone": {"type": "geojson", "data": "zone.geojson"}},
     "layers": [{"id": "zone", "type": "fill", "source": "zone"}]}
    """
  private static let sheet = """
    gxq_sheets: 1
    sheets:
      - id: plan
        title: 总图
        style: plan.json
        paper: A3 landscape
        scale: 1:50000
        extent: zone

    """

  private func load(_ more: String, replacing: (String, String)? = nil) throws -> Sheet {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var text = Self.sheet + more
    if let replacing { text = text.replacingOccurrences(of: replacing.0, with: replacing.1) }
    try Data(text.utf8).write(to: folder.appendingPathComponent("sheets.yaml"))
    try Data(Self.style.utf8).write(to: folder.appendingPathComponent("plan.json"))
    return try #require(try SheetCatalog.load(stylesDirectory: folder.path).sheet("plan"))
  }

  private static let sixteen = "[5, 6, 7, 5, 4, 5, 9, 11, 8, 6, 4, 3, 3, 4, 5, 6]"

  @Test func everythingIsRead() throws {
    let sheet = try load(
      """
          design: A4 landscape
          bleed: 3 mm
          crop_marks: true
          grid: 500 m
          locator: {layers: [zone]}
          wind: {frequency: \(Self.sixteen), calm: 9}
          table: {layers: works, columns: [number, name], title: 表}
          atlas: {by: districts, margin: 20 %, scale: 1:10000}
          classification: 内部
          classification_en: internal
          lint: {M05: off, M02: error}
          approval: 试审2019-1
          date: 2019年6月
      """)
    #expect(sheet.design == PaperSize("A4 landscape"))
    #expect(sheet.severities == ["M05": nil, "M02": .error])
    #expect(sheet.bleed == 3 && sheet.hasCropMarks && sheet.grid == 500)
    #expect(sheet.locator?.layers.names == ["zone"])
    #expect(sheet.wind?.frequency.count == 16 && sheet.wind?.calm == 9)
    #expect(sheet.wind?.pollution == [])
    #expect(sheet.table?.layers.names == ["works"] && sheet.table?.columns == [.number, .name])
    #expect(sheet.atlas?.margin == 0.2 && sheet.atlas?.scale == .exactly(10_000))
    #expect(sheet.marks.classification == Wording("internal", zh: "内部"))
    #expect(sheet.marks.approval == "试审2019-1" && sheet.marks.date == "2019年6月")
    #expect(abs(sheet.enlargement - 2.0.squareRoot()) < 1e-9)
  }

  @Test func aSheetWithoutThemHasNone() throws {
    let sheet = try load("")
    #expect(sheet.design == sheet.paper && sheet.enlargement == 1)
    #expect(sheet.bleed == 0 && !sheet.hasCropMarks && sheet.grid == nil)
    #expect(sheet.locator == nil && sheet.wind == nil && sheet.table == nil && sheet.atlas == nil)
    #expect(try load("    grid: none\n").grid == nil)
  }

  @Test(arguments: [
    (
      "    wind: {frequency: [1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 1, 1, 1, 1, 1]}\n", 9, 23,
      "'frequency' has 15 values, a wind rose 16 directions"
    ),
    (
      "    wind: {frequency: \(sixteen), pollution: [1]}\n", 9, 85,
      "'pollution' has 1 values, a wind rose 16 directions"
    ),
    (
      "    wind: {frequency: \(sixteen), calm: 90}\n", 9, 23, "the wind blows 181 % of the year"
    ),
    (
      "    wind: {frequency: [0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]}\n", 9, 23,
      "the wind blows 0 % of the year"
    ),
    ("    wind: {calm: 3}\n", 9, 11, "the key 'frequency' is missing"),
    (
      "    grid: 2 miles\n", 9, 11,
      "expected a distance from 10 m to 1000 km such as '2 km', or 'none', found '2 miles'"
    ),
    ("    bleed: 30 mm\n", 9, 12, "expected a number of mm from 0 to 20, found '30 mm'"),
    (
      "    design: A9 portrait\n", 9, 13, "unknown value 'A9 portrait'; did you mean 'A0 portrait'?"
    ),
    (
      "    table: {layers: works, columns: [nmae]}\n", 9, 38,
      "unknown value 'nmae'; did you mean 'name'?"
    ),
    (
      "    table: {layers: []}\n", 9, 21,
      "expected the layers, a group of rows each, found an empty list"
    ),
    (
      "    atlas: {by: districts, margin: 0.1}\n", 9, 36,
      "expected a share from 0 % to 100 %, found '0.1'"
    ),
    ("    atlas: {margin: 1 %}\n", 9, 12, "the key 'by' is missing"),
    ("    locator: zone\n", 9, 14, "expected a mapping, found 'zone'"),
  ])
  func mistakesAreNamedWithLineAndColumn(
    more: String, line: Int, column: Int, message: String
  ) throws {
    let error = #expect(throws: RenderError.self) { try load(more) }
    #expect(error?.message.english == message)
    #expect(
      error?.location?.line == line && error?.location?.column == column,
      "\(error?.location as Any)")
    #expect(error?.message.flaw == nil && error?.help?.flaw == nil)
  }

  @Test(arguments: [
    (PaperChange(paper: "A7"), "unknown paper 'A7'; did you mean 'A0'?"),
    (PaperChange(paper: "60x900"), "unknown paper '60x900'"),
    (PaperChange(scale: "25000"), "the scale '25000' cannot be read"),
    (PaperChange(scale: "1:10"), "the scale '1:10' cannot be read"),
    (PaperChange(bleed: "a lot"), "the bleed 'a lot' cannot be read"),
    (PaperChange(bleed: "21"), "the bleed '21' cannot be read"),
  ])
  func whatCannotBeAskedForIsNamed(change: PaperChange, message: String) throws {
    let sheet = try load("")
    let error = #expect(throws: RenderError.self) { try sheet.on(change) }
    #expect(error?.message.english == message)
    #expect(error?.message.flaw == nil && error?.help?.flaw == nil)
  }

  @Test func anotherPaperEnlargesScaleAndTypeAlike() throws {
    let sheet = try load("")
    let a1 = try sheet.on(PaperChange(paper: "A1"))
    #expect(a1.enlargement == 2 && a1.scale == .about(25_000))
    #expect(a1.paper.orientation == .landscape)
    let a4 = try sheet.on(PaperChange(paper: "A4"))
    #expect(a4.enlargement == 0.9)
    let own = try sheet.on(PaperChange())
    #expect(own.scale == .exactly(50_000) && own.enlargement == 1)
    let upright = try sheet.on(PaperChange(orientation: .portrait, scale: "fit"))
    #expect(upright.panel.side == .bottom && upright.scale == .fit && upright.enlargement == 1)
    let exact = try sheet.on(PaperChange(paper: "A0 portrait", scale: "1:12345"))
    #expect(exact.scale == .exactly(12_345))
  }
}
