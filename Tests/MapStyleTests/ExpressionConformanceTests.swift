import Foundation
import GeoJSONCoding
import MapGeometry
import Messages
import PlanTestSupport
import Testing

@testable import MapStyle

/// Types, dependencies, outputs and the places of faults agree; the words of messages are ours.
@Suite struct ExpressionConformanceTests {
  /// The fewest cases that were ever run.
  static let cases = 280

  @Test(.enabled(if: Conformance.folder != nil, "GXQ_CONFORMANCE is not set"))
  func expressionsAgreeWithTheSpecification() throws {
    let expected = try Conformance.expectedFailures("expression-failures.txt")
    var failed: [String] = []
    let files = Conformance.files(below: "expressions", suffix: "test.json")
    for file in files {
      let name = String(file.dropLast("/test.json".count))
      let (_, fixture) = try Conformance.read("expressions/\(file)")
      guard let difference = ExpressionCase(fixture).difference else { continue }
      failed.append(name)
      if !expected.contains(name) { Issue.record("\(name): \(difference)") }
    }
    let names = files.map { String($0.dropLast("/test.json".count)) }
    #expect(expected.passing(failed: failed, all: names) == [], "these pass now")
    print("conformance: \(files.count) run, \(failed.count) expected failures (style/expressions)")
    #expect(files.count >= Self.cases)
  }
}

/// One case of the suite.
struct ExpressionCase {
  let fixture: JSONValue

  init(_ fixture: JSONValue) { self.fixture = fixture }

  /// What differs from what is expected; `nil` when nothing does.
  var difference: String? {
    let specification = PropertySpecification(fixture["propertySpec"])
    guard var json = fixture["expression"], let wanted = fixture["expected"],
      let compiled = wanted["compiled"]
    else { return "no case" }
    if LegacyFunction.isFunction(json) {
      json = LegacyFunction(function: json, specification: specification).expression ?? .null
    }
    let (expression, faults) = specification.expression(json)
    if let flaw = faults.lazy.compactMap({ $0.message.flaw ?? $0.help?.flaw }).first { return flaw }
    if compiled["result"]?.text == "error" {
      let keys = compiled["errors"]?.array?.map { $0["key"]?.text ?? "" } ?? []
      return keys == faults.map(\.path)
        ? nil : "faults at \(faults.map { "\($0.path): \($0.message.english)" }), not at \(keys)"
    }
    guard let expression else { return "faults \(faults)" }
    let found = [
      expression.type.name, String(!expression.dependencies.contains(.feature)),
      String(!expression.dependencies.contains(.zoom)),
    ]
    let needed = [
      compiled["type"]?.text ?? "", String(compiled["isFeatureConstant"]?.bool ?? false),
      String(compiled["isZoomConstant"]?.bool ?? false),
    ]
    if found != needed { return "\(found), not \(needed)" }
    let inputs = fixture["inputs"]?.array ?? []
    for (index, pair) in zip(inputs, wanted["outputs"]?.array ?? []).enumerated() {
      if let difference = Self.outcome(of: expression, pair.0, pair.1, state: fixture) {
        return "input \(index): \(difference)"
      }
    }
    return nil
  }

  private static func outcome(
    of expression: StyleExpression, _ input: JSONValue, _ wanted: JSONValue, state: JSONValue
  ) -> String? {
    var context = EvaluationContext(input, state: state)
    var leeway = 1e-9
    // Distances of the suite are those to a feature that has come through a tile.
    if state["expression"]?.array?.first?.text == "distance", let tile = Tile(input),
      let feature = context.feature, let geometry = feature.geometry
    {
      context.feature = StyleFeature(
        geometryType: feature.geometryType, id: feature.id, properties: feature.properties,
        geometry: try? geometry.mapRuns { $0.map(tile.rounded) })
      // Of two distances below a centimetre the suite has other digits than MapLibre 5.24 itself.
      leeway = 1e-6
    }
    do throws(EvaluationError) {
      let value = try expression.evaluate(in: &context)
      let output = value.asOutput(expression.type)
      return output.isNear(StyleValue(wanted), leeway)
        ? nil : "\(output.json), not \(wanted.written)"
    } catch {
      guard let message = wanted["error"]?.text else {
        return "\(error.path): \(error.message.english), not \(wanted.written)"
      }
      // What a style says itself stands as it is.
      if case .told = error.reason {} else if let flaw = error.message.flaw { return flaw }
      let place = message.prefix { $0 != ":" }.dropFirst("layers[0].paint.some-property".count)
      return place == error.path ? nil : "\(error.path): \(error.message.english), not \(message)"
    }
  }
}

