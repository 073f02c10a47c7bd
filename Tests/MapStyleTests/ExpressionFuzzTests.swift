import GeoJSONCoding
import MapGeometry
import Messages
import PlanTestSupport
import Testing

@testable import MapStyle

/// Expressions at random: none crashes, each fault lies inside its text and is told in two languages.
@Suite struct ExpressionFuzzTests {
  private static let names = ExpressionLanguage.forms.keys.sorted()

  private struct Writer {
    var random: SplitMix

    mutating func pick(_ words: [String]) -> String { words.randomElement(using: &random) ?? "1" }

    mutating func leaf() -> String {
      pick([
        "0", "1", "-3.5", "1e308", "1e-308", "9007199254740993", "true", "false", "null", #""""#,
        #""a""#, #""red""#, #""\u0000""#,
        #""道路""#, "[]", "{}", #"["get", "n"]"#, #"["get", "s"]"#, #"["get", "list"]"#, #"["zoom"]"#,
        #"["literal", [1, [2]]]"#, #"["literal", {"a": null}]"#, #"["var", "v"]"#, #"["id"]"#,
        #"["linear"]"#, #"["exponential", 0]"#, #"["cubic-bezier", 0, 1, 1, 0]"#,
        #"{"locale": "de"}"#,
        #"{"type": "Point", "coordinates": [1, 2]}"#, #"{"type": "Polygon", "coordinates": [[]]}"#,
        #"{"font-scale": ["get", "n"]}"#,
        #"{"min-fraction-digits": 1e9, "max-fraction-digits": -1}"#,
      ])
    }

    mutating func expression(_ depth: Int) -> String {
      guard depth > 0, Int.random(in: 0..<5, using: &random) > 0 else { return leaf() }
      let count = Int.random(in: 0...6, using: &random)
      var parts = ["\"\(pick(ExpressionFuzzTests.names))\""]
      for index in 0..<count {
        parts.append(parts[0] == "\"let\"" && index == 0 ? #""v""# : expression(depth - 1))
      }
      return "[\(parts.joined(separator: ", "))]"
    }
  }

  private static let feature = StyleFeature(
    geometryType: "Point", id: .number(7),
    properties: [
      "n": .number(2.5), "s": .string("#0af"), "list": .array([.number(1), .string("x"), .null]),
    ], geometry: .point(GeoPosition(longitude: 1, latitude: 1)))

  @Test(arguments: 0..<150 as Range<UInt64>)
  func anyExpressionIsReadOrRefused(seed: UInt64) {
    var writer = Writer(random: SplitMix(state: seed))
    for _ in 0..<8 {
      let text = writer.expression(4)
      for property in [nil, "line-color", "text-field", "filter"] {
        holds(text, for: property)
      }
    }
  }

  private func holds(_ text: String, for property: String?) {
    do throws(StyleFaults) {
      let lone = try LoneExpression(SourceText(file: "x", text), for: property)
      do throws(StyleError) {
        let first = try lone.value(for: Self.feature, zoom: 8)
        let second = try lone.value(for: Self.feature, zoom: 8)
        #expect("\(first.written)" == "\(second.written)", "\(text)")
        if let constant = lone.constant { #expect("\(constant.written)" == "\(first.written)") }
      } catch {
        #expect(error.location.column <= text.unicodeScalars.count, "\(text)")
      }
    } catch {
      #expect(!error.all.isEmpty, "\(text)")
      for fault in error.all {
        #expect(fault.location.line == 1 && fault.location.column <= text.utf8.count, "\(text)")
        #expect(fault.message.flaw == nil, "\(text): \(fault.message)")
      }
    }
  }

  /// The limit is well inside of what the smallest stack of a thread takes.
  @Test(arguments: [
    (#"["!", "#, "true", "]"), (#"["case", true, "#, "1", ", 2]"), (#"["let", "x", 1, "#, "1", "]"),
    (#"["coalesce", "#, #"["get", "n"]"#, "]"), (#"["match", ["get", "n"], 1, "#, "2", ", 3]"),
    (#"["interpolate", ["linear"], ["get", "n"], 0, "#, "1", ", 1, 2]"),
    (#"["all", ["has", "n"], "#, "true", "]"),
  ])
  func deepExpressionsAreToldOf(parts: (String, String, String)) throws {
    func nested(_ depth: Int) -> SourceText {
      let text =
        String(repeating: parts.0, count: depth) + parts.1
        + String(repeating: parts.2, count: depth)
      return SourceText(file: "x", text)
    }
    let deepest = try LoneExpression(nested(95))
    _ = try deepest.value(for: Self.feature, zoom: 1)
    for depth in [150, 10_000, 100_000] {
      do throws(StyleFaults) {
        _ = try LoneExpression(nested(depth))
        Issue.record("\(depth) deep is read")
      } catch {
        let message = error.all.first?.message.english ?? ""
        #expect(message.contains("nested more than"), "\(message)")
      }
    }
  }
}
