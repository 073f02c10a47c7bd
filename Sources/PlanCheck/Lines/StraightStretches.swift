internal import MapGeometry

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The vertices of a line or ring that can be dropped together without moving it.
///
/// From a vertex that stays, the way goes on as long as one direction passes all vertices on it within
/// a distance; so a curve keeps what gives it its shape. The work grows with the number of vertices.
struct StraightStretches {
  /// The places of the vertices in the run.
  private(set) var redundant: [Int] = []

  /// - Parameters:
  ///   - eps: How far the line may move, in metres.
  ///   - isFixed: Whether a vertex must stay although it bends nothing.
  init(_ run: VertexRun<GeoPosition>, eps: Double, isFixed: (Int) -> Bool) {
    let points = run.isRing ? Array(run.points.dropLast()) : run.points
    guard points.count >= 3 else { return }
    // An extreme vertex of a ring is a corner: from there the whole ring can be walked.
    let start = run.isRing ? points.indices.min { Self.precedes(points[$0], points[$1]) } ?? 0 : 0
    func place(_ step: Int) -> Int { (start + step) % points.count }
    var beam = Beam(from: points[start], eps: eps)
    var dropped: [Int] = []
    for step in 1..<(run.isRing ? points.count : points.count - 1) {
      let candidate = place(step)
      beam.narrow(to: points[candidate])
      if beam.reaches(points[place(step + 1)]), !isFixed(candidate) {
        dropped.append(candidate)
      } else {
        redundant += dropped
        dropped = []
        beam = Beam(from: points[candidate], eps: eps)
      }
    }
    redundant += dropped
    // A ring keeps three corners.
    if run.isRing, points.count - redundant.count < 3 { redundant = [] }
  }

  /// The vertices that may turn out to be droppable, wherever the walk begins.
  static func candidates(in run: VertexRun<GeoPosition>, eps: Double) -> [Int] {
    let count = run.isRing ? run.points.count - 1 : run.points.count
    guard count >= 3 else { return [] }
    let inner = run.isRing ? 0..<count : 1..<(count - 1)
    return inner.filter { vertex in
      let frame = LocalFrame(at: run.points[vertex])
      let chord = Segment(
        frame.point(run.points[(vertex + count - 1) % count]),
        frame.point(run.points[(vertex + 1) % count]))
      return chord.distance(to: PlanePoint(x: 0, y: 0)) <= 3 * eps
    }
  }

  private static func precedes(_ a: GeoPosition, _ b: GeoPosition) -> Bool {
    (a.longitude, a.latitude) < (b.longitude, b.latitude)
  }
}

/// Metres east and north of a position, in which edges that are straight in longitude and latitude stay
/// straight; lengths are right within half a percent.
private struct LocalFrame {
  private let origin: GeoPosition
  private let metresEast: Double
  private static let metresNorth = 111_195.0

  init(at origin: GeoPosition) {
    self.origin = origin
    metresEast = Self.metresNorth * cos(origin.latitude * .pi / 180)
  }

  func point(_ position: GeoPosition) -> PlanePoint {
    PlanePoint(
      x: (position.longitude - origin.longitude) * metresEast,
      y: (position.latitude - origin.latitude) * Self.metresNorth)
  }
}

/// The directions from a position that pass some others within a distance.
private struct Beam {
  private let frame: LocalFrame
  private let eps: Double
  private var middle: Double?
  /// The directions, against the first one.
  private var range = -Double.pi...Double.pi
  private var isEmpty = false
  /// How far away the farthest of the others is.
  private var reach = 0.0

  init(from origin: GeoPosition, eps: Double) {
    frame = LocalFrame(at: origin)
    self.eps = eps
  }

  /// Leaves only directions that also pass another position.
  mutating func narrow(to position: GeoPosition) {
    let point = frame.point(position)
    let distance = point.distance(to: PlanePoint(x: 0, y: 0))
    reach = max(reach, distance)
    guard distance > eps else { return }
    let direction = atan2(point.y, point.x)
    let turn = turn(to: direction)
    if middle == nil { middle = direction }
    let slack = asin(eps / distance)
    let (low, high) = (max(range.lowerBound, turn - slack), min(range.upperBound, turn + slack))
    if low <= high { range = low...high } else { isEmpty = true }
  }

  /// Whether the straight way to a position passes all the others.
  func reaches(_ position: GeoPosition) -> Bool {
    let point = frame.point(position)
    let distance = point.distance(to: PlanePoint(x: 0, y: 0))
    guard !isEmpty, distance + eps >= reach else { return false }
    return distance > 0
      ? range.contains(turn(to: atan2(point.y, point.x))) : reach <= eps
  }

  private func turn(to direction: Double) -> Double {
    guard let middle else { return 0 }
    let turn = direction - middle
    return turn > .pi ? turn - 2 * .pi : turn <= -.pi ? turn + 2 * .pi : turn
  }
}
