internal import DistrictPlan
internal import MapGeometry
internal import MapTopology

/// The edges of many features, ready to be asked which stretches of a line run along them.
struct EdgeCover {
  private let edges: [Segment]
  private let owners: [Int]
  private let features: [PlanFeature]
  private let isRepaired: [Bool]
  private let index: BoxIndex
  /// How far a stretch may stray from an edge, in metres.
  let reach: Double

  init(_ surroundings: Surroundings, reach: Double) {
    features = surroundings.features
    isRepaired = surroundings.isRepaired
    self.reach = reach
    var edges: [Segment] = []
    var owners: [Int] = []
    for (place, shape) in surroundings.shapes.enumerated() {
      guard let shape else { continue }
      edges += shape.pieces
      owners += Array(repeating: place, count: shape.pieces.count)
    }
    self.edges = edges
    self.owners = owners
    index = BoxIndex(edges.map { Bounds($0.start, $0.end) })
  }

  /// How a line or outline is covered.
  struct Answer {
    /// The stretches that run along no edge.
    var bare: [Line<PlanePoint>] = []
    /// The length of those that do, in metres.
    var covered = 0.0
    /// Whether an edge that covers belongs to a repaired copy.
    var isRepaired = false
  }

  /// What of the outlines of an area runs along the edges of other features than its own.
  func answer(forOutlinesOf geometry: PlaneGeometry, except id: String) -> Answer {
    var answer = Answer()
    for ring in geometry.polygons.flatMap(\.rings) {
      let segments = zip(ring.points, ring.points.dropFirst()).map { Segment($0, $1) }
      var chains = BareChains()
      for segment in segments where segment.length > BareChains.least {
        let stretches = stretches(of: segment, except: id, &answer.isRepaired)
        answer.covered += stretches.reduce(0) { $0 + $1.upperBound - $1.lowerBound }
        chains.append(segment, coveredAt: stretches)
      }
      answer.bare += chains.closed()
    }
    return answer
  }

  /// The stretches of a segment that edges cover, from start to end, none touching the next.
  private func stretches(
    of segment: Segment, except id: String, _ isRepaired: inout Bool
  ) -> [ClosedRange<Double>] {
    var found: [ClosedRange<Double>] = []
    for place in index.query(Bounds(segment.start, segment.end), margin: reach)
    where features[owners[place]].id != id {
      guard let stretch = segment.stretch(along: edges[place], within: reach) else { continue }
      found.append(stretch)
      isRepaired = isRepaired || self.isRepaired[owners[place]]
    }
    found.sort { $0.lowerBound < $1.lowerBound }
    var merged: [ClosedRange<Double>] = []
    for stretch in found {
      if let last = merged.last, stretch.lowerBound <= last.upperBound + BareChains.least {
        merged[merged.count - 1] =
          last.lowerBound...max(last.upperBound, stretch.upperBound)
      } else {
        merged.append(stretch)
      }
    }
    return merged
  }
}

/// The uncovered stretches of a ring, joined where one edge goes on into the next.
private struct BareChains {
  /// What is shorter is rounding, in metres.
  static let least = 0.000_001

  private var chains: [[PlanePoint]] = []
  private var isOpen = false
  private var startsBare: Bool?

  mutating func append(_ segment: Segment, coveredAt stretches: [ClosedRange<Double>]) {
    let length = segment.length
    func point(_ distance: Double) -> PlanePoint {
      distance <= 0
        ? segment.start
        : distance >= length
          ? segment.end : segment.start.interpolated(to: segment.end, at: distance / length)
    }
    var position = 0.0
    var endsBare = false
    for stretch in stretches + [length...length] {
      let gap = (low: position, high: stretch.lowerBound)
      position = stretch.upperBound
      let isBare = gap.high - gap.low > Self.least
      if gap.low == 0, startsBare == nil { startsBare = isBare }
      guard isBare else { continue }
      if gap.low == 0, isOpen, !chains.isEmpty {
        chains[chains.count - 1].append(point(gap.high))
      } else {
        chains.append([point(gap.low), point(gap.high)])
      }
      endsBare = gap.high >= length - Self.least
    }
    isOpen = endsBare
  }

  /// The chains of a ring that has come to its end, where the first goes on from the last.
  func closed() -> [Line<PlanePoint>] {
    var chains = chains
    if isOpen, startsBare == true, chains.count > 1 {
      let first = chains.removeFirst()
      chains[chains.count - 1] += first.dropFirst()
    }
    return chains.compactMap { try? Line($0) }
  }
}
