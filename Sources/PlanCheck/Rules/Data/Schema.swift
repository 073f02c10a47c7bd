internal import Messages
internal import PlanFindings

/// D01: every key, kind and value is one that the plan format knows.
struct Schema: Rule {
  static let description = RuleDescription(
    code: "D01",
    name: "schema",
    summary: Wording(
      "A key, kind or value is unknown, of the wrong type, or missing.", zh: "键、类型或取值未知、类型不符或缺失。"),
    rationale: Wording(
      "A misspelt key is not read at all; the rule that depends on it then passes for the wrong reason.",
      zh: "拼错的键根本不会被读取，依赖它的规则便会因错误的原因通过。"),
    fix: Wording("correct the key or value", zh: "更正键或取值"),
    accepts: [
      RuleExample("known keys and values", zh: "键和取值均已知") {
        [.line("a", [(0, 0), (10, 0)], "\"name\":\"一路\",\"class\":\"支路\"")]
      }
    ],
    flags: [
      RuleExample("an unknown kind", zh: "未知的类型") { [.square("a", x: 0, kind: "distrikt")] },
      RuleExample("an unknown key", zh: "未知的键") { [.square("a", x: 0, "\"nmae\":\"一片\"")] },
      RuleExample("an unknown value", zh: "未知的取值") {
        [.line("a", [(0, 0), (10, 0)], "\"class\":\"大路\"")]
      },
      RuleExample("a value of the wrong type", zh: "取值的类型不符") {
        [.square("a", x: 0, "\"name\":7")]
      },
      RuleExample("a key that the kind does not carry", zh: "该类要素没有的键") {
        [.square("a", x: 0, "\"axis\":\"vertical\"")]
      },
      RuleExample("a point where an area is needed", zh: "应为面却是点") {
        [.point("a", 0, 0, kind: "district")]
      },
      RuleExample("no place where one is needed", zh: "应有位置却没有") {
        [.nowhere("a", kind: "district")]
      },
      RuleExample(
        "an unknown key of the manifest", zh: "清单中有未知的键",
        ExamplePlan([.square("a", x: 0)], manifest: "rulez: []\n")),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    context.faultFindings(for: task)
  }
}
