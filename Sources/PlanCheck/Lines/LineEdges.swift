internal import MapGeometry

/// The straight pieces of many lines, in order of the lines and along each.
///
/// An edge is worked out from the points of its line when somebody asks for it: kept as they are asked
/// for, edges would take three times the memory.
struct LineEdges: RandomAccessCollection {
  typealias Edge = LineSet.Edge

  /// The points of all lines.
  ///
  /// A line has one point more than edges, so the first point of an edge is as many places further on as there are
  /// lines before.
  private var points: [PlanePoint] = []
  /// How far along its line each point is, in metres.
  private var distances: [Double] = []
  /// For each edge its line.
  private var owners: [Int32] = []
  /// For each line the place of its first edge; one more at the end.
  private var firsts = [0]
  /// For each line the places of its vertices among its points; empty where every point is a vertex.
  private var vertices: [[Int32]] = []

  init() {}

  var startIndex: Int { 0 }
  var endIndex: Int { owners.count }

  /// Adds a line and gives the places of its edges.
  ///
  /// - Parameters:
  ///   - course: All points of the line.
  ///   - run: Those of them that are vertices of the file.
  mutating func append(_ course: [PlanePoint], vertices run: [PlanePoint]) -> Range<Int> {
    let part = Int32(vertices.count)
    var distance = 0.0
    for place in course.indices {
      if place > 0 {
        distance += course[place - 1].distance(to: course[place])
        owners.append(part)
      }
      distances.append(distance)
    }
    points += course
    // Mostly the two are one array, which tells at once that they are equal.
    vertices.append(run == course ? [] : Self.places(of: run, in: course))
    defer { firsts.append(owners.count) }
    return firsts[vertices.count - 1]..<owners.count
  }

  private static func places(of run: [PlanePoint], in course: [PlanePoint]) -> [Int32] {
    var places: [Int32] = []
    places.reserveCapacity(run.count)
    for (place, point) in course.enumerated()
    where places.count < run.count && run[places.count] == point {
      places.append(Int32(place))
    }
    // A course that lost a vertex has none beyond it.
    while places.count < run.count { places.append(Int32(course.count - 1)) }
    return places
  }

  subscript(place: Int) -> Edge {
    let part = Int(owners[place])
    let local = place - firsts[part]
    let segment = segment(place)
    var (before, after) = (local, local + 1)
    if !vertices[part].isEmpty {
      let own = vertices[part]
      before = own.firstPlace { $0 > local } - 1
      after = Swift.min(before + 1, own.count - 1)
    }
    return Edge(
      part: part, segment: segment, distance: distances[place + part], length: segment.length,
      vertexBefore: before, vertexAfter: after)
  }

  /// An edge without what belongs to it.
  func segment(_ place: Int) -> Segment {
    let point = place + Int(owners[place])
    return Segment(points[point], points[point + 1])
  }

  /// The box around edges of one line, of which there is at least one.
  func box(of edges: Range<Int>) -> Bounds<PlanePoint> {
    let first = edges.lowerBound + Int(owners[edges.lowerBound])
    var box = Bounds(points[first], points[first + 1])
    for point in points[first + 1...first + edges.count] { box.extend(to: point) }
    return box
  }

  /// The edges of each line, by their places.
  var byPart: some Sequence<Range<Int>> { zip(firsts, firsts.dropFirst()).lazy.map { $0..<$1 } }

  /// The length of a line, in metres.
  func length(ofPart part: Int) -> Double { distances[firsts[part + 1] + part] }

  /// How far along its line a vertex is, in metres.
  func distance(ofPart part: Int, vertex: Int) -> Double {
    let local = vertices[part].isEmpty ? vertex : Int(vertices[part][vertex])
    return distances[firsts[part] + part + local]
  }
}

extension RandomAccessCollection where Index == Int {
  /// The place of the first element that fits, where all after it fit too; the end where none does.
  func firstPlace(where fits: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if fits(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
