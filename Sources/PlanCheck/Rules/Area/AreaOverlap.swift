internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings
internal import Workforce

/// The ground that two areas share.
struct AreaOverlap: Sendable {
  let first: PlanFeature
  let second: PlanFeature
  let ground: PlaneGeometry
  let isDegraded: Bool
}

extension CheckContext {
  /// What each two areas of a set share, the noise left out and tallied.
  func overlaps(among areas: AreaSet, for task: RuleTask) throws -> [AreaOverlap] {
    let (contacts, floor) = (contacts(among: areas), NoiseFloor(task))
    let pairs = contacts.unclear
    let pieces = Workers.map(pairs.count, by: 32) { range in
      let topology = Topology()
      return Result { () throws(TopologyError) in
        var piece: (found: [AreaOverlap], noise: Int) = ([], 0)
        for pair in pairs[range] {
          let (one, other) = (areas.shapes[pair.first], areas.shapes[pair.second])
          let shared = try topology.intersection(one.geometry, other.geometry)
          let (counted, noise) = try floor.sifted(shared, topology)
          piece.noise += noise
          guard let counted else { continue }
          piece.found.append(
            AreaOverlap(
              first: areas.features[pair.first], second: areas.features[pair.second],
              ground: counted, isDegraded: one.isRepaired || other.isRepaired))
        }
        return piece
      }
    }
    verified(pairs: contacts.pairCount)
    return try pieces.flatMap { piece in
      let (found, noise) = try piece.get()
      verified(belowNoiseFloor: noise)
      return found
    }
  }

  /// What areas of one set share with those of another, each pair once.
  ///
  /// A feature of both sets shares nothing with itself.
  func overlaps(
    of areas: AreaSet, with others: AreaSet, for task: RuleTask
  ) throws -> [AreaOverlap] {
    let (own, foreign) = (Set(areas.features.map(\.id)), Set(others.features.map(\.id)))
    var found: [AreaOverlap] = []
    let (outlines, otherOutlines) = (areas.outlines, others.outlines)
    try areas.index.forEachPair(with: others.index) { first, second in
      let (a, b) = (areas.features[first].id, others.features[second].id)
      // Two features that are both on either side meet twice.
      let comesAgain = own.contains(b) && foreign.contains(a)
      guard a != b, a < b || !comesAgain else { return }
      guard !outlines[first].isSurelyApart(from: otherOutlines[second]) else {
        return verified(pairs: 1)
      }
      try overlap((areas, first), (others, second), task).map { found.append($0) }
    }
    return found
  }

  private func overlap(
    _ a: (set: AreaSet, place: Int), _ b: (set: AreaSet, place: Int), _ task: RuleTask
  ) throws -> AreaOverlap? {
    let (one, other) = (a.set.shapes[a.place], b.set.shapes[b.place])
    verified(pairs: 1)
    let shared = try topology.intersection(one.geometry, other.geometry)
    return try aboveNoise(shared, for: task).map {
      AreaOverlap(
        first: a.set.features[a.place], second: b.set.features[b.place], ground: $0,
        isDegraded: one.isRepaired || other.isRepaired)
    }
  }

  /// The finding that two areas cover the same ground.
  func finding(about overlap: AreaOverlap, _ task: RuleTask) -> Finding {
    let measure = Measure(
      overlap.ground.area, .squareMetres, limit: task.quantity("min_area"))
    let (first, second) = (overlap.first.phrase, overlap.second.phrase)
    let much = measure.phrase
    let anchor = anchor(of: overlap.ground)
    return task.finding(
      Wording(
        "\(first.english) overlaps \(second.english) by \(much.english)",
        zh: "\(first.chinese)与\(second.chinese)重叠 \(much.chinese)"),
      parties: [overlap.first.party(near: anchor), overlap.second.party(near: anchor)],
      measure: measure, place: place(overlap.ground), isDegraded: overlap.isDegraded)
  }
}
