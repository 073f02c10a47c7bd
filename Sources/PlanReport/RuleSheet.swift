internal import PlanFindings
internal import DistrictPlan
public import PlanCheck
public import Messages

/// A rule explained: what offends it, why that matters, how to mend it, what it takes, examples.
public struct RuleSheet: Sendable {
  /// The text, ending in a line break.
  public let text: String

  /// Writes the sheet of a rule; its examples are run to show what they report.
  public init(_ rule: RuleDescription, _ language: Language) throws {
    let isChinese = language == .chinese
    var lines = ["\(rule.code) \(rule.name)", "", rule.summary[language], ""]
    lines.append((isChinese ? "缘由：" : "why: ") + rule.rationale[language])
    lines.append((isChinese ? "处理：" : "fix: ") + rule.fix[language])
    lines.append((isChinese ? "易错：" : "trap: ") + rule.trap[language])
    if !rule.evaluates.isEmpty {
      let claims = rule.evaluates.map(\.rawValue).joined(separator: ", ")
      lines.append((isChinese ? "核验的论断：" : "claims: ") + claims)
    }
    lines += ["", isChinese ? "声明：" : "declared in plan.yaml:", "  \(Self.declaration(of: rule))"]
    for parameter in rule.parameters {
      let fallback = parameter.fallback.map { isChinese ? "，默认 \($0)" : "; default \($0)" } ?? ""
      lines.append("    \(parameter.name): \(parameter.meaning[language])\(fallback)")
    }
    if rule.takesPartner, !rule.needsPartner {
      lines.append(
        isChinese
          ? "    with: 对照的图层、标识或名称，可不写"
          : "    with: layers, ids or names to hold them against; optional")
    }
    let filters = rule.takesPartner ? "where, with_where" : "where"
    lines.append(
      isChinese
        ? "    \(filters): 只取具有这些取值的要素，例如 {class: [a, b]}"
        : "    \(filters): only features with these values, such as {class: [a, b]}")
    lines += ["", isChinese ? "不报告：" : "accepts:"]
    for example in rule.accepts { lines.append("  - \(example.title[language])") }
    lines += ["", isChinese ? "报告：" : "flags:"]
    for example in rule.flags {
      lines.append("  - \(example.title[language])")
      for finding in try example.findings(of: rule) where finding.code == rule.code {
        lines.append(
          "      \(finding.severity.rawValue)[\(finding.code)]: \(finding.message[language])")
      }
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func declaration(of rule: RuleDescription) -> String {
    var parts = ["rule: \(rule.code)"]
    if rule.needsFeatures { parts.append("\(rule.featuresKey): LAYER") }
    if rule.needsPartner { parts.append("with: LAYER") }
    parts.append("severity: \(rule.severity.rawValue)")
    for parameter in rule.parameters {
      guard let fallback = parameter.fallback else { continue }
      parts.append("\(parameter.name): \(fallback)")
    }
    return "- {\(parts.joined(separator: ", "))}"
  }
}
