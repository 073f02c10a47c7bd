/// An expression that has been parsed and type-checked.
struct Expression: Sendable {
  /// What the value of an expression depends on.
  struct Dependencies: OptionSet, Sendable {
    let rawValue: Int

    static let feature = Dependencies(rawValue: 1)
    static let zoom = Dependencies(rawValue: 2)
    static let featureState = Dependencies(rawValue: 4)
    static let globalState = Dependencies(rawValue: 8)
    /// `heatmap-density`, `line-progress`, `elevation`, `accumulated`.
    static let ramp = Dependencies(rawValue: 16)
    /// Known only at run time for other reasons: a variable, a symbol, the order of a language.
    static let runtime = Dependencies(rawValue: 32)
  }

  /// Computes the value.
  typealias Evaluation =
    @Sendable (inout EvaluationContext) throws(EvaluationError) -> StyleValue

  var type: ExpressionType
  var dependencies: Dependencies
  var curve: ZoomCurve
  /// The value, where it is known before any feature is.
  var constant: StyleValue?
  let evaluation: Evaluation

  /// Creates an expression whose dependencies are those of its parts and its own.
  init(
    _ type: ExpressionType, of parts: [Expression] = [], dependingOn own: Dependencies = [],
    evaluation: @escaping Evaluation
  ) {
    self.type = type
    dependencies = parts.reduce(own) { $0.union($1.dependencies) }
    curve = ZoomCurve.joining(parts.map(\.curve))
    self.evaluation = evaluation
  }

  /// Creates an expression that is always the same.
  init(constant value: StyleValue, type: ExpressionType) {
    self.type = type
    dependencies = []
    curve = .none
    constant = value
    evaluation = { (_) throws(EvaluationError) in value }
  }

  /// Computes the value for a feature and a zoom.
  func evaluate(in context: inout EvaluationContext) throws(EvaluationError) -> StyleValue {
    if let constant { return constant }
    return try evaluation(&context)
  }
}
