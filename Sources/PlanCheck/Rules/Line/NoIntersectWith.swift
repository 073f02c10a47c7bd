internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// L04: lines meet partner lines at ends only.
struct NoIntersectWith: Rule {
  static let description = RuleDescription(
    code: "L04",
    name: "no-intersect-with",
    summary: Wording("A line crosses or runs on a line of the other set.", zh: "线与另一组的线相交或重合。"),
    rationale: Wording(
      "Where a road may cross no railway, every crossing is a bridge that nobody has planned.",
      zh: "道路不得平交铁路时，每处相交都是一座没有列入计划的桥。"),
    fix: Wording("end the line at the other, or lead it round", zh: "让线止于对方，或绕行"),
    trap: Wording(
      "A line may end on the middle of a partner line; crossings within either set are not asked about.",
      zh: "线可以止于对方线的中部；组内相交不在此列。"),
    looksAt: [.line],
    counterparts: [
      .arcGIS("Must Not Intersect With (Line-Line)"),
      .qgis("Lines must not intersect with features of layer"), .superMap("线与线无相交"),
    ],
    parameters: [.tolerance, .minLength],
    needsFeatures: true,
    needsPartner: true,
    partnersAre: [.line],
    accepts: [
      RuleExample(
        "a road that ends at the rails", zh: "止于铁路的道路",
        .roadAndRails([(5, 0), (5, 10)], [[(0, 0), (10, 0)]])),
      RuleExample(
        "rails that cross each other", zh: "铁路之间相交",
        .roadAndRails([(0, 20), (10, 20)], [[(0, 5), (10, 5)], [(5, 0), (5, 10)]])),
    ],
    flags: [
      RuleExample(
        "a level crossing", zh: "平交道口",
        .roadAndRails([(5, -5), (5, 5)], [[(0, 0), (10, 0)]])),
      RuleExample(
        "two crossings of one pair are one finding", zh: "一对线相交两次只报一次",
        .roadAndRails([(2, -5), (2, 5), (8, 5), (8, -5)], [[(0, 0), (10, 0)]])),
      RuleExample(
        "5 m on the rails", zh: "压在轨道上 5 米", measures: ["5 m"],
        .roadAndRails([(0, 0), (5, 0), (5, 5)], [[(0, 0), (10, 0)]])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    context.intersectionFindings(
      for: task, verb: .crosses, where: { !$0.firstEnds && !$0.secondEnds })
  }
}
