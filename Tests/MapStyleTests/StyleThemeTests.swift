import Foundation
import GeoJSONCoding
import Messages
import PlanTestSupport
import Testing

@testable import MapStyle

/// Themes and palettes: how they are read, and what they make of a style.
struct StyleThemeTests {
  private static let style = """
    {"version": 8,
     "state": {"water": {"default": "#0000ff"}, "dash": {"default": [2, 1]}, "show": {"default": "none"}},
     "sources": {"a": {"type": "geojson", "data": "a.geojson"}},
     "layers": [
       {"id": "l", "type": "line", "source": "a", "layout": {"visibility": ["global-state", "show"]},
        "paint": {"line-color": ["match", ["get", "k"], "x", ["global-state", "water"],
                                 ["global-state", "公园绿地"]],
                  "line-dasharray": ["global-state", "dash"]}}]}
    """

  private func source(_ text: String, _ file: String = "t.json") -> SourceText {
    SourceText(file: file, text)
  }

  private func theme(_ state: String, more: String = "") throws -> StyleTheme {
    try StyleTheme.parse(
      source("{\"gxq_theme\": 1, \"title\": \"图\", \(more)\"state\": {\(state)}}"))
  }

  private func palette() throws -> StylePalette {
    try StylePalette.parse(
      source(
        """
        {"gxq_palette": 1, "id": "landuse", "title": "用地", "source": "here", "classes": [
         {"code": "14", "name": "绿地", "name_en": "Green", "color": "#00ff00"},
         {"code": "1401", "name": "公园绿地", "color": "#00ff01", "width": 2}]}
        """))
  }

  private func document(_ theme: StyleTheme? = nil) throws -> StyleDocument {
    let values = theme?.values ?? [:]
    return try StyleDocument.parse(
      source(Self.style),
      with: NamedValues(palette: palette().values(under: values), theme: values, isComplete: true))
  }

  private func color(_ document: StyleDocument, _ word: String) throws -> String {
    let layer = try #require(document.layers.first)
    let feature = StyleFeature(
      geometryType: "LineString", id: "f", properties: ["k": .string(word)])
    return layer.color("line-color", for: feature, zoom: 10).hex
  }

  @Test func aStyleHasItsOwnColoursAndThoseOfPalettes() throws {
    let plain = try document()
    #expect(try color(plain, "x") == "#0000ff")
    #expect(try color(plain, "y") == "#00ff01")
    #expect(plain.layers.first?.isVisible == false)
  }

  @Test func aThemeTakesTheirPlaceUnderCodeAndName() throws {
    let theme = try theme(
      "\"water\": \"#111111\", \"landuse-1401\": \"#222222\", \"show\": \"visible\"")
    let themed = try document(theme)
    #expect(try color(themed, "x") == "#111111")
    #expect(try color(themed, "y") == "#222222")
    #expect(themed.layers.first?.isVisible == true)
    let values = try palette().values(under: theme.values)
    guard case .object(let table) = try #require(values["landuse"]) else {
      Issue.record("no table")
      return
    }
    #expect(table["1401"] == .string("#222222") && table["公园绿地"] == .string("#222222"))
    #expect(table["14"] == .string("#00ff00"))
    #expect(values["landuse-1401-width"] == .number(2))
  }

  @Test func foldingLeavesNoNamesAndTheSameLook() throws {
    let themed = try document(theme("\"water\": \"#a00000\""))
    let folded = themed.folded()
    #expect(folded["state"] == nil)
    #expect(!folded.description.contains("global-state"))
    #expect(folded["layers"]?.array?.first?["paint"]?["line-dasharray"]?.description == "[2,1]")
    let again = try StyleDocument.parse(source(folded.description))
    #expect(try color(again, "x") == "#a00000")
    #expect(try color(again, "y") == "#00ff01")
    let grey = try StyleDocument.parse(source(themed.folded(isGrey: true).description))
    #expect(try color(grey, "x") == StyleColor(css: "#a00000")?.grey.hex)
  }

  @Test func aNameThatNothingGivesIsAFaultInItsPlace() throws {
    let text = Self.style.replacingOccurrences(of: "\"公园绿地\"", with: "\"watr\"")
    do {
      _ = try StyleDocument.parse(source(text), with: NamedValues(isComplete: true))
      Issue.record("the name was accepted")
    } catch {
      #expect(error.location.line == 7)
      #expect(error.message.flaw == nil)
      #expect(error.message.english.contains("'watr'; did you mean 'water'?"))
    }
  }

  @Test(arguments: [
    ("\"watr\": \"#111111\"", "no style and no palette has the name 'watr'; did you mean 'water'?"),
    ("\"water\": \"blu\"", "'blu' is no colour; did you mean 'blue'?"),
    ("\"water\": 3", "a number where a colour is needed"),
  ])
  func aThemesMistakesHaveAPlace(state: String, message: String) throws {
    let theme = try theme(state)
    do {
      try theme.check(against: document().state)
      Issue.record("accepted")
    } catch let error as StyleError {
      #expect(error.message.english == message)
      #expect(error.message.flaw == nil && error.help?.flaw == nil)
      #expect(error.location.file == "t.json" && error.location.line == 1)
    }
  }

  @Test(arguments: [
    "", "[]", "{}", "{\"gxq_theme\": 2, \"title\": \"x\", \"state\": {}}",
    "{\"gxq_theme\": 1, \"title\": \"x\"}", "{\"gxq_theme\": 1, \"title\": \"x\", \"state\": []}",
    "{\"gxq_theme\": 1, \"title\": \"x\", \"state\": {}, \"gray\": true}",
    "{\"gxq_theme\": 1, \"title\": \"x\", \"state\": {}, \"lines\": 99}",
    "{\"gxq_theme\": 1, \"title\": \"x\", \"state\": {\"a\": 1, \"a\": 2}}",
  ])
  func brokenThemesAreRefused(text: String) {
    do {
      _ = try StyleTheme.parse(source(text))
      Issue.record("accepted")
    } catch {
      #expect(error.message.flaw == nil && error.help?.flaw == nil)
    }
  }

  @Test func aClassMayNotStandTwice() {
    let text = """
      {"gxq_palette": 1, "id": "p", "title": "x", "source": "y", "classes": [
       {"code": "1", "name": "a", "color": "#000"},
       {"code": "1", "name": "b", "color": "#000"}]}
      """
    do {
      _ = try StylePalette.parse(source(text))
      Issue.record("accepted")
    } catch {
      #expect(error.location.line == 3)
      #expect(error.message.english == "the class '1' stands twice")
    }
  }
}
