internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// W05: works on streets lie on streets.
struct OffNetwork: Rule {
  static let description = RuleDescription(
    code: "W05",
    name: "off-network",
    summary: Wording(
      "A work lies on no street, or on one that is not there at the time.",
      zh: "工程不在任何道路上，或施工时该道路尚不存在。"),
    rationale: Wording(
      "A closure that lies on no street closes none, and no detour is ever planned for it.",
      zh: "不在路上的封闭等于没有封闭，也不会有人为它安排绕行。"),
    fix: Wording(
      "draw the work along the street's own vertices, or correct the days", zh: "沿道路自身的顶点绘制工程，或更正日期"
    ),
    trap: Wording(
      "A work that lengthens the network lies on no street yet: it is the street that it makes.",
      zh: "延伸路网的工程尚无道路可依：它本身就是要修的路。"),
    looksAt: [.line, .area, .point],
    counterparts: [
      .arcGIS("Must Be Covered By Feature Class Of (Line-Line)"), .superMap("线被多条线完全覆盖"),
    ],
    parameters: [.tolerance, .minLength, .minArea, .minWidth],
    needsFeatures: true,
    needsPartner: true,
    accepts: [
      RuleExample(
        "a work along part of a street", zh: "沿道路一段的工程",
        .onStreet([.work("w", [(20, 0), (60, 0)], "2024-03-01", "2024-05-01")])),
      RuleExample(
        "a work around a corner", zh: "转过路口的工程",
        .onStreet([.work("w", [(60, 0), (100, 0), (100, 40)], "2024-03-01", "2024-05-01")])),
      RuleExample(
        "a strip within the width of the street", zh: "在道路宽度之内的带状工程",
        .onStreet(
          [.plot("w", x: 20, y: -5, #""start_date":"2024-03-01","end_date":"2024-05-01""#)],
          "tolerance: 8 m")),
      RuleExample(
        "a work that lengthens the street", zh: "延伸道路的工程",
        ExamplePlan(
          [
            street,
            .line(
              "w", [(0, 0), (-80, 0)], kind: "road_work", #""action":"延伸","road":"s""#),
          ], settings: ["on: road-works", "with: roads"])),
      RuleExample(
        "lamps along a street", zh: "沿路的路灯",
        ExamplePlan(
          [street, .points("w", [(0, 0), (40, 0)], kind: "feature")],
          settings: ["on: features", "with: roads"])),
    ],
    flags: [
      RuleExample(
        "a work of which half leaves the street", zh: "一半离开道路的工程", measures: ["50 m"],
        .onStreet([.work("w", [(20, 0), (70, 0), (70, -50)], "2024-03-01", "2024-05-01")])),
      RuleExample(
        "a line 1 m beside the street", zh: "偏离道路 1 m 的线", measures: ["40 m"],
        .onStreet([.work("w", [(20, 1), (60, 1)], "2024-03-01", "2024-05-01")])),
      RuleExample(
        "a point 5 m beside the street", zh: "偏离道路 5 m 的点", measures: ["5 m"],
        .onStreet([.spot("w", 30, 5, #""start_date":"2024-03-01""#)])),
      RuleExample(
        "a street that is built only later", zh: "道路此后才建成", measures: ["40 m"],
        ExamplePlan(
          [
            .line(
              "s", [(0, 0), (100, 0)], kind: "road_work",
              #""action":"建设","start_date":"2025-01-01""#),
            .work("w", [(20, 0), (60, 0)], "2024-03-01", "2024-05-01"),
          ], settings: ["on: features", "with: road-works"])),
      RuleExample(
        "a plot beside the street", zh: "道路旁的地块", measures: ["100 m²"],
        .onStreet([.plot("w", x: 20, y: 30, #""start_date":"2024-03-01""#)])),
    ])

  private static let street = ExampleFeature.line("s", [(0, 0), (100, 0)])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    let boxes = BoxIndex(task.partners.map { context.shape(of: $0)?.geometry.bounds })
    let reach = task.quantity("tolerance") + 0.001
    var findings: [Finding] = []
    for work in task.features where !work.addsRoadLine {
      guard let shape = context.shape(of: work), let box = shape.geometry.bounds else { continue }
      let near = boxes.query(box, margin: reach).map { task.partners[$0] }
        .filter { $0.id != work.id && $0.stands(during: work) }
      guard let off = try part(of: shape.geometry, off: near, task, context) else { continue }
      findings.append(finding(about: work, off, shape.isRepaired, task, context))
    }
    context.verified(pairs: task.features.count)
    return findings
  }

  /// What of a work lies farther from the streets than the tolerance, and how much.
  private func part(
    of work: PlaneGeometry, off streets: [PlanFeature], _ task: RuleTask, _ context: CheckContext
  ) throws -> (geometry: PlaneGeometry, measure: Measure?)? {
    let tolerance = task.quantity("tolerance")
    let shapes = streets.compactMap { context.shape(of: $0)?.geometry }
    guard work.points.isEmpty else {
      let off = work.points.filter { point in
        !shapes.contains { $0.distance(to: point) <= tolerance + 1e-5 }
      }
      guard let first = off.first else { return nil }
      // Where a street lies there at another time, its distance says nothing.
      let distances = task.partners.compactMap {
        context.shape(of: $0)?.geometry.distance(to: first)
      }
      let measure = distances.min().flatMap { nearest in
        nearest > tolerance ? Measure(nearest, .metres, limit: tolerance) : nil
      }
      return (off.count == 1 ? .point(first) : .multiPoint(off), measure)
    }
    var rest: PlaneGeometry? = work
    if !shapes.isEmpty, let ground = try context.topology.union(shapes, grid: 0),
      let grown = try context.topology.buffer(ground, by: tolerance + 0.001)
    {
      rest = try context.topology.difference(work, grown)
    }
    if !work.polygons.isEmpty {
      return try context.aboveNoise(rest, for: task).map {
        ($0, Measure($0.area, .squareMetres, limit: task.quantity("min_area")))
      }
    }
    let least = task.quantity("min_length")
    let lines = try context.topology.mergedLines(rest?.lines ?? []).filter { line in
      if line.length <= least { context.verified(belowNoiseFloor: 1) }
      return line.length > least
    }
    guard let line = lines.first else { return nil }
    let geometry: PlaneGeometry = lines.count == 1 ? .line(line) : .multiLine(lines)
    return (geometry, Measure(geometry.length, .metres, limit: least))
  }

  private func finding(
    about work: PlanFeature, _ off: (geometry: PlaneGeometry, measure: Measure?),
    _ isDegraded: Bool, _ task: RuleTask, _ context: CheckContext
  ) -> Finding {
    let who = work.phrase
    let much = off.measure?.phrase ?? Wording("one place", zh: "一处")
    let streets = task.with.joined(separator: ", ")
    let when = Wording(
      work.period.map { " \($0.text.english)" } ?? "",
      zh: work.period.map { "（\($0.text.chinese)）" } ?? "")
    return task.finding(
      off.geometry.points.isEmpty || off.measure == nil
        ? Wording(
          "\(who.english) lies off '\(streets)' with \(much.english)\(when.english)",
          zh: "\(who.chinese)有 \(much.chinese)不在“\(streets)”上\(when.chinese)")
        : Wording(
          "\(who.english) lies \(much.english) from '\(streets)'\(when.english)",
          zh: "\(who.chinese)距“\(streets)” \(much.chinese)\(when.chinese)"),
      parties: [work.party(near: context.anchor(of: off.geometry))],
      measure: off.measure, place: context.place(off.geometry), isDegraded: isDegraded)
  }
}

extension PlanFeature {
  /// Whether a street stands throughout the time of a work; one without days always does.
  fileprivate func stands(during work: PlanFeature) -> Bool {
    guard let own = period, let time = work.period else { return true }
    if let first = own.start, (time.start ?? first) < first { return false }
    if let last = own.end, last < (time.end ?? last) { return false }
    return true
  }
}

extension ExamplePlan {
  /// A street with a corner, and works that are to lie on it.
  fileprivate static func onStreet(
    _ works: [ExampleFeature], _ settings: String...
  ) -> ExamplePlan {
    ExamplePlan(
      works + [.line("s", [(0, 0), (100, 0)]), .line("t", [(100, 0), (100, 90)])],
      settings: ["on: features", "with: roads"] + settings)
  }
}
