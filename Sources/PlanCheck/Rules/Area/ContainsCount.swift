internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// A15: as many partner features lie in, touch or cross an area as are asked for.
struct ContainsCount: Rule {
  static let description = RuleDescription(
    code: "A15",
    name: "contains-n",
    summary: Wording(
      "Fewer or more partner features than asked for lie in a polygon, or relate to it otherwise.",
      zh: "与面存在某种关系（如在面内）的参照要素少于或多于规定个数。"),
    rationale: Wording(
      "One school for each district, two accesses for each block: counts in a standard are counts on the map.",
      zh: "每个片区一所学校、每个街坊两个出入口：标准里的个数要落到图上。"),
    fix: Wording("add or remove features, or correct the numbers", zh: "增删要素，或更正规定的个数"),
    trap: Wording(
      "A feature that only touches the boundary is not contained, but it is covered; one that runs through overlaps. Features are counted, not their parts.",
      zh: "仅与边界相接的要素不算包含（contains），但算覆盖（covers）；穿过的算重叠（overlaps）。按要素计数，不按部分计数。"),
    looksAt: [.area],
    counterparts: [.qgis("must contain")],
    parameters: [
      RuleParameter(
        "predicate", .word(Predicate.allCases.map(\.rawValue)), default: "contains",
        Wording(
          "what a feature must be to the polygon to be counted: contained with its interior, covered, "
            + "sharing a point, sharing interior, sharing boundary only, partly inside, or around it",
          zh: "计入的要素与面的关系：被包含（contains）、被覆盖（covers）、有公共点（intersects）、"
            + "内部重叠（overlaps）、仅边界相接（touches）、部分在内（crosses）、包住该面（within）")),
      RuleParameter(
        "min", .count, default: "1", Wording("the least number", zh: "最少个数")),
      RuleParameter(
        "max", .count, default: nil, Wording("the largest number", zh: "最多个数")),
      RuleParameter(
        "touching", .word(["counted", "ignored"]), default: "counted",
        Wording(
          "whether a feature that is contained, covered or around the polygon counts where it touches the boundary; "
            + "'ignored' asks for properly contained ones",
          zh: "被包含、被覆盖或包住该面的要素接触边界时是否计入：计入（counted）、不计（ignored，即真包含）")),
      .tolerance, .minArea, .minWidth, .minLength,
    ],
    needsFeatures: true,
    needsPartner: true,
    accepts: [
      RuleExample(
        "two schools where one to three are asked for", zh: "规定一至三所，实有两所",
        ExamplePlan(
          [.square("a", x: 0), .point("f", 4, 5), .point("g", 6, 5)],
          settings: ["on: districts", "with: facilitys", "min: 1", "max: 3"])),
      RuleExample(
        "a parcel along the edge lies in the district", zh: "贴边的地块在片区内",
        ExamplePlan(
          [.square("a", x: 0), .square("z", x: 0, side: 4, kind: "zone")],
          settings: ["on: districts", "with: zones"])),
      RuleExample(
        "none crosses, one only touches", zh: "仅相接而无穿越",
        ExamplePlan(
          [.square("a", x: 0), .line("r", [(10, 0), (10, 10)])],
          settings: ["on: districts", "with: roads", "predicate: crosses", "min: 0", "max: 0"])),
      RuleExample(
        "a road along the boundary is covered", zh: "沿边界的道路算覆盖",
        ExamplePlan(
          [.square("a", x: 0), .line("r", [(10, 0), (10, 10)])],
          settings: ["on: districts", "with: roads", "predicate: covers"])),
      RuleExample(
        "one zone around the district", zh: "恰在一个范围之内",
        ExamplePlan(
          [
            .square("a", x: 2, y: 2, side: 5), .square("y", x: 0, kind: "zone"),
            .square("z", x: 10, kind: "zone"),
          ],
          settings: ["on: districts", "with: zones", "predicate: within", "max: 1"])),
      RuleExample(
        "a building clear of the border of its parcel", zh: "建筑不接触地块边界",
        ExamplePlan(
          [.square("a", x: 0), .square("z", x: 3, y: 3, side: 4, kind: "zone")],
          settings: ["on: districts", "with: zones", "touching: ignored"])),
      RuleExample(
        "clear of the border, and one at it is not counted", zh: "一个不接触边界，另一个贴边者不计",
        ExamplePlan(
          [
            .square("a", x: 0), .square("y", x: 0, side: 2, kind: "zone"),
            .square("z", x: 3, y: 3, side: 4, kind: "zone"),
          ], settings: ["on: districts", "with: zones", "touching: ignored", "max: 1"])),
      RuleExample(
        "a zone well around the district", zh: "范围四周均有余地",
        ExamplePlan(
          [
            .square("a", x: 2, y: 2, side: 5), .square("y", x: 0, kind: "zone"),
            .square("z", x: 2, y: 2, side: 7, kind: "zone"),
          ],
          settings: [
            "on: districts", "with: zones", "predicate: within", "touching: ignored", "max: 1",
          ])),
      RuleExample(
        "a multi point is one feature", zh: "多点要素按一个计",
        ExamplePlan(
          [.square("a", x: 0), .points("f", [(4, 5), (6, 5)], kind: "feature")],
          settings: ["on: districts", "with: features", "max: 1"])),
    ],
    flags: [
      RuleExample(
        "none of one", zh: "应有一个而没有", measures: ["0"],
        ExamplePlan(
          [.square("a", x: 0), .point("f", 10, 5)], settings: ["on: districts", "with: facilitys"])),
      RuleExample(
        "three of two", zh: "至多两个而有三个", measures: ["3"],
        ExamplePlan(
          [.square("a", x: 0), .point("f", 4, 5), .point("g", 6, 5), .point("h", 5, 2)],
          settings: ["on: districts", "with: facilitys", "max: 2"])),
      RuleExample(
        "a road that leaves is not contained", zh: "穿出的道路不算包含", measures: ["0"],
        ExamplePlan(
          [.square("a", x: 0), .line("r", [(5, 5), (15, 5)])],
          settings: ["on: districts", "with: roads"])),
      RuleExample(
        "a road through the district", zh: "穿过片区的道路", measures: ["1"],
        ExamplePlan(
          [.square("a", x: 0), .line("r", [(-5, 5), (15, 5)])],
          settings: ["on: districts", "with: roads", "predicate: crosses", "min: 0", "max: 0"])),
      RuleExample(
        "equal areas overlap", zh: "重合也是重叠", measures: ["1"],
        ExamplePlan(
          [.square("a", x: 0), .square("z", x: 0, kind: "zone")],
          settings: ["on: districts", "with: zones", "predicate: overlaps", "min: 0", "max: 0"])),
      RuleExample(
        "one neighbour of two", zh: "应有两个相邻面而只有一个", measures: ["1"],
        ExamplePlan(
          [
            .square("a", x: 0), .square("y", x: 10, kind: "zone"), .square("z", x: 8, kind: "zone"),
          ], settings: ["on: districts", "with: zones", "predicate: touches", "min: 2"])),
      RuleExample(
        "a parcel in the hole is not contained", zh: "洞中的地块不算包含", measures: ["0"],
        ExamplePlan(
          [
            .polygon(
              "a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
              holes: [[(2, 2), (2, 8), (8, 8), (8, 2), (2, 2)]]),
            .square("z", x: 2, y: 2, side: 6, kind: "zone"),
          ], settings: ["on: districts", "with: zones"])),
      RuleExample(
        "a building at the border is not properly inside", zh: "贴边的建筑不算真包含", measures: ["0"],
        ExamplePlan(
          [.square("a", x: 0), .square("z", x: 0, y: 3, side: 4, kind: "zone")],
          settings: ["on: districts", "with: zones", "touching: ignored"])),
      RuleExample(
        "a corner within the tolerance of the border", zh: "一角在容差内接触边界", measures: ["0"],
        ExamplePlan(
          [
            .square("a", x: 0),
            .polygon("z", [(0.001, 5), (4, 3), (4, 7), (0.001, 5)], kind: "zone"),
          ], settings: ["on: districts", "with: zones", "touching: ignored"])),
      RuleExample(
        "a path that ends on the border", zh: "止于边界的小路", measures: ["0"],
        ExamplePlan(
          [.square("a", x: 0), .line("r", [(5, 5), (10, 5)])],
          settings: ["on: districts", "with: roads", "touching: ignored"])),
      RuleExample(
        "a building at the edge of a hole", zh: "贴着洞边的建筑", measures: ["0"],
        ExamplePlan(
          [
            .polygon(
              "a", [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
              holes: [[(2, 2), (2, 4), (4, 4), (4, 2), (2, 2)]]),
            .square("z", x: 4, y: 2, side: 2, kind: "zone"),
          ], settings: ["on: districts", "with: zones", "touching: ignored"])),
      RuleExample(
        "a zone around the district that shares an edge", zh: "范围与片区有公共边", measures: ["0"],
        ExamplePlan(
          [.square("a", x: 0, side: 5), .square("y", x: 0, kind: "zone")],
          settings: ["on: districts", "with: zones", "predicate: within", "touching: ignored"])),
    ])

  /// Being clear of the boundary is asked of what lies on one side of it.
  static func faults(of task: RuleTask, in plan: Plan) -> [PlanFault] {
    guard task.word("touching") == "ignored",
      let predicate = task.word("predicate").flatMap(Predicate.init), !predicate.mayBeProper
    else { return [] }
    let word = predicate.rawValue
    return [
      task.fault(
        Wording(
          "'touching: ignored' says nothing where the predicate is '\(word)'",
          zh: "predicate 为“\(word)”时，“touching: ignored”没有意义"),
        help: Wording(
          "use it with contains, covers or within", zh: "只用于 contains、covers、within"))
    ]
  }

  /// What a counted feature is to the area.
  enum Predicate: String, CaseIterable {
    case contains, covers, intersects, overlaps, touches, crosses, within
  }

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    let predicate = task.word("predicate").flatMap(Predicate.init) ?? .contains
    let low = task.count("min") ?? 0
    let high = task.count("max") ?? Int.max
    let isProper = predicate.mayBeProper && task.word("touching") == "ignored"
    let others = Surroundings(task.partners, as: .whole, context)
    var findings: [Finding] = []
    for feature in task.features where !(feature.plane?.polygons.isEmpty ?? true) {
      context.verified(pairs: task.partners.count)
      // Of an area without extent no repaired copy is left, and nothing relates to it.
      let own = context.shape(of: feature)
      var counted: [Int] = []
      if let area = own.flatMap({ AreaRelation($0.geometry, task, context) }) {
        counted = try others.index.query(area.bounds, margin: task.edgeReach).filter { place in
          try others.features[place].id != feature.id
            && holds(predicate, area, others, place, context)
            && !(isProper && touchesBoundary(of: area, others, place, context))
        }
      }
      guard counted.count < low || counted.count > high else { continue }
      findings.append(
        finding(
          about: feature, counted.map { others.features[$0] }, predicate,
          isProper: isProper, limit: low...max(low, high), task, context,
          isDegraded: own?.isRepaired ?? true || counted.contains { others.isRepaired[$0] }))
    }
    return findings
  }

