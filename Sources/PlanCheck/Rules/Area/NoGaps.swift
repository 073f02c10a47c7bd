internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// A02: areas leave no gap between them, or between them and the boundary they fill.
struct NoGaps: Rule {
  static let description = RuleDescription(
    code: "A02",
    name: "no-gaps",
    summary: Wording(
      "Polygons enclose ground that none of them covers, or leave part of the boundary feature bare.",
      zh: "面之间围出无人覆盖的空隙，或未覆盖范围的一部分。"),
    rationale: Wording(
      "Ground between two sub-districts that belongs to neither is ground nobody answers for.",
      zh: "街道之间两不管的土地，就是无人负责的土地。"),
    fix: Wording("give the outlines around the gap the same vertices", zh: "让空隙四周的边界使用相同的顶点"),
    trap: Wording(
      "The outer perimeter is no gap; only 'within' makes the ground up to a boundary count.",
      zh: "外围不是空隙；只有声明“within”才检查到范围边界为止的土地。"),
    looksAt: [.area],
    counterparts: [
      .arcGIS("Must Not Have Gaps (Area)"), .qgis("must not have gaps"), .superMap("面内无缝隙"),
      .xPlanung("2.2.1.1"),
    ],
    parameters: [
      .minArea, .minWidth,
      RuleParameter(
        "within", .reference, default: nil,
        Wording("the area that must be covered whole", zh: "须完整覆盖的范围")),
      RuleParameter(
        "tolerance", .quantity(.length), default: "0.002 m",
        Wording("how near is a neighbour of a gap", zh: "视为空隙邻接者的距离")),
    ],
    needsFeatures: true,
    accepts: [
      RuleExample("polygons that share an edge; the perimeter is no gap", zh: "共边的面，外围不算空隙") {
        [.square("a", x: 0), .square("b", x: 10)]
      },
      RuleExample("polygons far apart", zh: "相距很远的面") {
        [.square("a", x: 0), .square("b", x: 50)]
      },
      RuleExample(
        "two halves fill the zone", zh: "两半拼满规划范围",
        ExamplePlan(
          [
            .square("a", x: 0), .square("b", x: 10),
            .polygon("z", [(0, 0), (20, 0), (20, 10), (0, 10), (0, 0)], kind: "zone"),
          ], settings: ["on: districts", "within: zones"])),
      RuleExample("a 2 mm slit is rounding", zh: "2 mm 的缝隙属取整误差") {
        [
          .polygon(
            "a", [(0, 0), (30, 0), (30, 10), (20, 10), (20, 9), (10, 9), (10, 10), (0, 10), (0, 0)]),
          .polygon(
            "b",
            [
              (0, 20), (0, 10), (10, 10), (10, 9.002), (20, 9.002), (20, 10), (30, 10), (30, 20),
              (0, 20),
            ]),
        ]
      },
    ],
    flags: [
      RuleExample("a ring of four around a hole", zh: "四块围成一圈，中间留洞", measures: ["100 m²"]) {
        [
          .polygon("a", [(0, 0), (30, 0), (30, 10), (0, 10), (0, 0)]),
          .polygon("b", [(0, 20), (30, 20), (30, 30), (0, 30), (0, 20)]),
          .square("c", x: 0, y: 10), .square("d", x: 20, y: 10),
        ]
      },
      RuleExample("a hole that nobody fills", zh: "空洞无人填补", measures: ["4 m²"]) {
        [
          .polygon(
            "a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
            holes: [[(2, 2), (2, 4), (4, 4), (4, 2), (2, 2)]])
        ]
      },
      RuleExample(
        "a bare corner of the zone", zh: "规划范围有一角未覆盖", measures: ["20 m²"],
        ExamplePlan(
          [
            .square("a", x: 0), .square("b", x: 10),
            .polygon("z", [(0, 0), (22, 0), (22, 10), (0, 10), (0, 0)], kind: "zone"),
          ], settings: ["on: districts", "within: zones"])),
      RuleExample(
        "nothing in the zone", zh: "规划范围内空无一物", measures: ["100 m²"],
        ExamplePlan(
          [.square("a", x: 50), .square("z", x: 0, kind: "zone")],
          settings: ["on: districts", "within: zones"])),
    ])

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    let boundary = task.reference("within").map(context.plan.features) ?? []
    let areas = context.areas(of: task.features)
    var isDegraded = areas.shapes.contains(where: \.isRepaired)
    let shapes = areas.shapes.map(\.geometry)
    var gaps = try context.contacts(among: areas).gaps(among: shapes)
    if !boundary.isEmpty {
      let whole = try context.coverage(of: boundary)
      isDegraded = isDegraded || whole.isRepaired
      if let ground = whole.geometry, !ground.isSurelyTiled(by: shapes) {
        let covered = try context.coverage(of: task.features)
        let bare =
          try covered.geometry.map { try context.topology.difference(ground, $0) } ?? ground
        // A hole inside the boundary is bare ground as well: it counts once.
        gaps =
          try context.topology.union(gaps + (bare.map { [$0] } ?? []))?.polygons.map {
            .polygon($0)
          } ?? []
      }
    }
    return try gaps.compactMap { gap in
      guard let counted = try context.aboveNoise(gap, for: task) else { return nil }
      return try finding(about: counted, areas, boundary, task, context, isDegraded: isDegraded)
    }
  }

  private func finding(
    about gap: PlaneGeometry, _ areas: AreaSet, _ boundary: [PlanFeature], _ task: RuleTask,
    _ context: CheckContext, isDegraded: Bool
  ) throws -> Finding {
    let tolerance = task.quantity("tolerance")
    let neighbours = try context.neighbours(of: gap, among: areas, tolerance: tolerance)
    let bounds = try context.neighbours(of: gap, among: boundary, tolerance: tolerance)
    let measure = Measure(gap.area, .squareMetres, limit: task.quantity("min_area"))
    let (much, around) = (measure.phrase, Wording.list(neighbours.map(\.phrase)))
    let whole = Wording.list(bounds.map(\.phrase))
    let message: Wording
    if bounds.isEmpty {
      message = Wording(
        "a gap of \(much.english) lies \(neighbours.count == 1 ? "inside" : "between") "
          + around.english,
        zh: "\(around.chinese)\(neighbours.count == 1 ? "内部" : "之间")有 \(much.chinese)的空隙")
    } else if neighbours.isEmpty {
      message = Wording(
        "nothing covers \(much.english) of \(whole.english)",
        zh: "\(whole.chinese)有 \(much.chinese)无人覆盖")
    } else {
      message = Wording(
        "\(around.english) \(neighbours.count == 1 ? "leaves" : "leave") \(much.english) "
          + "of \(whole.english) bare",
        zh: "\(around.chinese)未覆盖\(whole.chinese)的 \(much.chinese)")
    }
    let anchor = context.anchor(of: gap)
    return task.finding(
      message, parties: (neighbours + bounds).map { $0.party(near: anchor) }, measure: measure,
      place: context.place(gap), isDegraded: isDegraded)
  }
}
