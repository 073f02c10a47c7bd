internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// K06: every feature of one set meets one of the other.
struct VerticalsCrossHorizontals: Rule {
  static let description = RuleDescription(
    code: "K06",
    name: "verticals-cross-horizontals",
    summary: Wording(
      "A watercourse meets none of those that it should cross.", zh: "水道与应当相交的水道都不相交。"),
    rationale: Wording(
      "A grid of 纵 and 横 is one network only where they meet.", zh: "纵与横相交，才成为贯通的水网。"),
    fix: Wording(
      "lead it to one of them and give both a vertex there", zh: "使其与其中一条相交，并在交点处设公共顶点"),
    trap: Wording(
      "One of the others is enough, and it must not be the watercourse itself, which may stand in both sets.",
      zh: "与其中一条相交即可；同时列入两组的水道不以自身为相交对象。"),
    parameters: [.tolerance],
    evaluates: [.intersectsEach],
    accepts: [
      RuleExample(
        "a horizontal that crosses one of two verticals", zh: "横与两条纵之一相交",
        ExamplePlan(
          [
            .line("h", [(0, 5), (10, 5)], kind: "watercourse"),
            .line("v", [(5, 0), (5, 10)], kind: "watercourse"),
            .line("w", [(50, 0), (50, 10)], kind: "watercourse"),
          ], claims: ["{claim: intersects-each, of: h, with: [v, w]}"]))
    ],
    flags: [
      RuleExample(
        "a horizontal that ends short of the vertical", zh: "横未到纵便终止", measures: ["2 m"],
        ExamplePlan(
          [
            .line("h", [(0, 5), (10, 5)], kind: "watercourse"),
            .line("v", [(12, 0), (12, 10)], kind: "watercourse"),
          ], claims: ["{claim: intersects-each, of: h, with: v}"]))
    ])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    let tolerance = task.quantity("tolerance")
    return try context.test(.intersectsEach, by: task) { claim in
      guard case .intersectsEach(let of, let with) = claim.test else { return nil }
      for reference in [of, with] {
        if let nothing = context.nothingDrawn(reference, for: claim, by: task) { return [nothing] }
      }
      let others = context.plan.features(with)
      return try context.plan.features(of).compactMap { feature in
        guard let shape = feature.plane else { return nil }
        guard
          let nearest = try context.nearest(
            to: shape, among: others.filter { $0.id != feature.id }),
          nearest.distance > tolerance
        else { return nil }
        let measure = Measure(nearest.distance, .metres, limit: tolerance)
        return task.finding(
          Wording(
            "\(feature.phrase.english) meets none of '\(with.text)'; the nearest is "
              + "\(nearest.feature.phrase.english), \(measure.text) away",
            zh:
              "\(feature.phrase.chinese)与“\(with.text)”均不相交，最近的\(nearest.feature.phrase.chinese)相距 \(measure.text)"
          ),
          parties: [feature.party, nearest.feature.party, claim.party], measure: measure,
          place: context.place(of: feature), statements: [claim.statement])
      }
    }
  }
}

extension CheckContext {
  /// The nearest of some features and how far away it is; `nil` when none of them is drawn.
  func nearest(
    to shape: PlaneGeometry, among features: [PlanFeature]
  ) throws -> (feature: PlanFeature, distance: Double)? {
    var best: (feature: PlanFeature, distance: Double)?
    for feature in features {
      guard let other = feature.plane, let distance = try topology.distance(shape, other) else {
        continue
      }
      if best.map({ distance < $0.distance }) ?? true { best = (feature, distance) }
      if distance == 0 { break }
    }
    return best
  }
}
