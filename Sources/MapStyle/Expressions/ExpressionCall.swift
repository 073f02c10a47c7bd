import GeoJSONCoding
import Messages

/// One expression as it is written, while it is parsed.
struct ExpressionCall {
  let name: String
  /// What follows the name.
  let arguments: [JSONValue]
  /// The place in the whole expression, such as `[2][1]`.
  let path: String
  /// Where the text starts.
  let offset: Int
  /// The type that is needed, where one is.
  let expected: ExpressionType?
  let scope: ExpressionScope

  /// The needed type, unless anything will do.
  var demanded: ExpressionType? { expected == .value ? nil : expected }
}

/// The variables that an expression can see.
struct ExpressionScope {
  /// A variable: its number among all of an expression, and what it stands for.
  struct Variable {
    let slot: Int
    let value: StyleExpression
  }

  private(set) var variables: [String: Variable] = [:]

  func adding(_ bindings: [(String, Variable)]) -> ExpressionScope {
    var scope = self
    for (name, variable) in bindings { scope.variables[name] = variable }
    return scope
  }
}

/// Why an expression cannot be used.
struct ExpressionFault: Hashable {
  /// The place in the expression, such as `[2][1]`.
  var path: String
  /// Where the text starts.
  var offset: Int
  var message: Wording
  var help: Wording?
}
