import GeoJSONCoding
import Messages

extension ExpressionLanguage {
  /// What lies elsewhere than in the feature's properties: its geometry and the style's state.
  static let places: [String: Form] = [
    "global-state": globalState, "within": within, "distance": distance,
  ]

  private static let within: Form = { call, parser in
    guard parser.hasArguments(1...1, call) else { return nil }
    let shapes = StyleShape.all(in: call.arguments[0]) ?? []
    let areas = shapes.flatMap(\.areas)
    guard !areas.isEmpty else {
      return parser.fail(
        Wording(
          "'within' needs GeoJSON with an area, found \(found(call).english)",
          zh: "“within”需要含有面的 GeoJSON，实际为\(found(call).chinese)"), in: call,
        help: Wording(
          "write a Polygon or MultiPolygon, or features of such",
          zh: "写 Polygon、MultiPolygon，或含有它们的要素"))
    }
    let inside = ShapeInside(areas)
    return StyleExpression(.boolean, dependingOn: .feature, hasKnownOutputs: true) {
      (context) throws(EvaluationError) in
      let shape = context.feature?.geometry.flatMap { StyleShape($0) }
      return .bool(shape.map { inside.holds($0) } ?? false)
    }
  }

  private static let distance: Form = { call, parser in
    guard parser.hasArguments(1...1, call) else { return nil }
    guard let shapes = StyleShape.all(in: call.arguments[0]), !shapes.isEmpty else {
      return parser.fail(
        Wording(
          "'distance' needs GeoJSON with coordinates, found \(found(call).english)",
          zh: "“distance”需要带坐标的 GeoJSON，实际为\(found(call).chinese)"), in: call,
        help: Wording(
          "write a geometry, a feature or features", zh: "写一个几何、一个要素或多个要素"))
    }
    return StyleExpression(.number, dependingOn: .feature, hasKnownOutputs: true) {
      (context) throws(EvaluationError) in
      let shape = context.feature?.geometry.flatMap { StyleShape($0) }
      return .number(shape.map { ShapeDistance.metres(from: $0, to: shapes) } ?? .nan)
    }
  }

  /// What stands where GeoJSON is needed.
  private static func found(_ call: ExpressionCall) -> Wording {
    let json = call.arguments[0]
    guard json.object != nil, let type = json["type"]?.text else { return json.kindName }
    return .quoted(type)
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
