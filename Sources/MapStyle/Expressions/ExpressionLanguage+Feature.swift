extension ExpressionLanguage {
  /// What the feature and the map say.
  static let features: [String: ExpressionFunction] = [
    "get": ExpressionFunction(
      .value,
      [
        .init(parameters: .fixed([.string]), dependencies: .feature, namesProperty: true) {
          (a, c, _) throws(EvaluationError) in
          let name = try a[0].string(&c)
          return c.feature?.property(name) ?? .null
        },
        .init(parameters: .fixed([.string, .object])) { (a, c, _) throws(EvaluationError) in
          try members(a[1], &c)[try a[0].string(&c)] ?? .null
        },
      ]),
    "has": ExpressionFunction(
      .boolean,
      [
        .init(parameters: .fixed([.string]), dependencies: .feature, namesProperty: true) {
          (a, c, _) throws(EvaluationError) in
          let name = try a[0].string(&c)
          return .bool(c.feature?.property(name) != nil)
        },
        .init(parameters: .fixed([.string, .object])) { (a, c, _) throws(EvaluationError) in
          .bool(try members(a[1], &c)[try a[0].string(&c)] != nil)
        },
      ]),
    "properties": ExpressionFunction([], .object, dependingOn: .feature) {
      (_, c, _) throws(EvaluationError) in .object(c.feature?.properties ?? [:])
    },
    "id": ExpressionFunction([], .value, dependingOn: .feature) {
      (_, c, _) throws(EvaluationError) in c.feature?.id ?? .null
    },
    "geometry-type": ExpressionFunction([], .string, dependingOn: .feature) {
      (_, c, _) throws(EvaluationError) in
      c.feature.map { .string($0.geometryType) } ?? .null
    },
    "feature-state": ExpressionFunction(
      [.string], .value, dependingOn: [.feature, .featureState]
    ) { (a, c, _) throws(EvaluationError) in
      // State is what a user does with a map on a screen; paper has none.
      _ = try a[0].string(&c)
      return .null
    },
    "zoom": ExpressionFunction([], .number, dependingOn: .zoom) {
      (_, c, _) throws(EvaluationError) in c.zoom.map { .number($0) } ?? .null
    },
    "heatmap-density": ramp("heatmap-density"),
    "line-progress": ramp("line-progress"),
    "elevation": ramp("elevation"),
    "accumulated": ExpressionFunction([], .value, dependingOn: .ramp) {
      (_, _, _) throws(EvaluationError) in .null
    },
  ]

  private static func ramp(_ name: String) -> ExpressionFunction {
    ExpressionFunction([], .number, dependingOn: .ramp) { (_, c, _) throws(EvaluationError) in
      .number(c.ramp[name] ?? 0)
    }
  }

  private static func members(
    _ expression: StyleExpression, _ context: inout EvaluationContext
  ) throws(EvaluationError) -> [String: StyleValue] {
    if case .object(let members) = try expression.evaluate(in: &context) { members } else { [:] }
  }
}
