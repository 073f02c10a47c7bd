internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// L02: no line runs on the ground of a partner line.
struct LineNoOverlapWith: Rule {
  static let description = RuleDescription(
    code: "L02",
    name: "line-no-overlap-with",
    summary: Wording("A line runs on a line of the other set.", zh: "线与另一组的线重合。"),
    rationale: Wording(
      "A road on a railway, or a pipe on a cable, is one of the two drawn in the wrong place.",
      zh: "道路压在铁路上、管线压在电缆上，必有一条画错了位置。"),
    fix: Wording("draw the two side by side, as they are built", zh: "按实际位置并排画出两条线"),
    trap: Wording(
      "A feature that belongs to both sets is not held against itself.",
      zh: "同时属于两组的要素不与自身比较。"),
    looksAt: [.line],
    counterparts: [.arcGIS("Must Not Overlap With (Line-Line)"), .superMap("线与线无重叠")],
    parameters: [.tolerance, .minLength],
    needsFeatures: true,
    needsPartner: true,
    partnersAre: [.line],
    accepts: [
      RuleExample(
        "a level crossing", zh: "平交道口",
        .roadAndRails([(0, 0), (10, 0)], [[(5, -5), (5, 5)]])),
      RuleExample(
        "two rails on each other are not asked about", zh: "另一组内部的重合不在此列",
        .roadAndRails([(0, 5), (10, 5)], [[(0, 0), (10, 0)], [(0, 0), (10, 0)]])),
      RuleExample(
        "a set against itself: no line overlaps itself", zh: "与同一组比较时不与自身比较",
        ExamplePlan([.line("a", [(0, 0), (10, 0)])], settings: ["on: roads", "with: roads"])),
    ],
    flags: [
      RuleExample(
        "4 m along the rails", zh: "沿轨道 4 米", measures: ["4 m"],
        .roadAndRails([(0, 5), (2, 0), (6, 0), (8, 5)], [[(0, 0), (10, 0)]])),
      RuleExample(
        "two rails that share the stretch between them", zh: "重合段先后属于两条线",
        measures: ["3 m", "1 m"],
        .roadAndRails([(2, 0), (6, 0)], [[(0, 0), (5, 0)], [(5, 0), (9, 0)]])),
      RuleExample(
        "a pair that is in both sets is one finding", zh: "同属两组的一对只报一次", measures: ["6 m"],
        ExamplePlan(
          [.line("a", [(0, 0), (10, 0)]), .line("b", [(4, 0), (20, 0)])],
          settings: ["on: roads", "with: roads"])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    context.overlapFindings(for: task)
  }
}

extension ExamplePlan {
  /// A road held against railways.
  static func roadAndRails(
    _ road: [(Double, Double)], _ rails: [[(Double, Double)]]
  ) -> ExamplePlan {
    ExamplePlan(
      [.line("a", road)]
        + rails.enumerated().map { .line("r\($0.offset)", $0.element, kind: "railway") },
      settings: ["on: roads", "with: railways"])
  }
}
