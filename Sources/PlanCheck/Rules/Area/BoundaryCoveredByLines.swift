internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// A11: lines run along the whole boundary of areas.
struct BoundaryCoveredByLines: Rule {
  static let description = RuleDescription(
    code: "A11",
    name: "boundary-covered-by-lines",
    summary: Wording(
      "Part of the boundary of a polygon has no partner line along it.", zh: "面边界的一部分没有参照线与之重合。"),
    rationale: Wording(
      "Where border lines carry names, width or legal status, a stretch without one has none of them.",
      zh: "界线的名称、宽度和法律属性记在线上，没有线的一段便什么都没有。"),
    fix: Wording(
      "draw the missing line along the boundary, with the same vertices", zh: "沿边界补上缺少的线，顶点逐一相同"),
    trap: Wording(
      "A line need not have the vertices of the boundary, nor end where it turns; a line that only crosses covers nothing. Holes have a boundary too.",
      zh: "线的顶点不必与边界一致，也不必在转角处断开；仅与边界相交的线不算覆盖。洞也有边界。"),
    looksAt: [.area],
    counterparts: [.arcGIS("Boundary Must Be Covered By (Area-Line)"), .superMap("面边界被多条线覆盖")],
    parameters: [.tolerance, .minLength],
    needsFeatures: true,
    needsPartner: true,
    partnersAre: [.line],
    accepts: [
      RuleExample(
        "a closed line around the area", zh: "闭合线围合整个面",
        .bounded([.line("r", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)])])),
      RuleExample(
        "longer lines, other vertices, either direction", zh: "线更长、顶点不同、方向不一",
        .bounded([
          .line("r", [(-5, 0), (3, 0), (15, 0)]), .line("s", [(10, 30), (10, -5)]),
          .line("t", [(10, 10), (0, 10), (0, 4)]), .line("u", [(0, 4), (0, 0)]),
        ])),
      RuleExample(
        "2 mm beside the boundary", zh: "偏离边界 2 mm",
        .bounded([
          .line(
            "r",
            [(-0.0019, -0.0019), (10.0019, 0), (10, 10.0019), (-0.0019, 10), (-0.0019, -0.0019)])
        ])),
    ],
    flags: [
      RuleExample(
        "one side without a line", zh: "一侧没有线", measures: ["10 m"],
        .bounded([.line("r", [(0, 0), (10, 0), (10, 10), (0, 10)])])),
      RuleExample(
        "half a side, about a corner", zh: "绕过转角的一段", measures: ["7 m"],
        .bounded([.line("r", [(4, 0), (10, 0), (10, 10), (0, 10), (0, 3)])])),
      RuleExample(
        "lines that cross cover nothing", zh: "相交的线不算覆盖", measures: ["40 m"],
        .bounded([.line("r", [(-5, 5), (15, 5)]), .line("s", [(5, -5), (5, 15)])])),
      RuleExample(
        "3 mm beside the boundary", zh: "偏离边界 3 mm", measures: ["10 m"],
        .bounded([
          .line("r", [(0, 0), (10, 0), (10, 10), (0, 10)]),
          .line("s", [(-0.003, 0), (-0.003, 10)]),
        ])),
      RuleExample(
        "the boundary of a hole", zh: "洞的边界", measures: ["8 m"],
        ExamplePlan(
          [
            .polygon(
              "a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
              holes: [[(4, 4), (4, 6), (6, 6), (6, 4), (4, 4)]]),
            .line("r", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]),
          ], settings: ["on: districts", "with: roads"])),
      RuleExample(
        "the outline of another area is no line", zh: "另一面的边界不算线", measures: ["40 m"],
        ExamplePlan(
          [.square("a", x: 0), .square("z", x: 0, kind: "zone")],
          settings: ["on: districts", "with: zones"])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    context.bareBoundaries(
      for: task, along: .lines, noun: Wording("line of", zh: "线"))
  }
}

extension ExamplePlan {
  /// A district from (0, 0) to (10, 10) and lines about it.
  fileprivate static func bounded(_ lines: [ExampleFeature]) -> ExamplePlan {
    ExamplePlan([.square("a", x: 0)] + lines, settings: ["on: districts", "with: roads"])
  }
}

extension CheckContext {
  /// A finding for each area whose boundary the edges of the partners do not cover.
  ///
  /// - Parameter noun: What should run along it.
  func bareBoundaries(
    for task: RuleTask, along aspect: ShapeAspect, noun: Wording
  ) -> [Finding] {
    let cover = EdgeCover(Surroundings(task.partners, as: aspect, self), reach: task.edgeReach)
    return task.features.compactMap { feature in
      guard let shape = anyShape(of: feature), !shape.geometry.polygons.isEmpty else { return nil }
      verified(pairs: task.partners.count)
      let answer = cover.answer(forOutlinesOf: shape.geometry, except: feature.id)
      let counted = answer.bare.filter { $0.length > task.quantity("min_length") }
      verified(belowNoiseFloor: answer.bare.count - counted.count)
      guard let longest = counted.max(by: { $0.length < $1.length }) else { return nil }
      let geometry: PlaneGeometry = counted.count == 1 ? .line(longest) : .multiLine(counted)
      let measure = Measure(geometry.length, .metres, limit: task.quantity("min_length"))
      let (phrase, much) = (feature.phrase, measure.phrase)
      let anchor = anchor(of: geometry)
      let partners = task.partners.filter { $0.id != feature.id }
      let isOne = partners.count == 1
      let title = isOne ? partners[0].phrase : task.partnerTitle
      return task.finding(
        Wording(
          "\(much.english) of the boundary of \(phrase.english) has no \(noun.english) "
            + "\(title.english) along it",
          zh: "\(phrase.chinese)的边界有 \(much.chinese)未与\(title.chinese)的\(noun.chinese)重合"),
        parties: [feature.party(near: anchor)]
          + (isOne ? partners.map { $0.party(near: anchor) } : []),
        measure: measure, place: place(geometry),
        isDegraded: shape.isRepaired || answer.isRepaired)
    }
  }
}
