internal import Messages
internal import PlanFindings

/// D11: the plan's own rules, exceptions and references are in order.
struct RuleHealth: Rule {
  static let description = RuleDescription(
    code: "D11",
    name: "rule-set-health",
    summary: Wording(
      "A declared rule is unknown, takes no such setting, or looks at nothing.",
      zh: "声明的规则不存在、没有该参数，或没有检查任何要素。"),
    rationale: Wording(
      "A rule that silently checks nothing looks exactly like a plan without faults.",
      zh: "什么也没检查的规则，看起来与没有错误的规划一模一样。"),
    fix: Wording("correct the declaration in plan.yaml", zh: "更正 plan.yaml 中的声明"),
    trap: Wording(
      "A claim about a layer without features holds of all of them, and so proves nothing.",
      zh: "针对空图层的论断对“所有”要素都成立，因而什么也没有证明。"),
    severity: .warning,
    accepts: [
      RuleExample(
        "a rule on a layer with features", zh: "规则所在图层有要素",
        ExamplePlan([.square("a", x: 0)], manifest: "  - {rule: G02, on: districts}\n"))
    ],
    flags: [
      RuleExample(
        "a rule that does not exist", zh: "规则不存在",
        ExamplePlan([.square("a", x: 0)], manifest: "  - {rule: A99, on: districts}\n")),
      RuleExample(
        "a rule on a layer without features", zh: "规则所在图层没有要素",
        ExamplePlan([.square("a", x: 0)], manifest: "  - {rule: G02, on: lakes}\n")),
      RuleExample(
        "a partner without features", zh: "对照图层没有要素",
        ExamplePlan(
          [.square("a", x: 0)], manifest: "  - {rule: A08, on: districts, with: zones}\n")),
      RuleExample(
        "a setting that the rule does not take", zh: "规则没有这个参数",
        ExamplePlan([.square("a", x: 0)], manifest: "  - {rule: G02, on: districts, max: 3}\n")),
      RuleExample(
        "a claim about features that are not drawn", zh: "论断所指要素没有绘出",
        ExamplePlan([.square("a", x: 0)], claims: ["{claim: connected, of: roads}"])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    context.faultFindings(for: task)
  }
}
