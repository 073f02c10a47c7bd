internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// K14: areas that a statement sets side by side share no ground.
struct OverlapsNot: Rule {
  static let description = RuleDescription(
    code: "K14",
    name: "overlaps-not",
    summary: Wording(
      "Two areas that a statement sets side by side cover the same ground.", zh: "陈述所列的并列范围互相重叠。"),
    rationale: Wording(
      "What documents list as siblings cannot lie in one another.", zh: "文件中并列的对象不应互相包含或重叠。"),
    fix: Wording("give both outlines the same vertices along their border", zh: "使两侧边界同点"),
    trap: Wording(
      "An area inside another overlaps it; a shared border does not.",
      zh: "包含也是重叠，共边不是。"),
    parameters: [.minArea, .minWidth],
    evaluates: [.overlapsNot],
    accepts: [
      RuleExample(
        "two areas that share an edge", zh: "共边的两个范围",
        ExamplePlan(
          [.square("a", x: 0), .square("b", x: 10)], claims: ["{claim: overlaps-not, of: [a, b]}"]))
    ],
    flags: [
      RuleExample(
        "one 2 m inside the next", zh: "伸入邻面 2 m", measures: ["20 m²"],
        ExamplePlan(
          [.square("a", x: 0), .square("b", x: 8)], claims: ["{claim: overlaps-not, of: [a, b]}"])),
      RuleExample(
        "one inside the other", zh: "一个范围包含另一个范围", measures: ["9 m²"],
        ExamplePlan(
          [.square("a", x: 0), .square("b", x: 2, y: 2, side: 3)],
          claims: ["{claim: overlaps-not, of: districts}"])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    try context.test(.overlapsNot, by: task) { claim in
      guard case .overlapsNot(let of) = claim.test else { return nil }
      if let nothing = context.nothingDrawn(of, for: claim, by: task) { return [nothing] }
      let features = context.plan.features(of)
      var result: [Finding] = []
      for (index, first) in features.enumerated() {
        for second in features.dropFirst(index + 1) {
          guard let finding = try overlap(of: first, and: second, claim, task, context) else {
            continue
          }
          result.append(finding)
        }
      }
      return result
    }
  }

  private func overlap(
    of first: PlanFeature, and second: PlanFeature, _ claim: Claim, _ task: RuleTask,
    _ context: CheckContext
  ) throws -> Finding? {
    guard let a = context.shape(of: first), let b = context.shape(of: second) else { return nil }
    context.verified(pairs: 1)
    guard
      let shared = try context.aboveNoise(
        context.topology.intersection(a.geometry, b.geometry), for: task)
    else { return nil }
    let measure = Measure.area(shared.area, limit: task.quantity("min_area"))
    return task.finding(
      Wording(
        "\(first.phrase.english) overlaps \(second.phrase.english) by \(measure.phrase.english)",
        zh: "\(first.phrase.chinese)与\(second.phrase.chinese)重叠 \(measure.phrase.chinese)"),
      parties: [first.party, second.party, claim.party], measure: measure,
      place: context.place(shared), statements: [claim.statement],
      isDegraded: a.isRepaired || b.isRepaired)
  }
}
