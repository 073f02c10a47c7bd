import Messages

extension ExpressionParser {
  /// Makes an expression have the type that is needed: by assertion, by conversion, or not at all.
  mutating func convert(
    _ expression: StyleExpression, to expected: ExpressionType?, annotation: Annotation,
    at path: String,
    offset: Int
  ) -> StyleExpression? {
    guard let expected else { return expression }
    let actual = expression.type
    switch expected {
    case .string, .number, .boolean, .object, .array:
      if actual == .value {
        switch annotation {
        case .automatic: return StyleExpression.asserting([expression], are: expected, at: path)
        case .coerce: return StyleExpression.converting([expression], to: expected, at: path)
        case .omit: return expression
        }
      }
    default:
      if Self.converts(actual, to: expected) {
        return annotation == .omit
          ? expression : StyleExpression.converting([expression], to: expected, at: path)
      }
    }
    guard expects(expected, actual, at: path, offset) else { return nil }
    return expression
  }

  /// Whether a type fits; records a fault when it does not.
  mutating func expects(
    _ expected: ExpressionType, _ actual: ExpressionType, at path: String, _ offset: Int
  ) -> Bool {
    if expected.accepts(actual) { return true }
    fail(
      Wording(
        "expected \(expected.name), found \(actual.name)",
        zh: "类型应为 \(expected.name)，实际为 \(actual.name)"), at: path, offset)
    return false
  }

  /// Whether values of one type are taken where the other is needed.
  private static func converts(_ actual: ExpressionType, to expected: ExpressionType) -> Bool {
    switch (expected, actual) {
    case (.color, .value), (.color, .string): true
    case (.formatted, .value), (.formatted, .string): true
    case (.image, .value), (.image, .string): true
    case (.projection, .value), (.projection, .string), (.projection, .array): true
    case (.padding, .value), (.padding, .number), (.padding, .array): true
    case (.numberArray, .value), (.numberArray, .number), (.numberArray, .array): true
    case (.colorArray, .value), (.colorArray, .string), (.colorArray, .array): true
    case (.anchorOffsets, .value), (.anchorOffsets, .array): true
    default: false
    }
  }
}
