internal import DistrictPlan
internal import MapGeometry
internal import MapTopology
internal import Workforce

/// The lines of features, part by part and edge by edge, ready to be asked what is near.
///
/// Edges follow what is straight in longitude and latitude, to within half a millimetre: nothing
/// nearer than that can be told apart.
struct LineSet {
  /// A line, one part of a line of several parts, or an outline.
  struct Part {
    /// The place of the feature in the set.
    let feature: Int
    /// The vertices of the file.
    let vertices: [PlanePoint]
    /// The place of the first vertex among all vertices of the feature.
    let firstVertex: Int
    /// How far along the part each vertex is, in metres.
    let distances: [Double]
    /// The edges, by their places in the set.
    let edges: Range<Int>
    /// The length in metres.
    let length: Double
    /// Whether the part ends where it starts: then it has no ends, and goes on over its start.
    let isClosed: Bool
    /// Whether the part is the outline of an area.
    let isOutline: Bool
    /// Whether the first vertex is an end of the feature's line.
    var startIsFree: Bool
    /// Whether the last vertex is an end of the feature's line.
    var endIsFree: Bool
  }

  /// A straight piece of a part.
  struct Edge {
    /// The place of the part in the set.
    let part: Int
    let segment: Segment
    /// How far along the part it starts, in metres.
    let distance: Double
    let length: Double
    /// The last vertex of the part at or before its start.
    let vertexBefore: Int
    /// The first vertex of the part at or after its end.
    let vertexAfter: Int

    /// A stretch of the edge, from shares of its way to metres along the part.
    func along(_ shares: ClosedRange<Double>) -> ClosedRange<Double> {
      (distance + shares.lowerBound * length)...(distance + shares.upperBound * length)
    }
  }

  /// An end of a line.
  struct End {
    let part: Int
    /// Whether it is the last vertex, rather than the first.
    let isAtEnd: Bool
    let point: PlanePoint
  }

  let features: [PlanFeature]
  /// How near is the same place, in metres.
  let tolerance: Double
  private(set) var parts: [Part]
  let edges: [Edge]
  private let near: EdgeIndex
  private let boxes = EdgeBoxes()

  /// Takes the lines of features.
  ///
  /// - Parameter outlines: Whether the outlines of areas are lines too.
  init(_ features: [PlanFeature], tolerance: Double, outlines: Bool = false) {
    self.features = features
    self.tolerance = max(tolerance, 0.0005)
    var parts: [Part] = []
    var edges: [Edge] = []
    parts.reserveCapacity(features.count)
    for (place, feature) in features.enumerated() {
      guard let plane = feature.plane else { continue }
      let courses = (feature.densePlane ?? plane).vertexRuns
      for (run, course) in zip(plane.vertexRuns, courses)
      where run.points.count > 1 && (outlines || !run.isRing) {
        parts.append(
          Part(
            run, along: course.points, place: parts.count, feature: place,
            tolerance: self.tolerance, edges: &edges))
      }
    }
    self.parts = parts
    self.edges = edges
    near = EdgeIndex(parts.lazy.map(\.edges)) { edges[$0].segment }
    joinOwnEnds()
  }

  /// The boxes of all edges; made when a rule first asks for pairs of edges.
  var index: BoxIndex { boxes.index(of: edges) }

  /// The ends of all lines, in order of parts.
  var ends: [End] { ends(of: parts.indices) }

  private func ends(of some: some Sequence<Int>) -> [End] {
    var ends: [End] = []
    for place in some {
      let part = parts[place]
      if part.startIsFree {
        ends.append(End(part: place, isAtEnd: false, point: part.vertices[0]))
      }
      if part.endIsFree {
        ends.append(
          End(part: place, isAtEnd: true, point: part.vertices[part.vertices.count - 1]))
      }
    }
    return ends
  }

  /// Where the parts of one feature meet end to end, it has no end.
  private mutating func joinOwnEnds() {
    let ends = ends(
      of: parts.indices.filter { place in
        place > 0 && parts[place - 1].feature == parts[place].feature
          || place + 1 < parts.count && parts[place + 1].feature == parts[place].feature
      })
    guard !ends.isEmpty else { return }
    var joined: [Int] = []
    BoxIndex(ends.map { Bounds($0.point, $0.point) }).forEachPair(margin: tolerance) { i, j in
      guard parts[ends[i].part].feature == parts[ends[j].part].feature,
        ends[i].point.distance(to: ends[j].point) <= tolerance
      else { return }
      joined += [i, j]
    }
    for end in joined.map({ ends[$0] }) {
      if end.isAtEnd {
        parts[end.part].endIsFree = false
      } else {
        parts[end.part].startIsFree = false
      }
    }
  }

