internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

/// What lies outside an area, and how much of it.
struct OutsidePart {
  let geometry: PlaneGeometry
  let measure: Measure
  let isDegraded: Bool
}

extension CheckContext {
  /// The part of a feature that the partners together do not cover; `nil` when they cover it all.
  ///
  /// The boundary counts as inside, and so does what lies within the tolerance of it. Without any
  /// area among the partners the whole feature is outside.
  func part(
    of feature: PlanFeature, outside partners: [PlanFeature], for task: RuleTask
  ) throws -> OutsidePart? {
    guard let shape = shape(of: feature) else { return nil }
    let cover = try coverage(of: partners)
    let isDegraded = shape.isRepaired || cover.isRepaired
    let geometry = shape.geometry
    if try cover.prepared?.covers(geometry) == true { return nil }
    func outside(_ geometry: PlaneGeometry, _ measure: Measure) -> OutsidePart {
      OutsidePart(geometry: geometry, measure: measure, isDegraded: isDegraded)
    }
    if !geometry.polygons.isEmpty {
      let rest = try cover.geometry.map { try topology.difference(geometry, $0) } ?? geometry
      return try aboveNoise(rest, for: task).map {
        outside($0, Measure($0.area, .squareMetres, limit: task.quantity("min_area")))
      }
    }
    if !geometry.lines.isEmpty {
      return try lines(of: geometry, outside: cover.geometry, for: task).map {
        outside($0, Measure($0.length, .metres, limit: task.quantity("min_length")))
      }
    }
    let tolerance = task.quantity("tolerance")
    let distances = geometry.points.map { ($0, cover.geometry?.distance(to: $0) ?? .infinity) }
    guard let farthest = distances.max(by: { $0.1 < $1.1 }), farthest.1 > tolerance else {
      return nil
    }
    return outside(
      .point(farthest.0), Measure(farthest.1, .metres, limit: task.quantity("tolerance")))
  }

  private func lines(
    of geometry: PlaneGeometry, outside cover: PlaneGeometry?, for task: RuleTask
  ) throws -> PlaneGeometry? {
    guard let cover else { return geometry }
    guard let rest = try topology.difference(geometry, cover), !rest.lines.isEmpty else {
      return nil
    }
    // A line along the boundary may stray over it by the tolerance.
    let grown = try topology.buffer(cover, by: task.quantity("tolerance") + 0.001) ?? cover
    let kept = try topology.mergedLines(rest.lines).filter { line in
      let stray = try topology.difference(.line(line), grown)
      let counts = (stray?.length ?? 0) > task.quantity("min_length")
      if !counts { verified(belowNoiseFloor: 1) }
      return counts
    }
    guard let first = kept.first else { return nil }
    return kept.count == 1 ? .line(first) : .multiLine(kept)
  }
}

extension CheckContext {
  /// A finding for each feature of which a part lies outside the partners of a task.
  ///
  /// - Parameter isMeant: Whether a shape is of the kind that the rule looks at.
  func outsideFindings(
    for task: RuleTask, where isMeant: (PlaneGeometry) -> Bool
  ) throws -> [Finding] {
    try task.features.compactMap { feature in
      guard feature.plane.map(isMeant) == true else { return nil }
      verified(pairs: task.partners.count)
      return try part(of: feature, outside: task.partners, for: task).map {
        outsideFinding(about: feature, $0, task)
      }
    }
  }

  /// The finding that part of a feature lies outside the partners of a task.
  func outsideFinding(
    about feature: PlanFeature, _ outside: OutsidePart, _ task: RuleTask
  ) -> Finding {
    let anchor = anchor(of: outside.geometry)
    let isOne = task.partners.count == 1
    let cover =
      isOne
      ? Wording.list(task.partners.map(\.phrase))
      : Wording(
        "all of \(task.with.joined(separator: ", "))",
        zh: "“\(task.with.joined(separator: "、"))”的全部要素")
    return task.finding(
      outside.message(about: feature, outside: cover, by: outside.measure),
      parties: [feature.party(near: anchor)]
        + (isOne ? task.partners.map { $0.party(near: anchor) } : []),
      measure: outside.measure, place: place(outside.geometry), isDegraded: outside.isDegraded)
  }
}

extension OutsidePart {
  /// The measure, with areas in the unit that their size asks for.
  var readableMeasure: Measure {
    measure.unit == .squareMetres ? .area(measure.value, limit: measure.limit) : measure
  }

  /// That the part of a feature lies outside something.
  func message(about feature: PlanFeature, outside cover: Wording, by measure: Measure) -> Wording {
    let (phrase, much) = (feature.phrase, measure.phrase)
    return Wording(
      "\(phrase.english) lies outside \(cover.english) by \(much.english)",
      zh: "\(phrase.chinese)超出\(cover.chinese) \(much.chinese)")
  }
}
