internal import MapGeometry

/// Points that count as one where they are within a tolerance, found by the squares they lie in.
struct PlaceTable {
  /// The first point of each place.
  private(set) var points: [PlanePoint] = []
  private let tolerance: Double
  /// The side of a square: so large that a point seldom lies near another square, and so small that
  /// few places share one.
  private let side: Double
  /// The last place in each square, and for each place the one before it in its square.
  private var last: [Square: Int32] = [:]
  private var previous: [Int32] = []

  /// Counted in `Double` because `Int` cannot hold every coordinate.
  private struct Square: Hashable {
    let x: Double
    let y: Double
  }

  init(tolerance: Double) {
    self.tolerance = tolerance
    side = max(2 * tolerance, min(16 * tolerance, 0.1), 1e-3)
  }

  /// The earliest place within the tolerance of a point, or a new one.
  mutating func place(at point: PlanePoint) -> Int {
    var found = Int32.max
    let (west, east) = (square(point.x - tolerance), square(point.x + tolerance))
    let (south, north) = (square(point.y - tolerance), square(point.y + tolerance))
    for x in west == east ? [west] : [west, east] {
      for y in south == north ? [south] : [south, north] {
        var place = last[Square(x: x, y: y)] ?? -1
        while place >= 0 {
          if place < found, points[Int(place)].distance(to: point) <= tolerance { found = place }
          place = previous[Int(place)]
        }
      }
    }
    guard found == .max else { return Int(found) }
    let own = Square(x: square(point.x), y: square(point.y))
    previous.append(last[own] ?? -1)
    last[own] = Int32(points.count)
    points.append(point)
    return points.count - 1
  }

  private func square(_ coordinate: Double) -> Double { (coordinate / side).rounded(.down) }
}