  private func holds(
    _ predicate: Predicate, _ area: AreaRelation, _ others: Surroundings, _ place: Int,
    _ context: CheckContext
  ) throws -> Bool {
    guard let index = others.shapes[place] else { return false }
    guard let shape = context.shape(of: others.features[place]) else {
      return predicate == .intersects && area.isNear(index)
    }
    let facts = try area.facts(of: shape, index)
    switch predicate {
    case .contains: return facts.isInside && !facts.isOutside
    case .covers: return facts.isNear && !facts.isOutside
    case .intersects: return facts.isNear
    case .overlaps: return facts.isInside
    case .touches: return facts.isNear && !facts.isInside
    case .crosses: return facts.isInside && facts.isOutside
    case .within: return try facts.isInside && area.liesIn(shape)
    }
  }

  private func touchesBoundary(
    of area: AreaRelation, _ others: Surroundings, _ place: Int, _ context: CheckContext
  ) -> Bool {
    guard let index = others.shapes[place], let shape = context.shape(of: others.features[place])
    else { return false }
    return area.touchesBoundary(ShapeIndex(shape.geometry, as: .outlines) ?? index)
  }

  private func finding(
    about area: PlanFeature, _ counted: [PlanFeature], _ predicate: Predicate,
    isProper: Bool, limit: ClosedRange<Int>, _ task: RuleTask, _ context: CheckContext,
    isDegraded: Bool
  ) -> Finding {
    let (number, bounds) = (counted.count, limit.phrase)
    let isTooMany = number > limit.upperBound
    let measure = Measure(
      Double(number), .features,
      limit: Double(isTooMany ? limit.upperBound : limit.lowerBound))
    let (title, relation) = (
      task.partnerTitle, predicate.relation(to: area.phrase, isProper: isProper)
    )
    return task.finding(
      Wording(
        "\(number) of \(title.english) \(relation.english) (asked for: \(bounds.english))",
        zh: "\(relation.chinese)的\(title.chinese)要素有 \(number) 个，规定\(bounds.chinese)"),
      parties: [area.party] + (isTooMany ? counted.map(\.party) : []), measure: measure,
      place: context.place(of: area), isDegraded: isDegraded)
  }
}

extension ContainsCount.Predicate {
  /// Whether a feature can be so without touching the boundary.
  fileprivate var mayBeProper: Bool { [.contains, .covers, .within].contains(self) }

  /// What counted features are to the area, in a sentence.
  fileprivate func relation(to area: Wording, isProper: Bool) -> Wording {
    let (english, chinese) = (area.english, area.chinese)
    if isProper {
      return self == .within
        ? Wording("around \(english), clear of it", zh: "包住\(chinese)且不与其接触")
        : Wording("in \(english), clear of its boundary", zh: "位于\(chinese)内且不接触其边界")
    }
    return switch self {
    case .contains: Wording("in \(english)", zh: "位于\(chinese)内")
    case .covers: Wording("in or on the boundary of \(english)", zh: "不超出\(chinese)")
    case .intersects: Wording("meeting \(english)", zh: "与\(chinese)有公共点")
    case .overlaps: Wording("sharing the interior of \(english)", zh: "进入\(chinese)内部")
    case .touches: Wording("touching \(english) from outside", zh: "仅与\(chinese)边界相接")
    case .crosses: Wording("partly in \(english)", zh: "部分位于\(chinese)内")
    case .within: Wording("around \(english)", zh: "包住\(chinese)")
    }
  }
}
