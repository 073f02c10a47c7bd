internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// A16: the children of an area share it out exactly.
struct Partition: Rule {
  static let description = RuleDescription(
    code: "A16",
    name: "partition",
    summary: Wording(
      "The children of an area overlap, leave part of it bare, reach outside, or do not add up to it.",
      zh: "子面互相重叠、未铺满、超出母面，或面积之和与母面不符。"),
    rationale: Wording(
      "Figures that are added up by sub-district are right only when the sub-districts are exactly the zone.",
      zh: "只有各街道恰好拼成全区，按街道汇总的数字才正确。"),
    fix: Wording(
      "give the children and their parent the same vertices along every shared edge",
      zh: "让子面与母面在每条公共边上使用相同的顶点"),
    trap: Wording(
      "Areas that add up prove nothing alone: an overlap can hide a gap of the same size.",
      zh: "面积之和相等并不足够：重叠与空隙可能恰好相抵。"),
    looksAt: [.area],
    counterparts: [.arcGIS("Must Cover Each Other (Area-Area)"), .xPlanung("2.2.1.1")],
    parameters: [
      .minArea, .minWidth,
      RuleParameter(
        "area_tolerance", .quantity(.area), default: "1 m2",
        Wording("how much the sum of the areas may differ", zh: "面积之和允许的差")),
      RuleParameter(
        "group_by", .word(FeatureKey.allCases.map(\.rawValue)), default: nil,
        Wording(
          "the key of a child that holds the id of its parent; else the child belongs where it lies",
          zh: "子面中记录母面标识的键；缺省时按位置归属")),
    ],
    needsFeatures: true,
    needsPartner: true,
    partnersAre: [.area],
    accepts: [
      RuleExample(
        "two halves", zh: "分成两半",
        ExamplePlan([.square("a", x: 0), .square("b", x: 10), zone(20)], settings: on)),
      RuleExample(
        "an outline that strays 2 mm by rounding", zh: "边界因取整偏出 2 mm",
        ExamplePlan([.square("a", x: 0), .square("b", x: 9.998), zone(20)], settings: on)),
      RuleExample(
        "two parents, each with its own children", zh: "两个母面，各有自己的子面",
        ExamplePlan(
          [
            .square("a", x: 0), .square("b", x: 100), .square("y", x: 0, kind: "zone"),
            .square("z", x: 100, kind: "zone"),
          ], settings: on)),
    ],
    flags: [
      RuleExample(
        "a bare strip", zh: "留下一条未覆盖", measures: ["20 m²"],
        ExamplePlan([.square("a", x: 0), .square("b", x: 10), zone(22)], settings: on)),
      RuleExample(
        "an overlap that hides a gap of the same size", zh: "重叠掩盖了同样大小的空缺", measures: ["40 m²"],
        ExamplePlan([.square("a", x: 0), .square("b", x: 8), zone(20)], settings: on)),
      RuleExample(
        "a child that reaches outside", zh: "子面越出母面", measures: ["20 m²"],
        ExamplePlan([.square("a", x: 0), .square("b", x: 10), zone(18)], settings: on)),
      RuleExample(
        "a child elsewhere leaves its parent bare", zh: "子面画在别处，母面未被覆盖", measures: ["200 m²"],
        ExamplePlan([.square("a", x: 50), zone(10)], settings: on)),
      RuleExample(
        "a child of no parent", zh: "子面不属于任何母面",
        ExamplePlan(
          [
            .square("a", x: 0), .square("b", x: 100), .square("c", x: 50),
            .square("y", x: 0, kind: "zone"), .square("z", x: 100, kind: "zone"),
          ], settings: on)),
    ])

  private static let on = ["on: districts", "with: zones"]

  private static func zone(_ width: Double) -> ExampleFeature {
    .polygon("z", [(0, 0), (width, 0), (width, 10), (0, 10), (0, 0)], kind: "zone")
  }

  func findings(for task: RuleTask, using context: CheckContext) throws -> [Finding] {
    let groups = try children(of: task, context)
    let known = Set(groups.joined().map(\.id))
    let orphans = task.features.filter { !known.contains($0.id) && $0.plane != nil }.map { child in
      task.finding(
        Wording(
          "\(child.phrase.english) belongs to none of \(task.with.joined(separator: ", "))",
          zh: "\(child.phrase.chinese)不属于“\(task.with.joined(separator: "、"))”中的任何一个"),
        parties: [child.party], place: context.place(of: child))
    }
    return try orphans
      + zip(task.partners, groups).compactMap { parent, children in
        guard let whole = context.shape(of: parent) else { return nil }
        var fault = try fault(of: children, whole.geometry, task, context)
        fault.isDegraded = fault.isDegraded || whole.isRepaired
        let isClean =
          fault.places.isEmpty && abs(fault.difference) <= task.quantity("area_tolerance")
        return isClean ? nil : finding(about: parent, fault, task, context)
      }
  }

