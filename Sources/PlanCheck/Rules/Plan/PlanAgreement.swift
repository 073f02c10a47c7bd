internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// K35: what several plans draw, they draw in the same place.
struct PlanAgreement: Rule {
  static let description = RuleDescription(
    code: "K35",
    name: "multi-plan-agreement",
    summary: Wording(
      "The same object is drawn in two layers, and not in the same place.",
      zh: "同一对象在不同图层（规划）中的位置不一致。"),
    rationale: Wording(
      "Several plans on one map must agree on what they share, or each of them permits something else.",
      zh: "多规合一要求各规划对同一对象画法一致，否则各依各图、各批各地。"),
    fix: Wording(
      "take the geometry from the plan that decides, or give different objects different names",
      zh: "以权威规划的几何为准，或为不同对象使用不同名称"),
    trap: Wording(
      "Vertices need not be the same: an outline with more points, or a line drawn from the other end, coincides; a shift by less than 'within' is tolerated along the whole border, however long.",
      zh: "顶点不必相同：点更密的边界、反向绘制的线都算一致；整条边界的偏移只要小于 within 就不计，不论多长。"),
    parameters: [
      RuleParameter(
        "key", .text, default: "name",
        Wording("the property by which objects are matched", zh: "用以配对的属性")),
      RuleParameter(
        "within", .quantity(.length), default: "1 m",
        Wording("how far the two may lie from each other", zh: "允许的位置差")),
      RuleParameter(
        "missing", .word(["ignore", "report"]), default: "ignore",
        Wording(
          "whether an object that a layer lacks is reported, as a warning",
          zh: "某图层缺少的对象是否以警告报出（report）或忽略（ignore）")),
      .minArea, .minWidth,
    ],
    needsFeatures: true,
    takesPartner: true,
    accepts: [
      RuleExample(
        "the same area with more vertices", zh: "顶点更密的同一个面",
        .plans([
          .square("a", x: 0, side: 100, #""name":"甲""#),
          .polygon(
            "b", [(0, 0), (50, 0), (100, 0), (100, 100), (0, 100), (0, 0)], kind: "feature",
            #""name":"甲""#),
        ])),
      RuleExample(
        "a border that is off by less than a metre", zh: "边界偏移不足一米",
        .plans([
          .square("a", x: 0, side: 100, #""name":"甲""#),
          .square("b", x: 0.8, side: 100, kind: "feature", #""name":"甲""#),
        ])),
      RuleExample(
        "a line drawn from the other end", zh: "反向绘制的线",
        .plans(
          [
            .line("a", [(0, 0), (100, 0), (200, 50)], #""name":"甲""#),
            .line("b", [(200, 50), (100, 0), (0, 0)], kind: "feature", #""name":"甲""#),
          ], "roads")),
      RuleExample(
        "an object that the other plan lacks", zh: "另一规划没有的对象",
        .plans([
          .square("a", x: 0, #""name":"甲""#), .square("b", x: 50, kind: "feature", #""name":"乙""#),
        ])),
    ],
    flags: [
      RuleExample(
        "two borders 2 m apart", zh: "边界相差两米", measures: ["200 m²"],
        .plans([
          .square("a", x: 0, side: 100, #""name":"甲""#),
          .polygon(
            "b", [(0, 0), (102, 0), (102, 100), (0, 100), (0, 0)], kind: "feature", #""name":"甲""#),
        ])),
      RuleExample(
        "a line that bulges between its ends", zh: "两端一致而中段外凸的线", measures: ["30 m"],
        .plans(
          [
            .line("a", [(0, 0), (200, 0)], #""name":"甲""#),
            .line("b", [(0, 0), (100, 30), (200, 0)], kind: "feature", #""name":"甲""#),
          ], "roads")),
      RuleExample(
        "a gap in the middle, though every vertex agrees", zh: "顶点处处一致而中段缺失的线", measures: ["40 m"],
        .plans(
          [
            .line("a", [(0, 0), (100, 0)], #""name":"甲""#),
            .lines(
              "b", [[(0, 0), (10, 0)], [(90, 0), (100, 0)]], kind: "feature", #""name":"甲""#),
          ], "roads")),
      RuleExample(
        "two points 5 m apart", zh: "相距五米的点", measures: ["5 m"],
        .plans(
          [
            .point("a", 0, 0, #""name":"甲""#),
            .point("b", 3, 4, kind: "feature", #""name":"甲""#),
          ], "facilitys")),
      RuleExample(
        "a name that stands for two", zh: "一名两指",
        .plans([
          .square("a", x: 0, #""name":"甲""#),
          .square("b", x: 0, kind: "feature", #""name":"甲""#),
          .square("c", x: 50, kind: "feature", #""name":"甲""#),
        ])),
      RuleExample(
        "an object that the other plan lacks, where that is asked for", zh: "另一规划没有的对象（要求报出）",
        .plans(
          [
            .square("a", x: 0, #""name":"甲""#),
            .square("b", x: 50, kind: "feature", #""name":"乙""#),
          ],
          "districts", "missing: report")),
      RuleExample(
        "an area in one plan, a point in the other", zh: "一图为面，一图为点",
        .plans([
          .square("a", x: 0, #""name":"甲""#), .point("b", 5, 5, kind: "feature", #""name":"甲""#),
        ])),
      RuleExample(
        "a single layer", zh: "只有一个图层",
        ExamplePlan([.square("a", x: 0)], settings: ["on: districts"])),
      RuleExample(
        "worth knowing: nothing to match by", zh: "提示：没有可配对的属性",
        .plans([
          .square("a", x: 0, #""name":"甲""#), .square("b", x: 0, kind: "feature", #""name":"甲""#),
          .square("c", x: 50, kind: "feature"),
        ])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    let key = task.word("key") ?? "name"
    let versions = (task.on + task.with).map { PlanVersion($0, by: key, task, context.plan) }
    guard versions.count > 1 else {
      return [
        task.misdeclared(
          "on", Wording("only one layer is named, so nothing can disagree", zh: "只写了一个图层，无从比较"))
      ]
    }
    var findings = versions.flatMap { $0.faults(key, task) }
    for (place, version) in versions.enumerated() {
      for other in versions[(place + 1)...] {
        findings += try compared(version, other, task, context)
      }
    }
    return findings
  }

  private func compared(
    _ first: PlanVersion, _ second: PlanVersion, _ task: RuleTask, _ context: CheckContext
  ) throws -> [Finding] {
    let comparison = ObjectComparison(first: first.layer, second: second.layer, task, context)
    var findings = try first.objects.compactMap { object -> Finding? in
      guard let other = second.object(object.value), other.id != object.feature.id else {
        return nil
      }
      context.verified(pairs: 1)
      return try comparison.finding(object.feature, other)
    }
    guard task.word("missing") == "report" else { return findings }
    for (one, other) in [(first, second), (second, first)] {
      findings += one.objects.filter { !other.names($0.value) }.map { object in
        task.finding(
          Wording(
            "\(object.feature.phrase.english) of '\(one.layer)' is not in '\(other.layer)'",
            zh: "“\(one.layer)”的\(object.feature.phrase.chinese)不在“\(other.layer)”中"),
          parties: [object.feature.party], place: context.place(of: object.feature),
          severity: min(.warning, task.severity))
      }
    }
    return findings
  }
}

extension ExamplePlan {
  /// A layer of the plan and a layer of features of another plan.
  fileprivate static func plans(
    _ features: [ExampleFeature], _ layer: String = "districts", _ settings: String...
  ) -> ExamplePlan {
    ExamplePlan(features, settings: ["on: [\(layer), features]"] + settings)
  }
}
