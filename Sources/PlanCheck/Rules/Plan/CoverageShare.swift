internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// K22: works reach as much of the roads, or of their junctions, as a statement says.
struct CoverageShare: Rule {
  static let description = RuleDescription(
    code: "K22",
    name: "coverage-share",
    summary: Wording(
      "Works reach less of the roads, or of the junctions, than their statement says.",
      zh: "工程覆盖的道路长度或路口比例低于陈述。"),
    rationale: Wording(
      "'All main roads are to be lit' is a share of a length, and can be measured.",
      zh: "“主次干道全部亮化”是长度比例，可以量算。"),
    fix: Wording(
      "lead the work along the missing stretch, with the same vertices as the road",
      zh: "使工程沿缺少的路段绘制，与道路同点"),
    trap: Wording(
      "Each kind of work is measured by itself: lighting here and greening there do not add up.",
      zh: "各类工程分别量算：此处亮化、彼处绿化不能合并。"),
    parameters: [.tolerance, .minLength],
    evaluates: [.coverageShare],
    accepts: [
      RuleExample(
        "a road that is lit along its whole length by two works", zh: "两项工程合起来亮化道路全长",
        ExamplePlan(
          [
            road, .line("l", [(0, 0), (60, 0)], kind: "road_work", #""action":"亮化""#),
            .line("m", [(60, 0), (100, 0)], kind: "road_work", #""action":"亮化""#),
          ], claims: [lit])),
      RuleExample(
        "every junction is planted; where a path for walkers joins is none",
        zh: "路口全部绿化，与步道相接处不算路口",
        ExamplePlan(
          [
            road, .line("b", [(60, 0), (60, 50)]),
            .line("w", [(30, 0), (30, -20)], #""class":"慢行""#),
            .points("g", [(60, 0)], kind: "road_work", #""action":"绿化""#),
          ], claims: [planted])),
    ],
    flags: [
      RuleExample(
        "half of a road is lit", zh: "道路只亮化了一半", measures: ["60%"],
        ExamplePlan(
          [road, .line("l", [(0, 0), (60, 0)], kind: "road_work", #""action":"亮化""#)],
          claims: [lit])),
      RuleExample(
        "lit, but not planted", zh: "有亮化，没有绿化", measures: ["0%"],
        ExamplePlan(
          [road, .line("l", [(0, 0), (100, 0)], kind: "road_work", #""action":"亮化""#)],
          claims: ["{claim: coverage-share, of: roads, by: [亮化, 绿化], at_least: 100 %}"])),
      RuleExample(
        "a work beside the road", zh: "工程画在道路旁边", measures: ["0%"],
        ExamplePlan(
          [road, .line("l", [(0, 1), (100, 1)], kind: "road_work", #""action":"亮化""#)],
          claims: [lit])),
      RuleExample(
        "one junction of two is planted", zh: "两个路口只绿化了一个", measures: ["50%"],
        ExamplePlan(
          [
            road, .line("b", [(60, 0), (60, 50)]), .line("c", [(30, 0), (30, 50)]),
            .points("g", [(60, 0)], kind: "road_work", #""action":"绿化""#),
          ], claims: [planted])),
    ])

  private static let lit = "{claim: coverage-share, of: roads, by: 亮化, at_least: 100 %}"
  private static let planted =
    "{claim: coverage-share, of: roads, junctions: true, by: 绿化, at_least: 100 %}"
  private static let road = ExampleFeature.line("road", [(0, 0), (30, 0), (60, 0), (100, 0)])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    context.test(.coverageShare, by: task) { claim in
      guard case .coverageShare(let of, let actions, let junctions, let least) = claim.test else {
        return nil
      }
      if let nothing = context.nothingDrawn(of, for: claim, by: task) { return [nothing] }
      return actions.compactMap { action in
        let works = context.plan.features.filter { $0.kind == .roadWork && $0.action == action }
        let reached =
          junctions
          ? JunctionCoverage.reached(of, by: works, task: task, context: context)
          : LengthCoverage.reached(of, by: works, task: task, context: context)
        guard reached.share < least - 1e-9 else { return nil }
        let measure = Measure(reached.share * 100, .percent, limit: least * 100)
        let what = junctions ? ("the junctions", "路口") : ("the length", "长度")
        return task.finding(
          Wording(
            "'\(action.rawValue)' reaches \(measure.phrase.english) of \(what.0) of '\(of.text)'; it "
              + "misses \(Wording.phrases(reached.missing).english)",
            zh: "“\(action.rawValue)”覆盖“\(of.text)”\(what.1)的 \(measure.phrase.chinese)；未覆盖"
              + Wording.phrases(reached.missing).chinese),
          parties: reached.missing.map(\.party) + [claim.party], measure: measure,
          place: reached.place.flatMap { context.place($0) }, statements: [claim.statement])
      }
    }
  }
}

/// How much of something works reach.
struct Reach {
  /// The share, 0 to 1.
  let share: Double
  /// The roads of which something is missing.
  let missing: [PlanFeature]
  /// What is missing.
  let place: PlaneGeometry?
}
