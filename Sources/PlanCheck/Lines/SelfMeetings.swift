internal import DistrictPlan
internal import MapGeometry
internal import MapTopology

/// Where the lines of a feature cross, touch or run along themselves, each place once, by x, then y.
///
/// A line that only ends where it starts meets itself nowhere; parts of a multi line may meet each
/// other. Judged within a tolerance: arithmetic alone would depend on where the map lies.
struct SelfMeetings {
  let points: [PlanePoint]

  init(of feature: PlanFeature, tolerance: Double) {
    guard let plane = feature.plane, !plane.lines.isEmpty else {
      points = []
      return
    }
    let own = FeaturePieces(feature)
    guard own.mayMeetThemselves(within: 2 * tolerance) else {
      points = []
      return
    }
    var found = Self.crossings(in: own, tolerance: tolerance)
    found += SelfContacts(of: feature, tolerance: tolerance).contacts.map(\.point)
    found += SelfOverlap(of: feature, tolerance: tolerance, acrossParts: false).stretches
      .filter { $0.length > 2 * tolerance }.map(\.start)
    var seen = PlaceSet(tolerance: 2 * tolerance)
    points = found.filter { seen.insert($0).isNew }.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
  }

  /// Where two edges of one line cross away from their ends.
  private static func crossings(in own: FeaturePieces, tolerance: Double) -> [PlanePoint] {
    var points: [PlanePoint] = []
    own.index.forEachPair { first, second in
      let (a, b) = (own.pieces[first], own.pieces[second])
      guard a.run == b.run, !own.runs[a.run].isRing,
        let point = a.segment.crossing(with: b.segment)
      else { return }
      let ends = [a.segment.start, a.segment.end, b.segment.start, b.segment.end]
      if ends.allSatisfy({ $0.distance(to: point) > tolerance }) { points.append(point) }
    }
    return points
  }
}

extension FeaturePieces {
  /// Whether a line comes so near to itself somewhere that it is worth a closer look.
  ///
  /// Most lines do not: their pieces are near only to those before and after, and fold back onto none.
  fileprivate func mayMeetThemselves(within distance: Double) -> Bool {
    var isNear = pieces.contains { $0.segment.length <= distance }
    index.forEachPair(margin: distance) { first, second in
      guard !isNear, pieces[first].run == pieces[second].run else { return }
      let (a, b) = (pieces[first].segment, pieces[second].segment)
      let isNext = second == first + 1
      isNear =
        a.distance(to: b.end) <= distance || b.distance(to: a.start) <= distance
        || !isNext
          && (a.distance(to: b.start) <= distance || b.distance(to: a.end) <= distance
            || a.crossing(with: b) != nil)
    }
    return isNear
  }
}
