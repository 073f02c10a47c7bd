internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// W01: no two works are in one place at one time, unless they are coordinated.
struct SpaceTimeConflict: Rule {
  static let description = RuleDescription(
    code: "W01",
    name: "space-time-conflict",
    summary: Wording(
      "Two works that nobody has coordinated are in one place at one time.",
      zh: "两项未经协调的工程在同一时间占用同一地点。"),
    rationale: Wording(
      "Two crews in one trench stand in each other's way; two closures side by side block the detour of each.",
      zh: "两支队伍挤在一处互相妨碍，相邻的封路互断绕行。"),
    fix: Wording(
      "shift one of the works, or do them together and name each other in 'coordinated_with'",
      zh: "错开其中一项，或合并实施并在“coordinated_with”中互相注明"),
    trap: Wording(
      "The end date is the first day after the work: one that ends on the day on which another starts is over by then.",
      zh: "end_date 是完工后的第一天：一项结束之日另一项开工，不算冲突。"),
    parameters: [
      RuleParameter(
        "buffer", .quantity(.length), default: "10 m",
        Wording("how far the room of a work reaches around it", zh: "工程占用范围向外扩展的距离")),
      RuleParameter(
        "touching", .word(["false", "true"]), default: "false",
        Wording(
          "whether ending on the day on which the other starts is a conflict",
          zh: "一项结束之日另一项开工是否算冲突")),
    ],
    needsFeatures: true,
    takesPartner: true,
    accepts: [
      RuleExample("one after the other", zh: "先后施工") {
        [
          .work("a", along, "2024-03-01", "2024-05-01"),
          .work("b", along, "2024-06-01", "2024-07-01"),
        ]
      },
      RuleExample("one ends on the day on which the other starts", zh: "一项结束之日另一项开工") {
        [
          .work("a", along, "2024-03-01", "2024-05-01"),
          .work("b", along, "2024-05-01", "2024-07-01"),
        ]
      },
      RuleExample("at the same time in another street", zh: "同时但不同路") {
        [
          .work("a", along, "2024-03-01", "2024-05-01"),
          .work("b", [(0, 50), (100, 50)], "2024-03-01", "2024-05-01"),
        ]
      },
      RuleExample("coordinated by one of them", zh: "其中一项已注明协调") {
        [
          .work("a", along, "2024-03-01", "2024-05-01"),
          .work("b", along, "2024-04-01", "2024-07-01", #""coordinated_with":["a"]"#),
        ]
      },
      RuleExample("on a bridge and under it", zh: "桥上与桥下") {
        [
          .work("a", along, "2024-03-01", "2024-05-01", #""level":0"#),
          .work("b", across, "2024-03-01", "2024-05-01", #""level":1"#),
        ]
      },
      RuleExample("a work without days takes no part", zh: "没有日期的工程不参与") {
        [.work("a", along, "2024-03-01", "2024-05-01"), .work("b", along, nil, nil)]
      },
      RuleExample(
        "30 m apart with a reach of 10 m each", zh: "相距 30 m、各占 10 m",
        ExamplePlan(
          [
            .work("a", along, "2024-03-01", "2024-05-01"),
            .work("b", [(0, 30), (100, 30)], "2024-03-01", "2024-05-01"),
          ], settings: ["on: features", "buffer: 10 m"])),
    ],
    flags: [
      RuleExample("thirty days in one street", zh: "同一条路上重叠三十天", measures: ["30 d"]) {
        [
          .work("a", along, "2024-03-01", "2024-05-01"),
          .work("b", along, "2024-04-01", "2024-07-01"),
        ]
      },
      RuleExample("a crossing of one day", zh: "相交一天", measures: ["1 d"]) {
        [
          .work("a", along, "2024-03-01", "2024-05-01"),
          .work("b", across, "2024-04-30", "2024-07-01"),
        ]
      },
      RuleExample("one within the time of the other", zh: "一项包含在另一项工期之内", measures: ["29 d"]) {
        [
          .work("a", along, "2024-01-01", "2025-01-01"),
          .work("b", along, "2024-02-01", "2024-03-01"),
        ]
      },
      RuleExample(
        "meeting on a day, where that counts", zh: "首尾同日，且按冲突计", measures: ["0 d"],
        ExamplePlan(
          [
            .work("a", along, "2024-03-01", "2024-05-01"),
            .work("b", along, "2024-05-01", "2024-07-01"),
          ], settings: ["on: features", "touching: true"])),
      RuleExample(
        "15 m apart, with a reach of 10 m each", zh: "相距 15 m、各占 10 m", measures: ["61 d"]
      ) {
        [
          .work("a", along, "2024-03-01", "2024-05-01"),
          .work("b", [(0, 15), (100, 15)], "2024-03-01", "2024-05-01"),
        ]
      },
      RuleExample("a work without an end", zh: "没有结束日期的工程") {
        [
          .work("a", along, "2024-03-01", nil), .work("b", along, "2030-03-01", nil),
        ]
      },
      RuleExample("coordinated with a third work only", zh: "只与第三项工程协调", measures: ["30 d"]) {
        [
          .work("a", along, "2024-03-01", "2024-05-01", #""coordinated_with":["c"]"#),
          .work("b", along, "2024-04-01", "2024-07-01"),
          .work("c", [(0, 500), (100, 500)], "2024-03-01", "2024-05-01"),
        ]
      },
    ])

  private static let along: [(Double, Double)] = [(0, 0), (100, 0)]
  private static let across: [(Double, Double)] = [(50, -50), (50, 50)]

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    let touching = task.word("touching") == "true"
    let reach = max(2 * task.quantity("buffer"), context.plan.manifest.tolerance)
    // Where a second set is named, works of the one are held against those of the other.
    let own = Set(task.features.map(\.id))
    let features = task.features + task.partners.filter { !own.contains($0.id) }
    let second = Set((task.partners.isEmpty ? features : task.partners).map(\.id))
    let periods = features.map { $0.period.flatMap { $0.isEmpty ? nil : $0 } }
    let shapes = zip(features, periods).map { $1 == nil ? nil : context.shape(of: $0) }
    var pairs = 0
    var findings: [Finding] = []
    try BoxIndex(shapes.map { $0?.geometry.bounds }).forEachPair(margin: reach) { i, j in
      let (a, b) = (features[i], features[j])
      let isPair =
        own.contains(a.id) && second.contains(b.id) || own.contains(b.id) && second.contains(a.id)
      guard isPair, let first = shapes[i], let other = shapes[j], let one = periods[i],
        let two = periods[j]
      else { return }
      pairs += 1
      guard one.overlaps(two, touching: touching), !a.isCoordinated(with: b),
        a.declaredLevel == nil || b.declaredLevel == nil || a.declaredLevel == b.declaredLevel,
        let gap = try context.topology.nearestPoints(first.geometry, other.geometry),
        gap.start.distance(to: gap.end) <= reach
      else { return }
      let place = try shared(first.geometry, other.geometry, gap, task, context)
      findings.append(
        finding(
          a, b, one.intersection(two), gap, place, task, context,
          isDegraded: first.isRepaired || other.isRepaired))
    }
    context.verified(pairs: pairs)
    return findings
  }

  /// The ground that both works take.
  private func shared(
    _ a: PlaneGeometry, _ b: PlaneGeometry, _ gap: Segment, _ task: RuleTask,
    _ context: CheckContext
  ) throws -> PlaneGeometry {
    let buffer = task.quantity("buffer")
    let middle = gap.start.interpolated(to: gap.end, at: 0.5)
    guard buffer > 0 else {
      return try context.topology.intersection(a, b) ?? .point(middle)
    }
    guard let first = try context.topology.buffer(a, by: buffer),
      let other = try context.topology.buffer(b, by: buffer),
      let both = try context.topology.intersection(first, other), both.area > 0
    else { return .point(middle) }
    return both.polygons.count == 1
      ? .polygon(both.polygons[0]) : .multiPolygon(both.polygons)
  }

  private func finding(
    _ a: PlanFeature, _ b: PlanFeature, _ period: WorkPeriod, _ gap: Segment,
    _ place: PlaneGeometry, _ task: RuleTask, _ context: CheckContext, isDegraded: Bool
  ) -> Finding {
    let (first, second, time) = (a.phrase, b.phrase, period.text)
    let measure = period.days.map { Measure(Double($0), .days, limit: 0) }
    return task.finding(
      Wording(
        "\(first.english) and \(second.english) are in one place \(time.english)",
        zh: "\(first.chinese)与\(second.chinese)占用同一地点：\(time.chinese)"),
      parties: [a.party(near: gap.start), b.party(near: gap.end)], measure: measure,
      place: context.place(place), isDegraded: isDegraded)
  }
}

extension PlanFeature {
  /// Whether one of the two names the other.
  fileprivate func isCoordinated(with other: PlanFeature) -> Bool {
    ids(.coordinatedWith).contains(other.id) || other.ids(.coordinatedWith).contains(id)
  }
}
