internal import MapRender
internal import Messages
internal import PlanCheck
internal import PlanFindings

/// A rule named on the command line.
enum RuleArgument {
  /// The rule with that code or name.
  @discardableResult
  static func require(_ name: String) throws(UsageError) -> RuleDescription {
    if let rule = RuleRegistry.rule(name) { return rule.description }
    if let rule = LintRegistry.rule(name) {
      throw UsageError(
        Wording("rule \(rule.guide.code) looks at map sheets", zh: "规则 \(rule.guide.code) 检查图纸"),
        help: Wording(
          "'gxq-map check --sheets --rule \(rule.guide.code)' runs it",
          zh: "用 gxq-map check --sheets --rule \(rule.guide.code) 运行"))
    }
    let known = RuleRegistry.all.flatMap { [$0.description.code, $0.description.name] }
    let question = Suggestion.question(for: name, in: known)
    throw UsageError(
      Wording(
        "unknown rule '\(name)'\(question.english)", zh: "没有规则“\(name)”\(question.chinese)"),
      help: Wording("'gxq-map rules' lists them", zh: "用 gxq-map rules 查看"))
  }
}