extension PropertySpecification {
  init(_ json: JSONValue?) {
    let count = json?["length"]?.integer
    let words = json?["values"]?.object?.map(\.key) ?? []
    let kind: Kind =
      switch json?["type"]?.text {
      case "number": .number
      case "color": .color
      case "boolean": .boolean
      case "string": .text
      case "enum": .choice(words)
      case "formatted": .formatted
      case "resolvedImage": .image
      case "padding": .padding
      case "numberArray": .numberArray
      case "colorArray": .colorArray
      case "variableAnchorOffsetCollection": .anchorOffsets
      case "projectionDefinition": .projection
      case "array":
        switch json?["value"]?.text {
        case "number": .numbers(count: count)
        case "boolean": .booleans(count: count)
        default: .strings(count: count)
        }
      default: .any
      }
    var traits: Traits = []
    let parameters = json?["expression"]?["parameters"]?.array?.compactMap(\.text)
    if parameters?.contains("zoom") ?? true { traits.insert(.zoom) }
    if (json?["property-type"]?.text ?? "data-driven").contains("data-driven") {
      traits.insert(.feature)
    }
    if json?["expression"] == nil
      || json?["expression"]?["interpolated"]?.bool ?? false
    {
      traits.insert(.smooth)
    }
    if json?["tokens"]?.bool ?? false { traits.insert(.tokens) }
    self.init(
      name: "some-property", kind: kind,
      defaultValue: json?["default"].map { StyleValue($0) } ?? .null, traits: traits)
  }
}

extension EvaluationContext {
  init(_ input: JSONValue, state: JSONValue) {
    let globals = input.array?.first
    let feature = input.array?.last
    var properties: [String: StyleValue] = [:]
    for member in feature?["properties"]?.object ?? [] {
      properties[member.key] = StyleValue(member.value)
    }
    self.init(
      zoom: globals?["zoom"]?.number,
      feature: StyleFeature(
        geometryType: feature?["geometry"]?["type"]?.text ?? "Unknown",
        id: feature?["id"].map { StyleValue($0) } ?? .null, properties: properties,
        geometry: feature?["geometry"].flatMap(Self.geometry)))
    images = Set(globals?["availableImages"]?.array?.compactMap(\.text) ?? [])
    for member in state["globalState"]?.object ?? [] {
      globalState[member.key] = StyleValue(member.value)
    }
  }

  private static func geometry(_ json: JSONValue) -> GeoGeometry? {
    let feature = #"{"type": "Feature", "properties": null, "geometry": \#(json.written)}"#
    return try? GeoJSONReader.read(SourceText(file: "x.geojson", feature)).features.first?.geometry
  }
}

extension StyleValue {
  /// The value as the suite writes it.
  func asOutput(_ type: ExpressionType) -> StyleValue {
    switch (self, type) {
    case (.color(let color), .color):
      .array([color.red, color.green, color.blue, 1].map { .number($0 * color.alpha) })
    case (.color(let color), _): color.asObject
    case (.formatted(let text), _): .object(["sections": .array(text.sections.map(\.asObject))])
    case (.image(let image), _):
      .object(["name": .string(image.name), "available": .bool(image.isAvailable)])
    case (.array(let elements), .padding), (.array(let elements), .numberArray),
      (.array(let elements), .colorArray), (.array(let elements), .anchorOffsets):
      .object(["values": .array(elements.map { $0.asOutput(.value) })])
    default: self
    }
  }

  /// Whether two values agree in six digits, or up to a small difference.
  func isNear(_ other: StyleValue, _ leeway: Double) -> Bool {
    switch (self, other) {
    case (.number(let a), .number(let b)):
      abs(a - b) <= max(abs(a), abs(b)) * 1.1e-5 || abs(a - b) < leeway
    case (.array(let a), .array(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.isNear($1, leeway) }
    case (.object(let a), .object(let b)):
      a.count == b.count
        && a.allSatisfy { key, value in b[key].map { value.isNear($0, leeway) } ?? false }
    default: self == other
    }
  }
}

extension StyleColor {
  var asObject: StyleValue {
    .object([
      "r": .number(red * alpha), "g": .number(green * alpha), "b": .number(blue * alpha),
      "a": .number(alpha),
    ])
  }
}

extension FormattedText.Section {
  var asObject: StyleValue {
    var members: [String: StyleValue] = ["text": .string(text)]
    members["image"] = image.map { StyleValue.image($0).asOutput(.image) } ?? .null
    members["scale"] = scale.map { StyleValue.number($0) } ?? .null
    members["fontStack"] = fonts.map { StyleValue.string($0.joined(separator: ",")) } ?? .null
    members["textColor"] = color.map { $0.asObject } ?? .null
    members["verticalAlign"] = verticalAlign.map { StyleValue.string($0) } ?? .null
    return .object(members)
  }
}
