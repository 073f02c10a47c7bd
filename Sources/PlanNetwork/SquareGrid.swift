internal import MapGeometry

/// Squares that cover the plane, to find what is near by the squares it lies in.
struct SquareGrid {
  /// A square, by its column and row; in `Double` because `Int` cannot hold every coordinate.
  struct Square: Equatable, BitwiseCopyable {
    let x: Double
    let y: Double

    /// A number that neighbouring squares do not share.
    var hash: Int {
      // Adding 0 makes one of the two zeros.
      var mixed =
        (x + 0).bitPattern &* 0x9E37_79B9_7F4A_7C15 ^ (y + 0).bitPattern &* 0xC2B2_AE3D_27D4_EB4F
      mixed ^= mixed >> 32
      mixed &*= 0xD6E8_FEB8_6659_FD93
      return Int(truncatingIfNeeded: (mixed ^ mixed >> 32) >> 1)
    }
  }

  /// How near is near, in metres.
  let reach: Double
  private let side: Double

  /// - Parameter side: The side of a square; twice the reach at least.
  init(reach: Double, side: Double) {
    self.reach = reach
    self.side = max(side, 2 * reach)
  }

  /// The square that a point lies in.
  func square(of point: PlanePoint) -> Square {
    Square(x: number(point.x), y: number(point.y))
  }

  /// Calls `body` with each square that holds what is within reach of a point: four at most.
  @inline(__always)
  func forEachSquare(around point: PlanePoint, _ body: (Square) -> Void) {
    let (west, east) = (number(point.x - reach), number(point.x + reach))
    let (south, north) = (number(point.y - reach), number(point.y + reach))
    body(Square(x: west, y: south))
    if west != east { body(Square(x: east, y: south)) }
    guard south != north else { return }
    body(Square(x: west, y: north))
    if west != east { body(Square(x: east, y: north)) }
  }

  private func number(_ coordinate: Double) -> Double { (coordinate / side).rounded(.down) }
}
