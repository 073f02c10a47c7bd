internal import MapGeometry
internal import MapTopology

/// The outlines of ground, ready to be asked where they come near each other.
struct Walls {
  /// The straight pieces, ring by ring.
  let segments: [Segment]
  /// The place of the piece that follows each one in its ring.
  let next: [Int]
  /// The place of the piece that comes before each one in its ring.
  let previous: [Int]
  private let index: BoxIndex

  /// The walls of areas.
  ///
  /// - Parameter tolerance: Vertices no further apart are one.
  init(_ polygons: [Polygon<PlanePoint>], tolerance: Double) {
    var segments: [Segment] = []
    var next: [Int] = []
    for ring in polygons.flatMap(\.rings) {
      var points: [PlanePoint] = []
      for point in ring.points.dropLast()
      where points.last.map({ $0.distance(to: point) > tolerance }) ?? true {
        points.append(point)
      }
      while points.count > 1, points[points.count - 1].distance(to: points[0]) <= tolerance {
        points.removeLast()
      }
      guard points.count > 2 else { continue }
      let first = segments.count
      for place in points.indices {
        segments.append(Segment(points[place], points[(place + 1) % points.count]))
        next.append(first + (place + 1) % points.count)
      }
    }
    self.segments = segments
    self.next = next
    var previous = next
    for (place, follower) in next.enumerated() { previous[follower] = place }
    self.previous = previous
    index = BoxIndex(segments.map { Bounds($0.start, $0.end) })
  }

  /// The places of the pieces whose box touches a box.
  func places(in box: Bounds<PlanePoint>) -> [Int] { index.query(box) }

  /// Whether a piece comes within a distance of a point.
  func come(within distance: Double, of point: PlanePoint) -> Bool {
    index.query(Bounds(point, point), margin: distance)
      .contains { segments[$0].distance(to: point) <= distance }
  }

  /// Calls `body` for each two pieces whose boxes come within a distance.
  ///
  /// It is told whether they follow each other in a ring; the first then ends where the second starts.
  func forEachPair<E: Error>(
    within distance: Double,
    _ body: (_ one: Int, _ other: Int, _ areConsecutive: Bool) throws(E) -> Void
  ) throws(E) {
    try index.forEachPair(margin: distance) { (one, other) throws(E) in
      if next[other] == one {
        try body(other, one, true)
      } else {
        try body(one, other, next[one] == other)
      }
    }
  }

  /// The shortest ways from wall to wall where the ground is narrowest, up to a width, sorted by width.
  ///
  /// A way is a strait when no wall reaches into the circle about it: there the ground widens on both
  /// sides. Walls that meet in a corner have none, for towards the corner they only come nearer.
  /// - Parameter isOpen: Whether the ground between two walls is the ground in question.
  func straits(
    upTo width: Double, where isOpen: (PlanePoint) throws -> Bool
  ) throws -> [Segment] {
    var found: [(link: Segment, width: Double)] = []
    try forEachPair(within: width) { (one, other, areConsecutive) throws in
      guard !areConsecutive else { return }
      for link in segments[one].shortestLinks(to: segments[other]) {
        let length = link.start.distance(to: link.end)
        guard length > 0, length <= width else { continue }
        let middle = link.start.interpolated(to: link.end, at: 0.5)
        guard isEmpty(about: middle, length / 2), try isOpen(middle) else { continue }
        found.append((link, length))
        break
      }
    }
    return found.sorted { $0.width < $1.width }.map(\.link)
  }

  /// Whether no wall reaches into a circle.
  private func isEmpty(about center: PlanePoint, _ radius: Double) -> Bool {
    // Coordinates of millions of metres are known to a millionth.
    !come(within: radius - 1e-6, of: center)
  }

  /// The points where walls meet that do not follow each other.
  func contacts(tolerance: Double) -> [PlanePoint] {
    var found: [PlanePoint] = []
    forEachPair(within: tolerance) { one, other, areConsecutive in
      guard !areConsecutive,
        let stretch = segments[one].stretch(within: tolerance, of: segments[other])
      else { return }
      // Walls along each other are a seam, not a contact.
      let piece = segments[one]
      let length = piece.start.distance(to: piece.end)
      guard (stretch.upperBound - stretch.lowerBound) * length <= 10 * tolerance else { return }
      let middle = (stretch.lowerBound + stretch.upperBound) / 2
      let point = piece.start.interpolated(to: piece.end, at: middle)
      guard !found.contains(where: { $0.distance(to: point) <= 10 * tolerance }) else { return }
      found.append(point)
    }
    return found
  }

  /// The largest clearance that can be reached from a point uphill, in metres.
  ///
  /// Each step is shorter than the clearance, and so stays among the same walls.
  func widestClearance(from start: PlanePoint) -> Double {
    var place = start
    var best = segments.map { $0.distance(to: start) }.min() ?? 0
    var step = best / 2
    var moves = 0
    while step > 1e-6, moves < 1000 {
      moves += 1
      let near = index.query(Bounds(place, place), margin: best + 2 * step).map { segments[$0] }
      func clearance(_ point: PlanePoint) -> Double {
        near.map { $0.distance(to: point) }.min() ?? best
      }
      let ahead = (Self.directions + [ridge(at: place, among: near)]).map { direction in
        let point = PlanePoint(x: place.x + step * direction.x, y: place.y + step * direction.y)
        return (point, clearance(point))
      }
      if let better = ahead.max(by: { $0.1 < $1.1 }), better.1 > best + step * 1e-4 {
        (place, best) = better
      } else {
        step /= 2
      }
    }
    return best
  }

  /// The direction in which the room between the two nearest walls grows.
  private func ridge(at place: PlanePoint, among near: [Segment]) -> PlanePoint {
    let away = near.map { wall in
      let foot = wall.nearest(to: place).point
      let distance = max(foot.distance(to: place), 1e-12)
      return (
        distance: distance,
        x: (place.x - foot.x) / distance, y: (place.y - foot.y) / distance
      )
    }
    guard let one = away.min(by: { $0.distance < $1.distance }),
      let other = away.filter({ $0.x * one.x + $0.y * one.y < 0.9 })
        .min(by: { $0.distance < $1.distance })
    else { return PlanePoint(x: 1, y: 0) }
    let (x, y) = (one.x + other.x, one.y + other.y)
    let length = (x * x + y * y).squareRoot()
    return length > 1e-9 ? PlanePoint(x: x / length, y: y / length) : PlanePoint(x: 1, y: 0)
  }

  private static let directions: [PlanePoint] = [
    (1, 0), (0.924, 0.383), (0.707, 0.707), (0.383, 0.924), (0, 1), (-0.383, 0.924),
    (-0.707, 0.707), (-0.924, 0.383),
  ].flatMap { (x, y) in [PlanePoint(x: x, y: y), PlanePoint(x: -x, y: -y)] }
}
