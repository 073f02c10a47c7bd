internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// K31: every area belongs to one class of space, all classes occur, and together they fill the ground.
struct SpaceClasses: Rule {
  static let description = RuleDescription(
    code: "K31",
    name: "space-classes",
    summary: Wording(
      "An area has no class of space or several, a class occurs nowhere, or the classes do not fill the ground once.",
      zh: "片区没有空间类别或有多个类别，某类空间缺失，或各类空间未恰好占满范围。"),
    rationale: Wording(
      "Space for production, living and nature is planned as one whole: what belongs to none of them, or to two, is planned by nobody.",
      zh: "生产、生活、生态空间要统筹布局：不属于任何一类或重复归类的地方等于没有规划。"),
    fix: Wording(
      "give each area one class, and draw the areas so that they fill the ground without overlap",
      zh: "给每个片区定一个类别，并使各片区不重不漏"),
    trap: Wording(
      "Shares that sum to 100 % prove nothing while a gap makes up for an overlap, so both are measured; areas of one class that overlap count once.",
      zh: "比例之和为 100% 并不说明问题：缺口可与重叠相抵，因此两者分别量算；同类片区重叠只计一次。"),
    looksAt: [.area],
    parameters: [
      RuleParameter(
        "key", .text, default: "space",
        Wording("the property that holds the class", zh: "写有类别的属性")),
      RuleParameter(
        "values", .texts, default: "生产, 生活, 生态", Wording("the classes", zh: "各类别")),
      RuleParameter(
        "within", .quantity(.share), default: "1 %",
        Wording(
          "how much of the ground may belong to no class, or to two", zh: "允许不属于任何类别或重复归类的比例")),
    ],
    needsFeatures: true,
    takesPartner: true,
    accepts: [
      RuleExample(
        "three classes that fill the zone", zh: "三类空间占满范围",
        .spaces([.space("a", 0, "生产"), .space("b", 30, "生活"), .space("c", 60, "生态", 40)])),
      RuleExample(
        "other classes, without a ground to fill", zh: "别的类别，不与范围比较",
        ExamplePlan(
          [
            .square("a", x: 0, kind: "feature", #""use":"R""#),
            .square("b", x: 50, kind: "feature", #""use":"B""#),
          ], settings: ["on: features", "key: use", "values: [R, B]"])),
      RuleExample(
        "areas of one class that overlap", zh: "同类片区重叠",
        .spaces(
          [
            .space("a", 0, "生产"), .space("b", 30, "生活"), .space("c", 60, "生态", 40),
            .space("d", 70, "生态"),
          ])),
    ],
    flags: [
      RuleExample(
        "an area without a class", zh: "没有类别的片区",
        .spaces([
          .space("a", 0, "生产"), .space("b", 30, "生活"), .space("c", 60, "生态"),
          .space("d", 90, nil, 10),
        ])
      ),
      RuleExample(
        "a class that is none of the three", zh: "三类之外的类别",
        ExamplePlan(
          [
            .square("a", x: 0, kind: "feature", #""space":"交通""#),
            .square("b", x: 50, kind: "feature", #""space":"生产""#),
          ], settings: ["on: features", "values: 生产"])),
      RuleExample(
        "an area of two classes", zh: "兼属两类的片区",
        ExamplePlan(
          [.square("a", x: 0, kind: "feature", #""use":["R","B"]"#)],
          settings: ["on: features", "key: use", "values: [R, B]"])),
      RuleExample(
        "a class that occurs nowhere", zh: "缺一类空间",
        .spaces([.space("a", 0, "生产", 50), .space("b", 50, "生活", 50)])),
      RuleExample(
        "a tenth of the zone left over", zh: "范围内一成未归类", measures: ["10%"],
        .spaces([.space("a", 0, "生产"), .space("b", 30, "生活"), .space("c", 60, "生态")])),
      RuleExample(
        "a gap that an overlap makes up for", zh: "缺口与重叠相抵", measures: ["10%", "10%"],
        .spaces([.space("a", 0, "生产", 40), .space("b", 30, "生活"), .space("c", 60, "生态")])),
      RuleExample(
        "two classes on the same ground, with no ground to fill", zh: "两类重叠，不与范围比较",
        measures: ["20%"],
        ExamplePlan(
          [.space("a", 0, "生产"), .space("b", 20, "生活")],
          settings: ["on: districts", "values: [生产, 生活]"])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    let key = task.word("key") ?? "space"
    let values = task.texts("values")
    return strangers(key, values, task, context) + unused(key, values, task)
      + (try SpaceShares(key, values, task, context).findings())
  }

  /// Areas that do not have one class of those stated.
  private func strangers(
    _ key: String, _ values: [String], _ task: RuleTask, _ context: CheckContext
  ) -> [Finding] {
    let list = Wording.names(values)
    return task.features.compactMap { area in
      let own = area.attribute(key)?.words ?? []
      guard own.count != 1 || !own.allSatisfy(values.contains) else { return nil }
      let (phrase, found) = (area.phrase, Wording.names(own))
      return task.finding(
        own.isEmpty
          ? Wording(
            "\(phrase.english) has no '\(key)'; the classes are \(list.english)",
            zh: "\(phrase.chinese)没有“\(key)”，应为\(list.chinese)之一")
          : Wording(
            "the '\(key)' of \(phrase.english) is \(found.english), not one of the classes \(list.english)",
            zh: "\(phrase.chinese)的“\(key)”为\(found.chinese)，应为\(list.chinese)之一"),
        parties: [area.party], place: context.place(of: area))
    }
  }

  /// Classes that no area has.
  private func unused(_ key: String, _ values: [String], _ task: RuleTask) -> [Finding] {
    let used = Set(task.features.flatMap { $0.attribute(key)?.words ?? [] })
    let on = task.on.joined(separator: ", ")
    return values.filter { !used.contains($0) }.map { value in
      task.finding(
        Wording(
          "no area of '\(on)' has the '\(key)' '\(value)'",
          zh: "“\(on)”中没有“\(key)”为“\(value)”的片区"),
        parties: [Finding.Party(id: value, name: nil, location: task.location)])
    }
  }
}

extension ExampleFeature {
  /// A strip of the zone, 10 m high.
  fileprivate static func space(
    _ id: String, _ x: Double, _ space: String?, _ width: Double = 30
  ) -> ExampleFeature {
    .polygon(
      id, [(x, 0), (x + width, 0), (x + width, 10), (x, 10), (x, 0)],
      space.map { #""space":"\#($0)""# } ?? "")
  }
}

extension ExamplePlan {
  /// A zone of 100 m by 10 m, and strips of it.
  fileprivate static func spaces(_ strips: [ExampleFeature]) -> ExamplePlan {
    ExamplePlan(
      strips + [
        .polygon("z", [(0, 0), (100, 0), (100, 10), (0, 10), (0, 0)], kind: "zone")
      ], settings: ["on: districts", "with: zones"])
  }
}
