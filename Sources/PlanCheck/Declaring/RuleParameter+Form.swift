internal import DistrictPlan
internal import Messages

/// What a setting may be, in words, and how it is written.
struct SettingForm {
  /// Completes the sentence "expected …".
  let expected: Wording
  /// What helps to write it; `nil` where the words say it all.
  var help: Wording?

  init(_ expected: Wording, help: Wording? = nil) {
    self.expected = expected
    self.help = help
  }

  /// One of some words, the nearest of which was probably meant.
  init(oneOf words: [String], found: String) {
    let question = Suggestion.question(for: found, in: words)
    self.init(
      Wording(
        "expected \(words.joined(separator: ", "))\(question.english)",
        zh: "应为 \(words.joined(separator: "、"))\(question.chinese)"))
  }

  /// A number with a unit.
  init(_ dimension: Quantity.Dimension, example: String?, found: String) {
    let example = example ?? dimension.example
    let question = Quantity.question(for: found, dimension)
    let units = Quantity.unitNames(of: dimension)
    self.init(
      Wording(
        "expected \(dimension.phrase.english), such as '\(example)'\(question.english)",
        zh: "应为\(dimension.phrase.chinese)，例如“\(example)”\(question.chinese)"),
      help: Wording(
        "a number of 0 or more and its unit: \(units.joined(separator: ", "))",
        zh: "不小于 0 的数值加单位：\(units.joined(separator: "、"))"))
  }
}

extension RuleParameter {
  /// What a value of the parameter looks like.
  func form(found: String) -> SettingForm {
    switch type {
    case .quantity(let dimension): SettingForm(dimension, example: fallback, found: found)
    case .count:
      SettingForm(
        Wording(
          "expected a whole number, such as '\(fallback ?? "1")'", zh: "应为整数，例如“\(fallback ?? "1")”"
        ))
    case .number:
      SettingForm(
        Wording(
          "expected a number, such as '\(fallback ?? "0.5")'", zh: "应为数值，例如“\(fallback ?? "0.5")”"))
    case .word(let words): SettingForm(oneOf: words, found: found)
    case .text: SettingForm(Wording("expected one text", zh: "应为一段文本"))
    case .texts: SettingForm(Wording("expected a list, such as '[a, b]'", zh: "应为列表，例如“[a, b]”"))
    case .mapping, .reference:
      SettingForm(
        Wording("expected a mapping, such as '{key: value}'", zh: "应为映射，例如“{key: value}”"))
    }
  }
}

extension Quantity.Dimension {
  fileprivate var phrase: Wording {
    switch self {
    case .length: Wording("a length", zh: "长度")
    case .area: Wording("an area", zh: "面积")
    case .angle: Wording("an angle", zh: "角度")
    case .share: Wording("a share", zh: "比例")
    }
  }

  fileprivate var example: String {
    switch self {
    case .length: "1 m"
    case .area: "1 m2"
    case .angle: "10 deg"
    case .share: "10 %"
    }
  }
}
