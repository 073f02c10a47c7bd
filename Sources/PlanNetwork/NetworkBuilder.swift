internal import MapGeometry

/// Finds the nodes of a network and cuts its lines there.
struct NetworkBuilder {
  let members: [LineNetwork.Member]
  let tolerance: Double
  private var grid: [Cell: [Int]] = [:]
  private var places: [PlanePoint] = []
  /// For each member, the stops along it: vertices and touched places, in order.
  private var stops: [[Stop]] = []

  /// A square of the grid, counted in `Double` because `Int` cannot hold every coordinate.
  private struct Cell: Hashable {
    let x: Double
    let y: Double
  }

  private struct Stop {
    let place: Int
    let distance: Double
  }

  init(members: [LineNetwork.Member], tolerance: Double) {
    self.members = members
    self.tolerance = tolerance
  }

  mutating func build() -> (nodes: [LineNetwork.Node], links: [LineNetwork.Link]) {
    stops = members.map { member in
      var stops: [Stop] = []
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
        let stop = Stop(place: place(at: point), distance: distance)
        // A vertex that repeats the one before it is no meeting.
        if stops.last?.place != stop.place { stops.append(stop) }
      }
      return stops
    }
    joinTouchingEnds()
    return cut()
  }

  /// The place of a point: an earlier one within the tolerance, or a new one.
  private mutating func place(at point: PlanePoint) -> Int {
    let cell = cell(of: point)
    for dx in [-1.0, 0, 1] {
      for dy in [-1.0, 0, 1] {
        for index in grid[Cell(x: cell.x + dx, y: cell.y + dy)] ?? []
        where places[index].distance(to: point) <= tolerance {
          return index
        }
      }
    }
    places.append(point)
    grid[cell, default: []].append(places.count - 1)
    return places.count - 1
  }

  private func cell(of point: PlanePoint) -> Cell {
    Cell(x: (point.x / tolerance).rounded(.down), y: (point.y / tolerance).rounded(.down))
  }

  /// Lets a line's end meet another line that it touches between two vertices.
  private mutating func joinTouchingEnds() {
    let boxes = members.map { Bounds($0.course.points) }
    for (index, member) in members.enumerated() where !member.isClosed {
      for end in [member.line.start, member.line.end] {
        let endPlace = place(at: end)
        let box = Bounds(end, end)
        for (other, otherBox) in boxes.enumerated() where other != index {
          guard let otherBox, otherBox.touches(box, margin: tolerance),
            !stops[other].contains(where: { $0.place == endPlace })
          else { continue }
          insert(endPlace, at: end, into: other)
        }
      }
    }
  }

  private mutating func insert(_ place: Int, at point: PlanePoint, into member: Int) {
    var distance = 0.0
    for segment in members[member].course.segments {
      let nearest = segment.nearest(to: point)
      if nearest.point.distance(to: point) <= tolerance {
        let stop = Stop(
          place: place, distance: distance + segment.start.distance(to: nearest.point))
        let position = stops[member].firstIndex { $0.distance > stop.distance }
        stops[member].insert(stop, at: position ?? stops[member].endIndex)
        return
      }
      distance += segment.start.distance(to: segment.end)
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
    var nodeOf: [Int: Int] = [:]
    var nodes: [LineNetwork.Node] = []
    var links: [LineNetwork.Link] = []
    func node(_ place: Int) -> Int {
      if let node = nodeOf[place] { return node }
      nodes.append(LineNetwork.Node(point: places[place]))
      nodeOf[place] = nodes.count - 1
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
              start: start, end: current, member: index,
              length: stop.distance - previous.distance))
        }
        previous = stop
      }
      closeOutline(index, line, uses: uses, isAlone: isAlone, node: node) { start, end, length in
        nodes[start].degree += 1
        nodes[end].degree += 1
        links.append(LineNetwork.Link(start: start, end: end, member: index, length: length))
      }
    }
    return (nodes, links)
  }

  /// Adds the stretch of an outline that runs over its first vertex, where that is no node.
  private func closeOutline(
    _ index: Int, _ line: [Stop], uses: [Int], isAlone: Bool, node: (Int) -> Int,
    add: (Int, Int, Double) -> Void
  ) {
    guard members[index].isClosed, !isAlone, let first = line.first, let last = line.last,
      uses[first.place] <= 1
    else { return }
    let meetings = line.filter { uses[$0.place] > 1 }
    guard let from = meetings.last, let to = meetings.first else { return }
    add(node(from.place), node(to.place), last.distance - from.distance + to.distance)
  }
}
