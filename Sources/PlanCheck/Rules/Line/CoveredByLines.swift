internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// L14: lines run on the partner lines.
struct CoveredByLines: Rule {
  static let description = RuleDescription(
    code: "L14",
    name: "covered-by-lines",
    summary: Wording("Part of a line runs on no line of the other set.", zh: "线的一部分不在另一组的任何线上。"),
    rationale: Wording(
      "A bus route runs on roads and a lit stretch on a street; where it leaves them it runs on nothing.",
      zh: "公交线路走在道路上，亮化路段落在街道上；离开了道路，就没有依托。"),
    fix: Wording(
      "lead the line along the others, or draw the one that is missing", zh: "让该线沿另一组的线走，或补画缺失的线"),
    trap: Wording(
      "Several lines may cover one together, whatever vertices they have; a line that only crosses covers nothing.",
      zh: "可以由多条线共同覆盖，折点不必一致；只是相交的线不算覆盖。"),
    looksAt: [.line],
    counterparts: [
      .arcGIS("Must Be Covered By Feature Class Of (Line-Line)"), .superMap("线被多条线完全覆盖"),
    ],
    parameters: [.tolerance, .minLength],
    needsFeatures: true,
    needsPartner: true,
    partnersAre: [.line],
    accepts: [
      RuleExample(
        "on two lines, split elsewhere", zh: "落在两条折点不同的线上",
        .roadAndRails([(0, 0), (4, 0), (10, 0)], [[(-5, 0), (6, 0)], [(6, 0), (10, 0)]])),
      RuleExample(
        "1 mm aside", zh: "偏离 1 毫米",
        .roadAndRails([(0, 0.001), (10, -0.001)], [[(0, 0), (10, 0)]])),
      RuleExample(
        "a 5 mm gap between two lines is noise", zh: "两线之间 5 毫米的缺口属噪声",
        .roadAndRails([(0, 0), (10, 0)], [[(0, 0), (5, 0)], [(5.005, 0), (10, 0)]])),
    ],
    flags: [
      RuleExample(
        "4 m beyond the end", zh: "超出末端 4 米", measures: ["4 m"],
        .roadAndRails([(0, 0), (10, 0)], [[(0, 0), (6, 0)]])),
      RuleExample(
        "a gap in the middle", zh: "中间缺一段", measures: ["3 m"],
        .roadAndRails([(0, 0), (10, 0)], [[(0, 0), (4, 0)], [(7, 0), (10, 0)]])),
      RuleExample(
        "a crossing covers nothing", zh: "相交不算覆盖", measures: ["10 m"],
        .roadAndRails([(0, 0), (10, 0)], [[(5, -5), (5, 5)]])),
      RuleExample(
        "two stretches of one line are one finding", zh: "同一条线两段未被覆盖只报一次", measures: ["5 m"],
        .roadAndRails([(0, 0), (10, 0)], [[(2, 0), (7, 0)]])),
      RuleExample(
        "a line does not cover itself", zh: "线不能覆盖自身", measures: ["10 m"],
        ExamplePlan([.line("a", [(0, 0), (10, 0)])], settings: ["on: roads", "with: roads"])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let lines = task.partners.compactMap { partner in
      partner.densePlane.flatMap { $0.lines.isEmpty ? nil : (partner.id, $0) }
    }
    return context.uncoveredFindings(
      for: task, by: SegmentCover(lines), others: Wording("line", zh: "线"))
  }
}
