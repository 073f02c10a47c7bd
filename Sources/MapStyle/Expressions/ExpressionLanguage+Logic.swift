extension ExpressionLanguage {
  /// Truth from truth; what decides ends the evaluation.
  static let logic: [String: ExpressionFunction] = [
    "!": ExpressionFunction([.boolean], .boolean) { (a, c, _) throws(EvaluationError) in
      .bool(!(try a[0].bool(&c)))
    },
    "all": joined(stoppingAt: false),
    "any": joined(stoppingAt: true),
  ]

  private static func joined(stoppingAt end: Bool) -> ExpressionFunction {
    let body: ExpressionFunction.Body = { (arguments, c, _) throws(EvaluationError) in
      for argument in arguments where try argument.bool(&c) == end { return .bool(end) }
      return .bool(!end)
    }
    return ExpressionFunction(
      .boolean,
      [
        .init(parameters: .fixed([.boolean, .boolean]), body: body),
        .init(parameters: .repeated(.boolean), body: body),
      ])
  }
}
