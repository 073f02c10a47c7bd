internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// P01: no two points are the same place.
struct PointsDisjoint: Rule {
  static let description = RuleDescription(
    code: "P01",
    name: "disjoint",
    summary: Wording("Two points are the same place.", zh: "两个点位于同一位置。"),
    rationale: Wording(
      "Two fire stations at one place are usually one that was entered twice, and are counted twice.",
      zh: "同一位置的两座消防站往往是重复录入，统计时也会被算两次。"),
    fix: Wording("delete one of the two, or move it to its own place", zh: "删除其一，或移到各自的位置"),
    trap: Wording(
      "Points a millimetre apart look different to a comparison of digits; two points of one feature may coincide as well as two features.",
      zh: "相距一毫米的点逐位比较并不相同；同一要素内的两个点也可能重合。"),
    looksAt: [.point],
    counterparts: [
      .arcGIS("Must Be Disjoint (Point)"), .qgis("must not have duplicates"), .superMap("无重复点"),
    ],
    parameters: [.tolerance],
    needsFeatures: true,
    takesPartner: true,
    accepts: [
      RuleExample("two places", zh: "两个位置") { [.point("f", 0, 0), .point("g", 5, 0)] },
      RuleExample("3 mm apart", zh: "相距 3 mm") { [.point("f", 0, 0), .point("g", 0.003, 0)] },
      RuleExample("no place yet", zh: "尚无位置") {
        [.nowhere("f", kind: "facility"), .nowhere("g", kind: "facility")]
      },
      RuleExample(
        "1 mm apart, where nothing but equality counts", zh: "容差为零时相距 1 mm",
        ExamplePlan(
          [.point("f", 0, 0), .point("g", 0.001, 0)], settings: ["tolerance: 0 m"])),
      RuleExample(
        "against another layer only", zh: "只与另一图层比较",
        ExamplePlan(
          [.point("f", 0, 0), .point("g", 0, 0), .point("n", 5, 0, kind: "landmark")],
          settings: ["on: facilitys", "with: landmarks"])),
    ],
    flags: [
      RuleExample("the same place", zh: "同一位置", measures: ["0 m"]) {
        [.point("f", 5, 5), .point("g", 5, 5)]
      },
      RuleExample("1 mm apart", zh: "相距 1 mm", measures: ["0.001 m"]) {
        [.point("f", 0, 0), .point("g", 0.001, 0)]
      },
      RuleExample(
        "three at one place are three pairs", zh: "三点同位是三对", measures: ["0 m", "0 m", "0 m"]
      ) { [.point("f", 0, 0), .point("g", 0, 0), .point("h", 0, 0)] },
      RuleExample("a point of a multi point", zh: "多点要素中的一点", measures: ["0 m"]) {
        [.point("f", 5, 0), .points("g", [(0, 0), (5, 0)], kind: "feature")]
      },
      RuleExample("two points of one feature", zh: "同一要素内的两点", measures: ["0 m"]) {
        [.points("g", [(0, 0), (5, 0), (0, 0)], kind: "feature")]
      },
      RuleExample(
        "against another layer", zh: "与另一图层比较", measures: ["0 m"],
        ExamplePlan(
          [.point("f", 0, 0), .point("g", 9, 0), .point("n", 0, 0, kind: "landmark")],
          settings: ["on: facilitys", "with: landmarks"])),
    ])

  /// A point of a feature.
  private struct Spot {
    let feature: Int
    let vertex: Int
    let point: PlanePoint

    /// What tells the point from every other.
    var id: [Int] { [feature, vertex] }
  }

  /// How many features at exactly one place are named pair by pair; more are named together.
  private static let crowd = 10

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    let pairing = FeaturePairing(task)
    let spots = pairing.features.enumerated().flatMap { item, feature in
      feature.pointVertices.map { Spot(feature: item, vertex: $0.vertex, point: $0.point) }
    }
    let crowds = Dictionary(grouping: spots, by: \.point).values
      .filter { Set($0.map(\.feature)).count > Self.crowd }
    // One of each side still stands for the crowd beside others.
    let named = Set(
      crowds.flatMap { crowd in
        var seen: Set<[Bool]> = []
        return crowd.filter { !seen.insert(pairing.sides(of: $0.feature)).inserted }.map(\.id)
      })
    return crowds.sorted { $0[0].id.lexicographicallyPrecedes($1[0].id) }
      .compactMap { finding(about: $0, pairing, task, context) }
      + pairs(
        of: spots.filter { !named.contains($0.id) }, but: Set(crowds.joined().map(\.id)), pairing,
        task, context)
  }

  /// Findings of two features each, at the nearest of their points.
  ///
  /// - Parameter crowded: Points that have been named with those at the same place.
  private func pairs(
    of spots: [Spot], but crowded: Set<[Int]>, _ pairing: FeaturePairing, _ task: RuleTask,
    _ context: CheckContext
  ) -> [Finding] {
    var pairs = 0
    var nearest: [[Int]: (Spot, Spot)] = [:]
    BoxIndex(spots.map { Bounds($0.point, $0.point) }).forEachPair(margin: task.pointReach) {
      let (a, b) = (spots[$0], spots[$1])
      guard pairing.isWanted(a.feature, b.feature) else { return }
      pairs += 1
      let distance = a.point.distance(to: b.point)
      guard distance <= task.pointReach, distance > 0 || !crowded.contains(a.id) else { return }
      let key = [a.feature, b.feature]
      let known = nearest[key].map { $0.0.point.distance(to: $0.1.point) } ?? .infinity
      if distance < known { nearest[key] = (a, b) }
    }
    context.verified(pairs: pairs)
    return nearest.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, pair in
      finding(pairing.features[key[0]], pairing.features[key[1]], pair.0, pair.1, task, context)
    }
  }

  /// One finding of a crowd, whose pairs nobody would read.
  private func finding(
    about crowd: [Spot], _ pairing: FeaturePairing, _ task: RuleTask, _ context: CheckContext
  ) -> Finding? {
    var seen: Set<Int> = []
    let members = crowd.filter { spot in
      crowd.contains { pairing.isWanted(spot.feature, $0.feature) }
        && seen.insert(spot.feature).inserted
    }
    guard members.count > 1 else { return nil }
    context.verified(pairs: members.count - 1)
    return task.finding(
      Wording(
        "\(members.count) features are at one place", zh: "\(members.count) 个要素位于同一位置"),
      parties: members.map { pairing.features[$0.feature].party(atVertex: $0.vertex) },
      measure: Measure(0, .metres, limit: task.quantity("tolerance")),
      place: context.place(at: crowd[0].point))
  }

  private func finding(
    _ first: PlanFeature, _ second: PlanFeature, _ a: Spot, _ b: Spot, _ task: RuleTask,
    _ context: CheckContext
  ) -> Finding {
    let measure = Measure(
      a.point.distance(to: b.point), .metres, limit: task.quantity("tolerance"))
    let (one, other, much) = (first.phrase, second.phrase, measure.phrase)
    let isOne = a.feature == b.feature
    let message =
      isOne
      ? Wording(
        "\(one.english) has two points that are \(much.english) apart",
        zh: "\(one.chinese)有两个点仅相距 \(much.chinese)")
      : Wording(
        "\(one.english) and \(other.english) are \(much.english) apart",
        zh: "\(one.chinese)与\(other.chinese)仅相距 \(much.chinese)")
    return task.finding(
      message,
      parties: [first.party(atVertex: a.vertex)]
        + (isOne ? [] : [second.party(atVertex: b.vertex)]),
      measure: measure, place: context.place(at: a.point))
  }
}
