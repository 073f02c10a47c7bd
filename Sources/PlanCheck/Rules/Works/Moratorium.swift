internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// W02: what was just resurfaced is not dug up again.
struct Moratorium: Rule {
  static let description = RuleDescription(
    code: "W02",
    name: "moratorium",
    summary: Wording("A street is dug up soon after it was resurfaced.", zh: "道路刚重铺路面即被开挖。"),
    rationale: Wording(
      "A new surface that is cut open loses years of its life, and the street is closed a second time.",
      zh: "新路面一经开挖，寿命大减，道路也要再封闭一次。"),
    fix: Wording(
      "move the work before the resurfacing, or after the months of rest",
      zh: "将该工程提前到重铺之前，或推迟到禁挖期之后"),
    trap: Wording(
      "A work that only crosses or meets the street at a junction is not on it; one that begins before the resurfacing and goes on after it is.",
      zh: "仅在路口相交或相接的工程不在该路段上；重铺前开工、重铺后仍未完的工程则算。"),
    looksAt: [.line, .area, .point],
    parameters: [
      .tolerance, .minLength, .minArea, .minWidth,
      RuleParameter(
        "months", .count, default: "60",
        Wording("for how many months the surface rests", zh: "禁挖期的月数")),
    ],
    needsFeatures: true,
    needsPartner: true,
    accepts: [
      RuleExample(
        "a work after the months of rest", zh: "禁挖期满后的工程",
        .resurfaced([.work("w", [(20, 0), (60, 0)], "2025-05-01", "2025-06-01")])),
      RuleExample(
        "a work that is over before the resurfacing is", zh: "重铺完成前已结束的工程",
        .resurfaced([.work("w", [(20, 0), (60, 0)], "2024-01-01", "2024-05-01")])),
      RuleExample(
        "a work in a side street that starts at the junction", zh: "从路口起的支路工程",
        .resurfaced([.work("w", [(50, 0), (50, 60)], "2024-06-01", "2024-07-01")])),
      RuleExample(
        "a work across the street", zh: "横穿该路的工程",
        .resurfaced([.work("w", [(50, -60), (50, 60)], "2024-06-01", "2024-07-01")])),
      RuleExample(
        "a resurfacing of which the end is not known", zh: "重铺完成日期不明",
        .resurfaced([.work("w", [(20, 0), (60, 0)], "2024-06-01", "2024-07-01")], end: nil)),
    ],
    flags: [
      RuleExample(
        "a trench a month after", zh: "一个月后开挖", measures: ["31 d"],
        .resurfaced([.work("w", [(20, 0), (60, 0)], "2024-06-01", "2024-07-01")])),
      RuleExample(
        "on the last day of the twelve months", zh: "禁挖期最后一天", measures: ["364 d"],
        .resurfaced([.work("w", [(20, 0), (60, 0)], "2025-04-30", "2025-07-01")])),
      RuleExample(
        "a work that goes on when the surface is done", zh: "路面完成时仍在施工", measures: ["0 d"],
        .resurfaced([.work("w", [(20, 0), (60, 0)], "2024-04-01", "2024-07-01")])),
      RuleExample(
        "a manhole on the new surface", zh: "新路面上的检查井", measures: ["31 d"],
        .resurfaced([
          .spot("w", 30, 0, #""start_date":"2024-06-01","end_date":"2024-06-02""#)
        ])),
      RuleExample(
        "an excavation that cuts into the street", zh: "挖入路面的基坑", measures: ["31 d"],
        .resurfaced([
          .plot("w", x: 30, y: -5, #""start_date":"2024-06-01","end_date":"2024-06-02""#)
        ])),
      RuleExample(
        "a line 3 m beside the centreline, within a tolerance of 5 m", zh: "距中线 3 m、容差 5 m",
        measures: ["31 d"],
        .resurfaced([.work("w", [(20, 3), (60, 3)], "2024-06-01", "2024-07-01")], "tolerance: 5 m")),
    ])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    let months = max(0, task.count("months") ?? 0)
    let tolerance = task.quantity("tolerance")
    let rests = task.partners.map { $0.day(.endDate) }
    let surfaces = zip(task.partners, rests).map { $1 == nil ? nil : context.shape(of: $0) }
    let works = task.features.map { feature in
      feature.period.flatMap { $0.isEmpty ? nil : context.shape(of: feature) }
    }
    let index = BoxIndex(surfaces.map { $0?.geometry.bounds })
    var pairs = 0
    var findings: [Finding] = []
    try BoxIndex(works.map { $0?.geometry.bounds }).forEachPair(with: index, margin: tolerance) {
      let (work, surface) = (task.features[$0], task.partners[$1])
      guard work.id != surface.id, let shape = works[$0], let street = surfaces[$1],
        let done = rests[$1], let period = work.period
      else { return }
      pairs += 1
      let rest = WorkPeriod(start: done, end: done.adding(months: months))
      guard period.overlaps(rest),
        let place = try context.stretch(of: shape.geometry, along: street.geometry, for: task)
      else { return }
      findings.append(
        finding(
          work, surface, rest, max(done, period.start ?? done), place, task, context,
          isDegraded: shape.isRepaired || street.isRepaired))
    }
    context.verified(pairs: pairs)
    return findings
  }

  private func finding(
    _ work: PlanFeature, _ surface: PlanFeature, _ rest: WorkPeriod, _ day: CalendarDay,
    _ place: PlaneGeometry, _ task: RuleTask, _ context: CheckContext, isDegraded: Bool
  ) -> Finding {
    let (first, second) = (work.phrase, surface.phrase)
    let days = rest.start.map { $0.days(until: day) } ?? 0
    let measure = Measure(Double(days), .days, limit: rest.days.map(Double.init))
    let (done, over) = (rest.start?.description ?? "", rest.end?.description ?? "")
    let anchor = context.anchor(of: place)
    return task.finding(
      Wording(
        "\(first.english) digs up what \(second.english) resurfaced until \(done), before \(over)",
        zh: "\(first.chinese)开挖了\(second.chinese)于 \(done) 完成的路面，禁挖期至 \(over)"),
      parties: [work.party(near: anchor), surface.party(near: anchor)], measure: measure,
      place: context.place(place), isDegraded: isDegraded)
  }
}

extension CheckContext {
  /// The part of a work that lies along a street, on its ground or at a point of it; `nil` where it
  /// only crosses or meets it.
  func stretch(
    of work: PlaneGeometry, along street: PlaneGeometry, for task: RuleTask
  ) throws -> PlaneGeometry? {
    let tolerance = max(task.quantity("tolerance"), 1e-6)
    let points = work.points.filter { street.distance(to: $0) <= tolerance }
    if let point = points.first { return points.count == 1 ? .point(point) : .multiPoint(points) }
    if !work.polygons.isEmpty, !street.polygons.isEmpty {
      return try aboveNoise(topology.intersection(work, street), for: task)
    }
    // The thinner of the two is cut by the other: lines by areas, lines by what lies about lines.
    let (thin, thick) = work.polygons.isEmpty ? (work, street) : (street, work)
    let isCrossing = thick.polygons.isEmpty
    guard !thin.lines.isEmpty,
      let ground = isCrossing
        ? try topology.buffer(thick, by: tolerance + 0.001, cap: .flat) : thick,
      let shared = try topology.intersection(thin, ground)
    else { return nil }
    // Where lines cross, some of each lies within the tolerance of the other.
    let least = max(task.quantity("min_length"), isCrossing ? 4 * (tolerance + 0.001) : 0)
    let lines = try topology.mergedLines(shared.lines).filter { $0.length > least }
    guard let line = lines.first else { return nil }
    return lines.count == 1 ? .line(line) : .multiLine(lines)
  }
}

extension ExamplePlan {
  /// A street resurfaced until May 2024 whose surface rests for a year, and works.
  fileprivate static func resurfaced(
    _ works: [ExampleFeature], _ settings: String..., end: String? = "2024-05-01"
  ) -> ExamplePlan {
    var members = "\"action\":\"建设\",\"start_date\":\"2024-03-01\""
    if let end { members += ",\"end_date\":\"\(end)\"" }
    return ExamplePlan(
      works + [.line("r", [(0, 0), (100, 0)], kind: "road_work", members)],
      settings: ["on: features", "with: road-works", "months: 12"] + settings)
  }
}
