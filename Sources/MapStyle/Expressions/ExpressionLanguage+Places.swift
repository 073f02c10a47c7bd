import GeoJSONCoding

extension ExpressionLanguage {
  /// What lies elsewhere than in the feature: the style's state.
  static let places: [String: Form] = ["global-state": globalState]

  private static let globalState: Form = { call, parser in
    guard parser.hasArguments(1...1, call) else { return nil }
    guard let name = call.arguments[0].string else {
      return parser.fail(
        "'global-state' needs the name of a state, found \(call.arguments[0].kindName)", in: call)
    }
    return StyleExpression(.value, dependingOn: .globalState) { (context) throws(EvaluationError) in
      context.globalState[name] ?? .null
    }
  }
}
