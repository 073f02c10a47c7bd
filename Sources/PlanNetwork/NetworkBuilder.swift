internal import MapGeometry
internal import MapTopology

/// Finds the nodes of a network and cuts its lines there.
struct NetworkBuilder {
  typealias Stop = StopLists.Stop

  let members: [LineNetwork.Member]
  let tolerance: Double
  private var table: PlaceTable
  var places: [PlanePoint] = []
  /// For each member, the stops along it: vertices that others may share, ends and touched places.
  var stops = StopLists()

  init(members: [LineNetwork.Member], tolerance: Double) {
    self.members = members
    self.tolerance = tolerance
    table = PlaceTable(tolerance: tolerance, capacity: members.count)
  }

  mutating func build() -> (nodes: [LineNetwork.Node], links: [LineNetwork.Link]) {
    findStops()
    joinTouchingEnds()
    places = table.points
    separateLevels()
    return NetworkCutter(members: members, stops: stops, places: places).cut()
  }

  private mutating func findStops() {
    var census = VertexCensus(
      tolerance: tolerance, count: members.reduce(0) { $0 + $1.line.points.count })
    for index in members.indices {
      for point in members[index].line.points { census.count(point) }
    }
    for index in members.indices {
      let (vertices, course) = (members[index].line.points, members[index].course.points)
      // Mostly the two are one array, which tells at once that they are equal.
      let isPlain = vertices == course
      var distance = 0.0
      var vertex = 0
      var previous = course[0]
      var last: Int?
      for point in course {
        distance += previous.distance(to: point)
        previous = point
        // Points that were only added along an edge are no vertices, and so no places to meet.
        guard isPlain || vertex < vertices.count && vertices[vertex] == point else { continue }
        let isInner = isPlain && vertex > 0 && vertex < vertices.count - 1
        vertex += 1
        if isInner, census.isAlone(point) {
          last = nil
          continue
        }
        let place = table.place(at: point)
        // A vertex that repeats the one before it is no meeting.
        if place != last { stops.append(Stop(place: place, distance: distance)) }
        last = place
      }
      stops.endLine()
    }
  }

  /// Lets a line's end meet another line that it touches between two vertices.
  private mutating func joinTouchingEnds() {
    let touches = TouchingEnds(of: members, stops, &table, tolerance: tolerance)
    var known = Array(repeating: -1, count: table.points.count)
    var added: [Int: [Stop]] = [:]
    for index in members.indices {
      for stop in stops[index] { known[stop.place] = index }
      // A line meets a place once: where the first end that is there touches it.
      let found = touches.touches(on: members[index].course.points) { known[$0] == index }
      for stop in found where known[stop.place] != index {
        known[stop.place] = index
        added[index, default: []].append(stop)
      }
    }
    stops.insert(added)
  }
}
