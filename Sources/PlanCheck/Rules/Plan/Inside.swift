internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// K13: features lie where statements put them.
struct Inside: Rule {
  static let description = RuleDescription(
    code: "K13",
    name: "claim-inside",
    summary: Wording(
      "A feature does not lie inside the area that its statement puts it in.",
      zh: "要素不在陈述所说的范围之内。"),
    rationale: Wording(
      "That one area belongs to another is often all that documents say of its place.",
      zh: "“在……之内”往往是文件关于位置的唯一说法。"),
    fix: Wording(
      "move the feature inside, enlarge the area, or accept the other reading as an exception",
      zh: "移入范围内，扩大范围，或将另一种读法列为例外"),
    trap: Wording(
      "Several areas count together; a feature without a place is left out.",
      zh: "多个范围合并计算；没有位置的要素不参与。"),
    parameters: [.tolerance, .minArea, .minWidth, .minLength],
    evaluates: [.inside],
    accepts: [
      RuleExample(
        "an area that shares an edge with the one around it", zh: "与外围范围共边的面",
        ExamplePlan(
          [.square("a", x: 0), .square("b", x: 0, side: 40)],
          claims: ["{claim: inside, of: a, in: b}"])),
      RuleExample(
        "a feature without a place", zh: "没有位置的要素",
        ExamplePlan(
          [.nowhere("p"), .square("b", x: 0)], claims: ["{claim: inside, of: p, in: b}"])),
      RuleExample(
        "an area across the border of two that count together", zh: "跨两个范围交界的面，两个范围合并计算",
        ExamplePlan(
          [.square("a", x: 5), .square("b", x: 0), .square("c", x: 10)],
          claims: ["{claim: inside, of: a, in: [b, c]}"])),
    ],
    flags: [
      RuleExample(
        "an area 2 m over the edge", zh: "面越界 2 m", measures: ["20 m²"],
        ExamplePlan(
          [.square("a", x: 2), .square("b", x: 0)], claims: ["{claim: inside, of: a, in: b}"])),
      RuleExample(
        "a point outside", zh: "点在范围外", measures: ["5 m"],
        ExamplePlan(
          [.point("p", 15, 5), .square("b", x: 0)], claims: ["{claim: inside, of: p, in: b}"])),
      RuleExample(
        "a line that leaves the area", zh: "线越出范围", measures: ["10 m"],
        ExamplePlan(
          [.line("l", [(5, 5), (20, 5)]), .square("b", x: 0)],
          claims: ["{claim: inside, of: l, in: b}"])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    try context.test(.inside, by: task) { claim in
      guard case .inside(let of, let into) = claim.test else { return nil }
      if let nothing = context.nothingDrawn(into, for: claim, by: task) { return [nothing] }
      let containers = context.plan.features(into)
      guard !containers.isEmpty else { return [] }
      let names = Wording.phrases(containers)
      return try context.plan.features(of).compactMap { feature in
        context.verified(pairs: containers.count)
        guard let rest = try context.part(of: feature, outside: containers, for: task) else {
          return nil
        }
        let measure = rest.readableMeasure
        return task.finding(
          rest.message(about: feature, outside: names, by: measure),
          parties: [feature.party] + containers.map(\.party) + [claim.party], measure: measure,
          place: context.place(rest.geometry), statements: [claim.statement],
          isDegraded: rest.isDegraded)
      }
    }
  }
}
