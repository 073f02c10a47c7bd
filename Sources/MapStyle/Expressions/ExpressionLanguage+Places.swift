import GeoJSONCoding
import Messages

extension ExpressionLanguage {
  /// What lies elsewhere than in the feature's properties: its geometry and the style's state.
  static let places: [String: Form] = [
    "global-state": globalState, "within": geometry, "distance": geometry,
  ]

  private static let geometry: Form = { call, parser in
    guard parser.hasArguments(1...1, call) else { return nil }
    return parser.fail(
      Wording(
        "'\(call.name)' needs the geometry of features, which is not looked at",
        zh: "“\(call.name)”需要要素的几何，样式不读取几何"), in: call)
  }

  private static let globalState: Form = { call, parser in
    guard parser.hasArguments(1...1, call) else { return nil }
    guard let name = call.arguments[0].text else {
      let kind = call.arguments[0].kindName
      return parser.fail(
        Wording(
          "'global-state' needs the name of a state, found \(kind.english)",
          zh: "“global-state”需要状态的名称，实际为\(kind.chinese)"), in: call)
    }
    return StyleExpression(.value, dependingOn: .globalState) { (context) throws(EvaluationError) in
      context.globalState[name] ?? .null
    }
  }
}
