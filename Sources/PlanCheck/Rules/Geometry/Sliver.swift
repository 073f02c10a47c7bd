internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// G11: no area is a splinter.
struct Sliver: Rule {
  static let description = RuleDescription(
    code: "G11",
    name: "sliver",
    summary: Wording(
      "An area is a splinter: small and drawn out, or hardly wide.", zh: "面为碎屑：面积小而细长，或宽度极小。"),
    rationale: Wording(
      "Splinters are what overlays leave where two borders were digitised twice; nobody means to own one.",
      zh: "碎屑面是同一边界两次数字化后叠加的残留，不会有人真的需要它。"),
    fix: Wording("merge the splinter with the neighbour it came from", zh: "将碎屑并入其来源的相邻面"),
    trap: Wording(
      "Small is no splinter, and neither is a long street: the shape must be small and drawn out, or narrow everywhere. Holes make an area no longer.",
      zh: "面积小不等于碎屑，长街也不是：须既小又细长，或处处狭窄；内环不使面变长。"),
    looksAt: [.area],
    counterparts: [.qgis("No sliver polygons")],
    parameters: [
      RuleParameter(
        "max_area", .quantity(.area), default: "50 m2",
        Wording("larger areas are no splinters, however drawn out", zh: "超过此面积的细长面不算碎屑")),
      RuleParameter(
        "compactness", .number, default: "0.05",
        Wording(
          "4πA/P² with the outline's length P: 1 for a circle, 0.05 for a strip 60 times as long as wide",
          zh: "4πA/P²（P 为外环周长）：圆为 1，长为宽 60 倍的条带为 0.05")),
      RuleParameter(
        "min_width", .quantity(.length), default: "0.1 m",
        Wording(
          "areas into which no circle of this diameter fits are splinters of any size",
          zh: "放不下此直径圆的面，无论多大都是碎屑")),
    ],
    severity: .warning,
    accepts: [
      RuleExample("a small square", zh: "小正方形") { [.square("a", x: 0, side: 1)] },
      RuleExample("a strip of street, 1 m by 500 m", zh: "1 m 宽 500 m 长的街道") {
        [.polygon("a", [(0, 0), (500, 0), (500, 1), (0, 1), (0, 0)])]
      },
      RuleExample("a small area full of holes", zh: "有许多内环的小面") {
        [.polygon("a", [(0, 0), (7, 0), (7, 7), (0, 7), (0, 0)], holes: sieve)]
      },
      RuleExample("a wide area with a narrow tail", zh: "带细尾的宽面") {
        [
          .polygon(
            "a",
            [
              (0, 0), (10, 0), (10, 5), (100, 5), (100, 5.05), (10, 5.05), (10, 10), (0, 10),
              (0, 0),
            ])
        ]
      },
    ],
    flags: [
      RuleExample("half a metre by 50 m", zh: "半米宽 50 m 长", measures: ["25 m²"]) {
        [.polygon("a", [(0, 0), (50, 0), (50, 0.5), (0, 0.5), (0, 0)])]
      },
      RuleExample("5 cm wide and a kilometre long", zh: "宽 5 cm 长 1 km", measures: ["0.05 m"]) {
        [.polygon("a", [(0, 0), (1000, 0), (1000, 0.05), (0, 0.05), (0, 0)])]
      },
      RuleExample("a ring of 5 cm round a courtyard", zh: "院子外 5 cm 宽的环") {
        [
          .polygon(
            "a", [(0, 0), (50, 0), (50, 50), (0, 50), (0, 0)],
            holes: [[(0.05, 0.05), (0.05, 49.95), (49.95, 49.95), (49.95, 0.05), (0.05, 0.05)]])
        ]
      },
      RuleExample("an outline collapsed to a line", zh: "塌缩成线的面", measures: ["0 m"]) {
        [.polygon("a", [(0, 0), (10, 0), (20, 0), (0, 0)])]
      },
    ])

  /// Sixteen holes of 1 m in a square of 7 m.
  private static let sieve = (0..<16).map { place in
    let (x, y) = (0.6 + Double(place % 4) * 1.6, 0.6 + Double(place / 4) * 1.6)
    return [(x, y), (x, y + 1), (x + 1, y + 1), (x + 1, y), (x, y)]
  }

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    var findings: [Finding] = []
    for feature in task.features where feature.plane?.polygons.isEmpty == false {
      let shape = context.shape(of: feature)
      let polygons = shape?.geometry.polygons ?? []
      if polygons.isEmpty { findings.append(collapsed(feature, task, context)) }
      for polygon in polygons {
        guard let measure = try measure(of: polygon, task, context) else { continue }
        findings.append(
          finding(
            about: feature, .polygon(polygon), measure, task, context,
            isDegraded: shape?.isRepaired ?? false))
      }
    }
    return findings
  }

  /// What makes a polygon a splinter: its width, or its area; `nil` when it is none.
  private func measure(
    of polygon: Polygon<PlanePoint>, _ task: RuleTask, _ context: CheckContext
  ) throws -> Measure? {
    let narrowest = task.quantity("min_width")
    if narrowest > 0, try !context.topology.isWiderThan(polygon, narrowest) {
      let width = try context.topology.width(of: polygon)
      // The two ways of measuring agree to a fiftieth only.
      return Measure(min(width, narrowest), .metres, limit: narrowest)
    }
    let (area, length) = (polygon.area, polygon.exterior.perimeter)
    let limit = task.quantity("max_area")
    guard area < limit, length > 0,
      4 * .pi * area / (length * length) < task.number("compactness") ?? 0
    else { return nil }
    return Measure(area, .squareMetres, limit: limit)
  }

  private func collapsed(
    _ feature: PlanFeature, _ task: RuleTask, _ context: CheckContext
  ) -> Finding {
    let start = feature.plane?.polygons.first?.exterior.points.first
    return finding(
      about: feature, start.map { .point($0) } ?? .collection([]),
      Measure(0, .metres, limit: task.quantity("min_width")), task, context, isDegraded: true)
  }

  private func finding(
    about feature: PlanFeature, _ place: PlaneGeometry, _ measure: Measure, _ task: RuleTask,
    _ context: CheckContext, isDegraded: Bool
  ) -> Finding {
    let (phrase, much) = (feature.phrase, measure.phrase)
    let isNarrow = measure.unit == .metres
    return task.finding(
      isNarrow
        ? Wording(
          "\(phrase.english) is a splinter, at most \(much.english) wide",
          zh: "\(phrase.chinese)为碎屑面，最宽处仅 \(much.chinese)")
        : Wording(
          "\(phrase.english) is a drawn-out splinter of \(much.english)",
          zh: "\(phrase.chinese)为细长碎屑面，面积 \(much.chinese)"),
      parties: [feature.party(near: context.anchor(of: place))], measure: measure,
      place: context.place(place), isDegraded: isDegraded)
  }
}
