internal import DistrictPlan
internal import Messages
internal import PlanFindings

/// K25: every claim has been tested by some rule.
struct UnevaluatedClaim: LateRule {
  static let description = RuleDescription(
    code: "K25",
    name: "unevaluated-claim",
    summary: Wording("No rule tested a claim.", zh: "有论断未经任何规则检验。"),
    rationale: Wording(
      "A claim that nothing tests looks like one that holds.", zh: "没有检验的论断看起来与成立的论断一样。"),
    fix: Wording("declare the rule that evaluates it", zh: "在 plan.yaml 中声明检验它的规则"),
    trap: Wording(
      "A rule left out of this run by --rule or --skip would have tested its claims: they are not reported.",
      zh: "因 --rule、--skip 而未运行的规则本可检验的论断不在此列。"),
    accepts: [
      RuleExample(
        "an area claim with its rule", zh: "面积论断有检验它的规则",
        ExamplePlan(
          [.square("a", x: 0, side: 100)], claims: ["{claim: area, of: a, is: 1 ha}"],
          manifest: "  - {rule: K02, within: 100 m2}\n"))
    ],
    flags: [
      RuleExample(
        "an area claim without its rule", zh: "面积论断没有检验它的规则",
        ExamplePlan([.square("a", x: 0, side: 100)], claims: ["{claim: area, of: a, is: 1 ha}"]))
    ])

  func findings(
    for task: RuleTask, about findings: [Finding], using context: CheckContext
  ) -> [Finding] {
    let spoken = context.plan.claims.filter { claim in
      context.asOf.map { claim.date.earliest <= $0 } ?? true
    }
    return spoken.compactMap { claim in
      guard context.verdicts[claim.id] == nil else { return nil }
      let evaluators = RuleRegistry.all.map { $0.description }
        .filter { $0.evaluates.contains(claim.kind) }.map(\.code)
      // A rule that this run was told to leave out would have tested it.
      guard context.leftOut.isDisjoint(with: evaluators) else { return nil }
      let codes = evaluators.joined(separator: ", ")
      return task.finding(
        Wording(
          "no rule tested the claim '\(claim.kind.rawValue)' of '\(claim.statement)'",
          zh: "“\(claim.statement)”的论断“\(claim.kind.rawValue)”未经任何规则检验"),
        parties: [claim.party], statements: [claim.statement],
        help: evaluators.isEmpty
          ? nil
          : Wording(
            "declare the rule that tests such claims in plan.yaml: \(codes)",
            zh: "在 plan.yaml 中声明检验此类论断的规则：\(codes)"))
    }
  }
}
