import GeoJSONCoding
import Messages

extension ExpressionLanguage {
  /// Literals, assertions and conversions.
  static let types: [String: Form] = [
    "literal": literal,
    "semiliteral": semiliteral,
    "array": arrayAssertion,
    "string": assertion(.string),
    "number": assertion(.number),
    "boolean": assertion(.boolean),
    "object": assertion(.object),
    "to-string": conversion(.string, arguments: 1...1),
    "to-boolean": conversion(.boolean, arguments: 1...1),
    "to-number": conversion(.number, arguments: 1...Int.max),
    "to-color": conversion(.color, arguments: 1...Int.max),
  ]

  private static let literal: Form = { call, parser in
    guard parser.hasArguments(1...1, call) else { return nil }
    let value = StyleValue(call.arguments[0])
    var type = value.type
    // An array without elements is of the item type that is needed.
    if case .array(_, let count) = call.expected, count ?? 0 == 0, value == .array([]),
      let expected = call.expected
    {
      type = expected
    }
    return StyleExpression(constant: value, type: type)
  }

  /// An array or object whose elements are expressions.
  private static let semiliteral: Form = { call, parser in
    guard parser.hasArguments(1...1, call) else { return nil }
    switch call.arguments[0].kind {
    case .array(let elements):
      var parts: [StyleExpression] = []
      var isComplete = true
      for element in elements {
        let part = parser.parse(element, at: call.path, expecting: .value, in: call.scope)
        if let part { parts.append(part) } else { isComplete = false }
      }
      guard isComplete else { return nil }
      let first = parts.first?.type ?? .value
      let item: ExpressionType =
        parts.count > 1 && (first.isArray || !parts.allSatisfy { $0.type == first })
        ? .value : first
      return StyleExpression(.array(item, count: parts.count), of: parts, hasKnownOutputs: true) {
        [parts] (context) throws(EvaluationError) in
        var values: [StyleValue] = []
        for part in parts { values.append(try part.evaluate(in: &context)) }
        return .array(values)
      }
    case .object(let members):
      var parts: [(String, StyleExpression)] = []
      for member in members {
        guard
          let part = parser.parse(
            member.value, at: call.path, expecting: .value, in: call.scope)
        else { return nil }
        parts.append((member.key, part))
      }
      return StyleExpression(.object, of: parts.map(\.1)) {
        [parts] (context) throws(EvaluationError) in
        var object: [String: StyleValue] = [:]
        for (key, part) in parts { object[key] = try part.evaluate(in: &context) }
        return .object(object)
      }
    default:
      return StyleExpression(constant: StyleValue(call.arguments[0]))
    }
  }

  private static func assertion(_ type: ExpressionType) -> Form {
    { call, parser in
      guard parser.hasArguments(1...Int.max, call),
        let parts = parser.arguments(from: 1, of: call)
      else { return nil }
      return StyleExpression.asserting(parts, are: type, at: call.path)
    }
  }

  private static func conversion(_ type: ExpressionType, arguments: ClosedRange<Int>) -> Form {
    { call, parser in
      guard parser.hasArguments(arguments, call),
        let parts = parser.arguments(from: 1, of: call)
      else { return nil }
      return StyleExpression.converting(parts, to: type, at: call.path)
    }
  }

  /// `["array", value]`, `["array", type, value]`, `["array", type, length, value]`.
  private static let arrayAssertion: Form = { call, parser in
    guard parser.hasArguments(1...Int.max, call) else { return nil }
    let arguments = call.arguments
    var item = ExpressionType.value
    var count: Int?
    var first = 1
    if arguments.count > 1 {
      let names: [String: ExpressionType] = [
        "string": .string, "number": .number, "boolean": .boolean,
      ]
      guard let type = arguments[0].text.flatMap({ names[$0] }) else {
        return parser.fail(
          Wording(
            "the item type of 'array' is one of string, number, boolean",
            zh: "“array”的元素类型应为 string、number 或 boolean"), in: call, at: 1)
      }
      item = type
      first = 2
    }
    if arguments.count > 2 {
      if !arguments[1].isNull {
        guard let length = arguments[1].integer, length >= 0 else {
          return parser.fail(
            Wording("the length of 'array' is a whole number", zh: "“array”的长度应为整数"), in: call,
            at: 2)
        }
        count = length
      }
      first = 3
    }
    guard let parts = parser.arguments(from: first, of: call) else { return nil }
    return StyleExpression.asserting(parts, are: .array(item, count: count), at: call.path)
  }
}

extension ExpressionParser {
  /// Parses the arguments from a number on, whatever their types.
  mutating func arguments(from first: Int, of call: ExpressionCall) -> [StyleExpression]? {
    var parts: [StyleExpression] = []
    for number in stride(from: first, through: call.arguments.count, by: 1) {
      guard let part = argument(number, of: call) else { return nil }
      parts.append(part)
    }
    return parts
  }
}
