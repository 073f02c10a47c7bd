internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// G12: an area has no more holes than allowed.
struct NoHoles: Rule {
  static let description = RuleDescription(
    code: "G12",
    name: "no-holes",
    summary: Wording("An area has more holes than allowed.", zh: "面的内环多于允许的个数。"),
    rationale: Wording(
      "A hole says that the ground in it belongs to someone else; left over from an overlay it belongs to nobody.",
      zh: "内环意味着其中的土地另有归属；若只是叠加残留，便无人负责。"),
    fix: Wording("fill the hole, or cut the area so that it needs none", zh: "填补内环，或切分面使其不再需要内环"),
    trap: Wording(
      "The holes of all parts count together. Ground that an outline runs round without a ring of its own is no hole.",
      zh: "各部分的内环合并计数；外环绕行围出的空地没有自己的环，不算内环。"),
    looksAt: [.area],
    counterparts: [.qgis("Polygons and multipolygons may not contain any holes")],
    parameters: [
      RuleParameter(
        "max", .count, default: "0", Wording("how many holes an area may have", zh: "允许的内环个数"))
    ],
    severity: .warning,
    accepts: [
      RuleExample("a square", zh: "正方形") { [.square("a", x: 0)] },
      RuleExample(
        "one hole, where one is allowed", zh: "允许一个内环时有一个",
        ExamplePlan([courtyards(1)], settings: ["max: 1"])),
      RuleExample("an outline that runs round a courtyard", zh: "绕院子一周的外环") {
        [
          .polygon(
            "a",
            [
              (0, 0), (10, 0), (10, 10), (0, 10), (0, 5.1), (2, 5.1), (2, 8), (8, 8), (8, 2),
              (2, 2), (2, 5), (0, 5), (0, 0),
            ])
        ]
      },
      RuleExample("a closed line", zh: "闭合线") {
        [.line("a", [(0, 0), (10, 0), (10, 10), (0, 0)])]
      },
    ],
    flags: [
      RuleExample("a courtyard", zh: "一个院子", measures: ["1"]) { [courtyards(1)] },
      RuleExample(
        "three holes, where two are allowed", zh: "允许两个内环时有三个", measures: ["3"],
        ExamplePlan([courtyards(3)], settings: ["max: 2"])),
      RuleExample("a hole that lies outside", zh: "位于外环之外的内环", measures: ["1"]) {
        [
          .polygon(
            "a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
            holes: [[(20, 2), (20, 4), (22, 4), (22, 2), (20, 2)]])
        ]
      },
    ])

  private static func courtyards(_ count: Int) -> ExampleFeature {
    .polygon(
      "a", [(0, 0), (100, 0), (100, 10), (0, 10), (0, 0)],
      holes: (0..<count).map { place in
        let x = 2 + Double(place) * 10
        return [(x, 2), (x, 4), (x + 2, 4), (x + 2, 2), (x, 2)]
      })
  }

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let limit = task.count("max") ?? 0
    return task.features.compactMap { feature in
      let holes = (feature.plane?.vertexRuns ?? []).filter { $0.isRing && $0.ring > 0 }
      guard holes.count > limit, let first = holes.first else { return nil }
      let measure = Measure(Double(holes.count), .features, limit: Double(limit))
      let (phrase, count) = (feature.phrase, holes.count)
      return task.finding(
        Wording(
          count == 1
            ? "\(phrase.english) has a hole" : "\(phrase.english) has \(count) holes",
          zh: "\(phrase.chinese)有 \(count) 个内环"),
        parties: [feature.party(atVertex: first.first)], measure: measure,
        place: place(of: holes, context))
    }
  }

  /// The ground in the holes; their first vertices where that cannot be told.
  private func place(of holes: [VertexRun<PlanePoint>], _ context: CheckContext) -> Place? {
    let areas = holes.compactMap { hole in
      (try? Ring(hole.points)).map { ring in
        Polygon(exterior: ring.isCounterClockwise ? ring : ring.reversed)
      }
    }
    let geometry: PlaneGeometry =
      areas.count == 1 ? .polygon(areas[0]) : .multiPolygon(areas)
    return context.place(geometry) ?? context.place(.multiPoint(holes.map { $0.points[0] }))
  }
}
