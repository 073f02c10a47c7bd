import GeoJSONCoding

extension ExpressionLanguage {
  /// Names for values.
  static let variables: [String: Form] = ["let": letting, "var": variable]

  private static let letting: Form = { call, parser in
    guard parser.hasArguments(3...Int.max, call) else { return nil }
    let count = call.arguments.count
    var bindings: [(String, ExpressionScope.Variable)] = []
    for number in stride(from: 1, to: count, by: 2) {
      guard let name = call.arguments[number - 1].string else {
        return parser.fail(
          "\(call.arguments[number - 1].kindName) where the name of a variable is needed",
          in: call, at: number)
      }
      guard name.utf8.allSatisfy({ Self.isNameByte($0) }) else {
        return parser.fail(
          "variable '\(name)' is not made of letters, digits and underscores", in: call, at: number)
      }
      guard number < count else {
        return parser.fail("variable '\(name)' without a value", in: call)
      }
      guard let value = parser.argument(number + 1, of: call, expecting: nil) else { return nil }
      bindings.append((name, .init(slot: parser.variableCount, value: value)))
      parser.variableCount += 1
    }
    guard
      let result = parser.parse(
        call.arguments[count - 1], at: "\(call.path)[\(count)]", expecting: call.expected,
        in: call.scope.adding(bindings))
    else { return nil }
    let slots = bindings.map(\.1.slot)
    return StyleExpression(
      result.type, of: bindings.map(\.1.value) + [result], curve: result.curve,
      hasKnownOutputs: result.hasKnownOutputs
    ) { (context) throws(EvaluationError) in
      for slot in slots { context.variables[slot] = nil }
      return try result.evaluate(in: &context)
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
    default: false
    }
  }

  private static let variable: Form = { call, parser in
    guard call.arguments.count == 1, let name = call.arguments[0].string else {
      return parser.fail("'var' needs the name of a variable", in: call)
    }
    guard let variable = call.scope.variables[name] else {
      return parser.fail(
        "unknown variable '\(name)'", in: call, at: 1,
        help: "give it a value with [\"let\", \"\(name)\", …]")
    }
    // Computed once for each feature, however often it is used.
    let (slot, value) = (variable.slot, variable.value)
    if let constant = value.constant {
      return StyleExpression(constant: constant, type: value.type)
    }
    return StyleExpression(value.type, dependingOn: value.dependencies) {
      (context) throws(EvaluationError) in
      if let known = context.variables[slot] { return known }
      let result = try value.evaluate(in: &context)
      context.variables[slot] = result
      return result
    }
  }
}
