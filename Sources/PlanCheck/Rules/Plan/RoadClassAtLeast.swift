internal import DistrictPlan
internal import Messages
internal import PlanFindings

/// K16: roads are of the class that statements speak of.
struct RoadClassAtLeast: Rule {
  static let description = RuleDescription(
    code: "K16",
    name: "road-class",
    summary: Wording("A road is of a lower class than its statement implies.", zh: "道路等级低于陈述所示。"),
    rationale: Wording(
      "大道 and 大动脉 are words for main roads.", zh: "“大道”“大动脉”指干路。"),
    fix: Wording("raise the class, or correct the claim", zh: "提高等级，或更正论断"),
    trap: Wording(
      "A road without a class is reported too: nothing shows that it is a main road.",
      zh: "没有等级的道路也会报告：没有什么说明它是干路。"),
    evaluates: [.class],
    severity: .warning,
    accepts: [
      RuleExample(
        "an arterial where a secondary road would do", zh: "次干路即可，实为主干路",
        ExamplePlan(
          [.line("r", [(0, 0), (9, 0)], #""class":"主干路""#)],
          claims: ["{claim: class, of: r, at_least: 次干路}"]))
    ],
    flags: [
      RuleExample(
        "a local road that should be an arterial", zh: "应为主干路，实为支路",
        ExamplePlan(
          [.line("r", [(0, 0), (9, 0)], #""class":"支路""#)],
          claims: ["{claim: class, of: r, at_least: 主干路}"])),
      RuleExample(
        "a road without a class", zh: "道路没有等级",
        ExamplePlan(
          [.line("r", [(0, 0), (9, 0)])], claims: ["{claim: class, of: r, at_least: 支路}"])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    context.test(.class, by: task) { claim in
      guard case .roadClass(let of, let least) = claim.test else { return nil }
      return context.plan.features(of).compactMap { road in
        if let known = road.roadClass, known >= least { return nil }
        let word = road.roadClass.map { "'\($0.rawValue)'" } ?? "unknown"
        let chineseWord = road.roadClass.map { "“\($0.rawValue)”" } ?? "未注明"
        return task.finding(
          Wording(
            "the class of \(road.phrase.english) is \(word); stated is at least '\(least.rawValue)'",
            zh: "\(road.phrase.chinese)的等级为\(chineseWord)，应不低于“\(least.rawValue)”"),
          parties: [road.party, claim.party], place: context.place(of: road),
          statements: [claim.statement])
      }
    }
  }
}
