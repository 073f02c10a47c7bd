/// The words of the expression language.
enum ExpressionLanguage {
  /// Parses one kind of expression.
  typealias Form = @Sendable (ExpressionCall, inout ExpressionParser) -> StyleExpression?

  /// How each kind of expression is parsed, by name.
  static let forms: [String: Form] = {
    var forms: [String: Form] = [:]
    for table in [types, lookups, decisions, comparisons, curves, variables, texts, places] {
      forms.merge(table) { first, _ in first }
    }
    for table in [mathematics, logic, strings, colors, features] {
      for (name, function) in table { forms[name] = { function.parse($0, &$1) } }
    }
    return forms
  }()
}
