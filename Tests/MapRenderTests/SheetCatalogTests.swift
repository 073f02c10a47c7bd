import Foundation
import GeoJSONCoding
import Messages
import PlanFindings
import PlanTestSupport
import Testing

@testable import MapRender

struct SheetCatalogTests {
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

  /// Loads a catalogue from texts in a folder of its own.
  private func load(
    _ sheets: [UInt8], style: String = style
  ) throws -> SheetCatalog {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(sheets).write(to: folder.appendingPathComponent("sheets.yaml"))
    try Data(style.utf8).write(to: folder.appendingPathComponent("plan.json"))
    return try SheetCatalog.load(stylesDirectory: folder.path)
  }

  private func fault(_ sheets: String, style: String = style) -> RenderError? {
    do {
      _ = try load(Array(sheets.utf8), style: style)
      return nil
    } catch {
      let error = error as? RenderError
      #expect(error?.message.flaw == nil && error?.help?.flaw == nil)
      return error
    }
  }

  @Test func aPatternThatTheFolderLacksIsReportedInItsStyle() throws {
    let layer = "\"type\": \"fill\", \"paint\": {\"fill-pattern\": \"reeds\"}"
    let style = Self.style.replacingOccurrences(of: "\"type\": \"fill\"", with: layer)
    let error = try #require(fault(Self.sheet, style: style))
    let location = try #require(error.location)
    #expect(location.file.hasSuffix("plan.json") && location.line == 2)
    #expect(error.message.english.contains("'fill-pattern' of layer 'zone' names 'reeds'"))
    #expect(error.help?.english.contains("symbols: none; also hatch-45") == true)
  }

  @Test func aSheetIsReadWithWhatTheDefaultsFillIn() throws {
    let text = Self.sheet.replacingOccurrences(
      of: "sheets:\n", with: "defaults: {works: none, graticule: 5 min}\nsheets:\n")
    let sheet = try #require(try load(Array(text.utf8)).sheet("plan"))
    #expect(sheet.scale == .exactly(50_000))
    #expect(sheet.paper.width == 420 && sheet.paper.height == 297)
    #expect(sheet.works == .none)
    #expect(sheet.graticule == 5)
    #expect(sheet.title.chinese == "总图")
  }

  @Test(arguments: [
    ("style: plan.json", "stile: plan.json", 5, "unknown key 'stile'; did you mean 'style'?"),
    ("A3 landscape", "A3 landscap", 6, "unknown value 'A3 landscap'; did you mean 'A3 landscape'?"),
    ("1:50000", "50000", 7, "expected a scale such as '1:70000', or 'fit', found '50000'"),
    ("1:50000", "1:0", 7, "expected a scale such as '1:70000', or 'fit', found '1:0'"),
    (
      "id: plan", "id: ../plan", 3,
      "expected an id of lower-case letters, digits and '-', found '../plan'"
    ),
    ("plan.json", "../plan.json", 5, "the file '../plan.json' lies outside the styles folder"),
    ("extent: zone", "as_of: soon", 8, "expected a day such as '2018-10-02', found 'soon'"),
    (
      "extent: zone", "extent: {zone: 1}", 8,
      "expected a text or a list of texts, found a mapping"
    ),
    ("extent: zone", "extent:", 8, "expected a text or a list of texts, found nothing"),
    (
      "extent: zone", "works: befor-after", 8,
      "unknown value 'befor-after'; did you mean 'before-after'?"
    ),
    (
      "gxq_sheets: 1", "gxq_sheets: 2", 1,
      "the key 'gxq_sheets' is '2'; this program reads version 1"
    ),
  ])
  func mistakesAreNamedWithTheirPlace(old: String, new: String, line: Int, message: String) throws {
    let error = try #require(fault(Self.sheet.replacingOccurrences(of: old, with: new)))
    // A missing extent is found before a later key's value; give both where the test replaces it.
    if new.hasPrefix("as_of") || new.hasPrefix("works") {
      let both = try #require(
        fault(Self.sheet.replacingOccurrences(of: old, with: "\(old)\n    \(new)")))
      #expect(both.message.english == message)
      return
    }
    #expect(error.message.english == message)
    #expect(error.location?.line == line)
  }

  @Test func aMissingKeyIsNamed() throws {
    let error = try #require(
      fault(Self.sheet.replacingOccurrences(of: "    title: 总图\n", with: "")))
    #expect(error.message.english == "the key 'title' is missing")
    #expect(error.location?.line == 3)
  }

  @Test func aSheetMayNotStandTwice() throws {
    let entry = Self.sheet.split(separator: "\n").dropFirst(2).joined(separator: "\n")
    let error = try #require(fault(Self.sheet + "\n" + entry + "\n"))
    #expect(error.message.english == "the sheet 'plan' stands twice")
  }

  @Test func brokenFilesAreErrorsAndNeverCrash() throws {
    #expect(fault("") != nil)
    #expect(fault("- [\n") != nil)
    #expect(fault(String(repeating: "[", count: 100_000)) != nil)
    #expect(fault("gxq_sheets: 1\nsheets: 7\n") != nil)
    #expect(throws: RenderError.self) { try load([0xFF, 0xFE, 0x00]) }
    #expect(throws: RenderError.self) { try SheetCatalog.load(stylesDirectory: "/nonexistent") }
  }

  @Test func aFaultOfAStyleIsNamedInTheStylesFile() throws {
    let style = Self.style.replacingOccurrences(of: "\"fill\"", with: "\"fil\"")
    let error = try #require(fault(Self.sheet, style: style))
    #expect(error.location?.file.hasSuffix("plan.json") == true)
    #expect(error.location?.line == 2)
  }

  @Test func sheetsAreFoundByIdAndMisspeltOnesAreNot() throws {
    let catalog = try load(Array(Self.sheet.utf8))
    #expect(try catalog.sheets(named: ["plan"]).count == 1)
    #expect(throws: RenderError.self) { try catalog.sheets(named: ["plam"]) }
  }
}
