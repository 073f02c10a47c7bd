import GeoJSONCoding

extension ExpressionLanguage {
  /// What lies elsewhere than in the feature's properties: its geometry and the style's state.
  static let places: [String: Form] = [
    "global-state": globalState, "within": geometry, "distance": geometry,
  ]

  private static let geometry: Form = { call, parser in
    guard parser.hasArguments(1...1, call) else { return nil }
    return parser.fail(
      "'\(call.name)' needs the geometry of features, which is not looked at", in: call)
  }

  private static let globalState: Form = { call, parser in
    guard parser.hasArguments(1...1, call) else { return nil }
    guard let name = call.arguments[0].text else {
      return parser.fail(
        "'global-state' needs the name of a state, found \(call.arguments[0].kindName)", in: call)
    }
    return StyleExpression(.value, dependingOn: .globalState) { (context) throws(EvaluationError) in
      context.globalState[name] ?? .null
    }
  }
}
