import GeoJSONCoding
import Messages

extension ExpressionLanguage {
  /// A label that `match` compares with.
  private enum Label: Hashable {
    case number(Double)
    case string(String)

    var type: ExpressionType {
      if case .number = self { .number } else { .string }
    }
  }

  static let match: Form = { call, parser in
    guard parser.hasArguments(4...Int.max, call) else { return nil }
    let count = call.arguments.count
    guard count % 2 == 0 else {
      return parser.fail(
        Wording(
          "'match' needs an input, labels with values, and a fallback",
          zh: "“match”需要输入、标签和值，以及缺省值"), in: call)
    }
    var type = call.demanded
    var inputType: ExpressionType?
    var branches: [Label: Int] = [:]
    var outputs: [StyleExpression] = []
    for number in stride(from: 2, to: count, by: 2) {
      let labels = call.arguments[number - 1].array ?? [call.arguments[number - 1]]
      guard !labels.isEmpty else {
        return parser.fail(
          Wording("a branch of 'match' without a label", zh: "“match”的一个分支没有标签"), in: call,
          at: number)
      }
      for json in labels {
        guard let label = label(json, number, call, &parser) else { return nil }
        if let inputType {
          guard
            parser.expects(inputType, label.type, at: "\(call.path)[\(number)]", json.offset)
          else { return nil }
        }
        inputType = label.type
        guard branches.updateValue(outputs.count, forKey: label) == nil else {
          let name = json.quoted
          return parser.fail(
            Wording("label \(name.english) stands twice", zh: "标签\(name.chinese)出现两次"), in: call,
            at: number)
        }
      }
      // The specification counts the value of a branch with its label.
      guard
        let value = parser.parse(
          call.arguments[number], at: "\(call.path)[\(number)]", expecting: type, in: call.scope)
      else { return nil }
      type = type ?? value.type
      outputs.append(value)
    }
    guard let input = parser.argument(1, of: call),
      let fallback = parser.argument(count, of: call, expecting: type)
    else { return nil }
    if let inputType, input.type != .value {
      guard
        parser.expects(inputType, input.type, at: call.path + "[1]", call.arguments[0].offset)
      else { return nil }
    }
    return StyleExpression(
      type ?? fallback.type, of: [input] + outputs + [fallback],
      hasKnownOutputs: outputs.allSatisfy(\.hasKnownOutputs) && fallback.hasKnownOutputs
    ) { [branches, outputs] (context) throws(EvaluationError) in
      let branch: Int? =
        switch try input.evaluate(in: &context) {
        case .number(let number): branches[.number(number)]
        case .string(let text): branches[.string(text)]
        default: nil
        }
      return try (branch.map { outputs[$0] } ?? fallback).evaluate(in: &context)
    }
  }

  private static func label(
    _ json: JSONValue, _ number: Int, _ call: ExpressionCall, _ parser: inout ExpressionParser
  ) -> Label? {
    if let text = json.text { return .string(text) }
    guard let value = json.number else {
      parser.fail(
        Wording("labels of 'match' are numbers or strings", zh: "“match”的标签应为数字或字符串"), in: call,
        at: number)
      return nil
    }
    guard abs(value) <= 9_007_199_254_740_991, value == value.rounded(.down) else {
      parser.fail(
        Wording(
          "numeric labels of 'match' are whole numbers up to 9007199254740991",
          zh: "“match”的数字标签应为不大于 9007199254740991 的整数"), in: call, at: number)
      return nil
    }
    return .number(value)
  }
}

extension JSONValue {
  /// The value as JSON text, for a message.
  var written: String { StyleValue(self).json }

  /// The value as a name in quotes; as JSON text where it is no string.
  var quoted: Wording { text.map { .quoted($0) } ?? Wording(written, zh: " \(written) ") }
}
