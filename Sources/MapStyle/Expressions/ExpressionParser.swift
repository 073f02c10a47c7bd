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

  /// How deep expressions may be nested: a tenth of what the stack of a debug build takes.
  static let depthLimit = 100
  /// How many parts are parsed at most; forms that are tried in turn count each time.
  static let partLimit = 200_000

  private(set) var faults: [ExpressionFault] = []
  private var depth = 0
  var parts = 0
  /// Whether the expression is deeper or larger than allowed; no other way of reading it helps.
  private(set) var isBeyondLimits = false
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
    isBeyondLimits = isBeyondLimits || parts > Self.partLimit || depth > Self.depthLimit
    guard parts <= Self.partLimit else {
      return fail(
        Wording(
          "the expression has more than \(Self.partLimit) parts",
          zh: "表达式超过 \(Self.partLimit) 个部分"), at: path, json.offset)
    }
    guard depth <= Self.depthLimit else {
      return fail(
        Wording(
          "expressions are nested more than \(Self.depthLimit) deep",
          zh: "表达式嵌套超过 \(Self.depthLimit) 层"), at: path, json.offset)
    }
    let parsed: StyleExpression?
    switch json.kind {
    case .object:
      return fail(
        .mistyped(json, needed: .anExpression), at: path, json.offset,
        help: Wording(
          "write [\"literal\", {…}] for an object", zh: "对象写作 [\"literal\", {…}]"))
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
        Wording("an empty array where an expression is needed", zh: "应为表达式，实际为空数组"), at: path,
        offset,
        help: Wording(
          "write [\"literal\", []] for an array without elements",
          zh: "没有元素的数组写作 [\"literal\", []]"))
    }
    guard let name = first.text else {
      return fail(
        .mistyped(first, needed: Wording("the name of an expression", zh: "表达式名称")),
        at: path + "[0]", first.offset, help: Self.literalArray)
    }
    guard let form = ExpressionLanguage.forms[name] else {
      let question = Suggestion.question(for: name, in: ExpressionLanguage.forms.keys)
      return fail(
        Wording(
          "unknown expression '\(name)'\(question.english)",
          zh: "未知的表达式“\(name)”\(question.chinese)"), at: path + "[0]", first.offset,
        help: question.english.isEmpty ? Self.literalArray : nil)
    }
    return form(
      ExpressionCall(
        name: name, arguments: Array(elements.dropFirst()), path: path, offset: offset,
        expected: expected, scope: scope), &self)
  }

  private static let literalArray = Wording(
    "write [\"literal\", […]] for an array", zh: "数组写作 [\"literal\", […]]")

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
    _ message: Wording, at path: String, _ offset: Int, help: Wording? = nil
  ) -> StyleExpression? {
    faults.append(ExpressionFault(path: path, offset: offset, message: message, help: help))
    return nil
  }

  /// Takes over the faults of an attempt that decided.
  mutating func take(_ other: [ExpressionFault]) { faults += other }

  /// Ends as an attempt has ended that met a limit.
  mutating func endBeyondLimits(with attempt: ExpressionParser) {
    isBeyondLimits = true
    faults += attempt.faults
  }

  /// Starts an attempt that may fail without consequence.
  func attempt() -> ExpressionParser {
    var copy = self
    copy.faults = []
    return copy
  }
}
