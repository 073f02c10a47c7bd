internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// D01: every key, kind and value is one that the plan format, or the declaration, knows.
struct Schema: Rule {
  static let description = RuleDescription(
    code: "D01",
    name: "schema",
    summary: Wording(
      "A key, kind or value is unknown, of the wrong type or form, or missing.",
      zh: "键、类型或取值未知、类型或格式不符，或缺失。"),
    rationale: Wording(
      "A misspelt key is not read at all; the rule that depends on it then passes for the wrong reason.",
      zh: "拼错的键根本不会被读取，依赖它的规则便会因错误的原因通过。"),
    fix: Wording("correct the key or value", zh: "更正键或取值"),
    trap: Wording(
      "null and a blank text are no values. A number in quotes is a text; a code such as 007 is a text and no number.",
      zh: "null 和空白文本都不是值；引号中的数字是文本，007 这样的代码是文本而非数字。"),
    parameters: [
      RuleParameter(
        "require", .texts, default: nil,
        Wording("properties that every feature must have", zh: "每个要素必须有的属性")),
      RuleParameter(
        "optional", .texts, default: nil,
        Wording("further properties that are known", zh: "其他已知的属性")),
      RuleParameter(
        "others", .word(["allowed", "forbidden"]), default: "allowed",
        Wording(
          "whether properties that the declaration does not name may be there", zh: "是否允许声明未列出的属性")),
      RuleParameter(
        "types", .mapping, default: nil,
        Wording(
          "the type of each property: \(AttributeType.names.joined(separator: ", "))",
          zh: "各属性的类型：\(AttributeType.names.joined(separator: "、"))")),
      RuleParameter(
        "values", .mapping, default: nil,
        Wording(
          "the values that each property may have: {use: [R, B]}", zh: "各属性的可用取值：{use: [R, B]}")),
      RuleParameter(
        "pattern", .mapping, default: nil,
        Wording(
          "a regular expression for the whole of each value: {code: '[0-9]{6}'}",
          zh: "各属性整个取值须符合的正则表达式：{code: '[0-9]{6}'}")),
      RuleParameter(
        "min", .mapping, default: nil,
        Wording("the least value: {floors: 1, width: 3 m}", zh: "最小值：{floors: 1, width: 3 m}")),
      RuleParameter(
        "max", .mapping, default: nil,
        Wording("the largest value: {floors: 30}", zh: "最大值：{floors: 30}")),
      RuleParameter(
        "max_length", .mapping, default: nil,
        Wording("how many characters a text may have: {name: 20}", zh: "文本的最大字数：{name: 20}")),
    ],
    accepts: [
      RuleExample("known keys and values", zh: "已知的键和取值") {
        [.line("a", [(0, 0), (10, 0)], "\"name\":\"一路\",\"class\":\"支路\"")]
      },
      RuleExample(
        "every property as declared", zh: "各属性均符合声明",
        .parcel(
          "\"use\":\"R\",\"height\":24.5,\"code\":\"370811\",\"width\":\"12 m\"",
          [
            "require: [use, height]", "others: forbidden", "types: {height: number, width: length}",
            "values: {use: [R, B]}", "pattern: {code: '[0-9]{6}'}", "min: {height: 3, width: 3 m}",
            "max: {height: 100}", "max_length: {code: 6}",
          ])),
      RuleExample(
        "what is not required may be absent or null", zh: "非必需的属性可缺或为 null",
        .parcel("\"code\":null", ["types: {height: number}", "values: {use: [R, B]}"])),
    ],
    flags: [
      RuleExample("an unknown kind", zh: "未知的类型") { [.square("a", x: 0, kind: "distrikt")] },
      RuleExample("an unknown key", zh: "未知的键") { [.square("a", x: 0, "\"nmae\":\"一片\"")] },
      RuleExample("an unknown value", zh: "未知的取值") {
        [.line("a", [(0, 0), (10, 0)], "\"class\":\"大路\"")]
      },
      RuleExample("a value of the wrong type", zh: "取值类型不符") { [.square("a", x: 0, "\"name\":7")] },
      RuleExample("a key that the kind does not carry", zh: "该类型不带的键") {
        [.square("a", x: 0, "\"axis\":\"vertical\"")]
      },
      RuleExample("a point where an area is needed", zh: "应为面处画了点") {
        [.point("a", 0, 0, kind: "district")]
      },
      RuleExample("no place where one is needed", zh: "必须有位置却没有") {
        [.nowhere("a", kind: "district")]
      },
      RuleExample(
        "an unknown key of the manifest", zh: "清单中未知的键",
        ExamplePlan([.square("a", x: 0)], manifest: "rulez: []\n")),
      RuleExample(
        "a required property misspelt", zh: "必需属性拼错",
        .parcel("\"hieght\":24", ["require: height"])),
      RuleExample(
        "a required property left blank", zh: "必需属性为空白", .parcel("\"use\":\" \"", ["require: use"])),
      RuleExample(
        "a number in quotes", zh: "带引号的数字",
        .parcel("\"height\":\"24\"", ["types: {height: number}"])),
      RuleExample(
        "a value that is not on the list", zh: "列表之外的取值",
        .parcel("\"use\":\"Resid\"", ["values: {use: [Resident, Business]}"])),
      RuleExample(
        "a code with a letter in it", zh: "含字母的代码",
        .parcel("\"code\":\"37O811\"", ["pattern: {code: '[0-9]{6}'}"])),
      RuleExample(
        "a pattern holds for the whole value", zh: "正则须符合整个取值",
        .parcel("\"code\":\"3708110\"", ["pattern: {code: '[0-9]{6}'}"])),
      RuleExample(
        "beyond the largest value", zh: "超过最大值", measures: ["101"],
        .parcel("\"height\":101", ["max: {height: 100}"])),
      RuleExample(
        "a unit of the wrong kind", zh: "单位不符",
        .parcel("\"width\":\"12 m2\"", ["types: {width: length}"])),
      RuleExample(
        "a property that nobody declared", zh: "未声明的属性",
        .parcel("\"use\":\"R\",\"colour\":\"red\"", ["optional: [use]", "others: forbidden"])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    guard !task.isPlain else { return context.faultFindings(for: task) }
    let schema = AttributeSchema(task)
    return task.features.flatMap { feature in
      schema.faults(of: feature).map { fault in
        task.finding(
          fault.message,
          parties: [Finding.Party(id: feature.id, name: feature.name, location: fault.location)],
          measure: fault.measure,
          place: feature.plane?.vertexRuns.first?.points.first.flatMap { context.place(at: $0) },
          help: fault.help)
      }
    }
  }

  static func faults(of task: RuleTask, in plan: Plan) -> [PlanFault] {
    AttributeSchema.faults(of: task)
  }
}

extension ExamplePlan {
  /// A feature of the open kind with properties, and settings of the rule.
  fileprivate static func parcel(_ properties: String, _ settings: [String]) -> ExamplePlan {
    ExamplePlan(
      [.square("a", x: 0, kind: "feature", properties)], settings: ["on: features"] + settings)
  }
}
