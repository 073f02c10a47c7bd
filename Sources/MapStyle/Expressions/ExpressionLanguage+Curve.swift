import GeoJSONCoding
import Messages

extension ExpressionLanguage {
  /// Values along a number.
  static let curves: [String: Form] = [
    "step": step,
    "interpolate": interpolate,
    "interpolate-lab": interpolate,
    "interpolate-hcl": interpolate,
  ]

  /// The stops of a curve: where they are, and what holds there.
  private static func stops(
    of call: ExpressionCall, from first: Int, type: inout ExpressionType?,
    _ parser: inout ExpressionParser
  ) -> (labels: [Double], outputs: [StyleExpression])? {
    var labels: [Double] = []
    var outputs: [StyleExpression] = []
    for number in stride(from: first, to: call.arguments.count, by: 2) {
      guard let label = call.arguments[number - 1].number else {
        let kind = call.arguments[number - 1].kindName
        parser.fail(
          Wording(
            "\(kind.english) where '\(call.name)' needs the number of a stop",
            zh: "“\(call.name)”此处应为断点的数字，实际为\(kind.chinese)"), in: call, at: number)
        return nil
      }
      if let last = labels.last, last >= label {
        parser.fail(
          Wording(
            "stop \(NumberText.of(label)) of '\(call.name)' stands after \(NumberText.of(last))",
            zh: "“\(call.name)”的断点 \(NumberText.of(label)) 在 \(NumberText.of(last)) 之后"), in: call,
          at: number,
          help: Wording("put the stops in ascending order, each once", zh: "断点按升序排列，各出现一次"))
        return nil
      }
      guard let output = parser.argument(number + 1, of: call, expecting: type) else { return nil }
      type = type ?? output.type
      labels.append(label)
      outputs.append(output)
    }
    return (labels, outputs)
  }

  private static let step: Form = { call, parser in
    guard parser.hasArguments(4...Int.max, call) else { return nil }
    guard call.arguments.count % 2 == 0 else {
      return parser.fail(
        Wording(
          "'step' needs an input, a value, and stops with values",
          zh: "“step”需要输入、初值，以及断点和值"), in: call)
    }
    var type = call.demanded
    guard let input = parser.argument(1, of: call, expecting: .number),
      let base = parser.argument(2, of: call, expecting: type)
    else { return nil }
    type = type ?? base.type
    guard let (labels, outputs) = stops(of: call, from: 3, type: &type, &parser) else { return nil }
    let values = [base] + outputs
    return StyleExpression(
      type ?? .value, of: [input] + values,
      curve: input.isZoom ? .curve(offset: call.offset, interpolates: false) : .none,
      hasKnownOutputs: values.allSatisfy(\.hasKnownOutputs)
    ) { (context) throws(EvaluationError) in
      let number = try input.number(&context)
      let index = labels.lastIndex { $0 <= number }.map { $0 + 1 } ?? 0
      return try values[index].evaluate(in: &context)
    }
  }

  private static let interpolate: Form = { call, parser in
    guard let first = call.arguments.first, let interpolation = Interpolation(first, &parser, call)
    else {
      if call.arguments.isEmpty {
        parser.fail(
          Wording("'interpolate' without a curve", zh: "“interpolate”没有曲线"), in: call, at: 1)
      }
      return nil
    }
    guard parser.hasArguments(4...Int.max, call) else { return nil }
    guard call.arguments.count % 2 == 0 else {
      return parser.fail(
        Wording(
          "'\(call.name)' needs a curve, an input, and stops with values",
          zh: "“\(call.name)”需要曲线、输入，以及断点和值"), in: call)
    }
    guard let input = parser.argument(2, of: call, expecting: .number) else { return nil }
    var type = call.demanded
    if call.name != "interpolate", type != .colorArray { type = .color }
    guard let (labels, outputs) = stops(of: call, from: 3, type: &type, &parser) else { return nil }
    let result = type ?? .value
    guard result.isInterpolatable else {
      return parser.fail(
        Wording(
          "values of type \(result.name) cannot be interpolated", zh: "\(result.name) 类型的值不能插值"),
        in: call)
    }
    let space = StyleColor.Space(operator: call.name)
    let path = call.path
    return StyleExpression(
      result, of: [input] + outputs,
      curve: input.isZoom ? .curve(offset: call.offset, interpolates: true) : .none,
      hasKnownOutputs: outputs.allSatisfy(\.hasKnownOutputs)
    ) { (context) throws(EvaluationError) in
      guard labels.count > 1 else { return try outputs[0].evaluate(in: &context) }
      let number = try input.number(&context)
      let index = labels.lastIndex { $0 <= number }
      guard let index, index + 1 < labels.count, number > labels[0] else {
        return try outputs[index ?? 0].evaluate(in: &context)
      }
      let share = interpolation.share(of: number, from: labels[index], to: labels[index + 1])
      let lower = try outputs[index].evaluate(in: &context)
      let upper = try outputs[index + 1].evaluate(in: &context)
      guard let value = lower.mixed(with: upper, share: share, in: space) else {
        throw EvaluationError(
          path: path, reason: .noMixture(lower, upper))
      }
      return value
    }
  }
}

extension ExpressionType {
  /// Whether there are values between two values of the type.
  fileprivate var isInterpolatable: Bool {
    switch self {
    case .number, .color, .projection, .padding, .numberArray, .colorArray, .anchorOffsets: true
    case .array(.number, .some): true
    default: false
    }
  }
}
