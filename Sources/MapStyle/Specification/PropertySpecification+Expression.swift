import GeoJSONCoding

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
  private func refusal(of expression: StyleExpression) -> String? {
    if expression.dependencies.contains(.feature), !traits.contains(.feature) {
      return "'\(name)' does not take expressions that depend on the feature"
    }
    if expression.dependencies.contains(.zoom), !traits.contains(.zoom) {
      return "'\(name)' does not take expressions that depend on zoom"
    }
    switch expression.curve {
    case .none where expression.dependencies.contains(.zoom), .buried:
      return "'zoom' stands elsewhere than as the input of a 'step' or 'interpolate' at the top"
    case .several:
      return "more than one 'step' or 'interpolate' over 'zoom' in an expression"
    case .curve(_, interpolates: true) where !traits.contains(.smooth):
      return "'\(name)' cannot be interpolated"
    default:
      return nil
    }
  }
}
