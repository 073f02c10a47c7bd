import Messages
import GeoJSONCoding
import Testing

@testable import MapStyle

@Suite struct StyleDocumentTests {
  /// A style of one line layer.
  private func style(_ layer: String, file: String = "styles/x.json") -> SourceText {
    SourceText(
      file: file,
      """
      {"version": 8, "name": "roads",
       "sources": {"roads": {"type": "geojson", "data": "roads.geojson"}},
       "layers": [
      \(layer)
       ]}
      """)
  }

  private func layer(_ paint: String) throws -> StyleLayer {
    let document = try StyleDocument.parse(
      style(#"{"id": "r", "type": "line", "source": "roads", "paint": {\#(paint)}}"#))
    return try #require(document.layers.first)
  }

  private func fault(_ layer: String) -> String? {
    StyleDocument.faults(in: style(layer)).first.map { "\($0)" }
  }

  private func feature(_ properties: [String: StyleValue]) -> StyleFeature {
    StyleFeature(geometryType: "LineString", id: "road.a", properties: properties)
  }

  @Test func keepsWhatAMapNeeds() throws {
    let document = try StyleDocument.parse(
      style(
        """
        {"id": "r", "type": "line", "source": "roads", "minzoom": 5, "maxzoom": 9,
         "metadata": {"gxq:legend": "道路", "gxq:order": 3}, "layout": {"line-cap": "round"}}
        """))
    #expect(document.name == "roads")
    #expect(document.sources == [StyleSource(id: "roads", type: "geojson", data: "roads.geojson")])
    let layer = try #require(document.layers.first)
    #expect(layer.metadata == ["gxq:legend": "道路", "gxq:order": "3"])
    #expect(layer.text("line-cap", zoom: 8) == "round")
    #expect(layer.shows(at: 5) && !layer.shows(at: 9) && !layer.shows(at: 4.9))
    #expect(layer.location.line == 4)
  }

  @Test func givesTheDefaultWhereTheStyleIsSilentOrFails() throws {
    let layer = try layer(#""line-width": ["get", "lanes"], "line-dasharray": [2, 1]"#)
    #expect(layer.number("line-width", for: feature(["lanes": .number(4)]), zoom: 8) == 4)
    #expect(layer.number("line-width", for: feature(["lanes": .string("four")]), zoom: 8) == 1)
    #expect(layer.color("line-color", zoom: 8) == .black)
    #expect(layer.numbers("line-dasharray", zoom: 8) == [2, 1])
    #expect(layer.dependsOnFeature("line-width") && !layer.dependsOnFeature("line-dasharray"))
    #expect(layer.sets("line-width") && !layer.sets("line-color"))
  }

  @Test(arguments: [
    (##"["match", ["get", "use"], "a", "#111", "#222"]"##, "use"),
    (##"["case", ["has", "use"], ["to-color", ["get", "use"]], "#222"]"##, "use"),
    (##"["match", ["get", "use"], "a", ["to-color", ["get", "tone"]], "#222"]"##, nil),
    (##"["match", ["get", ["get", "use"]], "a", "#111", "#222"]"##, nil),
    (##"["match", ["geometry-type"], "Polygon", ["to-color", ["get", "use"]], "#222"]"##, nil),
    (##"["case", ["==", ["id"], "a"], "#111", ["to-color", ["get", "use"]]]"##, nil),
    (##"["let", "u", ["get", "use"], ["to-color", ["var", "u"]]]"##, nil),
    (##""#111""##, nil),
  ])
  func knowsThePropertyThatAloneDecidesAColour(expression: String, property: String?) throws {
    let layer = try layer("\"line-color\": \(expression)")
    #expect(layer.colors("line-color", zoom: 8).property == property)
  }

  @Test func interpolatesColoursOverZoom() throws {
    let layer = try layer(
      #""line-color": ["interpolate", ["linear"], ["zoom"], 8, "black", 10, "white"]"#)
    #expect(layer.color("line-color", zoom: 9).hex == "#808080")
    #expect(layer.color("line-color", zoom: 20) == .white)
  }

  @Test func replacesTokensInText() throws {
    let document = try StyleDocument.parse(
      style(
        """
        {"id": "t", "type": "symbol", "source": "roads",
         "layout": {"text-field": "{name} ({class})", "text-font": ["A", "B"]}}
        """))
    let layer = try #require(document.layers.first)
    let road = feature(["name": .string("海川路"), "class": .string("主干路")])
    #expect(layer.text("text-field", for: road, zoom: 8) == "海川路 (主干路)")
    #expect(layer.strings("text-font", zoom: 8) == ["A", "B"])
  }

  @Test(arguments: [
    #"["==", ["get", "class"], "rail"]"#, #"["==", "class", "rail"]"#,
    #"["all", ["has", "class"], ["in", "class", "rail", "road"]]"#,
    #"["none", ["!=", "class", "rail"]]"#, #"["==", "$type", "LineString"]"#,
    #"["any", ["<", "lanes", 1], [">=", "lanes", 2]]"#, "true",
  ])
  func filtersInBothLanguages(filter: String) throws {
    let document = try StyleDocument.parse(
      style(#"{"id": "r", "type": "line", "source": "roads", "filter": \#(filter)}"#))
    let layer = try #require(document.layers.first)
    let rail = feature(["class": .string("rail"), "lanes": .number(2)])
    #expect(layer.matches(rail, zoom: 8))
    if filter != "true" {
      let other = StyleFeature(
        geometryType: "Point", id: "x", properties: ["class": .string("x"), "lanes": .string("2")])
      #expect(!layer.matches(other, zoom: 8))
    }
  }

  @Test func saysWhereAndWhatIsWrong() {
    #expect(
      fault(
        """
        {"id": "r", "type": "line", "source": "roads", "paint": {
              "line-colour": "red"}}
        """)
          == """
          styles/x.json:5:7: unknown property 'line-colour'; did you mean 'line-color'?
            in layers[0].paint.line-colour
          """)
    #expect(
      fault(#"{"id": "r", "type": "line", "source": "road"}"#)?
        .hasPrefix("styles/x.json:4:39: source 'road' does not exist; did you mean 'roads'?")
        == true)
    #expect(
      fault(
        #"{"id": "r", "type": "line", "source": "roads", "paint": {"line-width": ["+", 1, "a"]}}"#)
          == """
          styles/x.json:4:81: expected number, found string
            in layers[0].paint.line-width[2]
          """)
    #expect(
      fault(#"{"id": "r", "type": "line", "source": "roads", "layout": {"line-width": 2}}"#)?
        .contains("help: put it under 'paint'") == true)
    #expect(
      fault(#"{"id": "r", "type": "line", "source": "roads", "paint": {"line-color": "rde"}}"#)?
        .contains("'rde' is no colour; did you mean 'red'?") == true)
  }

  @Test func leavesOutLayersThatPaperCannotShow() throws {
    let document = try StyleDocument.parse(
      style(#"{"id": "heat", "type": "heatmap", "source": "roads"}"#))
    #expect(document.layers.isEmpty)
    #expect(
      document.warnings.map(\.message.english) == [
        "layer 'heat' of type 'heatmap' is not drawn on a printed map"
      ])
  }

  @Test func takesWhatALayerRefersTo() throws {
    let document = try StyleDocument.parse(
      style(
        """
        {"id": "a", "type": "line", "source": "roads", "filter": ["has", "x"],
         "layout": {"line-cap": "round"}, "paint": {"line-width": 3}},
        {"id": "b", "ref": "a", "paint": {"line-color": "red"}}
        """))
    let layer = try #require(document.layers.last)
    #expect(layer.text("line-cap", zoom: 1) == "round" && layer.source == "roads")
    #expect(layer.number("line-width", zoom: 1) == 1)
    #expect(!layer.matches(feature([:]), zoom: 1))
  }
}
