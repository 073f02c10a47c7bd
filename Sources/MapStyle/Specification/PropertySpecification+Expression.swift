import GeoJSONCoding
import Messages

extension PropertySpecification {
  /// The type that an expression for the property must have.
  var expressionType: ExpressionType? {
    switch kind {
    case .number: .number
    case .color: .color
    case .boolean: .boolean
    case .text, .choice: .string
    case .formatted: .formatted
    case .image: .image
    case .padding: .padding
    case .numberArray: .numberArray
    case .colorArray: .colorArray
    case .anchorOffsets: .anchorOffsets
    case .projection: .projection
    case .choices: .array(.string, count: nil)
    case .numbers(let count): .array(.number, count: count)
    case .strings(let count): .array(.string, count: count)
    case .booleans(let count): .array(.boolean, count: count)
    case .any: nil
    }
  }

  /// Parses an expression for the property, and checks that the property takes such expressions.
  func expression(_ json: JSONValue) -> (expression: StyleExpression?, faults: [ExpressionFault]) {
    var parser = ExpressionParser()
    let parsed = parser.parse(
      json, expecting: expressionType, annotation: kind == .text ? .coerce : .automatic)
    guard let parsed, parser.faults.isEmpty else { return (nil, parser.faults) }
    if let message = refusal(of: parsed) {
      return (nil, [ExpressionFault(path: "", offset: json.offset, message: message)])
    }
    return (parsed, [])
  }

  /// Why the property does not take an expression.
  private func refusal(of expression: StyleExpression) -> Wording? {
    if expression.dependencies.contains(.feature), !traits.contains(.feature) {
      return Wording(
        "'\(name)' does not take expressions that depend on the feature",
        zh: "“\(name)”不接受取决于要素的表达式")
    }
    if expression.dependencies.contains(.zoom), !traits.contains(.zoom) {
      return Wording(
        "'\(name)' does not take expressions that depend on zoom",
        zh: "“\(name)”不接受取决于缩放级别的表达式")
    }
    switch expression.curve {
    case .none where expression.dependencies.contains(.zoom), .buried:
      return Wording(
        "'zoom' stands elsewhere than as the input of a 'step' or 'interpolate' at the top",
        zh: "“zoom”只能是最外层“step”或“interpolate”的输入")
    case .several:
      return Wording(
        "more than one 'step' or 'interpolate' over 'zoom' in an expression",
        zh: "表达式中有多个以“zoom”为输入的“step”或“interpolate”")
    case .curve(_, interpolates: true) where !traits.contains(.smooth):
      return Wording("'\(name)' cannot be interpolated", zh: "“\(name)”不能插值")
    default:
      return nil
    }
  }
}