  /// The edges within a distance of a point, in order.
  func edges(near point: PlanePoint, within distance: Double) -> [Edge] {
    places(near: Bounds(point, point), within: distance).map { edges[$0] }
      .filter { $0.segment.distance(to: point) <= distance }
  }

  /// The places of the edges whose boxes come within a distance of a box, in order.
  func places(near box: Bounds<PlanePoint>, within distance: Double) -> [Int] {
    near.query(box, margin: distance) { edges[$0].segment }
  }

  /// The feature that a part belongs to.
  func feature(ofPart part: Int) -> PlanFeature { features[parts[part].feature] }

  /// The vertex of a part nearest to a place along it, among all vertices of the feature.
  func vertex(ofPart part: Int, at distance: Double) -> Int {
    let distances = parts[part].distances
    let after = distances.firstPlace { $0 >= distance }
    let isAfter =
      after < distances.count
      && (after == 0 || distances[after] - distance <= distance - distances[after - 1])
    return parts[part].firstVertex + (isAfter ? after : after - 1)
  }

  /// The point of a part at a distance along it.
  func point(ofPart part: Int, at distance: Double) -> PlanePoint {
    let own = edges[parts[part].edges]
    let place = min(own.firstPlace { $0.distance + $0.length >= distance }, own.endIndex - 1)
    let edge = own[place]
    guard edge.length > 0 else { return edge.segment.start }
    return edge.segment.point(atShare: (distance - edge.distance) / edge.length)
  }

  /// The points of a part between two distances along it.
  func points(ofPart part: Int, between range: ClosedRange<Double>) -> [PlanePoint] {
    let inner = edges[parts[part].edges].filter {
      $0.distance > range.lowerBound && $0.distance < range.upperBound
    }
    return [point(ofPart: part, at: range.lowerBound)] + inner.map(\.segment.start)
      + [point(ofPart: part, at: range.upperBound)]
  }

  /// A stretch of a part as a line.
  func line(ofPart part: Int, between range: ClosedRange<Double>) -> Line<PlanePoint>? {
    try? Line(points(ofPart: part, between: range))
  }
}

/// The boxes of the edges of a set, made once and shared by its copies.
private final class EdgeBoxes: Sendable {
  private let made = Guarded<BoxIndex?>(nil)

  func index(of edges: [LineSet.Edge]) -> BoxIndex {
    made.withLock { index in
      if let index { return index }
      let fresh = BoxIndex(edges.map { Bounds($0.segment.start, $0.segment.end) })
      index = fresh
      return fresh
    }
  }
}

extension LineSet.Part {
  /// Lays a run along its course and appends its edges.
  fileprivate init(
    _ run: VertexRun<PlanePoint>, along course: [PlanePoint], place: Int, feature: Int,
    tolerance: Double, edges: inout [LineSet.Edge]
  ) {
    let first = edges.count
    var distances: [Double] = []
    var distance = 0.0
    var previous: PlanePoint?
    for point in course {
      let isVertex = distances.count < run.points.count && run.points[distances.count] == point
      if let previous {
        let length = previous.distance(to: point)
        edges.append(
          LineSet.Edge(
            part: place, segment: Segment(previous, point), distance: distance, length: length,
            vertexBefore: distances.count - 1,
            vertexAfter: min(distances.count, run.points.count - 1)))
        distance += length
      }
      if isVertex { distances.append(distance) }
      previous = point
    }
    // A course that lost a vertex has none beyond it.
    while distances.count < run.points.count { distances.append(distance) }
    let isClosed =
      run.isRing
      || run.points[0].distance(to: run.points[run.points.count - 1]) <= tolerance
    self.init(
      feature: feature, vertices: run.points, firstVertex: run.first, distances: distances,
      edges: first..<edges.count, length: distance, isClosed: isClosed, isOutline: run.isRing,
      startIsFree: !isClosed,
      endIsFree: !isClosed)
  }
}

extension RandomAccessCollection where Index == Int {
  /// The place of the first element that fits, where all after it fit too; the end where none does.
  fileprivate func firstPlace(where fits: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if fits(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
