internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// K07: lakes share a vertex with a watercourse.
struct LakesJoinNetwork: Rule {
  static let description = RuleDescription(
    code: "K07",
    name: "lakes-join-network",
    summary: Wording(
      "A lake shares no vertex with a watercourse.", zh: "湖与水道没有公共顶点。"),
    rationale: Wording(
      "Water that is to flow freely needs a way in and out of every lake.",
      zh: "水要自然流动，每个湖都须与水道相通。"),
    fix: Wording(
      "give the shore and the watercourse the same vertex where they meet", zh: "在相接处给湖岸与水道设同一顶点"),
    trap: Wording(
      "A shore that crosses a line without a vertex on both looks joined and is not.",
      zh: "湖岸与水道相交而没有公共顶点，看似相通，实则不通。"),
    parameters: [.tolerance],
    evaluates: [.joined],
    accepts: [
      RuleExample(
        "a lake with the river's last vertex on its shore", zh: "河的末点落在湖岸的顶点上",
        ExamplePlan(
          [
            .square("lake", x: 0, kind: "lake"),
            .line("river", [(50, 10), (10, 10)], kind: "watercourse"),
          ], claims: ["{claim: joined, of: lake, to: river}"]))
    ],
    flags: [
      RuleExample(
        "a lake beside the river", zh: "湖在河的旁边", measures: ["3 m"],
        ExamplePlan(
          [
            .square("lake", x: 0, kind: "lake"),
            .line("river", [(13, 50), (13, 10), (13, -50)], kind: "watercourse"),
          ], claims: ["{claim: joined, of: lake, to: river}"])),
      RuleExample(
        "a river that crosses the shore between vertices", zh: "河在两个顶点之间穿过湖岸", measures: ["5 m"],
        ExamplePlan(
          [
            .square("lake", x: 0, kind: "lake"),
            .line("river", [(50, 5), (10, 5)], kind: "watercourse"),
          ], claims: ["{claim: joined, of: lake, to: river}"])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let tolerance = task.quantity("tolerance")
    return context.test(.joined, by: task) { claim in
      guard case .joined(let of, let to) = claim.test else { return nil }
      for reference in [of, to] {
        if let nothing = context.nothingDrawn(reference, for: claim, by: task) { return [nothing] }
      }
      let lines = context.plan.features(to)
      return context.plan.features(of).compactMap { lake in
        guard let shore = lake.plane, let near = nearest(to: shore, among: lines),
          near.distance > tolerance
        else { return nil }
        let measure = Measure(near.distance, .metres, limit: tolerance)
        return task.finding(
          Wording(
            "\(lake.phrase.english) shares no vertex with '\(to.text)'; the nearest is "
              + "\(measure.text) away, on \(near.line.phrase.english)",
            zh:
              "\(lake.phrase.chinese)与“\(to.text)”没有公共顶点；最近的在\(near.line.phrase.chinese)上，相距 \(measure.text)"
          ),
          parties: [lake.party, near.line.party, claim.party], measure: measure,
          place: context.place(at: near.point), statements: [claim.statement])
      }
    }
  }

  /// The vertex of the lines that is nearest to one of the shore.
  private func nearest(
    to shore: PlaneGeometry, among lines: [PlanFeature]
  ) -> (line: PlanFeature, point: PlanePoint, distance: Double)? {
    let vertices = shore.positions
    guard let box = shore.bounds else { return nil }
    var best: (line: PlanFeature, point: PlanePoint, distance: Double)?
    for line in lines {
      for point in line.plane?.positions ?? [] {
        let limit = best?.distance ?? .infinity
        guard box.touches(Bounds(point, point), margin: limit) else { continue }
        let distance = vertices.reduce(limit) { min($0, $1.distance(to: point)) }
        if distance < limit { best = (line, point, distance) }
      }
    }
    return best
  }
}
