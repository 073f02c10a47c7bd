internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// K11: a work leads the way that documents say: 东延 leads east.
struct DirectionMatchesWord: Rule {
  static let description = RuleDescription(
    code: "K11",
    name: "direction-matches-word",
    summary: Wording(
      "A work leads another way than its statement says.", zh: "工程的走向与陈述所说的方向不符。"),
    rationale: Wording(
      "东延 and 北跨 are among the few directions that documents give.", zh: "“东延”“北跨”是文件中少有的方向信息。"),
    fix: Wording(
      "turn the work, or digitise it from the road's end outwards", zh: "更正走向，或从道路端点向外绘制"),
    trap: Wording(
      "The direction is that from the first vertex to the last: a work that bends on its way still leads east if its end lies east. A line drawn backwards leads the other way.",
      zh: "方向取首点至末点的方位：途中有弯而终点在东的仍为向东；反向绘制的线方向相反。"),
    parameters: [
      RuleParameter(
        "within", .quantity(.angle), default: "45 deg",
        Wording("how far the work may turn from the direction", zh: "允许偏离该方向的角度"))
    ],
    evaluates: [.direction],
    accepts: [
      RuleExample(
        "an eastward work that bends a little", zh: "向东的工程略有弯曲",
        ExamplePlan(
          [.line("w", [(0, 0), (50, 30), (100, 20)], kind: "road_work", #""direction":"东""#)],
          claims: ["{claim: direction, of: w, is: 东}"]))
    ],
    flags: [
      RuleExample(
        "a northward work drawn to the south", zh: "应向北的工程画成向南", measures: ["180°"],
        ExamplePlan(
          [.line("w", [(0, 0), (0, -50)], kind: "road_work")],
          claims: ["{claim: direction, of: w, is: 北}"])),
      RuleExample(
        "a work that declares another direction", zh: "工程注明了另一个方向",
        ExamplePlan(
          [.line("w", [(0, 0), (0, 50)], kind: "road_work", #""direction":"东""#)],
          claims: ["{claim: direction, of: w, is: 北}"])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let limit = task.quantity("within")
    return context.test(.direction, by: task) { claim in
      guard case .direction(let of, let word) = claim.test else { return nil }
      if let nothing = context.nothingDrawn(of, for: claim, by: task) { return [nothing] }
      return context.plan.features(of).flatMap { work in
        [declared(work, word, claim, task), drawn(work, word, limit, claim, task, context)]
          .compactMap { $0 }
      }
    }
  }

  private func declared(
    _ work: PlanFeature, _ word: Compass, _ claim: Claim, _ task: RuleTask
  ) -> Finding? {
    guard let direction = work.direction, direction != word else { return nil }
    return task.finding(
      Wording(
        "\(work.phrase.english) has the direction '\(direction.rawValue)', stated is "
          + "'\(word.rawValue)'",
        zh: "\(work.phrase.chinese)注明方向为“\(direction.rawValue)”，陈述为“\(word.rawValue)”"),
      parties: [work.party, claim.party], statements: [claim.statement])
  }

  private func drawn(
    _ work: PlanFeature, _ word: Compass, _ limit: Double, _ claim: Claim, _ task: RuleTask,
    _ context: CheckContext
  ) -> Finding? {
    guard let course = work.course, let bearing = Bearing(from: course.start, to: course.end)
    else { return nil }
    let deviation = bearing.deviation(from: word.bearing)
    guard deviation > limit else { return nil }
    let measure = Measure(deviation, .degrees, limit: limit)
    let found = Measure(bearing.degrees, .degrees).text
    return task.finding(
      Wording(
        "\(work.phrase.english) is said to lead \(word.englishName) and leads \(found), "
          + "off by \(measure.phrase.english)",
        zh: "\(work.phrase.chinese)应向\(word.rawValue)，实际方位角 \(found)，偏离 \(measure.phrase.chinese)"),
      parties: [work.party, claim.party], measure: measure, place: context.place(of: work),
      statements: [claim.statement])
  }
}
