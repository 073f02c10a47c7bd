internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// K15: features lie near what a statement ties them to.
struct Near: Rule {
  static let description = RuleDescription(
    code: "K15",
    name: "near",
    summary: Wording("A feature lies too far from what it is tied to.", zh: "要素距所依之物过远。"),
    rationale: Wording(
      "'Along the river' and 'beside the school' do not say where something is, but how near; too far away, the drawing contradicts the words.",
      zh: "“沿河”“校旁”不说明确切位置，却说明了远近；离得太远，图就与文不符。"),
    fix: Wording("move the feature nearer, or correct the distance", zh: "移近，或更正距离"),
    trap: Wording(
      "The distance is that of the edges, and 0 where the two touch or overlap; the nearest of several partners counts.",
      zh: "距离为边到边，相接或重叠时为零；有多个参照要素时取最近者。"),
    evaluates: [.near],
    accepts: [
      RuleExample(
        "a district that touches the road", zh: "片区与道路相接",
        ExamplePlan(
          [.square("a", x: 0), .line("r", [(10, -50), (10, 50)])],
          claims: ["{claim: near, of: a, to: r, within: 10 m}"]))
    ],
    flags: [
      RuleExample(
        "a district 30 m from the road", zh: "片区距道路 30 m", measures: ["30 m"],
        ExamplePlan(
          [.square("a", x: 0), .line("r", [(40, -50), (40, 50)])],
          claims: ["{claim: near, of: a, to: r, within: 10 m}"]))
    ])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    try context.test(.near, by: task) { claim in
      guard case .near(let of, let to, let within) = claim.test else { return nil }
      for reference in [of, to] {
        if let nothing = context.nothingDrawn(reference, for: claim, by: task) { return [nothing] }
      }
      let others = context.plan.features(to)
      return try context.plan.features(of).compactMap { feature in
        guard let shape = feature.plane,
          let nearest = try context.nearest(to: shape, among: others),
          nearest.distance > within.value
        else { return nil }
        let measure = Measure(nearest.distance, .metres, limit: within.value)
        return task.finding(
          Wording(
            "\(feature.phrase.english) lies \(measure.phrase.english) from "
              + nearest.feature.phrase.english,
            zh:
              "\(feature.phrase.chinese)距\(nearest.feature.phrase.chinese) \(measure.phrase.chinese)"
          ),
          parties: [feature.party, nearest.feature.party, claim.party], measure: measure,
          place: context.place(of: feature), statements: [claim.statement])
      }
    }
  }
}
