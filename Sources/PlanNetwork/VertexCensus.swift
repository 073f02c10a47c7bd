internal import MapGeometry

/// Tells vertices that lie by themselves from those that may share their place with another.
///
/// Most vertices of a network only shape its lines. They are told by a few bits for each of many squares, whether
/// something lies there and whether something more does, which fit where looking is cheap; then only the
/// others need a place in a table. Squares may share their bits, so a vertex may be taken for
/// one that has company, never the other way.
struct VertexCensus {
  private let grid: SquareGrid
  /// The lower half of a word says where something lies, the upper half where something more does.
  ///
  /// A square has three bits of each half: two squares seldom share all of them.
  private var words: [UInt64]

  /// - Parameter count: How many vertices there are.
  init(tolerance: Double, count: Int) {
    grid = SquareGrid(reach: tolerance, side: max(min(64 * tolerance, 0.25), 1e-3))
    var size = 64
    // Four squares for each word leave one vertex in thirty, at most, that seems to have company.
    while size * 4 < count { size *= 2 }
    words = Array(repeating: 0, count: size)
  }

  /// Counts some of the vertices of a line; all are counted before any is asked about.
  mutating func count(_ points: [PlanePoint], _ some: Range<Int>) {
    let grid = grid
    words.withUnsafeMutableBufferPointer { words in
      for point in some {
        grid.forEachSquare(around: points[point]) { square in
          let (place, bits) = Self.place(of: square, among: words.count)
          let word = words[place]
          words[place] = word | bits | (word & bits) << 32
        }
      }
    }
  }

  /// Whether no other vertex lies within the tolerance of one that was counted.
  @inline(__always)
  func isAlone(_ point: PlanePoint) -> Bool {
    var isAlone = true
    grid.forEachSquare(around: point) { square in
      let (place, bits) = Self.place(of: square, among: words.count)
      if words[place] >> 32 & bits == bits { isAlone = false }
    }
    return isAlone
  }

  /// The word of a square, and its bits in the lower half of it.
  @inline(__always)
  private static func place(
    of square: SquareGrid.Square, among count: Int
  ) -> (place: Int, bits: UInt64) {
    let hash = square.hash
    func bit(_ number: Int) -> UInt64 { 1 << UInt64(number & 31) }
    return (hash >> 15 & (count - 1), bit(hash) | bit(hash >> 5) | bit(hash >> 10))
  }
}
