import GeoJSONCoding

extension ExpressionParser {
  /// Parses an argument; the first has the number 1, as in messages.
  mutating func argument(
    _ number: Int, of call: ExpressionCall, expecting type: ExpressionType? = .value,
    annotation: Annotation = .automatic
  ) -> StyleExpression? {
    parse(
      call.arguments[number - 1], at: "\(call.path)[\(number)]", expecting: type, in: call.scope,
      annotation: annotation)
  }

  /// Parses a value inside an argument, such as an option of `format`.
  mutating func option(
    _ json: JSONValue, of call: ExpressionCall, expecting type: ExpressionType
  ) -> StyleExpression? {
    parse(json, at: call.path + "[1]", expecting: type, in: call.scope)
  }

  /// Records a fault of a call, or of one of its arguments.
  @discardableResult
  mutating func fail(
    _ message: String, in call: ExpressionCall, at number: Int? = nil, help: String? = nil
  ) -> StyleExpression? {
    guard let number else { return fail(message, at: call.path, call.offset, help: help) }
    let offset =
      call.arguments.indices.contains(number - 1)
      ? call.arguments[number - 1].offset : call.offset
    return fail(message, at: "\(call.path)[\(number)]", offset, help: help)
  }

  /// Whether a call has one of these numbers of arguments; records a fault when it has not.
  mutating func hasArguments(_ counts: ClosedRange<Int>, _ call: ExpressionCall) -> Bool {
    guard !counts.contains(call.arguments.count) else { return true }
    let needed =
      counts.count == 1
      ? "\(counts.lowerBound) argument\(counts.lowerBound == 1 ? "" : "s")"
      : counts.upperBound == .max
        ? "at least \(counts.lowerBound) argument\(counts.lowerBound == 1 ? "" : "s")"
        : "\(counts.lowerBound) to \(counts.upperBound) arguments"
    fail("'\(call.name)' needs \(needed), found \(call.arguments.count)", in: call)
    return false
  }
}
