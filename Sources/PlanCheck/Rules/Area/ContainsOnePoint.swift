internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// A14: every area has exactly one partner point in its interior.
struct ContainsOnePoint: Rule {
  static let description = RuleDescription(
    code: "A14",
    name: "contains-one-point",
    summary: Wording(
      "A polygon has none or several partner points in its interior.", zh: "面的内部没有参照点，或不止一个。"),
    rationale: Wording(
      "One label point, one registered owner, one sampling point for each parcel: none or two leave open which record belongs to it.",
      zh: "一块地一个标识点、一个权利人、一个采样点：没有或有两个，就不知道哪条记录属于它。"),
    fix: Wording("add the missing point, or delete all but one", zh: "补上缺少的点，或只保留一个"),
    trap: Wording(
      "A point on the boundary counts for neither side. Points are counted, not features: two points of one multi point are two.",
      zh: "边界上的点两边都不计。按点计数而非按要素计数：一个多点要素的两点算两个。"),
    looksAt: [.area],
    counterparts: [.arcGIS("Contains One Point (Area-Point)")],
    parameters: [.tolerance],
    needsFeatures: true,
    needsPartner: true,
    partnersAre: [.point],
    accepts: [
      RuleExample(
        "one point in each", zh: "每面一点",
        ExamplePlan(
          [.square("a", x: 0), .square("b", x: 10), .point("f", 5, 5), .point("g", 15, 5)],
          settings: on)),
      RuleExample(
        "one inside, another on the boundary", zh: "内部一点，边界上另有一点",
        ExamplePlan([.square("a", x: 0), .point("f", 5, 5), .point("g", 10, 5)], settings: on)),
      RuleExample(
        "one inside, another in the hole", zh: "内部一点，洞中另有一点",
        ExamplePlan(
          [
            .polygon(
              "a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
              holes: [[(4, 4), (4, 6), (6, 6), (6, 4), (4, 4)]]),
            .point("f", 5, 5), .point("g", 2, 2),
          ], settings: on)),
      RuleExample(
        "one multi point, one point in each", zh: "一个多点要素，每面一点",
        ExamplePlan(
          [
            .square("a", x: 0), .square("b", x: 10),
            .points("f", [(5, 5), (15, 5)], kind: "feature"),
          ], settings: ["on: districts", "with: features"])),
    ],
    flags: [
      RuleExample(
        "none", zh: "没有点", measures: ["0"],
        ExamplePlan([.square("a", x: 0), .point("f", 50, 5)], settings: on)),
      RuleExample(
        "two", zh: "两个点", measures: ["2"],
        ExamplePlan([.square("a", x: 0), .point("f", 4, 5), .point("g", 6, 5)], settings: on)),
      RuleExample(
        "two at one place", zh: "同一位置的两个点", measures: ["2"],
        ExamplePlan([.square("a", x: 0), .point("f", 5, 5), .point("g", 5, 5)], settings: on)),
      RuleExample(
        "two points of one feature", zh: "同一要素的两个点", measures: ["2"],
        ExamplePlan(
          [.square("a", x: 0), .points("f", [(4, 5), (6, 5)], kind: "feature")],
          settings: ["on: districts", "with: features"])),
      RuleExample(
        "a point on the shared border counts for neither", zh: "公共边上的点两边都不计",
        measures: ["0", "0"],
        ExamplePlan(
          [.square("a", x: 0), .square("b", x: 10), .point("f", 10, 5)], settings: on)),
      RuleExample(
        "one point, two areas that overlap: only the other lacks one", zh: "两面重叠：只有另一面缺点",
        measures: ["0"],
        ExamplePlan(
          [
            .square("a", x: 0), .square("b", x: 5), .square("c", x: 12), .point("f", 7, 5),
          ], settings: on)),
    ])

  private static let on = ["on: districts", "with: facilitys"]

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    context.findingsOfContents(for: task) { area, contents in
      let count = contents.inside.count
      guard count != 1 else { return nil }
      let (phrase, title, edge) = (area.phrase, task.partnerTitle, contents.onBoundary.count)
      return ContentFault(
        message: Wording(
          "\(phrase.english) has \(count == 0 ? "no point" : "\(count) points") of "
            + "\(title.english) inside" + (edge > 0 ? "; \(edge) on its boundary" : ""),
          zh: "\(phrase.chinese)内有 \(count) 个\(title.chinese)的点"
            + (edge > 0 ? "，边界上有 \(edge) 个" : "")),
        measure: Measure(Double(count), .features, limit: 1), points: contents.inside)
    }
  }
}
