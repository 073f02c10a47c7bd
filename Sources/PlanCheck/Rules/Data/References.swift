internal import DistrictPlan
internal import Messages
internal import PlanFindings

/// D03: what is referred to is in the plan.
struct References: Rule {
  static let description = RuleDescription(
    code: "D03",
    name: "reference",
    summary: Wording(
      "A reference names nothing that is in the plan, or leads back to where it started.",
      zh: "引用的对象在规划中不存在，或引用成环。"),
    rationale: Wording(
      "A claim about something that is not in the plan cannot be tested, and would pass unseen.",
      zh: "针对不存在之物的论断无法检验，只会无声地通过。"),
    fix: Wording("correct the reference, or draw what it names", zh: "更正引用，或补上所指的要素"),
    trap: Wording(
      "A name that two features bear names neither of them. A feature that is its own parent is a circle too.",
      zh: "两个要素同名时，该名称不能用作引用；以自身为上级也是成环。"),
    parameters: [
      RuleParameter(
        "key", .text, default: nil,
        Wording(
          "a property that holds what another feature has under 'target'",
          zh: "存放引用的属性，其值应为另一要素的 target 值")
      ),
      RuleParameter(
        "target", .text, default: "id",
        Wording(
          "the property of the features of 'with' that is referred to; without 'with', of the same features",
          zh: "with 所列要素中被引用的属性；没有 with 时为本图层要素")),
    ],
    takesPartner: true,
    evaluates: [.exists],
    accepts: [
      RuleExample(
        "a claim about a feature that is there", zh: "论断所指的要素存在",
        ExamplePlan([.square("a", x: 0)], claims: ["{claim: exists, of: [a, districts]}"])),
      RuleExample("a work names its road", zh: "工程写明所属道路") {
        [
          .line("a", [(0, 0), (10, 0)]),
          .line("w", [(10, 0), (20, 0)], kind: "road_work", "\"action\":\"延伸\",\"road\":\"a\""),
        ]
      },
      RuleExample("a tree of parents", zh: "上下级成树", .tree(["b": "a", "c": "a"])),
      RuleExample(
        "a code of another layer", zh: "引用另一图层的代码",
        ExamplePlan(
          [
            .square("p", x: 0, kind: "feature", "\"zone\":7"),
            .square("z", x: 0, side: 50, kind: "zone", "\"note\":\"7\""),
          ], settings: ["on: features", "with: zones", "key: zone", "target: note"])),
    ],
    flags: [
      RuleExample(
        "a claim about a feature that is not there", zh: "论断所指的要素不存在",
        ExamplePlan([.square("a", x: 0)], claims: ["{claim: exists, of: b}"])),
      RuleExample(
        "a claim about a layer without features", zh: "论断所指的图层没有要素",
        ExamplePlan([.square("a", x: 0)], claims: ["{claim: exists, of: [a, roads]}"])),
      RuleExample(
        "a name that two features bear", zh: "两个要素同名",
        ExamplePlan(
          [.square("a", x: 0, "\"name\":\"甲\""), .square("b", x: 10, "\"name\":\"甲\"")],
          claims: ["{claim: exists, of: 甲}"])),
      RuleExample("a work on a road that is not there", zh: "工程所属道路不存在") {
        [.line("w", [(0, 0), (10, 0)], kind: "road_work", "\"action\":\"延伸\",\"road\":\"b\"")]
      },
      RuleExample("a statement that is not there", zh: "陈述不存在") {
        [.square("a", x: 0, "\"why\":[\"S9\"]")]
      },
      RuleExample("a parent that is not there", zh: "上级不存在", .tree(["b": "x"])),
      RuleExample(
        "three that are one another's parents", zh: "三者互为上级", .tree(["a": "b", "b": "c", "c": "a"])),
      RuleExample("a feature that is its own parent", zh: "以自身为上级", .tree(["a": "a"])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    if let key = task.word("key") { return ForeignKey(key, of: task).findings() }
    return (task.isPlain ? context.faultFindings(for: task) : []) + claimed(task, context)
  }

  private func claimed(_ task: RuleTask, _ context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
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

  static func faults(of task: RuleTask, in plan: Plan) -> [PlanFault] {
    if task.word("key") == nil, task.gives("target") || !task.with.isEmpty {
      return [task.missing("key", example: "parent")]
    }
    return task.unknownKeys([task.word("key")].compactMap { $0.map { ($0, nil) } })
  }
}

extension ExamplePlan {
  /// Features a, b and c, some of which name a parent.
  fileprivate static func tree(_ parents: [String: String]) -> ExamplePlan {
    ExamplePlan(
      ["a", "b", "c"].enumerated().map { place, id in
        .square(
          id, x: Double(place) * 10, kind: "feature",
          parents[id].map { "\"parent\":\"\($0)\"" } ?? "")
      }, settings: ["on: features", "key: parent"])
  }
}
