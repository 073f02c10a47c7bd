internal import MapGeometry

/// Tells vertices that lie by themselves from those that may share their place with another.
///
/// Most vertices of a network only shape its lines. They are told by two bits for each of many squares, whether
/// something lies there and whether something more does, which fit where looking is cheap; then only the
/// others need a place in a table. Squares may share their bits, so a vertex may be taken for
/// one that has company, never the other way.
struct VertexCensus {
  private let grid: SquareGrid
  private var once: [UInt64]
  private var again: [UInt64]
  private let mask: Int

  /// - Parameter count: How many vertices there are.
  init(tolerance: Double, count: Int) {
    grid = SquareGrid(reach: tolerance, side: max(min(64 * tolerance, 0.25), 1e-3))
    var words = 64
    // Eight squares for each vertex leave one vertex in seven that seems to have company.
    while words * 8 < count { words *= 2 }
    once = Array(repeating: 0, count: words)
    again = once
    mask = words * 64 - 1
  }

  /// Counts a vertex; all are counted before any is asked about.
  mutating func count(_ point: PlanePoint) {
    let grid = grid
    grid.forEachSquare(around: point) { square in
      let place = square.hash & mask
      let bit = UInt64(1) << UInt64(place & 63)
      if once[place >> 6] & bit != 0 { again[place >> 6] |= bit }
      once[place >> 6] |= bit
    }
  }

  /// Whether no other vertex lies within the tolerance of one that was counted.
  func isAlone(_ point: PlanePoint) -> Bool {
    var isAlone = true
    grid.forEachSquare(around: point) { square in
      let place = square.hash & mask
      if again[place >> 6] >> UInt64(place & 63) & 1 != 0 { isAlone = false }
    }
    return isAlone
  }
}
