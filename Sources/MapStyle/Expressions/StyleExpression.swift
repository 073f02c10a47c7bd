/// An expression that has been parsed and type-checked.
struct StyleExpression: Sendable {
  /// What the value of an expression depends on.
  struct Dependencies: OptionSet, Sendable {
    let rawValue: Int

    static let feature = Dependencies(rawValue: 1)
    static let zoom = Dependencies(rawValue: 2)
    static let featureState = Dependencies(rawValue: 4)
    static let globalState = Dependencies(rawValue: 8)
    /// `heatmap-density`, `line-progress`, `elevation`, `accumulated`.
    static let ramp = Dependencies(rawValue: 16)
    /// Known only at run time for other reasons: a symbol, the order of a language.
    static let runtime = Dependencies(rawValue: 32)
  }

  /// Computes the value.
  typealias Evaluation =
    @Sendable (inout EvaluationContext) throws(EvaluationError) -> StyleValue

  let type: ExpressionType
  let dependencies: Dependencies
  /// The properties of the feature that the value depends on; `nil` where it depends on more.
  let properties: Set<String>?
  let curve: ZoomCurve
  /// The value, where it is known before any feature is.
  let constant: StyleValue?
  /// Whether this is `["zoom"]` itself.
  let isZoom: Bool
  /// Whether every value that can result is written in the expression.
  let hasKnownOutputs: Bool
  private let evaluation: Evaluation

  /// Creates an expression that depends on what its parts depend on, and on more where it says so.
  ///
  /// - Parameter property: What it asks the feature for, where it asks for nothing else of it.
  init(
    _ type: ExpressionType, of parts: [StyleExpression] = [], dependingOn own: Dependencies = [],
    property: String? = nil, curve: ZoomCurve = .none, isZoom: Bool = false,
    hasKnownOutputs: Bool = false, evaluation: @escaping Evaluation
  ) {
    self.type = type
    dependencies = parts.reduce(own) { $0.union($1.dependencies) }
    let asked: Set<String>? = own.contains(.feature) ? property.map { [$0] } : []
    properties = parts.reduce(asked) { known, part in
      known.flatMap { known in part.properties.map(known.union) }
    }
    self.curve = ZoomCurve.joining(curve, parts.map(\.curve))
    constant = nil
    self.isZoom = isZoom
    self.hasKnownOutputs = hasKnownOutputs
    self.evaluation = evaluation
  }

  /// Creates an expression that is always the same.
  init(constant value: StyleValue, type: ExpressionType? = nil) {
    self.type = type ?? value.type
    dependencies = []
    properties = []
    curve = .none
    constant = value
    isZoom = false
    hasKnownOutputs = true
    evaluation = { (_) throws(EvaluationError) in value }
  }

  /// Computes the value for a feature and a zoom.
  func evaluate(in context: inout EvaluationContext) throws(EvaluationError) -> StyleValue {
    if let constant { return constant }
    return try evaluation(&context)
  }
}
