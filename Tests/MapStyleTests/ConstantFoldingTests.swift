import GeoJSONCoding
import Messages
import Testing

@testable import MapStyle

/// What is the same for every feature is computed once, when an expression is read.
@Suite struct ConstantFoldingTests {
  private func expression(_ text: String) throws -> StyleExpression? {
    let json = try JSONParser.parse(SourceText(file: "x", text))
    var parser = ExpressionParser()
    return parser.parse(json)
  }

  @Test(arguments: [
    (#"["+", 1, ["*", 2, 3]]"#, StyleValue.number(7)),
    (#"["concat", "a", ["upcase", "b"], 3]"#, .string("aB3")),
    (#"["case", [">", 2, 1], ["at", 1, ["literal", [5, 6]]], 0]"#, .number(6)),
    (#"["let", "x", ["sqrt", 16], ["+", ["var", "x"], ["var", "x"]]]"#, .number(8)),
    (#"["match", ["typeof", true], "boolean", "yes", "no"]"#, .string("yes")),
    (#"["interpolate", ["linear"], 5, 0, 0, 10, 20]"#, .number(10)),
  ])
  func becomesAConstant(text: String, value: StyleValue) throws {
    #expect(try expression(text)?.constant == value)
  }

  @Test(arguments: [
    #"["+", 1, ["get", "a"]]"#, #"["zoom"]"#, #"["global-state", "a"]"#, #"["image", "a"]"#,
    #"["error", "always"]"#, #"["collator", {}]"#,
    #"["distance", {"type": "Point", "coordinates": [0, 0]}]"#,
  ])
  func whatMayDifferStaysAnExpression(text: String) throws {
    let parsed = try #require(try expression(text))
    #expect(parsed.constant == nil && !parsed.dependencies.isEmpty)
  }

  /// A part that has no value is found before there is a feature, wherever it stands.
  @Test(arguments: [
    (#"["+", ["get", "a"], ["to-number", "x"]]"#, "[2]"),
    (#"["case", ["has", "a"], ["at", 5, ["literal", [1]]], 0]"#, "[2]"),
  ])
  func partsAreFoldedToo(text: String, path: String) throws {
    let json = try JSONParser.parse(SourceText(file: "x", text))
    var parser = ExpressionParser()
    #expect(parser.parse(json) == nil)
    #expect(parser.faults.map(\.path) == [path])
  }

  /// 60 doublings of a constant would be 2^60 evaluations; folded, each is one addition.
  @Test func foldedPartsAreNotComputedAgain() throws {
    var text = "1"
    for _ in 0..<60 { text = #"["let", "x", \#(text), ["+", ["var", "x"], ["var", "x"]]]"# }
    #expect(try expression(text)?.constant == .number(0x1p60))
  }
}
