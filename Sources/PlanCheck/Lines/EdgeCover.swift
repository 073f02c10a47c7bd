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
    let length = segment.length
    for place in index.query(Bounds(segment.start, segment.end), margin: reach)
    where features[owners[place]].id != id && segment.isAligned(with: edges[place], within: reach) {
      guard let shares = segment.stretch(within: reach, of: edges[place]) else { continue }
      found.append(shares.lowerBound * length...shares.upperBound * length)
      isRepaired = isRepaired || self.isRepaired[owners[place]]
    }
    return Stretches(found, joining: BareChains.least).all
  }
}

extension Segment {
  /// Whether the segment has nearly the direction of another, or its opposite.
  ///
  /// Rounding turns a short segment further than a long one, so short ones may differ more.
  fileprivate func isAligned(with other: Segment, within reach: Double) -> Bool {
    let (length, otherLength) = (length, other.length)
    guard length > 0, otherLength > 0 else { return false }
    let cross =
      (other.end.x - other.start.x) * (end.y - start.y)
      - (other.end.y - other.start.y) * (end.x - start.x)
    return abs(cross) / length / otherLength <= max(0.02, 2 * reach / min(length, otherLength))
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
    var position = 0.0
    var endsBare = false
    for stretch in stretches + [length...length] {
      let gap = (low: position, high: stretch.lowerBound)
      position = stretch.upperBound
      let isBare = gap.high - gap.low > Self.least
      if gap.low == 0, startsBare == nil { startsBare = isBare }
      guard isBare else { continue }
      if gap.low == 0, isOpen, !chains.isEmpty {
        chains[chains.count - 1].append(segment.point(at: gap.high))
      } else {
        chains.append([segment.point(at: gap.low), segment.point(at: gap.high)])
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
