internal import MapGeometry

/// Squares that cover the plane, to find what is near by the squares it lies in.
struct SquareGrid {
  /// A square, by its column and row.
  struct Square: BitwiseCopyable {
    let x: Int
    let y: Int

    /// A number that neighbouring squares do not share.
    var hash: Int {
      var mixed =
        UInt64(bitPattern: Int64(x)) &* 0x9E37_79B9_7F4A_7C15
        ^ UInt64(bitPattern: Int64(y)) &* 0xC2B2_AE3D_27D4_EB4F
      mixed ^= mixed >> 32
      mixed &*= 0xD6E8_FEB8_6659_FD93
      return Int(truncatingIfNeeded: (mixed ^ mixed >> 32) >> 1)
    }
  }

  /// How near is near, in metres.
  let reach: Double
  private let squaresPerMetre: Double

  /// - Parameter side: The side of a square; more than twice the reach, or it is made so.
  init(reach: Double, side: Double) {
    self.reach = reach
    squaresPerMetre = 1 / max(side, 2.5 * reach)
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

  /// The column or row of a coordinate.
  @inline(__always)
  private func number(_ coordinate: Double) -> Int {
    let exact = coordinate * squaresPerMetre
    // What no `Int` can hold shares its squares by its digits.
    guard abs(exact) < 0x1p62 else { return Int(truncatingIfNeeded: exact.bitPattern) }
    // Rounded down without a call of the library, which this machine's plain instructions would need.
    let cut = Int(exact)
    return Double(cut) > exact ? cut - 1 : cut
  }
}
