internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// L06: lines meet partner lines end to end only.
struct NoInteriorTouchWith: Rule {
  static let description = RuleDescription(
    code: "L06",
    name: "no-intersect-or-interior-touch-with",
    summary: Wording(
      "A line meets a line of the other set other than end to end.",
      zh: "线与另一组的线在双方端点以外的位置相接、相交或重合。"),
    rationale: Wording(
      "Two networks that hand over at nodes, as a branch line to a main, need the main split where the branch joins.",
      zh: "两套网络在结点处衔接，如支管接入干管，干管须在接入处打断。"),
    fix: Wording("split the line where the other meets it", zh: "在相接处打断该线"),
    trap: Wording(
      "It counts whichever of the two is touched in its middle; what meets within either set is not asked about.",
      zh: "无论哪一方在中部被接上都算；组内相接不在此列。"),
    looksAt: [.line],
    counterparts: [.arcGIS("Must Not Intersect Or Touch Interior With (Line-Line)")],
    parameters: [.tolerance, .minLength],
    needsFeatures: true,
    needsPartner: true,
    partnersAre: [.line],
    accepts: [
      RuleExample(
        "end to end", zh: "端点对端点",
        .roadAndRails([(5, 0), (5, 10)], [[(0, 0), (5, 0)], [(5, 0), (10, 0)]])),
      RuleExample(
        "rails that end on each other", zh: "铁路之间的丁字相接",
        .roadAndRails([(0, 20), (10, 20)], [[(0, 0), (10, 0)], [(5, 0), (5, 10)]])),
    ],
    flags: [
      RuleExample(
        "a road that ends on the rails", zh: "道路止于铁路中部",
        .roadAndRails([(5, 0), (5, 10)], [[(0, 0), (10, 0)]])),
      RuleExample(
        "rails that end on the road", zh: "铁路止于道路中部",
        .roadAndRails([(0, 0), (10, 0)], [[(5, 0), (5, 10)]])),
      RuleExample(
        "2 m on the rails", zh: "压在轨道上 2 米", measures: ["2 m"],
        .roadAndRails([(0, 0), (5, 0)], [[(3, 0), (10, 0)]])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    context.intersectionFindings(
      for: task, verb: .meetsInside, where: { !$0.firstEnds || !$0.secondEnds })
  }
}
