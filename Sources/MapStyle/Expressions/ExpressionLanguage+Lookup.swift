import GeoJSONCoding
import Messages

extension ExpressionLanguage {
  /// Parts of arrays and strings.
  static let lookups: [String: Form] = [
    "at": element, "in": contains, "index-of": position, "length": length, "slice": slice,
  ]

  private static let element: Form = { call, parser in
    guard parser.hasArguments(2...2, call) else { return nil }
    let index = parser.argument(1, of: call, expecting: .number)
    let array = parser.argument(
      2, of: call, expecting: .array(call.expected ?? .value, count: nil))
    guard let index, let array, case .array(let item, _) = array.type else { return nil }
    let path = call.path
    return StyleExpression(item, of: [index, array]) { (context) throws(EvaluationError) in
      let number = try index.number(&context)
      let elements = try array.evaluate(in: &context).array ?? []
      guard let position = Int(exactly: number), elements.indices.contains(position) else {
        throw EvaluationError(
          path: path, reason: .noElement(number, count: elements.count))
      }
      return elements[position]
    }
  }

  /// Whether values of a type can be looked for.
  private static func canBeSought(_ type: ExpressionType) -> Bool {
    [.boolean, .string, .number, .null, .value].contains(type)
  }

  /// The faults of a needle that is looked for in a haystack.
  private static func needleAndHaystack(
    _ call: ExpressionCall, _ parser: inout ExpressionParser
  ) -> (needle: StyleExpression, haystack: StyleExpression)? {
    let needle = parser.argument(1, of: call)
    let haystack = parser.argument(2, of: call)
    guard let needle, let haystack else { return nil }
    guard canBeSought(needle.type) else {
      parser.fail(
        Wording(
          "'\(call.name)' looks for a boolean, string, number or null, found \(needle.type.name)",
          zh: "“\(call.name)”查找布尔值、字符串、数字或 null，实际为 \(needle.type.name)"), in: call)
      return nil
    }
    return (needle, haystack)
  }

  /// Makes sure that a value can be looked for in another.
  private static func check(
    _ needle: StyleValue, _ haystack: StyleValue, at path: String
  ) throws(EvaluationError) {
    guard canBeSought(needle.type) else {
      throw EvaluationError(
        path: path, reason: .noNeedle(needle.type))
    }
    guard haystack.string != nil || haystack.array != nil else {
      throw EvaluationError(
        path: path, reason: .noHaystack(haystack.type))
    }
  }

  private static let contains: Form = { call, parser in
    guard parser.hasArguments(2...2, call),
      let (needle, haystack) = needleAndHaystack(call, &parser)
    else { return nil }
    let path = call.path
    return StyleExpression(.boolean, of: [needle, haystack]) { (context) throws(EvaluationError) in
      let sought = try needle.evaluate(in: &context)
      let place = try haystack.evaluate(in: &context)
      guard place.truth else { return .bool(false) }
      try check(sought, place, at: path)
      return .bool(Search.index(of: sought, in: place, from: nil) != nil)
    }
  }

  private static let position: Form = { call, parser in
    guard parser.hasArguments(2...3, call),
      let (needle, haystack) = needleAndHaystack(call, &parser)
    else { return nil }
    var start: StyleExpression?
    if call.arguments.count == 3 {
      start = parser.argument(3, of: call, expecting: .number)
      guard start != nil else { return nil }
    }
    let path = call.path
    return StyleExpression(.number, of: [needle, haystack] + (start.map { [$0] } ?? [])) {
      [start] (context) throws(EvaluationError) in
      let sought = try needle.evaluate(in: &context)
      let place = try haystack.evaluate(in: &context)
      try check(sought, place, at: path)
      let from = try start?.number(&context)
      return .number(Double(Search.index(of: sought, in: place, from: from) ?? -1))
    }
  }

  private static let length: Form = { call, parser in
    guard parser.hasArguments(1...1, call), let input = parser.argument(1, of: call) else {
      return nil
    }
    guard input.type == .string || input.type == .value || input.type.isArray else {
      return parser.fail(.noParts(of: "length", input.type), in: call)
    }
    let path = call.path
    return StyleExpression(.number, of: [input]) { (context) throws(EvaluationError) in
      switch try input.evaluate(in: &context) {
      case .string(let text): return .number(Double(text.unicodeScalars.count))
      case .array(let elements): return .number(Double(elements.count))
      case let other:
        throw EvaluationError(
          path: path, reason: .noParts(operator: "length", other.type))
      }
    }
  }

  private static let slice: Form = { call, parser in
    guard parser.hasArguments(2...3, call) else { return nil }
    let input = parser.argument(1, of: call)
    let begin = parser.argument(2, of: call, expecting: .number)
    guard let input, let begin else { return nil }
    guard input.type == .string || input.type == .value || input.type.isArray else {
      return parser.fail(.noParts(of: "slice", input.type), in: call)
    }
    var end: StyleExpression?
    if call.arguments.count == 3 {
      end = parser.argument(3, of: call, expecting: .number)
      guard end != nil else { return nil }
    }
    let path = call.path
    return StyleExpression(input.type, of: [input, begin] + (end.map { [$0] } ?? [])) {
      [end] (context) throws(EvaluationError) in
      let value = try input.evaluate(in: &context)
      let from = try begin.number(&context)
      let to = try end?.number(&context)
      switch value {
      case .string(let text):
        let scalars = Array(text.unicodeScalars)
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[Search.range(from, to, count: scalars.count)])
        return .string(String(view))
      case .array(let elements):
        return .array(Array(elements[Search.range(from, to, count: elements.count)]))
      default:
        throw EvaluationError(
          path: path, reason: .noParts(operator: "slice", value.type))
      }
    }
  }
}
