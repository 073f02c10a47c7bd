internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// A18: no area lies wholly in another of its set.
struct NotInside: Rule {
  static let description = RuleDescription(
    code: "A18",
    name: "polygon-not-inside",
    summary: Wording(
      "A polygon lies wholly inside another of the same layer.", zh: "一个面完全位于同图层的另一个面之内。"),
    rationale: Wording(
      "A plot inside a plot, or the same plot twice, makes the same ground count twice in every total.",
      zh: "地块套地块或同一地块重复，会使同一块地在合计中被算两次。"),
    fix: Wording(
      "delete the inner polygon, or cut it out of the outer one", zh: "删除内面，或从外面中挖去它"),
    trap: Wording(
      "A polygon in the hole of another is not inside it; the same polygon twice is.",
      zh: "位于另一面内环中的面不算在其内；完全相同的两个面则算。"),
    looksAt: [.area],
    counterparts: [.qgis("Within"), .xPlanung("4.5.2.4")],
    parameters: [.minArea, .minWidth],
    needsFeatures: true,
    accepts: [
      RuleExample("side by side", zh: "左右相邻") { [.square("a", x: 0), .square("b", x: 10)] },
      RuleExample("one in the hole of the other", zh: "一个面在另一个面的内环里") {
        [
          .polygon(
            "a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
            holes: [[(2, 2), (2, 4), (4, 4), (4, 2), (2, 2)]]),
          .square("b", x: 2, y: 2, side: 2),
        ]
      },
      RuleExample("overlapping is not being inside", zh: "部分压盖不算完全在内") {
        [.square("a", x: 0), .square("b", x: 2, y: 2, side: 9)]
      },
      RuleExample("one part inside, another outside", zh: "一部分在内、一部分在外") {
        [
          .square("a", x: 0, kind: "feature"),
          .polygons(
            "b",
            [
              [[(2, 2), (4, 2), (4, 4), (2, 4), (2, 2)]],
              [[(20, 2), (24, 2), (24, 4), (20, 4), (20, 2)]],
            ]),
        ]
      },
      RuleExample("two together cover a third, neither alone", zh: "两个面合起来才覆盖第三个面") {
        [.square("a", x: 0), .square("b", x: 10), .square("c", x: 8, y: 2, side: 4)]
      },
    ],
    flags: [
      RuleExample("one inside the other", zh: "一个面在另一个面内", measures: ["9 m²"]) {
        [.square("a", x: 0), .square("b", x: 2, y: 2, side: 3)]
      },
      RuleExample("sharing an edge from within", zh: "在内侧共用一条边", measures: ["9 m²"]) {
        [.square("a", x: 0), .square("b", x: 7, y: 0, side: 3)]
      },
      RuleExample("the same ground twice, in one finding", zh: "完全重合只报一条", measures: ["100 m²"]) {
        [
          .square("a", x: 0),
          .polygon("b", [(10, 10), (0, 10), (0, 0), (5, 0), (10, 0), (10, 10)]),
        ]
      },
      RuleExample("2 mm beyond the edge by rounding", zh: "因取舍误差越界 2 毫米", measures: ["9 m²"]) {
        [.square("a", x: 0), .square("b", x: -0.002, y: 2, side: 3)]
      },
      RuleExample("three, one in the next", zh: "三个面逐层嵌套", measures: ["36 m²", "4 m²", "4 m²"]) {
        [
          .square("a", x: 0), .square("b", x: 2, y: 2, side: 6),
          .square("c", x: 4, y: 4, side: 2),
        ]
      },
    ])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    let areas = AreaSet(task.features, context)
    var findings: [Finding] = []
    try areas.index.forEachPair { first, second in
      let mayBeInside = mayLie(first, in: second, areas, task)
      let mayHold = mayLie(second, in: first, areas, task)
      guard mayBeInside || mayHold else { return }
      context.verified(pairs: 1)
      let isInside = try mayBeInside && lies(first, in: second, areas, task, context)
      let holds = try mayHold && lies(second, in: first, areas, task, context)
      guard isInside || holds else { return }
      let (inner, outer) = isInside ? (first, second) : (second, first)
      guard let ground = try context.aboveNoise(areas.shapes[inner].geometry, for: task) else {
        return
      }
      findings.append(
        finding(inner, outer, ground, areas, areSame: isInside && holds, task, context))
    }
    return findings
  }

  /// Whether the boxes allow one area to lie in another; what sticks out as noise may.
  private func mayLie(_ inner: Int, in outer: Int, _ areas: AreaSet, _ task: RuleTask) -> Bool {
    guard let box = areas.shapes[inner].geometry.bounds,
      let room = areas.shapes[outer].geometry.bounds
    else { return false }
    let noise = max(task.quantity("min_width"), task.quantity("min_area").squareRoot())
    let grown = room.insetBy(-noise)
    return grown.contains(box.minimum) && grown.contains(box.maximum)
  }

  private func lies(
    _ inner: Int, in outer: Int, _ areas: AreaSet, _ task: RuleTask, _ context: CheckContext
  ) throws -> Bool {
    let (one, other) = (areas.shapes[inner].geometry, areas.shapes[outer].geometry)
    let rest = try context.topology.difference(one, other)
    guard try context.sifted(rest, for: task).counted == nil else { return false }
    // What is noise alone lies everywhere.
    return try context.topology.overlapArea(one, other) > one.area / 2
  }

  private func finding(
    _ inner: Int, _ outer: Int, _ ground: PlaneGeometry, _ areas: AreaSet, areSame: Bool,
    _ task: RuleTask, _ context: CheckContext
  ) -> Finding {
    let (one, other) = (areas.features[inner], areas.features[outer])
    let measure = Measure(ground.area, .squareMetres, limit: task.quantity("min_area"))
    let (phrase, host, much) = (one.phrase, other.phrase, measure.text)
    let anchor = context.anchor(of: ground)
    return task.finding(
      areSame
        ? Wording(
          "\(phrase.english) and \(host.english) are the same \(much) of ground",
          zh: "\(phrase.chinese)与\(host.chinese)是同一块 \(much) 的地")
        : Wording(
          "\(phrase.english), \(much), lies wholly inside \(host.english)",
          zh: "\(phrase.chinese)（\(much)）完全位于\(host.chinese)之内"),
      parties: [one.party(near: anchor), other.party(near: anchor)], measure: measure,
      place: context.place(ground),
      isDegraded: areas.shapes[inner].isRepaired || areas.shapes[outer].isRepaired)
  }
}
