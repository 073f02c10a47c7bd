internal import DistrictPlan
internal import Messages
internal import PlanFindings

/// K04: the verticals of a water network run north to south.
struct VerticalRunsNorthSouth: Rule {
  static let description = RuleDescription(
    code: "K04",
    name: "vertical-runs-north-south",
    summary: Wording(
      "A watercourse that counts as vertical runs east to west.", zh: "列为“纵”的水道实为东西向。"),
    rationale: Wording(
      "Documents name watercourses 纵 and 横 by the way they run.", zh: "文件按走向把水道分为纵和横。"),
    fix: Wording(
      "correct its course, or count it as a horizontal", zh: "更正走向，或改列为横"),
    trap: Wording(
      "A river may meander: its ends and the average of its segments decide, not each segment.",
      zh: "河道可以弯曲：以首尾方向和按长度加权的平均走向为准。"),
    parameters: [WatercourseOrientation.within],
    evaluates: [.orientation],
    accepts: [
      RuleExample(
        "a winding line that runs south on the whole", zh: "水道蜿蜒，总体向南",
        ExamplePlan(
          [
            .line(
              "a", [(0, 100), (10, 80), (0, 50), (20, 30), (10, 0)], kind: "watercourse")
          ], claims: ["{claim: orientation, of: a, is: vertical}"])),
      RuleExample(
        "a horizontal is no business of this rule", zh: "列为横的水道不归本规则管",
        ExamplePlan(
          [.line("a", [(0, 0), (100, 0)], kind: "watercourse")],
          claims: ["{claim: orientation, of: a, is: horizontal}"])),
    ],
    flags: [
      RuleExample(
        "a vertical that runs east", zh: "列为纵的水道向东", measures: ["90°"],
        ExamplePlan(
          [.line("a", [(0, 0), (100, 0)], kind: "watercourse")],
          claims: ["{claim: orientation, of: a, is: vertical}"])),
      RuleExample(
        "a line whose ends lie north and south, and which runs east and back between them",
        zh: "首尾一北一南，中间却东去又折回的水道",
        ExamplePlan(
          [.line("a", [(0, 20), (200, 12), (0, 4), (0, 0)], kind: "watercourse")],
          claims: ["{claim: orientation, of: a, is: vertical}"])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    WatercourseOrientation.findings(along: .vertical, for: task, using: context)
  }
}
