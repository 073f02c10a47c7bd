public import GeoJSONCoding
internal import Messages

/// An expression on its own, outside of any style: to try what it gives.
public struct LoneExpression: Sendable {
  /// The type of its values, as far as it is known before evaluation: `array<number, 2>`.
  public let type: String
  /// What the value depends on: `feature`, `zoom`, `feature-state`, `global-state`, `ramp`, `symbols`.
  public let dependencies: [String]
  /// The value, where it is known before any feature is.
  public let constant: StyleValue?

  private let expression: StyleExpression
  private let json: JSONValue
  private let source: SourceText

  /// The properties that an expression can be read for: those of all layers, and `filter`.
  public static let properties: [String] =
    Set(StyleSpecification.layerTypes.flatMap { StyleSpecification.properties(of: $0).map(\.name) })
    .union(["filter"]).sorted()

  /// Reads an expression.
  ///
  /// - Parameter property: One of ``properties``, whose type, functions and limits then hold; `nil`
  ///   takes an expression of any type.
  /// - Throws: Every fault.
  public init(_ source: SourceText, for property: String? = nil) throws(StyleFaults) {
    let json: JSONValue
    do throws(JSONError) {
      json = try JSONParser.parse(source)
    } catch {
      throw StyleFaults(all: [StyleError(error)])
    }
    var reader = StyleReader(source)
    let expression = Self.expression(json, for: property, &reader)
    let faults = reader.ordered.filter { !$0.isWarning }
    guard let expression, faults.isEmpty else { throw StyleFaults(all: faults) }
    self.expression = expression
    self.json = json
    self.source = source
    type = expression.type.name
    dependencies = expression.dependencies.words
    constant = expression.constant
  }

  private static func expression(
    _ json: JSONValue, for property: String?, _ reader: inout StyleReader
  ) -> StyleExpression? {
    if property == "filter" { return reader.filter(json, in: "") }
    let specification = property.flatMap { StyleSpecification.property($0) }
    if let specification { return reader.read(json, specification, in: "")?.expression }
    var parser = ExpressionParser()
    let parsed = parser.parse(json)
    reader.take(parser.faults, in: "")
    return parsed
  }

  /// Computes the value for a feature and a zoom.
  ///
  /// - Throws: Why there is none, at the part of the expression that failed.
  public func value(
    for feature: StyleFeature? = nil, zoom: Double? = nil
  ) throws(StyleError) -> StyleValue {
    var context = EvaluationContext(zoom: zoom, feature: feature)
    do throws(EvaluationError) {
      return try expression.evaluate(in: &context)
    } catch {
      throw StyleError(
        location: source.location(at: json.part(at: error.path).offset), path: error.path,
        message: error.message)
    }
  }
}

/// The faults of a text that can therefore not be used.
public struct StyleFaults: Error {
  /// Every fault, in the order of the text.
  public var all: [StyleError]
}

extension StyleExpression.Dependencies {
  /// The words for what a value depends on.
  fileprivate var words: [String] {
    let names: [(Self, String)] = [
      (.feature, "feature"), (.zoom, "zoom"), (.featureState, "feature-state"),
      (.globalState, "global-state"), (.ramp, "ramp"), (.runtime, "symbols"),
    ]
    return names.filter { contains($0.0) }.map(\.1)
  }
}

extension JSONValue {
  /// The part that a path such as `[2][1]` leads to, or the last on the way that there is.
  fileprivate func part(at path: String) -> JSONValue {
    var part = self
    for index in path.split(whereSeparator: { $0 == "[" || $0 == "]" }) {
      guard let elements = part.array, let index = Int(index), elements.indices.contains(index)
      else { return part }
      part = elements[index]
    }
    return part
  }
}
