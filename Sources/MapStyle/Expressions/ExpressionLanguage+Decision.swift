import GeoJSONCoding
import Messages

extension ExpressionLanguage {
  /// One of several values.
  static let decisions: [String: Form] = [
    "case": cases, "match": match, "coalesce": coalesce,
  ]

  private static let cases: Form = { call, parser in
    guard parser.hasArguments(3...Int.max, call) else { return nil }
    let count = call.arguments.count
    guard count % 2 == 1 else {
      return parser.fail(
        Wording(
          "'case' needs conditions with values and a fallback", zh: "“case”需要条件和值，以及缺省值"),
        in: call)
    }
    var type = call.demanded
    var branches: [(condition: StyleExpression, value: StyleExpression)] = []
    for number in stride(from: 1, to: count, by: 2) {
      guard let condition = parser.argument(number, of: call, expecting: .boolean),
        let value = parser.argument(number + 1, of: call, expecting: type)
      else { return nil }
      type = type ?? value.type
      branches.append((condition, value))
    }
    guard let fallback = parser.argument(count, of: call, expecting: type) else { return nil }
    let parts = branches.flatMap { [$0.condition, $0.value] } + [fallback]
    let outputs = branches.map(\.value) + [fallback]
    return StyleExpression(
      type ?? fallback.type, of: parts, hasKnownOutputs: outputs.allSatisfy(\.hasKnownOutputs)
    ) { [branches] (context) throws(EvaluationError) in
      for branch in branches where try branch.condition.bool(&context) {
        return try branch.value.evaluate(in: &context)
      }
      return try fallback.evaluate(in: &context)
    }
  }

  private static let coalesce: Form = { call, parser in
    guard parser.hasArguments(1...Int.max, call) else { return nil }
    var type = call.demanded
    var parts: [StyleExpression] = []
    for number in 1...call.arguments.count {
      guard let part = parser.argument(number, of: call, expecting: type, annotation: .omit) else {
        return nil
      }
      type = type ?? part.type
      parts.append(part)
    }
    // A part whose type is not known would be checked before null could pass it over.
    let needsCheck = call.expected.map { expected in
      !parts.allSatisfy { expected.accepts($0.type) }
    }
    let curve = parts.lazy.map(\.curve).first { $0 != .none } ?? .none
    return StyleExpression(
      needsCheck ?? false ? .value : type ?? .value, of: parts, curve: curve,
      hasKnownOutputs: parts.allSatisfy(\.hasKnownOutputs)
    ) { [parts] (context) throws(EvaluationError) in
      var missing: StyleValue?
      for part in parts {
        let value = try part.evaluate(in: &context)
        if case .image(let image) = value, !image.isAvailable {
          missing = missing ?? value
        } else if !value.isNull {
          return value
        }
      }
      return missing ?? .null
    }
  }
}
