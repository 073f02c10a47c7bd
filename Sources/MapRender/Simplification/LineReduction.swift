internal import MapGeometry

/// Lines with fewer points.
///
/// A value that takes one line after the other, so that it need not ask for memory for each.
struct LineReduction {
  /// How far a point that is left out may lie from the result.
  let tolerance: Double
  /// The line at hand.
  private var points: [PlanePoint] = []
  private var isKept: [Bool] = []
  private var open: [(start: Int, end: Int)] = []

  init(tolerance: Double) { self.tolerance = tolerance }

  /// The line without the points that it needs least: none of the others lies farther than the tolerance
  /// from the result, by Douglas and Peucker.
  ///
  /// Ends stay; a line that ends where it starts keeps at least its two farthest points.
  static func reduced(_ points: [PlanePoint], tolerance: Double) -> [PlanePoint] {
    var reduction = LineReduction(tolerance: tolerance)
    reduction.points = points
    reduction.choose()
    return points.indices.filter { reduction.isKept[$0] }.map { points[$0] }
  }

  /// The same for a line of numbered vertices.
  mutating func reduce(
    _ line: Span<Int32>, of vertices: Span<PlanePoint>, into kept: inout [Int32]
  ) {
    guard line.count > 2 else {
      for index in line.indices { kept.append(line[index]) }
      return
    }
    points.removeAll(keepingCapacity: true)
    for index in line.indices { points.append(vertices[Int(line[index])]) }
    choose()
    for index in line.indices where isKept[index] { kept.append(line[index]) }
  }

  /// Chooses which of the line's points stay.
  private mutating func choose() {
    let count = points.count
    isKept.removeAll(keepingCapacity: true)
    let isClosed = count > 2 && points[0] == points[count - 1]
    guard count > 2, tolerance > 0, !isClosed || count > 4 else {
      isKept.append(contentsOf: repeatElement(true, count: count))
      return
    }
    isKept.append(contentsOf: repeatElement(false, count: count))
    isKept[0] = true
    isKept[count - 1] = true
    if isClosed {
      var (far, distance) = (0, 0.0)
      for index in points.indices.dropFirst() {
        let other = Self.distance(points[0], points[index])
        if other > distance { (far, distance) = (index, other) }
      }
      isKept[far] = true
      open.append((0, far))
      open.append((far, count - 1))
    } else {
      open.append((0, count - 1))
    }
    while let (start, end) = open.popLast() {
      guard end - start > 1, let worst = worst(from: start, to: end) else { continue }
      isKept[worst] = true
      open.append((start, worst))
      open.append((worst, end))
    }
  }

  /// The first of the points that lie farthest from the chord between two others; `nil` where all are near enough.
  private func worst(from start: Int, to end: Int) -> Int? {
    // What `Segment.distance(to:)` does; the chord, which stays the same, is measured once.
    let (a, b) = (points[start], points[end])
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let square = dx * dx + dy * dy
    var worst: Int?
    var most = tolerance
    for index in start + 1..<end {
      let point = points[index]
      var nearest = a
      if square > 0 {
        let share = min(1, max(0, ((point.x - a.x) * dx + (point.y - a.y) * dy) / square))
        nearest = PlanePoint(x: a.x + dx * share, y: a.y + dy * share)
      }
      let distance = Self.distance(nearest, point)
      if distance > most { (worst, most) = (index, distance) }
    }
    return worst
  }

  private static func distance(_ a: PlanePoint, _ b: PlanePoint) -> Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    return (dx * dx + dy * dy).squareRoot()
  }

  /// The line with its corners cut twice, by Chaikin, none by more than a limit.
  ///
  /// Ends stay; a whole ring is rounded where it starts, too.
  ///
  /// - Parameter limit: How far from a corner its cut may begin.
  static func rounded(_ points: [PlanePoint], isRing: Bool, limit: Double) -> [PlanePoint] {
    var result = points
    for _ in 0..<2 where result.count > 2 {
      var next: [PlanePoint] = isRing ? [] : [result[0]]
      next.reserveCapacity(result.count * 2)
      let corners =
        isRing ? Array(result.indices.dropLast()) : Array(result.indices.dropFirst().dropLast())
      for index in corners {
        let corner = result[index]
        let before = result[index == 0 ? result.count - 2 : index - 1]
        let after = result[index + 1]
        for neighbour in [before, after] {
          let length = corner.distance(to: neighbour)
          let share = length > 0 ? min(0.25, limit / length) : 0
          next.append(corner.interpolated(to: neighbour, at: share))
        }
      }
      next.append(isRing ? next[0] : result[result.count - 1])
      result = next
    }
    return result
  }
}
