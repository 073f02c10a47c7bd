import GeoJSONCoding
import Messages

extension ExpressionLanguage {
  /// Names for values.
  static let variables: [String: Form] = ["let": letting, "var": variable]

  private static let letting: Form = { call, parser in
    guard parser.hasArguments(3...Int.max, call) else { return nil }
    let count = call.arguments.count
    var bindings: [(String, ExpressionScope.Variable)] = []
    for number in stride(from: 1, to: count, by: 2) {
      guard let name = call.arguments[number - 1].text else {
        return parser.fail(
          .mistyped(
            call.arguments[number - 1], needed: Wording("the name of a variable", zh: "变量名")),
          in: call, at: number)
      }
      guard name.utf8.allSatisfy({ Self.isNameByte($0) }) else {
        return parser.fail(
          Wording(
            "variable '\(name)' is not made of letters, digits and underscores",
            zh: "变量名“\(name)”含有字母、数字和下划线以外的字符"), in: call, at: number)
      }
      guard number < count else {
        return parser.fail(
          Wording("variable '\(name)' without a value", zh: "变量“\(name)”没有值"), in: call)
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
    guard call.arguments.count == 1, let name = call.arguments[0].text else {
      return parser.fail(
        Wording("'var' needs the name of a variable", zh: "“var”需要变量名"), in: call)
    }
    guard let variable = call.scope.variables[name] else {
      return parser.fail(
        Wording("unknown variable '\(name)'", zh: "未知的变量“\(name)”"), in: call, at: 1,
        help: Wording(
          "give it a value with [\"let\", \"\(name)\", …]",
          zh: "用 [\"let\", \"\(name)\", …] 为它赋值"))
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
