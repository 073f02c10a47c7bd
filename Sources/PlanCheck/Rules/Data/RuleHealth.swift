internal import Messages
internal import PlanFindings

/// D11: the plan's own rules, exceptions and references are in order.
struct RuleHealth: Rule {
  static let description = RuleDescription(
    code: "D11",
    name: "rule-set-health",
    summary: Wording(
      "A declared rule is unknown, takes no such setting, or looks at nothing; or nothing looks at a feature.",
      zh: "声明的规则不存在、没有该参数，或没有检查任何要素；或要素不受任何检查。"),
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
        ExamplePlan([.square("a", x: 0)], manifest: "  - {rule: G02, on: districts}\n")),
      RuleExample(
        "one layer of several that the rule looks at", zh: "多个图层中有一个为规则所检查",
        ExamplePlan(
          [.square("a", x: 0, kind: "lake"), .line("r", [(0, 0), (5, 5)])],
          manifest: "  - {rule: G03, on: [roads, lakes]}\n")),
      RuleExample(
        "any geometry, for a rule that looks at all", zh: "规则检查任何几何",
        ExamplePlan([.point("f", 0, 0)], manifest: "  - {rule: G13, on: facilitys}\n")),
    ],
    flags: [
      RuleExample(
        "a rule that does not exist", zh: "不存在的规则",
        ExamplePlan([.square("a", x: 0)], manifest: "  - {rule: A99, on: districts}\n")),
      RuleExample(
        "a rule on a layer without features", zh: "规则所在图层为空",
        ExamplePlan([.square("a", x: 0)], manifest: "  - {rule: G02, on: lakes}\n")),
      RuleExample(
        "a partner without features", zh: "比较对象为空",
        ExamplePlan(
          [.square("a", x: 0)], manifest: "  - {rule: A08, on: districts, with: zones}\n")),
      RuleExample(
        "lines for a rule that looks at areas", zh: "检查面的规则声明在线图层上",
        ExamplePlan(
          [.line("r", [(0, 0), (5, 5)])], manifest: "  - {rule: A01, on: roads}\n")),
      RuleExample(
        "areas as partners where points count", zh: "参照要素须为点而给出面",
        ExamplePlan(
          [.square("a", x: 0), .square("z", x: 0, kind: "zone")],
          manifest: "  - {rule: A13, on: districts, with: zones, severity: info}\n")),
      RuleExample(
        "a setting that the rule does not take", zh: "规则没有的参数",
        ExamplePlan([.square("a", x: 0)], manifest: "  - {rule: G02, on: districts, max: 3}\n")),
      RuleExample(
        "a claim about features that are not drawn", zh: "论断所指的要素没有绘制",
        ExamplePlan([.square("a", x: 0)], claims: ["{claim: connected, of: roads}"])),
      RuleExample("a feature that no layer holds", zh: "不属于任何图层的要素", .layered),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    context.faultFindings(for: task)
  }
}

extension ExamplePlan {
  /// A plan whose only layer is of districts, and whose file has a lake too.
  fileprivate static var layered: ExamplePlan {
    ExamplePlan(
      [.square("a", x: 0), .square("b", x: 20, kind: "lake")],
      files: [
        "plan.yaml": """
        gxq_map: 1
        title: example
        crs: "\(crs)"
        precision: 11
        layers:
          - {id: districts, file: plan.geojson, kind: district}
        rules:
          - {rule: D11}

        """
      ])
  }
}
