internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Messages
internal import PlanFindings

extension RuleParameter {
  /// How far nodes must be from what they are not joined to.
  static let separation = RuleParameter(
    "min", .quantity(.length), default: "0.5 m",
    Wording("how far apart they must be at least", zh: "允许的最小间距"))
}

extension LineNodes {
  /// Two nodes hardly apart.
  struct ClosePair {
    let first: Int
    let second: Int
    /// From the first to the second.
    let gap: Segment
  }

  /// A node hardly apart from a line that it does not join.
  struct CloseLine {
    let node: Int
    let part: Int
    /// From the node to the line.
    let gap: Segment
  }

  /// Coordinates are rounded: what is nearer to a limit than this, in metres, is at the limit.
  private static let rounding = 1e-5

  /// The pairs of nodes nearer than a distance, and how many were compared.
  func closePairs(within distance: Double) -> (pairs: [ClosePair], compared: Int) {
    let points = nodes.indices.flatMap { node in
      nodes[node].points.map { (node: node, point: $0) }
    }
    var gaps: [[Int]: Segment] = [:]
    var compared: Set<[Int]> = []
    BoxIndex(points.map { Bounds($0.point, $0.point) }).forEachPair(margin: distance) { i, j in
      guard points[i].node != points[j].node else { return }
      compared.insert([points[i].node, points[j].node])
      let gap = Segment(points[i].point, points[j].point)
      guard gap.length < distance - Self.rounding else { return }
      let key = [points[i].node, points[j].node]
      if gaps[key].map({ gap.length < $0.length }) ?? true { gaps[key] = gap }
    }
    let pairs = gaps.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    return (
      pairs.map { ClosePair(first: $0.key[0], second: $0.key[1], gap: $0.value) }, compared.count
    )
  }

  /// For each node, the lines nearer than a distance that do not join it, and how many were compared.
  ///
  /// A line that joins the node counts again where it comes back to it after a way of its own.
  func closeLines(within distance: Double) -> (lines: [CloseLine], compared: Int) {
    var lines: [CloseLine] = []
    var compared = 0
    for (index, node) in nodes.enumerated() {
      var gaps: [Int: Segment] = [:]
      var joined = Set(node.stops.map(\.part))
      let near = set.edges(near: node.point, within: distance)
      for edge in near where edge.segment.distance(to: node.point) <= set.tolerance {
        joined.insert(edge.part)
      }
      for edge in near where !joined.contains(edge.part) || isDetour(to: edge, of: node, distance) {
        let gap = Segment(node.point, edge.segment.nearest(to: node.point).point)
        guard gap.length > set.tolerance, gap.length < distance - Self.rounding else { continue }
        if gaps[edge.part].map({ gap.length < $0.length }) ?? true { gaps[edge.part] = gap }
      }
      compared += Set(near.map(\.part)).count
      lines += gaps.sorted { $0.key < $1.key }.map {
        CloseLine(node: index, part: $0.key, gap: $0.value)
      }
    }
    return (lines, compared)
  }

  /// Whether the way along the line from the node to an edge is long beside the distance: then the
  /// line has gone away and come back.
  private func isDetour(to edge: LineSet.Edge, of node: Node, _ distance: Double) -> Bool {
    let line = set.parts[edge.part]
    let place =
      edge.distance + edge.segment.nearest(to: node.point).share * edge.length
    let stops = node.stops.filter { $0.part == edge.part }
    return !stops.isEmpty
      && stops.allSatisfy { stop in
        let way = abs(stop.distance - place)
        return (line.isClosed ? min(way, line.length - way) : way) > 4 * distance
      }
  }

  /// The feature to name for a node, and the feature at the node as a party.
  ///
  /// A line that ends there is named before one that passes.
  func party(of node: Node, without others: Set<Int> = []) -> (
    feature: PlanFeature, party: Finding.Party
  ) {
    let own = node.stops.filter { !others.contains(set.parts[$0.part].feature) }
    let candidates = own.isEmpty ? node.stops : own
    let stop = candidates.first { $0.arms == 1 } ?? candidates[0]
    let feature = set.feature(ofPart: stop.part)
    return (
      feature, feature.party(atVertex: set.vertex(ofPart: stop.part, at: stop.distance))
    )
  }

  /// The node at a point, within the tolerance.
  func node(at point: PlanePoint) -> Int? {
    index.query(Bounds(point, point), margin: set.tolerance).first {
      nodes[$0].points.contains { $0.distance(to: point) <= set.tolerance }
    }
  }

  /// The features that pass or end at a node, by their places in the set.
  func features(at node: Node) -> Set<Int> { Set(node.stops.map { set.parts[$0.part].feature }) }
}

extension Segment {
  /// The segment as the place of a finding; a point where it has no length.
  var geometry: PlaneGeometry {
    (try? Line([start, end])).map { .line($0) } ?? .point(start)
  }
}
