import Messages

/// Why an expression has no value for a feature.
///
/// Maps draw the default then, feature by feature, so that words are found only for whoever asks.
struct EvaluationError: Error, Hashable {
  /// Which part of the expression failed, such as `[2][1]`.
  var path: String
  var reason: Reason

  /// What went wrong.
  enum Reason: Hashable {
    case mistyped(needed: ExpressionType, found: ExpressionType)
    case notConvertible(StyleValue, to: ExpressionType)
    case notComparable(operator: String, ExpressionType, ExpressionType)
    case noColour([Double])
    case noMixture(StyleValue, StyleValue)
    case noAlignment(String)
    case noElement(Double, count: Int)
    case noNeedle(ExpressionType)
    case noHaystack(ExpressionType)
    /// `length` or `slice` of something that has no parts.
    case noParts(operator: String, ExpressionType)
    /// What the style itself says.
    case told(String)
  }
}

extension EvaluationError {
  /// What is.
  var message: Wording {
    switch reason {
    case .mistyped(let needed, let found):
      Wording(
        "expected a value of type \(needed.name), found \(found.name)",
        zh: "值的类型应为 \(needed.name)，实际为 \(found.name)")
    case .notConvertible(let value, let type):
      Wording(
        "'\(value.text)' cannot be converted to \(type.name)",
        zh: "“\(value.text)”不能转换为 \(type.name)")
    case .notComparable(let name, let a, let b):
      Wording(
        "'\(name)' compares two strings or two numbers, found \(a.name) and \(b.name)",
        zh: "“\(name)”比较两个字符串或两个数字，实际为 \(a.name) 和 \(b.name)")
    case .noColour(let parts): Self.noColour(parts)
    case .noMixture(let a, let b):
      Wording("\(a.json) and \(b.json) cannot be interpolated", zh: "\(a.json) 与 \(b.json) 之间不能插值")
    case .noAlignment(let word): .alignment(word)
    case .noElement(let index, let count):
      Wording(
        "index \(NumberText.of(index)) in an array of \(count) elements",
        zh: "数组有 \(count) 个元素，序号为 \(NumberText.of(index))")
    case .noNeedle(let type):
      Wording(
        "a boolean, string, number or null is looked for, found \(type.name)",
        zh: "查找的应为布尔值、字符串、数字或 null，实际为 \(type.name)")
    case .noHaystack(let type):
      Wording(
        "something is looked for in an array or string, found \(type.name)",
        zh: "应在数组或字符串中查找，实际为 \(type.name)")
    case .noParts(let name, let type): .noParts(of: name, type)
    case .told(let text): Wording(text, zh: text)
    }
  }

  private static func noColour(_ parts: [Double]) -> Wording {
    let list = parts.map { NumberText.of($0) }.joined(separator: ", ")
    return StyleColor.areBytes(parts.prefix(3))
      ? Wording(
        "[\(list)] is no colour: alpha lies between 0 and 1", zh: "[\(list)] 不是颜色：透明度在 0 与 1 之间")
      : Wording(
        "[\(list)] is no colour: red, green and blue lie between 0 and 255",
        zh: "[\(list)] 不是颜色：红、绿、蓝在 0 与 255 之间")
  }
}

extension Wording {
  static let plainValue = Wording("a string, number or boolean", zh: "字符串、数字或布尔值")
  static let anExpression = Wording("an expression", zh: "表达式")

  /// An alignment that is none.
  static func alignment(_ word: String) -> Wording {
    let known = ExpressionLanguage.aligns
    return Wording(
      "'vertical-align' is one of \(known.joined(separator: ", ")), found '\(word)'",
      zh: "“vertical-align”应为\(known.joined(separator: "、"))之一，实际为“\(word)”")
  }

  /// Something without parts where parts are counted or cut.
  static func noParts(of name: String, _ type: ExpressionType) -> Wording {
    Wording(
      "'\(name)' takes a string or an array, found \(type.name)",
      zh: "“\(name)”接受字符串或数组，实际为 \(type.name)")
  }
}
