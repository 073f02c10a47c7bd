internal import DistrictPlan
internal import MapGeometry
internal import MapTopology

/// Where lines of different features touch with a vertex of one of them.
struct LineJoints {
  /// Two features, a place where they touch, and how far one must turn to go on as the other.
  struct Joint {
    let first: Int
    let second: Int
    let point: PlanePoint
    /// Degrees; 180 where no end of one meets an end of the other.
    let turn: Double
  }

  /// One joint for each pair: the one with the least turn.
  private(set) var all: [Joint] = []
  /// How many pairs of features come near each other.
  private(set) var pairs = 0

  /// - Parameter wanted: Which pairs are worth a look.
  init(_ features: [PlanFeature], tolerance: Double, where wanted: (Int, Int) -> Bool) {
    let set = EdgeSet(features)
    let ends = features.map { LineEnds(of: $0) }
    var near: [[Int]: Bool] = [:]
    var best: [[Int]: Joint] = [:]
    set.index.forEachPair(margin: tolerance) { i, j in
      let (a, b) = (set.edges[i], set.edges[j])
      guard a.feature != b.feature else { return }
      let key = [min(a.feature, b.feature), max(a.feature, b.feature)]
      let isWanted = near[key] ?? wanted(key[0], key[1])
      near[key] = isWanted
      guard isWanted, best[key]?.turn ?? 181 > 0 else { return }
      let touching =
        a.vertices.map(\.point).filter { b.segment.distance(to: $0) <= tolerance }
        + b.vertices.map(\.point).filter { a.segment.distance(to: $0) <= tolerance }
      for point in touching {
        let turn = ends[key[0]].turn(into: ends[key[1]], at: point, tolerance: tolerance) ?? 180
        if turn < best[key]?.turn ?? 181 {
          best[key] = Joint(first: key[0], second: key[1], point: point, turn: turn)
        }
      }
    }
    pairs = near.count
    all = best.values.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }
}

/// The free ends of a feature's lines and the directions in which they leave.
struct LineEnds {
  struct End {
    let point: PlanePoint
    /// The next vertex inwards that is another place.
    let inner: PlanePoint
  }

  let ends: [End]

  init(of feature: PlanFeature) {
    ends = (feature.plane?.lines ?? []).flatMap { Self.ends(of: $0) }
  }

  /// The two ends of a line; none for a closed one or one without length.
  static func ends(of line: Line<PlanePoint>) -> [End] {
    guard line.start != line.end, let second = line.points.first(where: { $0 != line.start }),
      let beforeLast = line.points.last(where: { $0 != line.end })
    else { return [] }
    return [End(point: line.start, inner: second), End(point: line.end, inner: beforeLast)]
  }

  /// How far one must turn at a point to go on from an end here to an end there, in degrees.
  func turn(into other: LineEnds, at point: PlanePoint, tolerance: Double) -> Double? {
    let here = ends.filter { $0.point.distance(to: point) <= tolerance }
    let there = other.ends.filter { $0.point.distance(to: point) <= tolerance }
    return here.flatMap { a in there.map { a.turn(into: $0) } }.min()
  }
}

extension LineEnds.End {
  /// How far one must turn to go on from this end into another, in degrees.
  func turn(into other: LineEnds.End) -> Double {
    guard let out = Bearing(from: inner, to: point),
      let back = Bearing(from: other.point, to: other.inner)
    else { return 180 }
    return out.deviation(from: back)
  }
}
