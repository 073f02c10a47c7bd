extension StyleExpression {
  /// The value as a number; the type check has made sure that it is one.
  func number(_ context: inout EvaluationContext) throws(EvaluationError) -> Double {
    try evaluate(in: &context).number ?? .nan
  }

  /// The value as a string.
  func string(_ context: inout EvaluationContext) throws(EvaluationError) -> String {
    try evaluate(in: &context).string ?? ""
  }

  /// The value as a truth value.
  func bool(_ context: inout EvaluationContext) throws(EvaluationError) -> Bool {
    try evaluate(in: &context).bool ?? false
  }

  /// The first of several values that has a type; an error when none has.
  static func asserting(_ parts: [StyleExpression], are type: ExpressionType, at path: String)
    -> StyleExpression
  {
    StyleExpression(
      type, of: parts, hasKnownOutputs: parts.allSatisfy(\.hasKnownOutputs)
    ) { (context) throws(EvaluationError) in
      var value = StyleValue.null
      for part in parts {
        value = try part.evaluate(in: &context)
        if type.accepts(value.type) { return value }
      }
      throw EvaluationError(
        path: path, reason: .mistyped(needed: type, found: value.type))
    }
  }

  /// The first of several values that can be converted to a type; an error when none can.
  static func converting(_ parts: [StyleExpression], to type: ExpressionType, at path: String)
    -> StyleExpression
  {
    StyleExpression(
      type, of: parts, hasKnownOutputs: parts.allSatisfy(\.hasKnownOutputs)
    ) { (context) throws(EvaluationError) in
      var value = StyleValue.null
      for part in parts {
        value = try part.evaluate(in: &context)
        if let converted = value.converted(to: type) { return converted }
      }
      throw EvaluationError(
        path: path, reason: .notConvertible(value, to: type))
    }
  }
}
