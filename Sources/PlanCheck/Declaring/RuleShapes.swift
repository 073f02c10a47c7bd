internal import DistrictPlan
package import FileShapes
internal import Messages
internal import PlanFindings

/// What a declaration of a rule in `plan.yaml` is made of, by what the rules say they take.
package enum RuleShapes {
  /// The declarations of all rules, told apart by the rule's code or name.
  package static var declarations: ValueShape {
    .variants(
      Variants(
        "rule", Wording("a rule and its settings", zh: "规则及其参数"), by: "rule", name,
        RuleRegistry.all.map {
          Variants.Variant([$0.description.code, $0.description.name], shape(of: $0.description))
        }))
  }

  private static let name = Wording("the code or name of the rule", zh: "规则的代码或名称")

  /// What a declaration of one rule is made of.
  static func shape(of rule: RuleDescription) -> ObjectShape {
    let names = TaskBuilder.commonKeys(of: rule)
    let common = names.map { key -> ObjectShape.Key in
      switch key {
      case rule.featuresKey:
        let meaning = Wording("layers, ids or names that it looks at", zh: "检查的图层、标识或名称")
        return rule.needsFeatures
          ? .required(key, .texts, meaning) : .optional(key, .texts, meaning)
      case "with":
        let meaning = Wording("layers, ids or names that it holds them against", zh: "对照的图层、标识或名称")
        return rule.needsPartner ? .required(key, .texts, meaning) : .optional(key, .texts, meaning)
      case "severity":
        return .optional(
          key, .word(Severity.allCases.map(\.rawValue) + [TaskBuilder.off]),
          Wording("how much a finding weighs", zh: "发现的严重程度"))
      default:
        return .optional(
          key, .map(of: .texts, least: 1),
          Wording("only features with these values", zh: "只取具有这些取值的要素"))
      }
    }
    return ObjectShape(
      "rule-\(rule.code)", rule.summary,
      [.required("rule", .word([rule.code, rule.name]), name)] + common
        + rule.parameters.filter { !names.contains($0.name) }.map {
          .optional($0.name, $0.type.shape, $0.described)
        }, allowsEmpty: false)
  }
}

extension RuleParameter {
  /// What it means, and what holds when a declaration does not say.
  fileprivate var described: Wording {
    guard let fallback else { return meaning }
    return Wording(
      "\(meaning.english); \(fallback) unless given", zh: "\(meaning.chinese)，缺省为 \(fallback)")
  }
}

extension RuleParameter.ValueType {
  /// What a value looks like in `plan.yaml`.
  var shape: ValueShape {
    switch self {
    case .quantity(let dimension): .form(dimension.form)
    case .count: .integer
    case .number: .number
    case .text: .text
    case .texts, .reference: .texts
    case .word(let words): .word(words)
    case .mapping: .map(of: .texts, least: 1)
    }
  }
}
