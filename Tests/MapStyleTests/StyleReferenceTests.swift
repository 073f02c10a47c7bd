import GeoJSONCoding
import Messages
import Testing

@testable import MapStyle

/// What a style refers to: other layers, symbols, sources, and what it should no longer use.
@Suite struct StyleReferenceTests {
  private func faults(_ layers: String, root: String = "") -> [StyleError] {
    StyleDocument.faults(
      in: SourceText(
        file: "x.json",
        """
        {"version": 8, \(root) "sources": {"s": {"type": "geojson", "data": "s"}}, "layers": [
        \(layers)]}
        """))
  }

  private func ref(_ id: String, _ parent: String) -> String {
    #"{"id": "\#(id)", "ref": "\#(parent)"}"#
  }

  @Test func circlesAreNamed() {
    let found = faults(
      [ref("a", "b"), ref("b", "c"), ref("c", "a"), ref("d", "d")].joined(separator: ",\n"))
    #expect(
      found.filter { !$0.isWarning }.map(\.message.english) == [
        "'ref' leads in a circle: a → b → c → a", "'ref' leads in a circle: b → c → a → b",
        "'ref' leads in a circle: c → a → b → c", "'ref' leads in a circle: d → d",
      ])
    #expect(found.map(\.location.line) == [2, 3, 4, 5])
  }

  @Test func chainsAreNoCircles() {
    let found = faults(
      [ref("a", "b"), ref("b", "c"), #"{"id": "c", "type": "background"}"#].joined(separator: ",\n")
    )
    #expect(
      found.filter { !$0.isWarning }.map(\.message.english) == [
        "'ref' names a layer that has a 'ref' itself"
      ])
    #expect(found.contains { $0.isWarning && $0.message.english == "'ref' is deprecated" })
  }

  @Test func functionsWithStopsAreDeprecated() {
    let layer =
      #"{"id": "l", "type": "line", "source": "s", "paint": {"line-width": {"stops": [[0, 1], [9, 2]]}}}"#
    let found = faults(layer)
    #expect(found.map(\.path) == ["layers[0].paint.line-width"])
    #expect(found.allSatisfy { $0.isWarning })
  }

  @Test(arguments: [
    (#""icon-image": "a""#, "layers[0].layout.icon-image"),
    (#""icon-image": ["concat", "a-", ["get", "k"]]"#, "layers[0].layout.icon-image"),
  ])
  func symbolsNeedASprite(layout: String, path: String) {
    let layer = #"{"id": "l", "type": "symbol", "source": "s", "layout": {\#(layout)}}"#
    #expect(faults(layer).map(\.path) == [path])
    #expect(faults(layer).allSatisfy { $0.isWarning })
    #expect(faults(layer, root: #""sprite": "https://example.org/sprite","#).isEmpty)
  }

  @Test(arguments: ["hatch-45-1.6-0.12", "cross-0-2-0.1", "dots-45-1.6-0.3"])
  func patternsMadeFromTheirNamesNeedNoSprite(name: String) {
    func found(_ name: String) -> [String] {
      faults(
        #"{"id": "l", "type": "fill", "source": "s", "paint": {"fill-pattern": "\#(name)"}}"#
      ).map(\.path)
    }
    #expect(found(name).isEmpty)
    #expect(found("\(name)-x") == ["layers[0].paint.fill-pattern"])
  }

  @Test func whatPaperLeavesOutOfAnIconIsSaid() {
    func found(_ value: String) -> [StyleError] {
      faults(
        #"{"id": "l", "type": "symbol", "source": "s", "layout": {"icon-text-fit": \#(value)}}"#)
    }
    #expect(found(#""both""#).map(\.path) == ["layers[0].layout.icon-text-fit"])
    #expect(found(#""both""#).allSatisfy { $0.isWarning } && found(#""none""#).isEmpty)
  }

  @Test func promotedIdsAreNamesOfProperties() {
    func found(_ value: String) -> [String] {
      StyleDocument.faults(
        in: SourceText(
          file: "x.json",
          #"{"version": 8, "layers": [], "sources": {"v": {"type": "vector", "url": "x", "promoteId": \#(value)}}}"#
        )
      ).map(\.path)
    }
    #expect(found(#""id""#).isEmpty && found(#"{"roads": "id"}"#).isEmpty)
    #expect(found(#"{"roads": 1}"#) == ["sources.v.promoteId.roads"])
    #expect(found("[1]") == ["sources.v.promoteId"])
  }

  @Test(arguments: [
    (#""paint": {"line-colr": "red"}"#, "line-color"),
    (#""paint": {"line-color": "gren"}"#, "green"),
    (#""layout": {"line-cap": "rond"}"#, "round"),
    (#""paint": {"line-width": ["gte", "a"]}"#, "get"),
    (#""paint": {"line-width": ["interpolat", ["linear"], ["zoom"], 0, 1, 2, 3]}"#, "interpolate"),
    (#""filter": ["hass", "a"]"#, "has"), (#""minzom": 3"#, "minzoom"),
  ])
  func slipsOfThePenAreAskedBack(member: String, word: String) {
    let found = faults(#"{"id": "l", "type": "line", "source": "s", \#(member)}"#)
    let asked = found.map { $0.message.english + ($0.help?.english ?? "") }
    #expect(asked.count == 1 && asked[0].contains("did you mean '\(word)'?"), "\(found)")
  }

  @Test func optionsOfFormatThatCountAsFalseAreNone() throws {
    let text = #"["format", "a", {"font-scale": 0, "text-color": null}, null]"#
    let lone = try LoneExpression(SourceText(file: "x", text))
    #expect("\(try lone.value().written)" == #"{"sections":[{"text":"a"},{"text":""}]}"#)
    #expect(throws: StyleFaults.self) {
      try LoneExpression(SourceText(file: "x", #"["format", null]"#))
    }
  }

  @Test func scalesAndZoomsAreOne() {
    #expect(abs(MapScale.zoom(denominator: 279_541_132.014, latitude: 0)) < 1e-12)
    for (denominator, latitude) in [(500.0, -60.0), (25_000, 0), (1_000_000, 35.4)] {
      let zoom = MapScale.zoom(denominator: denominator, latitude: latitude)
      let back = MapScale.denominator(zoom: zoom, latitude: latitude)
      #expect(abs(back / denominator - 1) < 1e-12)
    }
    // At 60° a parallel is half as long, so the same zoom shows twice the scale.
    let (equator, north) = (
      MapScale.zoom(denominator: 50_000, latitude: 0),
      MapScale.zoom(denominator: 25_000, latitude: 60)
    )
    #expect(abs(equator - north) < 1e-12)
  }
}
