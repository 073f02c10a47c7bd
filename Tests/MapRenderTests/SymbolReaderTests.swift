import Foundation
import GeoJSONCoding
import Messages
import PlanTestSupport
import Testing

@testable import MapRender

struct SymbolReaderTests {
  private func read(_ text: String) throws -> SymbolGraphic {
    try SymbolReader.read(SourceText(file: "house.svg", text), named: "house")
  }

  private func fault(_ text: String) -> RenderError? {
    do {
      _ = try read(text)
      return nil
    } catch {
      return error as? RenderError
    }
  }

  private func body(_ text: String) throws -> String {
    String(decoding: try read(text).body, as: UTF8.self)
  }

  private func wrapped(_ inside: String) -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\">\n\(inside)</svg>"
  }

  @Test func whatEditorsAddIsLeftOut() throws {
    let text = """
      <?xml version="1.0"?>
      <!-- made by hand -->
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:e="urn:editor" width="24" height="24"
        viewBox="0 0 24 24" fill="none" e:version="1">
        <title>a house</title>
        <metadata><e:rdf><e:x/></e:rdf></metadata>
        <e:view zoom="3"/>
        <path d='M1 1h4' class="x" data-y="1" e:label="roof" stroke="currentColor"/>
      </svg>
      """
    #expect(
      try body(text) == "<g fill=\"none\"><path d=\"M1 1h4\" stroke=\"currentColor\"/></g>")
    #expect(try read(text).viewBox == PaperBox(x: 0, y: 0, width: 24, height: 24))
  }

  @Test func idsBecomeTheSymbolsOwn() throws {
    let text = wrapped(
      """
      <defs><linearGradient id="g"><stop offset="0"/></linearGradient><path id="p" d="M0 0"/></defs>
      <use href="#p" fill="url(#g)"/><path style="fill:url(#g)" d="M&lt;"/>
      """)
    let body = try body(text)
    for part in [
      "id=\"symbol-house.g\"", "id=\"symbol-house.p\"", "xlink:href=\"#symbol-house.p\"",
      "fill=\"url(#symbol-house.g)\"", "style=\"fill:url(#symbol-house.g)\"", "d=\"M&lt;\"",
    ] { #expect(body.contains(part)) }
  }

  static let refused: [(String, Int, Int)] = [
    ("<script>alert(1)</script>", 2, 1),
    ("<g>\n  <script href=\"x.js\"/></g>", 3, 3),
    ("<title><script/></title>", 2, 8),
    ("<path d=\"M0 0\" onclick=\"x()\"/>", 2, 16),
    ("<path d=\"M0 0\" ONLOAD=\"x()\"/>", 2, 16),
    ("<foreignObject/>", 2, 1),
    ("<image href=\"#a\"/>", 2, 1),
    ("<style>@import url(x.css);</style>", 2, 1),
    ("<text>A</text>", 2, 1),
    ("<animate/>", 2, 1),
    ("<svg/>", 2, 1),
    ("<use href=\"other.svg#a\"/>", 2, 6),
    ("<use href=\"http://example.org/a.svg#a\"/>", 2, 6),
    ("<use xlink:href=\"data:image/svg+xml,x\"/>", 2, 6),
    ("<use href=\"#later\"/><g id=\"later\"/>", 2, 6),
    ("<g id=\"a\"><use href=\"#a\"/></g>", 2, 16),
    ("<path fill=\"url(#none)\" d=\"M0 0\"/>", 2, 7),
    ("<path fill=\"url(other.svg#g)\" d=\"M0 0\"/>", 2, 7),
    ("<path fill=\"URL(http://example.org)\" d=\"M0 0\"/>", 2, 7),
    ("<path style=\"fill:ur\\6c(x)\" d=\"M0 0\"/>", 2, 7),
    ("<path style=\"@import 'x'\" d=\"M0 0\"/>", 2, 7),
    ("<g id=\"a\"/><g id=\"a\"/>", 2, 15),
    ("<g id=\"a b\"/>", 2, 4),
    ("<g>&lol;</g>", 2, 4),
    ("<g a=\"1\" a=\"2\"/>", 2, 10),
    ("<g><path></g>", 2, 10),
    ("<g", 2, 3),
    ("<![CDATA[x]]>", 2, 1),
    ("<g><g/>", 2, 8),
  ]

  @Test(arguments: refused)
  func whatCouldActOrLoadIsRefusedInItsPlace(inside: String, line: Int, column: Int) throws {
    let error = try #require(fault(wrapped(inside)), "\(inside)")
    #expect(error.location == SourceLocation(file: "house.svg", line: line, column: column))
    #expect(error.message.flaw == nil && error.help?.flaw == nil)
  }

  @Test(arguments: [
    "", "no markup", "<html/>", "<svg/>", "<svg viewBox=\"0 0 0 10\"/>",
    "<svg viewBox=\"0 0 10\"/>",
    "<svg viewBox=\"0 0 nan 10\"/>", "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg viewBox=\"0 0 1 1\"/>",
    "<svg viewBox=\"0 0 1 1\"/><svg viewBox=\"0 0 1 1\"/>", "<svg viewBox=\"0 0 1 1\">",
    "<svg viewBox=\"0 0 1 1\" onload=\"x()\"/>", "<svg viewBox=\"0 0 1 1\"/>text",
  ])
  func whatIsNoSymbolIsRefused(text: String) throws {
    let error = try #require(fault(text))
    #expect(error.location?.file == "house.svg")
    #expect(error.message.flaw == nil && error.help?.flaw == nil)
  }

  @Test func copiesOfCopiesOfCopiesAreRefused() throws {
    var text = "<g id=\"a0\"><path d=\"M0 0\"/></g>"
    for level in 1...9 {
      let copies = String(repeating: "<use href=\"#a\(level - 1)\"/>", count: 10)
      text += "\n<g id=\"a\(level)\">\(copies)</g>"
    }
    #expect(fault(wrapped(text))?.message.english == "more than 2000 shapes")
  }

  @Test func elementsNestedWithoutEndAreRefused() {
    let text = String(repeating: "<g>", count: 5000)
    #expect(fault(wrapped(text))?.message.english == "elements nested more than 32 deep")
  }

  @Test func everySymbolThatShipsCanBeRead() throws {
    let library = try SymbolLibrary.load(
      stylesDirectory: Repository.root.appendingPathComponent("styles").path)
    #expect(Set(["reeds", "tree", "wall"]).isSubset(of: library.names))
    for name in library.names {
      let document = try #require(library[name]?.document(in: Ink(rgb: 0x123456)))
      #expect(DrawnSheet(document).isWellFormed)
    }
  }

  @Test func aFileNameThatIsNoNameIsRefused() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let symbols = folder.appendingPathComponent("symbols")
    try FileManager.default.createDirectory(at: symbols, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try SymbolLibrary.load(stylesDirectory: folder.path).names == [])
    try Data(wrapped("").utf8).write(to: symbols.appendingPathComponent("Big Tree.svg"))
    #expect(throws: RenderError.self) { try SymbolLibrary.load(stylesDirectory: folder.path) }
  }

  static let missing: [(String, String)] = [
    ("\"type\":\"symbol\",\"layout\":{\"icon-image\":\"tre\"}", "icon-image"),
    ("\"type\":\"fill\",\"paint\":{\"fill-pattern\":\"tre\"}", "fill-pattern"),
    ("\"type\":\"line\",\"paint\":{\"line-pattern\":\"tre\"}", "line-pattern"),
    ("\"type\":\"background\",\"paint\":{\"background-pattern\":\"tre\"}", "background-pattern"),
    ("\"type\":\"circle\",\"metadata\":{\"gxq:marker\":\"tre\"}", "gxq:marker"),
    (
      "\"type\":\"symbol\",\"layout\":{\"icon-image\":[\"concat\",\"tr\",[\"get\",\"v\"]]}",
      "icon-image"
    ),
  ]

  @Test(arguments: missing)
  func aSymbolThatDoesNotExistIsReportedWhereItIsNamed(layer: String, property: String) throws {
    let feature = SmallScene.point("a", 0, 0, v: "\"e\"")
    do {
      _ = try SmallScene(layers: [layer], features: [feature]).scene()
      Issue.record("\(property) was drawn")
    } catch let error as RenderError {
      #expect(error.location?.file == "scene.json" && error.location?.line == 2)
      let column = try #require(error.location?.column)
      let before = "\"layers\":[{\"id\":\"layer-1\",\"source\":\"features\",\(layer)".utf8
      if property != "background-pattern" {
        // It points at the value behind the key.
        let key = "\"\(property)\":"
        let head = String(decoding: before.prefix(column - 1), as: UTF8.self)
        #expect(head.hasSuffix(key))
      }
      #expect(error.message.english.contains("did you mean 'tree'?"))
      #expect(error.help?.english.contains("reeds, tree, wall") == true || property == "gxq:marker")
      #expect(error.message.flaw == nil && error.help?.flaw == nil)
    }
  }
}
