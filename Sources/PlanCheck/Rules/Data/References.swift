internal import DistrictPlan
internal import Messages
internal import PlanFindings

/// D03: what is referred to is in the plan.
struct References: Rule {
  static let description = RuleDescription(
    code: "D03",
    name: "reference",
    summary: Wording(
      "A reference names no feature, layer, structure or statement of the plan.",
      zh: "引用的要素、图层、结构或陈述在规划中不存在。"),
    rationale: Wording(
      "A claim about something that is not in the plan cannot be tested, and would pass unseen.",
      zh: "针对不存在之物的论断无法检验，只会无声地通过。"),
    fix: Wording("correct the reference, or draw what it names", zh: "更正引用，或补上所指的要素"),
    trap: Wording(
      "A name that two features bear names neither of them.", zh: "两个要素同名时，该名称不能用作引用。"),
    evaluates: [.exists],
    accepts: [
      RuleExample(
        "a claim about a feature that is there", zh: "论断所指要素存在",
        ExamplePlan([.square("a", x: 0)], claims: ["{claim: exists, of: [a, districts]}"])),
      RuleExample("a work names its road", zh: "工程注明其道路") {
        [
          .line("a", [(0, 0), (10, 0)]),
          .line("w", [(10, 0), (20, 0)], kind: "road_work", "\"action\":\"延伸\",\"road\":\"a\""),
        ]
      },
    ],
    flags: [
      RuleExample(
        "a claim about a feature that is not there", zh: "论断所指要素不存在",
        ExamplePlan([.square("a", x: 0)], claims: ["{claim: exists, of: b}"])),
      RuleExample(
        "a claim about a layer without features", zh: "论断所指图层没有要素",
        ExamplePlan([.square("a", x: 0)], claims: ["{claim: exists, of: [a, roads]}"])),
      RuleExample(
        "a name that two features bear", zh: "两个要素同名",
        ExamplePlan(
          [.square("a", x: 0, "\"name\":\"甲\""), .square("b", x: 10, "\"name\":\"甲\"")],
          claims: ["{claim: exists, of: 甲}"])),
      RuleExample("a work on a road that is not there", zh: "工程所指道路不存在") {
        [.line("w", [(0, 0), (10, 0)], kind: "road_work", "\"action\":\"延伸\",\"road\":\"b\"")]
      },
      RuleExample("a statement that is not there", zh: "陈述不存在") {
        [.square("a", x: 0, "\"why\":[\"S9\"]")]
      },
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    var findings = context.faultFindings(for: task)
    for claim in context.claims(.exists) {
      guard case .exists(let reference) = claim.test else { continue }
      var holds = true
      for name in reference.names {
        let one = Reference(names: [name], location: reference.location)
        guard context.plan.features(one).isEmpty else { continue }
        holds = false
        // A name that stands for nothing has been reported while reading.
        guard context.plan.canResolve(name) else { continue }
        findings.append(
          task.finding(
            Wording(
              "nothing of '\(name)' is in the plan, but \(claim.statement) speaks of it",
              zh: "\(claim.statement) 提到的“\(name)”在规划中没有要素"),
            parties: [claim.party], statements: [claim.statement]))
      }
      context.record(claim, by: task, holds: holds)
    }
    return findings
  }
}
