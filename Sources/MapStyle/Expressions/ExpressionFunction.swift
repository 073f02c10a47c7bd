import GeoJSONCoding
import Messages

/// An expression that computes a value from the values of its arguments.
///
/// Most of the language is of this kind. Where a function has several forms, the first whose
/// parameters the arguments fit is taken.
struct ExpressionFunction: Sendable {
  /// The types of the arguments.
  enum Parameters: Sendable {
    case fixed([ExpressionType])
    /// Any number of one type.
    case repeated(ExpressionType)

    func type(at index: Int) -> ExpressionType {
      switch self {
      case .fixed(let types): types[index]
      case .repeated(let type): type
      }
    }

    func fits(_ count: Int) -> Bool {
      if case .fixed(let types) = self { types.count == count } else { true }
    }

    var text: String {
      switch self {
      case .fixed(let types): "(" + types.map(\.name).joined(separator: ", ") + ")"
      case .repeated(let type): "(\(type.name)...)"
      }
    }
  }

  /// Computes the value; the path is for errors.
  typealias Body =
    @Sendable ([StyleExpression], inout EvaluationContext, String) throws(EvaluationError) ->
    StyleValue

  /// One form of a function.
  struct Overload: Sendable {
    let parameters: Parameters
    var dependencies: StyleExpression.Dependencies = []
    /// Whether all that it asks of the feature is the property that its first argument names.
    var namesProperty = false
    let body: Body
  }

  let result: ExpressionType
  let overloads: [Overload]

  /// A function of one form.
  init(
    _ types: [ExpressionType], _ result: ExpressionType,
    dependingOn dependencies: StyleExpression.Dependencies = [], _ body: @escaping Body
  ) {
    self.result = result
    overloads = [Overload(parameters: .fixed(types), dependencies: dependencies, body: body)]
  }

  /// A function of several forms.
  init(_ result: ExpressionType, _ overloads: [Overload]) {
    self.result = result
    self.overloads = overloads
  }
}

extension ExpressionFunction {
  /// Parses a call of the function.
  func parse(_ call: ExpressionCall, _ parser: inout ExpressionParser) -> StyleExpression? {
    let candidates = overloads.filter { $0.parameters.fits(call.arguments.count) }
    var lastFaults: [ExpressionFault] = []
    for overload in candidates {
      var attempt = parser.attempt()
      let arguments = attempt.arguments(of: call, for: overload.parameters)
      parser.variableCount = attempt.variableCount
      parser.parts = attempt.parts
      lastFaults = attempt.faults
      guard !attempt.isBeyondLimits else {
        parser.endBeyondLimits(with: attempt)
        return nil
      }
      guard let arguments, lastFaults.isEmpty else { continue }
      let path = call.path
      return StyleExpression(
        result, of: arguments, dependingOn: overload.dependencies,
        property: overload.namesProperty ? arguments.first?.constant?.string : nil,
        isZoom: call.name == "zoom"
      ) { (context) throws(EvaluationError) in try overload.body(arguments, &context, path) }
    }
    guard candidates.count != 1 else {
      parser.take(lastFaults)
      return nil
    }
    var found: [String] = []
    for number in call.arguments.indices.map({ $0 + 1 }) {
      guard let argument = parser.argument(number, of: call, expecting: nil) else { return nil }
      found.append(argument.type.name)
    }
    let forms = (candidates.isEmpty ? overloads : candidates).map(\.parameters.text)
    let types = found.joined(separator: ", ")
    return parser.fail(
      Wording(
        "'\(call.name)' needs arguments of type \(forms.joined(separator: " or ")), found (\(types))",
        zh: "“\(call.name)”的参数类型应为 \(forms.joined(separator: " 或 "))，实际为 (\(types))"), in: call)
  }
}

extension ExpressionParser {
  fileprivate mutating func arguments(
    of call: ExpressionCall, for parameters: ExpressionFunction.Parameters
  ) -> [StyleExpression]? {
    var parsed: [StyleExpression] = []
    for index in call.arguments.indices {
      let type = parameters.type(at: index)
      guard let argument = argument(index + 1, of: call, expecting: type) else { return nil }
      parsed.append(argument)
    }
    for (index, argument) in parsed.enumerated() {
      let place = "\(call.path)[\(index + 1)]"
      let offset = call.arguments[index].offset
      _ = expects(parameters.type(at: index), argument.type, at: place, offset)
    }
    return parsed
  }
}
