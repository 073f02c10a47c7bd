internal import MapGeometry
internal import MapTopology

/// Finds the nodes of a network and cuts its lines there.
struct NetworkBuilder {
  let members: [LineNetwork.Member]
  let tolerance: Double
  private var table: PlaceTable
  var places: [PlanePoint] = []
  /// For each member, the stops along it: vertices and touched places, in order.
  var stops: [[Stop]] = []

  struct Stop {
    var place: Int
    let distance: Double
  }

  init(members: [LineNetwork.Member], tolerance: Double) {
    self.members = members
    self.tolerance = tolerance
    table = PlaceTable(
      tolerance: tolerance, capacity: members.reduce(0) { $0 + $1.line.points.count })
  }

  mutating func build() -> (nodes: [LineNetwork.Node], links: [LineNetwork.Link]) {
    stops = members.map { member in
      var stops: [Stop] = []
      stops.reserveCapacity(member.line.points.count)
      var distance = 0.0
      var vertex = 0
      var previous = member.course.start
      for point in member.course.points {
        distance += previous.distance(to: point)
        previous = point
        // Points that were only added along an edge are no vertices, and so no places to meet.
        guard vertex < member.line.points.count, member.line.points[vertex] == point else {
          continue
        }
        vertex += 1
        let stop = Stop(place: table.place(at: point), distance: distance)
        // A vertex that repeats the one before it is no meeting.
        if stops.last?.place != stop.place { stops.append(stop) }
      }
      return stops
    }
    joinTouchingEnds()
    places = table.points
    separateLevels()
    return cut()
  }

  /// Lets a line's end meet another line that it touches between two vertices.
  private mutating func joinTouchingEnds() {
    let pieces = CoursePieces(members)
    // Lines mostly end where others do: what is near one of the ends is near all of them.
    var touching: [PlanePoint: [CoursePieces.Piece]] = [:]
    var added: [Int: [Stop]] = [:]
    for (index, member) in members.enumerated() where !member.isClosed {
      for end in [member.line.start, member.line.end] {
        let endPlace = table.place(at: end)
        let near =
          touching[end]
          ?? pieces.near(Bounds(end, end), within: tolerance).filter {
            $0.segment.nearest(to: end).point.distance(to: end) <= tolerance
          }
        touching[end] = near
        var last: Int?
        for piece in near {
          // The first piece along a line that the end touches is where it meets the line.
          guard piece.member != index, piece.member != last else { continue }
          last = piece.member
          guard !stops[piece.member].contains(where: { $0.place == endPlace }),
            added[piece.member]?.contains(where: { $0.place == endPlace }) != true
          else { continue }
          let nearest = piece.segment.nearest(to: end)
          added[piece.member, default: []].append(
            Stop(
              place: endPlace,
              distance: piece.distance + piece.segment.start.distance(to: nearest.point)))
        }
      }
    }
    for (member, more) in added {
      // Of stops at one distance the line's own come first.
      stops[member] = (stops[member] + more).enumerated()
        .sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }
        .map(\.element)
    }
  }

  private func cut() -> ([LineNetwork.Node], [LineNetwork.Link]) {
    var uses = Array(repeating: 0, count: places.count)
    for (member, line) in zip(members, stops) {
      for stop in line { uses[stop.place] += 1 }
      // A closed line comes back to its first vertex: that alone is no meeting.
      if member.isClosed, let first = line.first { uses[first.place] -= 1 }
      guard !member.isClosed, let first = line.first, let last = line.last else { continue }
      uses[first.place] += 1
      uses[last.place] += 1
    }
    /// For each place its node; -1 for none.
    var nodeOf = Array(repeating: Int32(-1), count: places.count)
    var nodes: [LineNetwork.Node] = []
    var links: [LineNetwork.Link] = []
    func node(_ place: Int) -> Int {
      if nodeOf[place] >= 0 { return Int(nodeOf[place]) }
      nodes.append(LineNetwork.Node(point: places[place]))
      nodeOf[place] = Int32(nodes.count - 1)
      return nodes.count - 1
    }
    for (index, line) in stops.enumerated() {
      // An outline that nothing touches still is a member: it hangs on its first vertex.
      let isAlone = members[index].isClosed && !line.contains { uses[$0.place] > 1 }
      var previous: Stop?
      for (position, stop) in line.enumerated() {
        let isEnd = position == 0 || position == line.count - 1
        guard uses[stop.place] > 1 || (isAlone && isEnd) else { continue }
        let current = node(stop.place)
        if nodes[current].members.last != index { nodes[current].members.append(index) }
        if let previous {
          let start = node(previous.place)
          nodes[start].degree += 1
          nodes[current].degree += 1
          links.append(
            LineNetwork.Link(
              start: start, end: current, member: index, from: previous.distance,
              length: stop.distance - previous.distance))
        }
        previous = stop
      }
      closeOutline(index, line, uses: uses, isAlone: isAlone, node: node) {
        (start, end, from, length) in
        nodes[start].degree += 1
        nodes[end].degree += 1
        links.append(
          LineNetwork.Link(start: start, end: end, member: index, from: from, length: length))
      }
    }
    return (nodes, links)
  }

  /// Adds the stretch of an outline that runs over its first vertex, where that is no node.
  private func closeOutline(
    _ index: Int, _ line: [Stop], uses: [Int], isAlone: Bool, node: (Int) -> Int,
    add: (Int, Int, Double, Double) -> Void
  ) {
    guard members[index].isClosed, !isAlone, let first = line.first, let last = line.last,
      uses[first.place] <= 1
    else { return }
    let meetings = line.filter { uses[$0.place] > 1 }
    guard let from = meetings.last, let to = meetings.first else { return }
    add(
      node(from.place), node(to.place), from.distance,
      last.distance - from.distance + to.distance)
  }
}
