public import MapGeometry

extension LineNetwork {
  /// A place along a line of the network.
  public struct Place: Hashable, Sendable {
    /// The member.
    public let member: Int
    /// How far along it, in metres.
    public let distance: Double
    /// Where that is.
    public let point: PlanePoint

    /// Creates a place; ``CoursePieces`` finds the one nearest to a point.
    public init(member: Int, distance: Double, point: PlanePoint) {
      self.member = member
      self.distance = distance
      self.point = point
    }
  }

  /// The network with nodes at some places along its lines, and the node at each of them.
  ///
  /// A place within the tolerance of a node of its line is that node; what else passes there is not
  /// joined.
  public func noded(at places: [Place]) -> (network: LineNetwork, nodes: [Int]) {
    let near = max(tolerance, 1e-6)
    var linksOf: [Int: [Int]] = [:]
    for (index, link) in links.enumerated() { linksOf[link.member, default: []].append(index) }
    var lonely: [Int: Int] = [:]
    for (index, node) in nodes.enumerated() {
      for member in node.members where lonely[member] == nil { lonely[member] = index }
    }
    var found = Array(repeating: 0, count: places.count)
    var cuts: [Int: [(place: Int, at: Double)]] = [:]
    for (index, place) in places.enumerated() {
      guard let (link, offset) = link(at: place, among: linksOf[place.member] ?? []) else {
        // A line that is shorter than the tolerance is one node.
        found[index] = lonely[place.member] ?? 0
        continue
      }
      if offset <= near {
        found[index] = links[link].start
      } else if links[link].length - offset <= near {
        found[index] = links[link].end
      } else {
        cuts[link, default: []].append((index, offset))
      }
    }
    var nodes = nodes
    var result: [Link] = []
    for (index, link) in links.enumerated() {
      var (start, from) = (link.start, 0.0)
      for cut in (cuts[index] ?? []).sorted(by: { ($0.at, $0.place) < ($1.at, $1.place) }) {
        if cut.at - from > near {
          nodes.append(Node(point: places[cut.place].point, degree: 2, members: [link.member]))
          result.append(
            Link(
              start: start, end: nodes.count - 1, member: link.member, from: link.from + from,
              length: cut.at - from))
          (start, from) = (nodes.count - 1, cut.at)
        }
        found[cut.place] = start
      }
      result.append(
        Link(
          start: start, end: link.end, member: link.member, from: link.from + from,
          length: link.length - from))
    }
    return (LineNetwork(self.places, nodes: nodes, links: result), found)
  }

  /// The link that a place lies on, and how far along it.
  ///
  /// - Parameter own: The links of the place's member, in order.
  private func link(at place: Place, among own: [Int]) -> (link: Int, offset: Double)? {
    guard let first = own.first else { return nil }
    let around = members[place.member].isClosed ? members[place.member].course.length : 0
    // The first vertex of an outline may lie within its last link.
    let distance =
      place.distance < links[first].from ? place.distance + around : place.distance
    let next = own.partitioningIndex { links[$0].from > distance }
    let link = own[max(0, next - 1)]
    return (link, min(max(0, distance - links[link].from), links[link].length))
  }

  /// The courses of some links, those that follow one another on a line in one.
  public func courses(of chosen: some Sequence<Int>) -> [Line<PlanePoint>] {
    let sorted = chosen.sorted {
      (links[$0].member, links[$0].from) < (links[$1].member, links[$1].from)
    }
    var runs: [(member: Int, from: Double, to: Double, end: Int)] = []
    for index in sorted {
      let link = links[index]
      if let last = runs.last, last.member == link.member, last.end == link.start,
        abs(last.to - link.from) < 1e-6
      {
        runs[runs.count - 1].to = link.from + link.length
        runs[runs.count - 1].end = link.end
      } else {
        runs.append((link.member, link.from, link.from + link.length, link.end))
      }
    }
    var walks: [Int: CourseWalk] = [:]
    return runs.map { run in
      let walk = walks[run.member] ?? CourseWalk(members[run.member].course)
      walks[run.member] = walk
      return walk.part(from: run.from, to: run.to)
    }
  }

  /// The middle of each link.
  public var middles: [PlanePoint] {
    var walks: [Int: CourseWalk] = [:]
    return links.map { link in
      let walk = walks[link.member] ?? CourseWalk(members[link.member].course)
      walks[link.member] = walk
      return walk.point(at: link.from + link.length / 2)
    }
  }
}

/// A line with the way to each of its points, for taking parts out of it.
private struct CourseWalk {
  private let points: [PlanePoint]
  private let ways: [Double]

  init(_ line: Line<PlanePoint>) {
    points = line.points
    var ways = [0.0]
    for segment in line.segments {
      ways.append(ways[ways.count - 1] + segment.start.distance(to: segment.end))
    }
    self.ways = ways
  }

  /// The part between two distances along the line; beyond its end it goes on from the start.
  func part(from: Double, to: Double) -> Line<PlanePoint> {
    let length = ways[ways.count - 1]
    guard to > length + 1e-6 else { return piece(from, to) }
    return Line(unchecked: piece(from, length).points + piece(0, to - length).points.dropFirst())
  }

  private func piece(_ from: Double, _ to: Double) -> Line<PlanePoint> {
    let first = ways.partitioningIndex { $0 > from + 1e-6 }
    let last = max(first, ways.partitioningIndex { $0 >= to - 1e-6 })
    return Line(unchecked: [point(at: from)] + points[first..<last] + [point(at: to)])
  }

  /// The point at a distance along the line; beyond its end it goes on from the start.
  func point(at distance: Double) -> PlanePoint {
    let length = ways[ways.count - 1]
    let way = distance > length ? min(distance - length, length) : distance
    let next = min(ways.partitioningIndex { $0 >= way }, ways.count - 1)
    guard next > 0, ways[next] > ways[next - 1] else { return points[next] }
    let share = (way - ways[next - 1]) / (ways[next] - ways[next - 1])
    return points[next - 1].interpolated(to: points[next], at: min(1, max(0, share)))
  }
}

extension Array {
  /// The first index whose element fulfils a condition that holds for all elements after it too.
  fileprivate func partitioningIndex(where isLater: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isLater(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
