internal import DistrictPlan
internal import MapGeometry
internal import MapTopology

/// The nodes of lines: where they end, and where they share a vertex.
///
/// Lines that cross without a shared vertex have no node there. An end on the middle of another line
/// is one node with it.
struct LineNodes {
  /// A place where a part passes or ends.
  struct Stop {
    let part: Int
    /// How far along the part it is, in metres.
    let distance: Double
    /// How many ways lead off along the part: one at its end, two on its way.
    let arms: Int
    /// Whether the feature's line ends there.
    let isFree: Bool
  }

  struct Node {
    /// The first of its points by x and y.
    let point: PlanePoint
    /// All its points: they are the same place by one another.
    let points: [PlanePoint]
    /// The parts that pass or end there, in order.
    let stops: [Stop]

    /// How many ways lead off.
    var degree: Int { stops.reduce(0) { $0 + $1.arms } }
  }

  /// A stretch of a part from one node to the next.
  struct Link {
    let start: Int
    let end: Int
    let part: Int
    let length: Double
    /// Where along the part it runs; a link over the start of a closed part has two stretches.
    let stretches: [ClosedRange<Double>]
  }

  let set: LineSet
  /// Sorted by x, then y.
  let nodes: [Node]
  /// The boxes of the nodes.
  let index: BoxIndex

  init(_ set: LineSet) {
    self.set = set
    var builder = NodeBuilder(set)
    nodes = builder.nodes()
    index = BoxIndex(nodes.map { Bounds($0.points) })
  }

  /// The links, in order of parts; a closed part without a node has none.
  var links: [Link] {
    var stops: [Int: [(node: Int, distance: Double)]] = [:]
    for (index, node) in nodes.enumerated() {
      for stop in node.stops { stops[stop.part, default: []].append((index, stop.distance)) }
    }
    return stops.sorted { $0.key < $1.key }.flatMap { part, stops in
      let stops = stops.sorted { $0.distance < $1.distance }
      var links = zip(stops, stops.dropFirst()).map { from, to in
        Link(
          start: from.node, end: to.node, part: part, length: to.distance - from.distance,
          stretches: [from.distance...to.distance])
      }
      let line = set.parts[part]
      if line.isClosed, let first = stops.first, let last = stops.last {
        let ends = [last.distance...line.length, 0...first.distance]
          .filter { $0.upperBound > $0.lowerBound }
        links.append(
          Link(
            start: last.node, end: first.node, part: part,
            length: line.length - last.distance + first.distance, stretches: ends))
      }
      return links
    }
  }
}

/// Finds the nodes of a set of lines.
private struct NodeBuilder {
  /// A vertex of a part.
  struct Vertex {
    let part: Int
    let place: Int
    let point: PlanePoint
    let distance: Double
  }

  let set: LineSet
  private let vertices: [Vertex]
  private var parents: [Int]

  init(_ set: LineSet) {
    self.set = set
    vertices = set.parts.indices.flatMap { part in
      let line = set.parts[part]
      return line.vertices.indices.map { place in
        Vertex(
          part: part, place: place, point: line.vertices[place],
          distance: set.edges.distance(ofPart: part, vertex: place))
      }
    }
    parents = Array(vertices.indices)
  }

  /// The vertices that are one place by one another form a node where lines end or share it.
  mutating func nodes() -> [LineNodes.Node] {
    BoxIndex(vertices.map { Bounds($0.point, $0.point) }).forEachPair(margin: set.tolerance) {
      i, j in
      guard vertices[i].point.distance(to: vertices[j].point) <= set.tolerance else { return }
      let (a, b) = (root(i), root(j))
      parents[max(a, b)] = min(a, b)
    }
    var groups: [Int: [Vertex]] = [:]
    for index in vertices.indices { groups[root(index), default: []].append(vertices[index]) }
    return groups.values.compactMap(node).sorted {
      ($0.point.x, $0.point.y) < ($1.point.x, $1.point.y)
    }
  }

  private mutating func root(_ index: Int) -> Int {
    var current = index
    while parents[current] != current {
      parents[current] = parents[parents[current]]
      current = parents[current]
    }
    return current
  }

  private func node(of group: [Vertex]) -> LineNodes.Node? {
    var places: [Int: [Double]] = [:]
    for vertex in group { places[vertex.part, default: []].append(vertex.distance) }
    let ends = group.filter { isFreeEnd($0) }
    for end in ends {
      for edge in set.edges(near: end.point, within: set.tolerance) where edge.part != end.part {
        places[edge.part, default: []].append(
          edge.distance + edge.segment.nearest(to: end.point).share * edge.length)
      }
      // An end may also lie on its own line, further back.
      for edge in set.edges(near: end.point, within: set.tolerance) where edge.part == end.part {
        let distance = edge.distance + edge.segment.nearest(to: end.point).share * edge.length
        if abs(distance - end.distance) > 2 * set.tolerance {
          places[edge.part, default: []].append(distance)
        }
      }
    }
    let stops = places.sorted { $0.key < $1.key }.flatMap {
      self.stops(ofPart: $0.key, at: $0.value)
    }
    let node = LineNodes.Node(
      point: group.map(\.point).min { ($0.x, $0.y) < ($1.x, $1.y) } ?? group[0].point,
      points: group.map(\.point), stops: stops)
    // A vertex that one line only passes is no node, nor is the joint of two parts of one feature.
    return ends.isEmpty && node.degree == 2 || node.degree == 0 ? nil : node
  }

  private func isFreeEnd(_ vertex: Vertex) -> Bool {
    let line = set.parts[vertex.part]
    return vertex.place == 0 && line.startIsFree
      || vertex.place == line.vertices.count - 1 && line.endIsFree
  }

  /// The stops of a part, from places along it of which some are the same.
  private func stops(ofPart part: Int, at distances: [Double]) -> [LineNodes.Stop] {
    let line = set.parts[part]
    let reach = set.tolerance
    var groups = Stretches(distances.map { $0...$0 }, joining: 2 * reach).all
    if line.isClosed, groups.count > 1, let first = groups.first, let last = groups.last,
      first.lowerBound <= reach, last.upperBound >= line.length - reach
    {
      groups.removeLast()
    }
    return groups.compactMap { group in
      let isStart = !line.isClosed && group.lowerBound <= reach
      let isEnd = !line.isClosed && group.upperBound >= line.length - reach
      guard !(isStart && isEnd), line.length > reach else { return nil }
      return LineNodes.Stop(
        part: part,
        distance: isStart ? 0 : isEnd ? line.length : group.lowerBound,
        arms: isStart || isEnd ? 1 : 2,
        isFree: isStart && line.startIsFree || isEnd && line.endIsFree)
    }
  }
}
