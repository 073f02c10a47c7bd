internal import DistrictPlan
internal import GeoJSONCoding
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// D04: what says one thing of itself says the other too.
struct Conditional: Rule {
  static let description = RuleDescription(
    code: "D04",
    name: "conditional",
    summary: Wording(
      "A feature meets a condition, and lacks what the condition asks for.",
      zh: "要素满足条件，却没有条件所要求的属性。"),
    rationale: Wording(
      "Properties depend on each other: a bridge has a level, a residential plot a height limit; no list of required keys says so.",
      zh: "属性之间互相制约：桥梁要有层级，住宅用地要有限高；必填清单表达不了这种关系。"),
    fix: Wording("correct either of the two properties", zh: "更正两个属性之一"),
    trap: Wording(
      "A condition that no feature meets proves nothing and is reported. Values of one key are alternatives, keys must hold together; '*' is any value, and a blank text is none.",
      zh: "没有要素满足的条件什么也不能证明，会被报告；同一键的多个值为“或”，不同键为“且”；“*”为任意值，空白文本不算值。"),
    parameters: [
      RuleParameter(
        "when", .mapping, default: nil,
        Wording("which features the rule is about: {use: R}", zh: "规则针对哪些要素：{use: R}")),
      RuleParameter(
        "require", .mapping, default: nil,
        Wording(
          "what must hold of them: {height: '<= 100', code: '*', note: '-'}",
          zh: "它们须满足的条件：{height: '<= 100', code: '*', note: '-'}")),
      RuleParameter(
        "then", .mapping, default: nil, Wording("the same as 'require'", zh: "与 require 相同")),
    ],
    needsFeatures: true,
    accepts: [
      RuleExample(
        "the condition and what it asks for", zh: "条件与要求同时满足",
        .parcels(["\"use\":\"R\",\"height\":24", "\"use\":\"B\""], "{height: '<= 100'}")),
      RuleExample(
        "one of two values", zh: "两个值之一",
        .parcels(["\"use\":\"R\",\"class\":\"R2\""], "{class: [R1, R2]}")),
      RuleExample(
        "what must not be there is not there", zh: "不应有的确实没有",
        .parcels(["\"use\":\"R\"", "\"use\":\"B\",\"height\":5"], "{height: '-'}")),
    ],
    flags: [
      RuleExample(
        "what is asked for is missing", zh: "缺少所要求的属性",
        .parcels(["\"use\":\"R\""], "{height: '*'}")),
      RuleExample(
        "a blank text is no value", zh: "空白文本不算值",
        .parcels(["\"use\":\"R\",\"note\":\" \""], "{note: '*'}")),
      RuleExample(
        "too high for its use", zh: "高度超限",
        .parcels(["\"use\":\"R\",\"height\":120"], "{height: '<= 100'}")),
      RuleExample(
        "one of two keys fails", zh: "两个键中有一个不符",
        .parcels(
          ["\"use\":\"R\",\"height\":24,\"class\":\"B1\""], "{height: '> 3', class: [R1, R2]}")
      ),
      RuleExample(
        "a number written as text that is none", zh: "写成文本的非数字",
        .parcels(["\"use\":\"R\",\"height\":\"low\""], "{height: '<= 100'}")),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let condition = FeatureFilter(task.members("when"))
    let demands = task.members("require") + task.members("then")
    return task.features.filter(condition.matches).flatMap { feature in
      demands.compactMap { demand -> Finding? in
        guard !holds(demand, of: feature) else { return nil }
        return finding(about: feature, demand, task, context)
      }
    }
  }

  private func holds(_ demand: RuleDeclaration.Member, of feature: PlanFeature) -> Bool {
    let isBlank = feature.properties.value(of: demand.key)?.isBlank ?? false
    if isBlank { return demand.texts.contains("-") }
    return FeatureFilter([demand]).matches(feature)
  }

  private func finding(
    about feature: PlanFeature, _ demand: RuleDeclaration.Member, _ task: RuleTask,
    _ context: CheckContext
  ) -> Finding {
    let (phrase, key) = (feature.phrase, demand.key)
    let value = feature.attribute(key)?.written ?? ""
    let conditions = task.members("when").map { "\($0.key): \($0.texts.joined(separator: "/"))" }
      .joined(separator: ", ")
    let wanted = demand.texts.joined(separator: "/")
    let isMissing = value.allSatisfy(\.isWhitespace)
    let (because, weil) =
      conditions.isEmpty ? ("", "") : (" with '\(conditions)'", "（\(conditions)）")
    return task.finding(
      isMissing
        ? Wording(
          "\(phrase.english)\(because) has no '\(key)', where '\(wanted)' is asked for",
          zh: "\(phrase.chinese)\(weil)没有“\(key)”，应为“\(wanted)”")
        : Wording(
          "\(phrase.english)\(because) has '\(key)' '\(value)', where '\(wanted)' is asked for",
          zh: "\(phrase.chinese)\(weil)的“\(key)”为“\(value)”，应为“\(wanted)”"),
      parties: [
        Finding.Party(id: feature.id, name: feature.name, location: feature.location(of: key))
      ],
      place: feature.plane?.vertexRuns.first?.points.first.flatMap { context.place(at: $0) })
  }

  static func faults(of task: RuleTask, in plan: Plan) -> [PlanFault] {
    var faults: [PlanFault] = []
    if task.members("when").isEmpty { faults.append(task.missing("when", example: "{use: R}")) }
    if task.members("require").isEmpty, task.members("then").isEmpty {
      faults.append(task.missing("require", example: "{height: '*'}"))
    }
    faults += task.unknownKeys(in: "when")
    let condition = FeatureFilter(task.members("when"))
    if faults.isEmpty, !task.features.isEmpty, !task.features.contains(where: condition.matches) {
      faults.append(
        task.fault(
          Wording(
            "rule \(task.description.code) looks at nothing: no feature meets its condition",
            zh: "规则 \(task.description.code) 没有检查任何要素：没有要素满足条件"),
          at: task.members("when").first,
          help: Wording("correct the condition, or drop the rule", zh: "更正条件，或删去该规则")))
    }
    return faults
  }
}

extension FeatureFilter {
  /// The filter that members of a mapping make.
  init(_ members: [RuleDeclaration.Member]) {
    self.init(
      Dictionary(members.map { ($0.key, $0.texts) }, uniquingKeysWith: { $0 + $1 }))
  }
}

extension ExamplePlan {
  /// Features with properties, and what is asked of those with the use R.
  fileprivate static func parcels(_ properties: [String], _ demand: String) -> ExamplePlan {
    ExamplePlan(
      properties.enumerated().map { place, text in
        .square("p\(place)", x: Double(place) * 10, kind: "feature", text)
      }, settings: ["on: features", "when: {use: R}", "require: \(demand)"])
  }
}
