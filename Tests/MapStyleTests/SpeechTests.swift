import GeoJSONCoding
import Messages
import PlanTestSupport
import Testing

@testable import MapStyle

/// Whatever can be wrong with a style is said in both languages.
@Suite struct SpeechTests {
  private func holdsBothLanguages(_ style: String, _ sourceLocation: Testing.SourceLocation) {
    let faults = StyleDocument.faults(in: SourceText(file: "x.json", style))
    #expect(!faults.isEmpty, "\(style)", sourceLocation: sourceLocation)
    #expect(
      faults.compactMap { $0.message.flaw ?? $0.help?.flaw } == [], sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    "[]", "{", "{}", #"{"version": 8, "version": 8}"#, #"{"version": 7, "constants": 1}"#,
    #"{"glyphs": "x"}"#, #"{"sprite": [{"id": "a", "url": "b"}, {"id": "a", "url": "b"}]}"#,
    #"{"font-faces": {"a": 1, "b": [{"url": "x", "unicode-range": ["U+XY"]}]}}"#,
    #"{"font-faces": 1, "sources": [], "layers": {}}"#, #"{"layer": []}"#,
    #"{"sources": {"a": 1, "b": {}, "c": {"type": "canvas"}, "d": {"type": "geojsn"}}}"#,
    #"{"sources": {"d": {"type": "raster-dem", "url": "x", "redFactor": 1}}}"#,
    #"{"sources": {"d": {"type": "geojson", "data": "x", "cluster": true, "clusterProperties": {"a": 1, "b": ["+", ["zoom"]]}}}}"#,
    #"{"center": [1], "zoom": "x"}"#,
  ])
  func documentsAtFault(style: String) { holdsBothLanguages(style, #_sourceLocation) }

  @Test(arguments: [
    #"7"#, #"{"id": "a"}"#, #"{"type": "line"}"#, #"{"id": "a", "type": "lin", "source": "s"}"#,
    #"{"id": "l", "type": "background"}, {"id": "l", "type": "background"}"#,
    #"{"id": "a", "ref": "b", "type": "line"}"#,
    #"{"id": "a", "ref": "b"}, {"id": "b", "ref": "c"}, {"id": "c", "type": "background"}"#,
    #"{"id": "a", "type": "line", "source": "t"}"#, #"{"id": "a", "type": "line", "source": 1}"#,
    #"{"id": "a", "type": "line", "source": "s", "pain": {}}"#,
    #"{"id": "a", "type": "line", "source": "s", "paint": 1, "minzoom": 99, "maxzoom": -1}"#,
    #"{"id": "a", "type": "line", "source": "s", "layout": {"line-color": "red"}}"#,
    #"{"id": "a", "type": "line", "source": "s", "paint": {"line-gradient": ["interpolate", ["linear"], ["line-progress"], 0, "red", 1, "blue"]}}"#,
    #"{"id": "a", "type": "heatmap", "source": "s"}"#,
    #"{"id": "a", "type": "hillshade", "source": "s"}"#,
    #"{"id": "a", "type": "raster", "source": "v"}, {"id": "b", "type": "line", "source": "v"}"#,
    #"{"id": "a", "type": "line", "source": "r"}, {"id": "b", "type": "line", "source": "d"}"#,
    #"{"id": "a", "type": "raster", "source": "r", "paint": {"resampling": "linear", "raster-resampling": "linear"}}"#,
  ])
  func layersAtFault(layer: String) { holdsBothLanguages(style(layer), #_sourceLocation) }

  @Test(arguments: [
    "7", "[]", #"["=!", "a", 1]"#, #"["has"]"#, #"["has", 1]"#, #"["<", "$type", "Point"]"#,
    #"["==", "a"]"#, #"["in", "$type", "Pont"]"#, #"["in", "a", {}]"#,
    #"["all", ["==", ["get", "a"], 1], ["==", "$type", "Point"], ["none", ["has", "b"]]]"#,
    #"["to-boolean", ["feature-state", "a"]]"#, #"["has", ["get", "x"], 1, 2]"#,
  ])
  func filtersAtFault(filter: String) {
    holdsBothLanguages(
      style(#"{"id": "a", "type": "line", "source": "s", "filter": \#(filter)}"#), #_sourceLocation)
  }

  @Test(arguments: [
    ("line-width", #""wide""#), ("line-width", "-1"), ("line-color", #""rde""#),
    ("line-color", "7"), ("line-cap", #""rund""#), ("line-dasharray", "1"),
    ("line-translate", "[1]"), ("line-translate-anchor", "7"), ("line-width", #""{lanes}""#),
    ("line-width", "{}"), ("line-width", #"{"type": "identity", "stops": []}"#),
    ("line-width", #"{"stops": [1, [1], [{"zoom": 1}, 2], [{"value": 1}, 2]]}"#),
    ("line-width", #"{"property": "a", "stops": [["x", 1], [1, 2], [0, 3]]}"#),
    ("line-width", #"{"property": "a", "stops": [[1, ["get", "x"]], [0, 3]]}"#),
    (
      "line-width",
      #"{"property": "a", "type": "categorical", "stops": [[1.5, 1], [2, 1], [2, 2]]}"#
    ),
    ("line-width", #"{"stops": [[{"zoom": 2, "value": 1}, 1], [{"zoom": 1, "value": 1}, 1]]}"#),
    ("line-width", #"{"property": "a", "stops": [[[], 1]], "bas": 1}"#),
    ("line-translate", #"{"property": "a", "stops": [[1, [1, 2]]]}"#),
    ("line-width", "[]"), ("line-width", "[1]"), ("line-width", #"["gett", "a"]"#),
    ("line-width", #"["+", 1, {}]"#), ("line-width", #"["+", []]"#), ("line-width", #"["sqrt"]"#),
    ("line-width", #"["-", 1, 2, 3]"#), ("line-width", #"["+", "a"]"#),
    ("line-width", #"["step", ["get", "a"], 1]"#),
    ("line-width", #"["step", ["zoom"], 1, "b", 2]"#),
    ("line-width", #"["step", ["zoom"], 1, 5, 2, 4, 3]"#),
    ("line-width", #"["step", ["zoom"], 1, 5, 2, 4]"#),
    ("line-width", #"["interpolate"]"#), ("line-width", #"["interpolate", 1, 2, 3, 4]"#),
    ("line-width", #"["interpolate", ["exponential"], ["zoom"], 1, 2]"#),
    ("line-width", #"["interpolate", ["cubic-bezier", 1, 2, 3], ["zoom"], 1, 2]"#),
    ("line-width", #"["interpolate", ["curved"], ["zoom"], 1, 2]"#),
    ("line-width", #"["interpolate", ["linear"], ["zoom"], 1, 2, 3]"#),
    ("line-cap", #"["interpolate", ["linear"], ["zoom"], 1, "round"]"#),
    ("line-width", #"["case", true, 1, false, 2]"#), ("line-width", #"["match", 1, 2]"#),
    ("line-width", #"["match", 1, 2, 3, 4, 5]"#), ("line-width", #"["match", 1, [], 3, 4]"#),
    ("line-width", #"["match", 1, 1.5, 3, 4]"#), ("line-width", #"["match", 1, true, 3, 4]"#),
    ("line-width", #"["match", 1, 1, 3, 1, 4, 5]"#), ("line-width", #"["match", "a", 1, 3, 4]"#),
    ("line-width", #"["number", ["<", true, 1]]"#), ("line-width", #"["number", ["==", 1, "a"]]"#),
    ("line-width", #"["number", ["==", 1, 1, ["collator", {}]]]"#),
    ("line-width", #"["number", ["collator", 1]]"#), ("line-width", #"["length", 1]"#),
    ("line-width", #"["number", ["slice", 1, 2]]"#), ("line-width", #"["index-of", {}, "a"]"#),
    ("line-width", #"["index-of", ["literal", []], "a"]"#),
    ("line-width", #"["at", 5, ["literal", [1]]]"#), ("line-width", #"["number", "x"]"#),
    ("line-color", #"["rgb", 300, 0, 0]"#), ("line-color", #"["rgba", 0, 0, 0, 2]"#),
    ("line-color", #"["to-color", "rde"]"#), ("line-width", #"["number", ["global-state", 1]]"#),
    ("line-width", #"["distance", {}]"#), ("line-width", #"["let", 1, 2, 3]"#),
    ("line-width", #"["let", "a-b", 2, 3]"#), ("line-width", #"["let", "a", 1, "b"]"#),
    ("line-width", #"["var"]"#), ("line-width", #"["var", "a"]"#),
    ("line-width", #"["array", "thing", 1]"#), ("line-width", #"["array", "number", "x", 1]"#),
    ("line-width", #"["+", 1, ["zoom"]]"#), ("line-translate", #"["get", "offset"]"#),
    ("line-width", #"["+", ["step", ["zoom"], 1, 2, 3], ["step", ["zoom"], 1, 2, 3]]"#),
    ("line-dasharray", #"["interpolate", ["linear"], ["zoom"], 1, ["literal", [1]]]"#),
  ])
  func valuesAtFault(property: String, value: String) {
    let group = property == "line-cap" ? "layout" : "paint"
    holdsBothLanguages(
      style(
        #"{"id": "a", "type": "line", "source": "s", "\#(group)": {"\#(property)": \#(value)}}"#),
      #_sourceLocation)
  }

  @Test(arguments: [
    ("text-field", #"["format", {}]"#), ("text-field", #"["format", true]"#),
    ("text-field", #"["format", "a", {"vertical-align": "middle"}]"#),
    ("text-field", #"["number-format", 1, 2]"#), ("icon-image", #"["image"]"#),
    ("text-field", #"["number-format", 1, {"currency": "a", "unit": "b"}]"#),
    ("icon-image", #"["image", 1]"#), ("text-font", #"["array", "string", ["get", "f"]]"#),
    ("text-size", #"["feature-state", "a"]"#), ("icon-padding", "[]"),
    ("icon-padding", "[1,2,3,4,5]"),
    ("text-variable-anchor-offset", "[1]"), ("text-variable-anchor-offset", #"["top", 1]"#),
    ("text-variable-anchor", #"["topp"]"#), ("text-font", "[1]"), ("text-size", #"["zoom"]"#),
  ])
  func textsAtFault(property: String, value: String) {
    holdsBothLanguages(
      style(
        #"{"id": "a", "type": "symbol", "source": "s", "layout": {"\#(property)": \#(value)}}"#),
      #_sourceLocation)
  }

  @Test func valuesThatFailSpeakBothLanguages() {
    let reasons: [EvaluationError.Reason] = [
      .mistyped(needed: .number, found: .string), .notConvertible(.string("a"), to: .number),
      .notComparable(operator: "<", .number, .string), .noColour([300, 0, 0]),
      .noColour([0, 0, 0, 2]), .noMixture(.number(1), .string("a")), .noAlignment("middle"),
      .noElement(5, count: 1), .noNeedle(.object), .noHaystack(.number),
      .noParts(operator: "length", .number),
    ]
    #expect(reasons.compactMap { EvaluationError(path: "", reason: $0).message.flaw } == [])
  }

  private func style(_ layer: String) -> String {
    """
    {"version": 8, "sources": {"s": {"type": "geojson", "data": "s"},
      "v": {"type": "vector", "url": "v"}, "r": {"type": "raster", "url": "r"},
      "d": {"type": "raster-dem", "url": "d"}}, "layers": [
    \(layer)]}
    """
  }
}
