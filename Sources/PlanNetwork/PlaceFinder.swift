internal import MapGeometry

/// Finds the places that lines share.
struct PlaceFinder {
  typealias Stop = StopLists.Stop

  let lines: PlanLines
  let tolerance: Double
  let ends: EndPoints
  private let census: VertexCensus
  var table: PlaceTable
  /// The place of each of the points where lines end; -1 where nobody has asked yet.
  private var placeOfEnd: [Int32]
  var places: [PlanePoint] = []
  /// For each line, the stops along it: vertices that others may share, ends and touched places.
  var stops: StopLists

  init(_ lines: PlanLines, tolerance: Double) {
    self.lines = lines
    self.tolerance = tolerance
    ends = lines.ends
    census = Self.census(of: lines, tolerance: tolerance)
    table = PlaceTable(tolerance: tolerance, capacity: ends.all.count / 4)
    placeOfEnd = Array(repeating: -1, count: ends.all.count)
    stops = StopLists(lines: lines.all.count)
  }

  mutating func find() -> (places: [PlanePoint], stops: StopLists) {
    findStops()
    joinTouchingEnds()
    places = table.points
    separateLevels()
    return (places, stops)
  }

  /// The place at a point where lines end.
  mutating func place(ofEnd end: Int) -> Int {
    if placeOfEnd[end] < 0 { placeOfEnd[end] = Int32(place(at: ends.all[end])) }
    return Int(placeOfEnd[end])
  }

  private mutating func place(at point: PlanePoint) -> Int {
    census.isAlone(point) ? table.place(ofLonely: point) : table.place(at: point)
  }

  private mutating func findStops() {
    let all = lines.all
    for line in all.indices {
      if all[line].isPlain {
        findStops(of: line, all[line].line.points)
      } else {
        // Points that were only added along an edge are no vertices, and so no places to meet.
        findStops(of: line, all[line].line.points, along: all[line].course.points)
      }
      stops.endLine()
    }
  }

  private mutating func findStops(of line: Int, _ vertices: [PlanePoint]) {
    var last: Int?
    for vertex in vertices.indices {
      last = addStop(of: line, vertex, of: vertices, at: vertex, after: last)
    }
  }

  private mutating func findStops(
    of line: Int, _ vertices: [PlanePoint], along course: [PlanePoint]
  ) {
    var vertex = 0
    var last: Int?
    for (number, point) in course.enumerated()
    where vertex < vertices.count && vertices[vertex] == point {
      last = addStop(of: line, vertex, of: vertices, at: number, after: last)
      vertex += 1
    }
  }

  /// Adds a stop at a vertex that may be more than a bend; gives its place.
  ///
  /// - Parameters:
  ///   - number: The number of the vertex among the points of the course.
  ///   - last: The place of the vertex before.
  @inline(__always)
  private mutating func addStop(
    of line: Int, _ vertex: Int, of vertices: [PlanePoint], at number: Int, after last: Int?
  ) -> Int? {
    let place: Int
    if vertex > 0, vertex < vertices.count - 1 {
      if census.isAlone(vertices[vertex]) { return nil }
      place = table.place(at: vertices[vertex])
    } else if let end = ends.number(of: line, atEnd: vertex > 0) {
      place = self.place(ofEnd: end)
    } else {
      place = table.place(at: vertices[vertex])
    }
    // A vertex that repeats the one before it is no meeting.
    if place != last { stops.append(Stop(place: place, at: number)) }
    return place
  }

  /// All vertices, counted; those at the end of several lines once.
  private static func census(of lines: PlanLines, tolerance: Double) -> VertexCensus {
    let count = lines.all.indices.reduce(0) { $0 + lines.all[$1].line.points.count }
    var census = VertexCensus(tolerance: tolerance, count: count)
    let all = lines.all
    census.count(lines.ends.all, lines.ends.all.indices)
    for line in all.indices {
      let points = all[line].line.points
      census.count(points, all[line].polygon == nil ? 1..<points.count - 1 : 0..<points.count)
    }
    return census
  }
}
