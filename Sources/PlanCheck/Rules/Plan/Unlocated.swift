internal import DistrictPlan
internal import Messages
internal import PlanFindings

/// K20: what has no site yet is not drawn.
struct Unlocated: Rule {
  static let description = RuleDescription(
    code: "K20",
    name: "unlocated",
    summary: Wording("A feature is drawn although its site is open.", zh: "选址未定的要素已绘在图上。"),
    rationale: Wording(
      "A point on a map is read as a decision.", zh: "图上的一个点会被读作已定的选址。"),
    fix: Wording(
      "set its geometry to null, or add the statement that decides the site",
      zh: "将几何改为 null，或补上确定选址的陈述"),
    trap: Wording(
      "Deleting the feature would hide the project as well: without a place it stays in every list and count.",
      zh: "不要删去要素：没有位置的要素仍在各种清单和计数中。"),
    evaluates: [.unlocated],
    accepts: [
      RuleExample(
        "a project without a place", zh: "项目没有位置",
        ExamplePlan([.nowhere("p")], claims: ["{claim: unlocated, of: p}"]))
    ],
    flags: [
      RuleExample(
        "a project with a place", zh: "项目已有位置",
        ExamplePlan(
          [.point("p", 0, 0, kind: "project")], claims: ["{claim: unlocated, of: p}"]))
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    context.test(.unlocated, by: task) { claim in
      guard case .unlocated(let of) = claim.test else { return nil }
      return context.plan.features(of).filter { $0.geometry != nil }.map { feature in
        task.finding(
          Wording(
            "\(feature.phrase.english) is drawn, but its site is open",
            zh: "\(feature.phrase.chinese)选址未定，却已绘出"),
          parties: [feature.party, claim.party], place: context.place(of: feature),
          statements: [claim.statement])
      }
    }
  }
}
