internal import MapGeometry

/// Points that count as one where they are within a tolerance, found by the squares they lie in.
///
/// Squares are spread over the lists of a flat table; a list holds the places of the few squares that
/// share it, the latest first.
struct PlaceTable {
  /// The first point of each place.
  private(set) var points: [PlanePoint] = []
  private let grid: SquareGrid
  /// The last place of each list; -1 for none.
  private var lists: [Int32]
  /// How many places the lists hold: those that others may be near to.
  private var enlisted = 0
  /// For each place the one before it in its list; -1 for none.
  private var previous: [Int32] = []

  /// Creates a table without places.
  ///
  /// - Parameter tolerance: Metres; 0 tells all points apart that are not the same digit by digit.
  init(tolerance: Double, capacity: Int = 0) {
    // So large that a point seldom lies near another square, and so small that few places share one.
    grid = SquareGrid(reach: tolerance, side: max(min(16 * tolerance, 0.1), 1e-3))
    var size = 1024
    while size < capacity { size *= 2 }
    lists = Array(repeating: -1, count: size)
    points.reserveCapacity(capacity)
    previous.reserveCapacity(capacity)
  }

  /// The earliest place within the tolerance of a point, or a new one.
  mutating func place(at point: PlanePoint) -> Int {
    var found = Int32.max
    grid.forEachSquare(around: point) { square in
      var place = lists[square.hash & (lists.count - 1)]
      while place >= 0 {
        if place < found, points[Int(place)].distance(to: point) <= grid.reach { found = place }
        place = previous[Int(place)]
      }
    }
    guard found == .max else { return Int(found) }
    if enlisted == lists.count { grow() }
    enlisted += 1
    let place = place(ofLonely: point)
    enlist(place)
    return place
  }

  /// A new place at a point that is known to be within the tolerance of no other.
  mutating func place(ofLonely point: PlanePoint) -> Int {
    points.append(point)
    previous.append(-1)
    return points.count - 1
  }

  private mutating func enlist(_ place: Int) {
    let list = grid.square(of: points[place]).hash & (lists.count - 1)
    previous[place] = lists[list]
    lists[list] = Int32(place)
  }

  private mutating func grow() {
    lists = Array(repeating: -1, count: lists.count * 2)
    // Places that nothing is near to may stand in the lists as well.
    for place in points.indices { enlist(place) }
  }
}
