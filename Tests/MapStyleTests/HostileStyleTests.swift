import GeoJSONCoding
import Testing

@testable import MapStyle

/// No input crashes the reader or keeps it busy.
@Suite struct HostileStyleTests {
  private func style(width: String) -> SourceText {
    SourceText(
      file: "x.json",
      """
      {"version": 8, "sources": {"s": {"type": "geojson", "data": "s"}}, "layers": [
      {"id": "l", "type": "line", "source": "s", "paint": {"line-width": \(width)}}]}
      """)
  }

  private func nested(_ depth: Int, _ open: String, _ core: String, _ close: String) -> String {
    String(repeating: open, count: depth) + core + String(repeating: close, count: depth)
  }

  @Test(arguments: [101, 400, 10_000, 100_000])
  func deepNestingIsAFault(depth: Int) {
    let faults = StyleDocument.faults(in: style(width: nested(depth, "[\"-\", ", "1", "]")))
    #expect(!faults.isEmpty)
  }

  @Test func shallowNestingIsNone() {
    #expect(StyleDocument.faults(in: style(width: nested(99, "[\"-\", ", "1", "]"))).isEmpty)
  }

  @Test func formsThatAreTriedInTurnDoNotMultiply() {
    let condition = nested(90, #"["all", true, "#, #""no boolean""#, "]")
    let faults = StyleDocument.faults(in: style(width: #"["case", \#(condition), 1, 2]"#))
    #expect(!faults.isEmpty)
  }

  @Test func sharedVariablesAreComputedOnce() throws {
    var width = #"["var", "v60"]"#
    for index in (1...60).reversed() {
      let before = #"["var", "v\#(index - 1)"]"#
      width = #"["let", "v\#(index)", ["+", \#(before), \#(before)], \#(width)]"#
    }
    width = #"["let", "v0", ["number", ["get", "n"]], \#(width)]"#
    let document = try StyleDocument.parse(style(width: width))
    let feature = StyleFeature(geometryType: "Point", id: "a", properties: ["n": .number(1)])
    #expect(document.layers.first?.number("line-width", for: feature, zoom: 1) == 0x1p60)
  }

  @Test(arguments: [
    "", "[]", "null", "{", "{\"version\": 8", "\u{0}", "[[[[", "{\"layers\": [null, 1, {}]}",
    "{\"version\": 8, \"sources\": {\"a\": null}, \"layers\": [{\"id\": 1, \"type\": 2}]}",
  ])
  func anythingElseIsAFault(text: String) {
    #expect(!StyleDocument.faults(in: SourceText(file: "x.json", text)).isEmpty)
    #expect(throws: StyleError.self) {
      try StyleDocument.parse(SourceText(file: "x.json", text))
    }
  }

  /// Changes single bytes of a style; it is read or refused, and what is read can be evaluated.
  @Test(arguments: 0..<300 as Range<UInt64>)
  func changedBytesAreReadOrRefused(seed: UInt64) {
    var random = SplitMix(state: seed)
    var bytes = Array(Self.sample.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let index = Int.random(in: bytes.indices, using: &random)
      bytes[index] =
        Array("[]{}\",:0123456789abcxyz-+.eE!=<>".utf8).randomElement(using: &random) ?? 0
    }
    let source = SourceText(file: "x.json", bytes: bytes)
    guard let document = try? StyleDocument.parse(source) else { return }
    let feature = StyleFeature(
      geometryType: "LineString", id: "a", properties: ["a": .number(3), "b": .string("x")])
    for layer in document.layers {
      _ = layer.matches(feature, zoom: 9)
      for name in layer.values.keys { _ = layer.value(name, for: feature, zoom: 9) }
    }
  }

  private static let sample = """
    {"version": 8, "sources": {"s": {"type": "geojson", "data": "s"}}, "layers": [
    {"id": "l", "type": "line", "source": "s", "filter": ["all", ["==", "a", 3], ["has", "b"]],
     "layout": {"line-cap": ["match", ["get", "b"], ["x", "y"], "round", "butt"]},
     "paint": {"line-width": ["interpolate", ["exponential", 1.5], ["zoom"], 5, 1, 10,
       ["case", [">", ["get", "a"], 2], ["*", 2, ["get", "a"]], 3]],
      "line-color": {"property": "a", "stops": [[0, "red"], [9, "rgba(0, 10, 255, 0.5)"]]},
      "line-opacity": ["let", "o", ["/", ["get", "a"], 10], ["+", ["var", "o"], ["var", "o"]]]}},
    {"id": "t", "type": "symbol", "source": "s", "layout": {"text-field": ["format",
      ["slice", ["get", "b"], 0, 2], {"font-scale": 1.2}, ["number-format", ["get", "a"],
      {"min-fraction-digits": 2}], {}], "icon-image": "{b}", "text-offset": [0, 1.5]}}]}
    """
}

/// Random numbers that repeat with their seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
