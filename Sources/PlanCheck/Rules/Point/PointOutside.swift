internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// P07: points lie in none of the partner areas.
struct PointOutside: Rule {
  static let description = RuleDescription(
    code: "P07",
    name: "outside",
    summary: Wording("A point lies in a partner area.", zh: "点落在参照面内。"),
    rationale: Wording(
      "A dwelling in a protected area or a well in a polluted one must not be planned.",
      zh: "保护区内不能安排住宅，污染范围内不能布置水井。"),
    fix: Wording("move the point out, or correct the area", zh: "将点移出，或更正该面"),
    trap: Wording(
      "A point in a hole is outside. A point on the boundary is outside unless 'boundary: inside' says otherwise.",
      zh: "洞中的点在面外；边界上的点视为在外，除非声明“boundary: inside”。"),
    looksAt: [.point],
    counterparts: [.superMap("点不被面包含"), .superMap("点不被面覆盖")],
    parameters: [
      .tolerance,
      RuleParameter(
        "boundary", .word(["outside", "inside"]), default: "outside",
        Wording(
          "whether a point on the boundary counts as outside or inside",
          zh: "边界上的点视为在外（outside）或在内（inside）")),
    ],
    needsFeatures: true,
    needsPartner: true,
    partnersAre: [.area],
    accepts: [
      RuleExample(
        "outside", zh: "在外部",
        ExamplePlan([.point("f", 12, 5), .zoneWithHole], settings: .facilitiesInZones)),
      RuleExample(
        "on the boundary", zh: "在边界上",
        ExamplePlan([.point("f", 10, 5), .zoneWithHole], settings: .facilitiesInZones)),
      RuleExample(
        "1 mm inside, which is on the boundary", zh: "内侧 1 mm，视为在边界上",
        ExamplePlan([.point("f", 9.999, 5), .zoneWithHole], settings: .facilitiesInZones)),
      RuleExample(
        "in a hole", zh: "在洞中",
        ExamplePlan([.point("f", 5, 5), .zoneWithHole], settings: .facilitiesInZones)),
      RuleExample(
        "3 mm off, where the boundary counts as inside", zh: "边界视为在内时，外侧 3 mm",
        ExamplePlan(
          [.point("f", 10.003, 5), .zoneWithHole],
          settings: .facilitiesInZones + ["boundary: inside"])),
    ],
    flags: [
      RuleExample(
        "inside", zh: "在内部", measures: ["1 m"],
        ExamplePlan([.point("f", 9, 5), .zoneWithHole], settings: .facilitiesInZones)),
      RuleExample(
        "in two areas that overlap", zh: "同时在两个重叠的面内", measures: ["5 m", "1 m"],
        ExamplePlan(
          [
            .point("f", 6, 5), .square("y", x: 0, side: 11, kind: "zone"),
            .square("z", x: 5, kind: "zone"),
          ], settings: .facilitiesInZones)),
      RuleExample(
        "on the boundary, where it counts as inside", zh: "边界视为在内时，在边界上", measures: ["0 m"],
        ExamplePlan(
          [.point("f", 10, 5), .zoneWithHole], settings: .facilitiesInZones + ["boundary: inside"])),
      RuleExample(
        "on the edge of a hole, where it counts as inside", zh: "边界视为在内时，在洞的边线上",
        measures: ["0 m"],
        ExamplePlan(
          [.point("f", 4, 5), .zoneWithHole], settings: .facilitiesInZones + ["boundary: inside"])),
      RuleExample(
        "two of three points of one feature", zh: "一个要素的三点中有两点在内", measures: ["2 m"],
        ExamplePlan(
          [.points("f", [(1, 5), (20, 5), (2, 5)], kind: "feature"), .zoneWithHole],
          settings: ["on: features", "with: zones"])),
    ])

  /// A point of a feature in an area.
  private struct Intruder {
    let vertex: Int
    let point: PlanePoint
    /// How far in it lies, in metres; nothing on the boundary.
    let depth: Double
  }

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let areas = Surroundings(task.partners, as: .areas, context)
    let countsBoundary = task.word("boundary") == "inside"
    return task.features.flatMap { feature in
      let points = feature.pointVertices
      if !points.isEmpty { context.verified(pairs: task.partners.count) }
      var intruders: [Int: [Intruder]] = [:]
      for (vertex, point) in points {
        for place in areas.areas(at: point, except: feature.id, tolerance: task.edgeReach) {
          let isIn = place.location == .inside
          guard isIn || countsBoundary else { continue }
          let depth = isIn ? areas.shapes[place.place]?.linkToPiece(from: point)?.distance : nil
          intruders[place.place, default: []].append(
            Intruder(vertex: vertex, point: point, depth: depth ?? 0))
        }
      }
      return intruders.sorted { $0.key < $1.key }.compactMap { place, found in
        finding(
          about: found, of: feature, in: areas.features[place], task, context,
          isDegraded: areas.isRepaired[place])
      }
    }
  }

  private func finding(
    about intruders: [Intruder], of feature: PlanFeature, in area: PlanFeature,
    _ task: RuleTask, _ context: CheckContext, isDegraded: Bool
  ) -> Finding? {
    guard let deepest = intruders.max(by: { $0.depth < $1.depth }) else { return nil }
    let (phrase, other) = (feature.phrase, area.phrase)
    let measure = Measure(deepest.depth, .metres)
    let count = feature.pointVertices.count
    let isOne = count == 1
    let subject = Wording(
      isOne ? phrase.english : "\(intruders.count) of the \(count) points of \(phrase.english)",
      zh: isOne ? phrase.chinese : "\(phrase.chinese)的 \(count) 个点中有 \(intruders.count) 个")
    let verb = isOne || intruders.count == 1 ? "lies" : "lie"
    let message =
      deepest.depth > 0
      ? Wording(
        "\(subject.english) \(verb) in \(other.english), \(isOne ? "" : "up to ")\(measure.text) from its boundary",
        zh: "\(subject.chinese)位于\(other.chinese)内，距其边界\(isOne ? "" : "最远") \(measure.text)")
      : Wording(
        "\(subject.english) \(verb) on the boundary of \(other.english)",
        zh: "\(subject.chinese)位于\(other.chinese)的边界上")
    let geometry: PlaneGeometry =
      intruders.count == 1 ? .point(deepest.point) : .multiPoint(intruders.map(\.point))
    return task.finding(
      message,
      parties: [feature.party(atVertex: deepest.vertex), area.party(near: deepest.point)],
      measure: measure, place: context.place(geometry, anchoredAt: deepest.point),
      isDegraded: isDegraded)
  }
}
