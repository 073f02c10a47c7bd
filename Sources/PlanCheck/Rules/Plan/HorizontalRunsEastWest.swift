internal import DistrictPlan
internal import Messages
internal import PlanFindings

/// K05: the horizontals of a water network run east to west.
struct HorizontalRunsEastWest: Rule {
  static let description = RuleDescription(
    code: "K05",
    name: "horizontal-runs-east-west",
    summary: Wording(
      "A watercourse that counts as horizontal runs north to south.", zh: "列为“横”的水道实为南北向。"),
    rationale: Wording(
      "Documents name watercourses 纵 and 横 by the way they run.", zh: "文件按走向把水道分为纵和横。"),
    fix: Wording(
      "correct its course, or count it as a vertical", zh: "更正走向，或改列为纵"),
    trap: Wording(
      "Which way the line was drawn does not matter: one that runs west is as horizontal as one that runs east.",
      zh: "与绘制的方向无关：自东向西与自西向东同样是横。"),
    parameters: [WatercourseOrientation.within],
    evaluates: [.orientation],
    accepts: [
      RuleExample(
        "a line that runs west", zh: "向西的水道",
        ExamplePlan(
          [.line("a", [(100, 10), (50, 0), (0, 20)], kind: "watercourse")],
          claims: ["{claim: orientation, of: a, is: horizontal}"]))
    ],
    flags: [
      RuleExample(
        "a horizontal that runs north", zh: "列为横的水道向北", measures: ["60°"],
        ExamplePlan(
          [.line("a", [(0, 0), (100, 173.205)], kind: "watercourse")],
          claims: ["{claim: orientation, of: a, is: horizontal}"])),
      RuleExample(
        "nothing is drawn", zh: "没有绘出任何要素",
        ExamplePlan(
          [.square("a", x: 0)], claims: ["{claim: orientation, of: watercourses, is: horizontal}"])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    WatercourseOrientation.findings(along: .horizontal, for: task, using: context)
  }
}
