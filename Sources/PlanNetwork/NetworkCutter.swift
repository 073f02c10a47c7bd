internal import MapGeometry

/// Cuts the lines of a network where they meet.
struct NetworkCutter {
  private let members: [PlanLines.Line]
  private let stops: StopLists
  private let places: [PlanePoint]
  /// For each place how many lines pass it, an end counting twice.
  private let uses: [Int32]
  /// For each place its node; -1 for none.
  private var nodeOf: [Int32]
  private var nodes: [LineNetwork.Node] = []
  private var links: [LineNetwork.Link] = []
  /// Each node with each of its members, in order of members.
  private var visits: [(node: Int32, member: Int32)] = []
  private var lastMember: [Int32] = []

  init(_ joined: LinePlaces) {
    members = joined.lines.all
    stops = joined.stops
    places = joined.points
    var uses = [Int32](repeating: 0, count: places.count)
    for index in members.indices {
      let line = stops[index]
      for stop in line { uses[Int(stop.place)] += 1 }
      guard let first = line.first, let last = line.last else { continue }
      if members[index].isClosed {
        // A closed line comes back to its first vertex: that alone is no meeting.
        uses[Int(first.place)] -= 1
      } else {
        uses[Int(first.place)] += 1
        uses[Int(last.place)] += 1
      }
    }
    self.uses = uses
    nodeOf = Array(repeating: -1, count: places.count)
    links.reserveCapacity(members.count)
  }

  consuming func cut() -> (nodes: [LineNetwork.Node], links: [LineNetwork.Link]) {
    for index in members.indices {
      let line = stops[index]
      let isClosed = members[index].isClosed
      // An outline that nothing touches still is a member: it hangs on its first vertex.
      let isAlone = isClosed && !line.contains { uses[Int($0.place)] > 1 }
      var walk = Walk(along: members[index].course.points)
      var previous: (node: Int, distance: Double)?
      for (position, stop) in line.enumerated() {
        let isEnd = position == 0 || position == line.count - 1
        guard uses[Int(stop.place)] > 1 || (isAlone && isEnd) else { continue }
        let current = node(Int(stop.place))
        let distance = walk.distance(to: stop)
        visit(current, by: index)
        if let previous {
          link(previous.node, current, index, previous.distance, distance - previous.distance)
        }
        previous = (current, distance)
      }
      if isClosed, !isAlone { closeOutline(index, line) }
    }
    nameMembers()
    return (nodes, links)
  }

  /// The node at a place, made when it is first met.
  private mutating func node(_ place: Int) -> Int {
    if nodeOf[place] >= 0 { return Int(nodeOf[place]) }
    nodeOf[place] = Int32(nodes.count)
    nodes.append(LineNetwork.Node(point: places[place]))
    lastMember.append(-1)
    return nodes.count - 1
  }

  private mutating func visit(_ node: Int, by member: Int) {
    guard lastMember[node] != member else { return }
    lastMember[node] = Int32(member)
    visits.append((Int32(node), Int32(member)))
  }

  private mutating func link(
    _ start: Int, _ end: Int, _ member: Int, _ from: Double, _ length: Double
  ) {
    nodes[start].degree += 1
    nodes[end].degree += 1
    links.append(
      LineNetwork.Link(start: start, end: end, member: member, from: from, length: length))
  }

  /// Adds the stretch of an outline that runs over its first vertex, where that is no node.
  private mutating func closeOutline(_ index: Int, _ line: ArraySlice<StopLists.Stop>) {
    guard let first = line.first, let last = line.last, uses[Int(first.place)] <= 1 else { return }
    let meetings = line.filter { uses[Int($0.place)] > 1 }
    guard let from = meetings.last, let to = meetings.first else { return }
    let ways = StopLists.ways(along: members[index].course.points)
    func way(to stop: StopLists.Stop) -> Double { ways[Int(stop.point)] + stop.beyond }
    link(
      node(Int(from.place)), node(Int(to.place)), index, way(to: from),
      way(to: last) - way(to: from) + way(to: to))
  }

  /// Gives each node its members: stretches of one list for all of them.
  private mutating func nameMembers() {
    var ends = [Int](repeating: 0, count: nodes.count + 1)
    for visit in visits { ends[Int(visit.node) + 1] += 1 }
    for node in nodes.indices { ends[node + 1] += ends[node] }
    var next = ends
    var list = [Int](repeating: 0, count: visits.count)
    for visit in visits {
      list[next[Int(visit.node)]] = Int(visit.member)
      next[Int(visit.node)] += 1
    }
    for node in nodes.indices { nodes[node].members = list[ends[node]..<ends[node + 1]] }
  }
}

/// The way along a line, from stop to stop.
private struct Walk {
  private let points: [PlanePoint]
  private var reached = 0
  private var distance = 0.0

  init(along points: [PlanePoint]) { self.points = points }

  /// How far along the line a stop is, in metres.
  mutating func distance(to stop: StopLists.Stop) -> Double {
    // Of two stops in one place the one that is later on the line may come first.
    if stop.point < reached { (reached, distance) = (0, 0) }
    while reached < stop.point {
      distance += points[reached].distance(to: points[reached + 1])
      reached += 1
    }
    return distance + stop.beyond
  }
}
