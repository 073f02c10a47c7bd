import GeoJSONCoding
import Messages

/// Parses and type-checks expressions.
struct ExpressionParser {
  /// What to do where a value of unknown type stands and a known type is needed.
  enum Annotation {
    case automatic
    /// Convert it.
    case coerce
    /// Leave it; whoever asked takes care of it.
    case omit
  }

  /// How deep expressions may be nested.
  static let depthLimit = 200
  /// How many parts are parsed at most; forms that are tried in turn count each time.
  static let partLimit = 200_000

  private(set) var faults: [ExpressionFault] = []
  private var depth = 0
  var parts = 0
  /// How many variables there are so far; numbers them.
  var variableCount = 0

  /// Parses an expression; `nil` when ``faults`` says why it is none.
  mutating func parse(
    _ json: JSONValue, at path: String = "", expecting expected: ExpressionType? = nil,
    in scope: ExpressionScope = ExpressionScope(), annotation: Annotation = .automatic
  ) -> StyleExpression? {
    depth += 1
    parts += 1
    defer { depth -= 1 }
    guard parts <= Self.partLimit else {
      return fail("the expression has more than \(Self.partLimit) parts", at: path, json.offset)
    }
    guard depth <= Self.depthLimit else {
      return fail("expressions are nested more than \(Self.depthLimit) deep", at: path, json.offset)
    }
    let parsed: StyleExpression?
    switch json.kind {
    case .object:
      return fail(
        "an object where an expression is needed", at: path, json.offset,
        help: "write [\"literal\", {…}] for an object")
    case .array(let elements):
      parsed = call(elements, json.offset, at: path, expecting: expected, in: scope)
    default:
      let value = StyleValue(json)
      parsed = StyleExpression(constant: value, type: value.type)
    }
    guard let parsed,
      let typed = convert(
        parsed, to: expected, annotation: annotation, at: path, offset: json.offset)
    else { return nil }
    return folded(typed, at: path, json.offset)
  }

  /// Parses an array: a name and its arguments.
  private mutating func call(
    _ elements: [JSONValue], _ offset: Int, at path: String, expecting expected: ExpressionType?,
    in scope: ExpressionScope
  ) -> StyleExpression? {
    guard let first = elements.first else {
      return fail(
        "an empty array where an expression is needed", at: path, offset,
        help: "write [\"literal\", []] for an array without elements")
    }
    guard let name = first.text else {
      return fail(
        "\(first.kindName) where the name of an expression is needed", at: path + "[0]",
        first.offset, help: "write [\"literal\", […]] for an array")
    }
    guard let form = ExpressionLanguage.forms[name] else {
      let question = Suggestion.question(for: name, in: ExpressionLanguage.forms.keys).english
      return fail(
        "unknown expression '\(name)'\(question)", at: path + "[0]", first.offset,
        help: question.isEmpty ? "write [\"literal\", […]] for an array" : nil)
    }
    return form(
      ExpressionCall(
        name: name, arguments: Array(elements.dropFirst()), path: path, offset: offset,
        expected: expected, scope: scope), &self)
  }

  /// Replaces an expression that always gives the same by what it gives.
  private mutating func folded(_ expression: StyleExpression, at path: String, _ offset: Int)
    -> StyleExpression?
  {
    guard expression.constant == nil, expression.dependencies.isEmpty, expression.type != .image
    else { return expression }
    var context = EvaluationContext()
    do throws(EvaluationError) {
      let value = try expression.evaluate(in: &context)
      return StyleExpression(constant: value, type: expression.type)
    } catch {
      return fail(error.message, at: path, offset)
    }
  }

  /// Records why an expression cannot be used.
  @discardableResult
  mutating func fail(
    _ message: String, at path: String, _ offset: Int, help: String? = nil
  ) -> StyleExpression? {
    faults.append(ExpressionFault(path: path, offset: offset, message: message, help: help))
    return nil
  }

  /// Takes over the faults of an attempt that decided.
  mutating func take(_ other: [ExpressionFault]) { faults += other }

  /// Starts an attempt that may fail without consequence.
  func attempt() -> ExpressionParser {
    var copy = self
    copy.faults = []
    return copy
  }
}