  /// What is wrong with the children of one parent.
  private struct Fault {
    var twice = 0.0
    var bare = 0.0
    var outside = 0.0
    var difference = 0.0
    var places: [PlaneGeometry] = []
    var children: Set<String> = []
    var isDegraded = false

    var total: Double { twice + bare + outside }
  }

  private func fault(
    of children: [PlanFeature], _ whole: PlaneGeometry, _ task: RuleTask, _ context: CheckContext
  ) throws -> Fault {
    var fault = Fault()
    let shapes = children.map { context.shape(of: $0) }
    let index = BoxIndex(shapes.map { $0?.geometry.bounds })
    fault.isDegraded = shapes.contains { $0?.isRepaired == true }
    fault.difference = shapes.reduce(-whole.area) { $0 + ($1?.geometry.area ?? 0) }
    let isExact = whole.isSurelyTiled(by: shapes.compactMap { $0?.geometry })
    var pairs = 0
    try index.forEachPair { first, second in
      guard let a = shapes[first], let b = shapes[second] else { return }
      pairs += 1
      guard !isExact else { return }
      let shared = try context.topology.intersection(a.geometry, b.geometry)
      guard let overlap = try context.aboveNoise(shared, for: task) else { return }
      fault.twice += overlap.area
      fault.places.append(overlap)
      fault.children.formUnion([children[first].id, children[second].id])
    }
    context.verified(pairs: pairs)
    guard !isExact else { return fault }
    for (child, shape) in zip(children, shapes) {
      guard let shape else { continue }
      let rest = try context.topology.difference(shape.geometry, whole)
      guard let outside = try context.aboveNoise(rest, for: task) else { continue }
      fault.outside += outside.area
      fault.places.append(outside)
      fault.children.insert(child.id)
    }
    let covered = try context.coverage(of: children).geometry
    let rest = try covered.map { try context.topology.difference(whole, $0) } ?? whole
    if let bare = try context.aboveNoise(rest, for: task) {
      fault.bare = bare.area
      fault.places.append(bare)
      fault.children.formUnion(
        try context.neighbours(of: bare, among: children, tolerance: 0.002).map(\.id))
    }
    return fault
  }

  private func finding(
    about parent: PlanFeature, _ fault: Fault, _ task: RuleTask, _ context: CheckContext
  ) -> Finding {
    func text(_ area: Double) -> String { Measure(area, .squareMetres).text }
    let phrase = parent.phrase
    let parts = (text(fault.twice), text(fault.bare), text(fault.outside))
    let sum = text(abs(fault.difference))
    let isMore = fault.difference > 0
    let children = fault.children.sorted().compactMap(context.plan.feature)
    let isOnlySum = fault.places.isEmpty
    return task.finding(
      Wording(
        "\(phrase.english) is not shared out exactly: \(parts.0) covered twice, \(parts.1) bare, "
          + "\(parts.2) outside; the areas add up to \(sum) \(isMore ? "more" : "less") than it has",
        zh: "\(phrase.chinese)未被恰好分完：重叠 \(parts.0)，空缺 \(parts.1)，超出 \(parts.2)；"
          + "面积之和比其面积\(isMore ? "多" : "少") \(sum)"),
      parties: [parent.party] + children.map(\.party),
      measure: isOnlySum
        ? Measure(abs(fault.difference), .squareMetres, limit: task.quantity("area_tolerance"))
        : Measure(fault.total, .squareMetres, limit: task.quantity("min_area")),
      place: fault.places.first.flatMap(context.place) ?? context.place(of: parent),
      isDegraded: fault.isDegraded)
  }

  /// The children of each parent, in the order of the parents.
  private func children(of task: RuleTask, _ context: CheckContext) throws -> [[PlanFeature]] {
    if let key = task.word("group_by").flatMap(FeatureKey.init) {
      return task.partners.map { parent in task.features.filter { $0.text(key) == parent.id } }
    }
    guard task.partners.count > 1 else { return task.partners.map { _ in task.features } }
    let places = try task.features.map { feature in
      try context.shape(of: feature).flatMap {
        try context.topology.pointOnSurface(of: $0.geometry)
      }
    }
    return task.partners.map { parent in
      zip(task.features, places).filter { _, place in
        place.map { parent.densePlane?.distance(to: $0) == 0 } ?? false
      }.map(\.0)
    }
  }
}
