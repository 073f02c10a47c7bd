/// What a style gives a property: a value, or an expression for one.
struct PropertyValue: Sendable {
  let specification: PropertySpecification
  let expression: StyleExpression
  /// The value, where it depends on nothing.
  let constant: StyleValue?

  /// - Parameter state: The style's global state, where it is known.
  init(
    specification: PropertySpecification, expression: StyleExpression,
    in state: [String: StyleValue]? = nil
  ) {
    (self.specification, self.expression) = (specification, expression)
    var context = EvaluationContext()
    context.globalState = state ?? [:]
    let known: StyleExpression.Dependencies = state == nil ? [] : .globalState
    constant =
      expression.dependencies.isSubset(of: known)
      ? Self.value(of: expression, specification, in: &context) : nil
  }

  /// The same where the style's global state is known.
  func settled(in state: [String: StyleValue]) -> PropertyValue {
    constant == nil
      ? PropertyValue(specification: specification, expression: expression, in: state) : self
  }

  var dependencies: StyleExpression.Dependencies { expression.dependencies }

  /// The value, or the default where the expression gives none that the property can have.
  func evaluate(in context: inout EvaluationContext) -> StyleValue {
    constant ?? Self.value(of: expression, specification, in: &context)
  }

  private static func value(
    of expression: StyleExpression, _ specification: PropertySpecification,
    in context: inout EvaluationContext
  ) -> StyleValue {
    guard let value = try? expression.evaluate(in: &context) else {
      return specification.defaultValue
    }
    switch (value, specification.kind) {
    case (.null, _): return specification.defaultValue
    case (.number(let number), _) where number.isNaN: return specification.defaultValue
    case (.string(let word), .choice(let words)) where !words.contains(word):
      return specification.defaultValue
    default: return value
    }
  }
}
