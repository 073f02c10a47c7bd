internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// A06: no two features are the same shape at the same place.
struct DuplicateGeometry: Rule {
  static let description = RuleDescription(
    code: "A06",
    name: "no-duplicates",
    summary: Wording("Two features are the same shape at the same place.", zh: "两个要素在同一位置有相同的形状。"),
    rationale: Wording(
      "A feature that stands twice is counted twice, and a change to one leaves the other behind.",
      zh: "重复的要素会被统计两次，改了一个又漏掉另一个。"),
    fix: Wording(
      "delete all but one, and keep the attributes of each", zh: "只保留一个，并合并各自的属性"),
    trap: Wording(
      "The same shape may be written in many ways: from another first vertex, the other way round, with a vertex more on a straight edge, its parts in another order.",
      zh: "同一形状可有多种写法：起点不同、方向相反、直边上多一个顶点、各部分顺序不同。"),
    looksAt: [.point, .line, .area],
    counterparts: [.qgis("must not have duplicates")],
    parameters: [.tolerance],
    needsFeatures: true,
    accepts: [
      RuleExample("one inside the other", zh: "一个面在另一个面内") {
        [.square("a", x: 0), .square("b", x: 2, y: 2, side: 3)]
      },
      RuleExample("the same box, another shape", zh: "外接框相同而形状不同") {
        [
          .line("a", [(0, 0), (10, 10)]), .line("b", [(0, 10), (10, 0)]),
          .line("c", [(0, 0), (0, 10), (10, 10)]),
        ]
      },
      RuleExample("one with a hole, one without", zh: "一个有内环，一个没有") {
        [
          .square("a", x: 0),
          .polygon(
            "b", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
            holes: [[(2, 2), (2, 4), (4, 4), (4, 2), (2, 2)]]),
        ]
      },
      RuleExample("an area and its outline drawn as a line", zh: "面与画成线的边界") {
        [.square("a", x: 0), .line("b", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)])]
      },
      RuleExample("points 1 cm apart", zh: "相距 1 厘米的点") {
        [.point("a", 0, 0), .point("b", 0.01, 0)]
      },
    ],
    flags: [
      RuleExample("two points at one place", zh: "同一位置的两个点", measures: ["2"]) {
        [.point("a", 5, 5), .point("b", 5, 5)]
      },
      RuleExample("a line the other way round", zh: "方向相反的同一条线", measures: ["2"]) {
        [.line("a", [(0, 0), (5, 5), (9, 5)]), .line("b", [(9, 5), (5, 5), (0, 0)])]
      },
      RuleExample("a line in one piece and in two", zh: "一条整线与分成两段的同一条线", measures: ["2"]) {
        [
          .line("a", [(0, 0), (10, 0)], kind: "road_work"),
          .lines("b", [[(4, 0), (10, 0)], [(0, 0), (4, 0)]]),
        ]
      },
      RuleExample(
        "a ring from another vertex, with one more, the other way round",
        zh: "起点与方向不同且多一个顶点的环", measures: ["2"]
      ) {
        [
          .square("a", x: 0),
          .polygon("b", [(10, 10), (10, 0), (5, 0), (0, 0), (0, 10), (10, 10)]),
        ]
      },
      RuleExample("vertices 1 mm apart", zh: "顶点相差 1 毫米", measures: ["2"]) {
        [.square("a", x: 0), .square("b", x: 0.001)]
      },
      RuleExample("three of a kind are one finding", zh: "三个相同的要素合为一条", measures: ["3"]) {
        [.square("a", x: 0), .square("b", x: 20), .square("c", x: 0), .square("d", x: 0)]
      },
      RuleExample("parts and holes in another order", zh: "各部分与内环的顺序不同", measures: ["2"]) {
        let holed: [[(Double, Double)]] = [
          [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
          [(1, 1), (1, 2), (2, 2), (2, 1), (1, 1)], [(5, 5), (5, 7), (7, 7), (7, 5), (5, 5)],
        ]
        let plain = [[(20.0, 0.0), (30, 0), (30, 10), (20, 0)]]
        return [
          .polygons("a", [holed, plain]),
          .polygons("b", [plain, [holed[0], holed[2], Array(holed[1].reversed())]]),
        ]
      },
      RuleExample("the same bow tie twice", zh: "重复的无效面", measures: ["2"]) {
        [
          .polygon("a", [(0, 0), (10, 10), (10, 0), (0, 10), (0, 0)]),
          .polygon("b", [(10, 0), (0, 10), (0, 0), (10, 10), (10, 0)]),
        ]
      },
    ])

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    // What is equal but for arithmetic is equal with no tolerance at all.
    let tolerance = max(task.quantity("tolerance"), 1e-6)
    var items: [(feature: PlanFeature, shape: NormalShape, isRepaired: Bool)] = []
    for feature in task.features {
      let usable = context.shape(of: feature)
      guard let geometry = usable?.geometry ?? feature.densePlane,
        let shape = NormalShape(geometry, tolerance: tolerance)
      else { continue }
      items.append((feature, shape, usable?.isRepaired ?? true))
    }
    var groups = Groups(count: items.count)
    var cells: [NormalShape.Cell: [Int]] = [:]
    for (place, item) in items.enumerated() {
      for cell in item.shape.nearbyCells {
        for other in cells[cell] ?? [] where !groups.areJoined(place, other) {
          context.verified(pairs: 1)
          if item.shape.isSame(as: items[other].shape) { groups.join(place, other) }
        }
      }
      cells[item.shape.cell, default: []].append(place)
    }
    return groups.all.filter { $0.count > 1 }.map { group in
      let features = group.map { items[$0].feature }
      let names = Wording.list(features.map(\.phrase))
      return task.finding(
        Wording(
          "\(names.english) are the same shape at the same place",
          zh: "\(names.chinese)在同一位置形状相同"),
        parties: features.map(\.party),
        measure: Measure(Double(features.count), .features, limit: 1),
        place: context.place(of: features[0]),
        isDegraded: group.contains { items[$0].isRepaired })
    }
  }
}

/// Which of some things belong together.
private struct Groups {
  private var leaders: [Int]

  init(count: Int) { leaders = Array(0..<count) }

  private func leader(of place: Int) -> Int {
    var place = place
    while leaders[place] != place { place = leaders[place] }
    return place
  }

  func areJoined(_ a: Int, _ b: Int) -> Bool { leader(of: a) == leader(of: b) }

  mutating func join(_ a: Int, _ b: Int) {
    let (one, other) = (leader(of: a), leader(of: b))
    leaders[max(one, other)] = min(one, other)
  }

  /// The groups in the order of their first members, members in order.
  var all: [[Int]] {
    Dictionary(grouping: leaders.indices, by: leader).values.sorted { $0[0] < $1[0] }
  }
}
