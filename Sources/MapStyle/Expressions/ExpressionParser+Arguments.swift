import GeoJSONCoding
import Messages

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
    _ message: Wording, in call: ExpressionCall, at number: Int? = nil, help: Wording? = nil
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
    let (least, most, found) = (counts.lowerBound, counts.upperBound, call.arguments.count)
    let arguments = least == 1 ? "argument" : "arguments"
    let needed =
      least == most
      ? Wording("\(least) \(arguments)", zh: "\(least) 个参数")
      : most == .max
        ? Wording("at least \(least) \(arguments)", zh: "至少 \(least) 个参数")
        : Wording("\(least) to \(most) arguments", zh: "\(least) 至 \(most) 个参数")
    fail(
      Wording(
        "'\(call.name)' needs \(needed.english), found \(found)",
        zh: "“\(call.name)”需要\(least == most ? " " : "")\(needed.chinese)，实际 \(found) 个"), in: call)
    return false
  }
}
