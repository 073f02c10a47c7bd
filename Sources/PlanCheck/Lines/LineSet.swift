internal import DistrictPlan
internal import MapGeometry
internal import MapTopology

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
  let edges: LineEdges
  private let near: EdgeIndex
  private let boxes = Later<BoxIndex>()

  /// Takes the lines of features.
  ///
  /// - Parameter outlines: Whether the outlines of areas are lines too.
  init(_ features: [PlanFeature], tolerance: Double, outlines: Bool = false) {
    self.features = features
    let tolerance = max(tolerance, 0.0005)
    self.tolerance = tolerance
    var parts: [Part] = []
    var edges = LineEdges()
    parts.reserveCapacity(features.count)
    func add(_ run: [PlanePoint], _ course: [PlanePoint], first: Int, isRing: Bool, of place: Int) {
      let own = edges.append(course, vertices: run)
      let isClosed =
        isRing || run[0].distance(to: run[run.count - 1]) <= tolerance
      parts.append(
        Part(
          feature: place, vertices: run, firstVertex: first, edges: own,
          length: edges.length(ofPart: parts.count), isClosed: isClosed, isOutline: isRing,
          startIsFree: !isClosed, endIsFree: !isClosed))
    }
    for (place, feature) in features.enumerated() {
      guard let plane = feature.plane else { continue }
      let dense = feature.densePlane ?? plane
      if case .line(let line) = plane, case .line(let course) = dense {
        add(line.points, course.points, first: 0, isRing: false, of: place)
        continue
      }
      for (run, course) in zip(plane.vertexRuns, dense.vertexRuns)
      where run.points.count > 1 && (outlines || !run.isRing) {
        add(run.points, course.points, first: run.first, isRing: run.isRing, of: place)
      }
    }
    self.parts = parts
    self.edges = edges
    near = EdgeIndex(edges.byPart, box: edges.box)
    joinOwnEnds()
  }

  /// The boxes of all edges; made when a rule first asks for pairs of edges.
  var index: BoxIndex {
    boxes.value { BoxIndex(edges.map { Bounds($0.segment.start, $0.segment.end) }) }
  }

  /// The ends of all lines, in order of parts.
  var ends: [End] { ends(of: parts.indices) }

  private func ends(of some: some Sequence<Int>) -> [End] {
    var ends: [End] = []
    for place in some {
      if parts[place].startIsFree {
        ends.append(End(part: place, isAtEnd: false, point: parts[place].vertices[0]))
      }
      if parts[place].endIsFree {
        let last = parts[place].vertices.count - 1
        ends.append(End(part: place, isAtEnd: true, point: parts[place].vertices[last]))
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
    near.query(box, margin: distance) { edges.segment($0) }
  }

  /// The feature that a part belongs to.
  func feature(ofPart part: Int) -> PlanFeature { features[parts[part].feature] }

  /// The vertex of a part nearest to a place along it, among all vertices of the feature.
  func vertex(ofPart part: Int, at distance: Double) -> Int {
    let count = parts[part].vertices.count
    func way(to vertex: Int) -> Double { edges.distance(ofPart: part, vertex: vertex) }
    let after = (0..<count).firstPlace { way(to: $0) >= distance }
    let isAfter =
      after < count && (after == 0 || way(to: after) - distance <= distance - way(to: after - 1))
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
