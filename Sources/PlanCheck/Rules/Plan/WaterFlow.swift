internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// Follows water from feature to feature, for K08.
struct WaterFlow {
  /// What the claim names, and everything that it flows into in turn.
  private let features: [PlanFeature]
  private let task: RuleTask
  private let claim: Claim
  private let context: CheckContext
  private var tolerance: Double { task.quantity("tolerance") }

  init(from named: [PlanFeature], for claim: Claim, task: RuleTask, context: CheckContext) {
    var seen = Set(named.map(\.id))
    var features = named
    for feature in named {
      var next = feature.text(.flowsTo).flatMap { context.plan.feature($0) }
      while let here = next, seen.insert(here.id).inserted {
        features.append(here)
        next = here.text(.flowsTo).flatMap { context.plan.feature($0) }
      }
    }
    self.features = features
    self.task = task
    self.claim = claim
    self.context = context
  }

  /// There is one outlet.
  func outlets() -> [Finding] {
    let outlets = context.plan.features.filter(\.isOutlet)
    guard outlets.count != 1 else { return [] }
    let names = Wording.phrases(outlets)
    return [
      task.finding(
        outlets.isEmpty
          ? Wording("no water is marked as the outlet", zh: "没有水体标为出口")
          : Wording(
            "\(outlets.count) outlets: \(names.english)",
            zh: "有 \(outlets.count) 个出口：\(names.chinese)"),
        parties: outlets.map(\.party) + [claim.party],
        measure: Measure(Double(outlets.count), .features, limit: 1),
        statements: [claim.statement],
        help: Wording("mark one feature with 'outlet'", zh: "只给一个要素标注 outlet"))
    ]
  }

  /// Each feature touches what it flows into; a line with its last vertex.
  func mouths() -> [Finding] {
    features.compactMap { feature in
      guard !feature.isOutlet else { return nil }
      guard let id = feature.text(.flowsTo) else {
        return finding(
          feature, nil,
          Wording(
            "\(feature.phrase.english) flows nowhere: it has no 'flows_to' and is no outlet",
            zh: "\(feature.phrase.chinese)没有去向：既无 flows_to，也不是出口"))
      }
      // An id that names nothing is the reference check's business.
      guard let target = context.plan.feature(id), let water = target.plane,
        let shape = feature.plane
      else { return nil }
      guard let line = shape.lines.last, let first = shape.lines.first else {
        return apart(feature, shape, from: target, water)
      }
      let gap = water.shoreDistance(to: line.end)
      guard gap > tolerance else { return nil }
      let measure = Measure(gap, .metres, limit: tolerance)
      if water.shoreDistance(to: first.start) <= tolerance {
        return finding(
          feature, target,
          Wording(
            "\(feature.phrase.english) runs backwards: its first vertex, not its last, lies on "
              + "\(target.phrase.english)",
            zh: "\(feature.phrase.chinese)方向画反：首点而不是末点落在\(target.phrase.chinese)上"),
          measure: measure, at: line.end)
      }
      return finding(
        feature, target,
        Wording(
          "\(feature.phrase.english) ends \(measure.text) from \(target.phrase.english), into which "
            + "it is said to flow",
          zh: "\(feature.phrase.chinese)的末点距所入的\(target.phrase.chinese) \(measure.text)"),
        measure: measure, at: line.end)
    }
  }

  /// No feature comes back to itself.
  func circles() -> [Finding] {
    var settled: Set<String> = []
    var result: [Finding] = []
    for feature in features where !settled.contains(feature.id) {
      var path: [PlanFeature] = []
      var current: PlanFeature? = feature
      while let here = current, !settled.contains(here.id) {
        settled.insert(here.id)
        path.append(here)
        guard !here.isOutlet else { break }
        current = here.text(.flowsTo).flatMap { context.plan.feature($0) }
      }
      guard let here = current, !here.isOutlet,
        let start = path.firstIndex(where: { $0.id == here.id })
      else { continue }
      let circle = Array(path[start...])
      let names = Wording.phrases(circle)
      result.append(
        task.finding(
          Wording(
            "water flows in a circle: \(names.english)", zh: "水流成环：\(names.chinese)"),
          parties: circle.map(\.party) + [claim.party],
          place: context.place(of: here), statements: [claim.statement]))
    }
    return result
  }

  private func apart(
    _ feature: PlanFeature, _ shape: PlaneGeometry, from target: PlanFeature,
    _ water: PlaneGeometry
  ) -> Finding? {
    guard let gap = try? context.topology.distance(shape, water), gap > tolerance else {
      return nil
    }
    let measure = Measure(gap, .metres, limit: tolerance)
    return finding(
      feature, target,
      Wording(
        "\(feature.phrase.english) lies \(measure.text) from \(target.phrase.english), into which it "
          + "is said to flow",
        zh: "\(feature.phrase.chinese)距所入的\(target.phrase.chinese) \(measure.text)"),
      measure: measure, at: nil)
  }

  private func finding(
    _ feature: PlanFeature, _ target: PlanFeature?, _ message: Wording, measure: Measure? = nil,
    at point: PlanePoint? = nil
  ) -> Finding {
    task.finding(
      message, parties: [feature, target].compactMap { $0?.party } + [claim.party],
      measure: measure,
      place: point.flatMap { context.place(at: $0) } ?? context.place(of: feature),
      statements: [claim.statement])
  }
}

extension PlaneGeometry {
  /// The distance from a point to a line or to the outline of an area, in metres.
  fileprivate func shoreDistance(to point: PlanePoint) -> Double {
    let outlines = polygons.flatMap(\.rings).compactMap { try? Line($0.points) }
    return (lines + outlines).map { $0.distance(to: point) }.min() ?? .infinity
  }
}
