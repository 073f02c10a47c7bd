internal import DistrictPlan
internal import Messages
internal import PlanFindings

/// K23: every feature has one of the stated classes, and every class occurs.
struct ClassesComplete: Rule {
  static let description = RuleDescription(
    code: "K23",
    name: "classes-complete",
    summary: Wording(
      "A feature has none of the stated classes, or a class occurs nowhere.",
      zh: "要素没有列入所述类别，或某一类别没有要素。"),
    rationale: Wording(
      "A plan that promises three kinds of space has to show all three, and nothing else.",
      zh: "规划承诺三类空间，图上就应三类齐全，且每片都有归属。"),
    fix: Wording("set the property to one of the stated values", zh: "将属性改为所述值之一"),
    trap: Wording(
      "A class that no feature has is reported too, and so is a value that the statement does not list.",
      zh: "没有任何要素的类别也会报告，陈述未列出的取值同样报告。"),
    evaluates: [.classes],
    accepts: [
      RuleExample(
        "two classes, both there", zh: "两个类别，均有要素",
        ExamplePlan(
          [.square("a", x: 0, #""space":"生产""#), .square("b", x: 10, #""space":"生活""#)],
          claims: ["{claim: classes, of: districts, key: space, values: [生产, 生活]}"]))
    ],
    flags: [
      RuleExample(
        "a class that occurs nowhere", zh: "有一类没有任何要素",
        ExamplePlan(
          [.square("a", x: 0, #""space":"生产""#)],
          claims: ["{claim: classes, of: districts, key: space, values: [生产, 生活]}"])),
      RuleExample(
        "a feature without a class", zh: "要素没有类别",
        ExamplePlan(
          [.square("a", x: 0, #""space":"生产""#), .square("b", x: 10)],
          claims: ["{claim: classes, of: districts, key: space, values: [生产]}"])),
      RuleExample(
        "a feature of another class", zh: "要素属于其他类别",
        ExamplePlan(
          [.square("a", x: 0, #""space":"生产""#), .square("b", x: 10, #""space":"生态""#)],
          claims: ["{claim: classes, of: districts, key: space, values: [生产]}"])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    context.test(.classes, by: task) { claim in
      guard case .classes(let of, let key, let values) = claim.test else { return nil }
      let features = context.plan.features(of)
      let list = Wording.names(values)
      let strangers = features.compactMap { feature -> Finding? in
        let own = feature.words(for: key)
        guard own.isEmpty || !own.allSatisfy(values.contains) else { return nil }
        let found = Wording.names(own)
        return task.finding(
          own.isEmpty
            ? Wording(
              "\(feature.phrase.english) has no '\(key.rawValue)'; stated are \(list.english)",
              zh: "\(feature.phrase.chinese)没有“\(key.rawValue)”，应为\(list.chinese)之一")
            : Wording(
              "'\(key.rawValue)' of \(feature.phrase.english) is \(found.english); stated are "
                + list.english,
              zh: "\(feature.phrase.chinese)的“\(key.rawValue)”为\(found.chinese)，应为\(list.chinese)之一"
            ),
          parties: [feature.party, claim.party], place: context.place(of: feature),
          statements: [claim.statement])
      }
      let used = Set(features.flatMap { $0.words(for: key) })
      let missing = values.filter { !used.contains($0) }.map { value in
        task.finding(
          Wording(
            "no feature of '\(of.text)' has the '\(key.rawValue)' '\(value)'",
            zh: "“\(of.text)”中没有“\(key.rawValue)”为“\(value)”的要素"),
          parties: [claim.party], statements: [claim.statement])
      }
      return strangers + missing
    }
  }
}

extension PlanFeature {
  /// The value of a property as words; several for a list, none when it is not set.
  fileprivate func words(for key: FeatureKey) -> [String] {
    switch values[key] {
    case .text(let text): [text]
    case .texts(let texts): texts
    case .number(let number): [DecimalText.trimmed(number, decimals: 6)]
    case .flag(let flag): [flag ? "true" : "false"]
    case nil: []
    }
  }
}
