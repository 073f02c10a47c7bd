internal import MapGeometry

/// Squares that cover the plane, to find what is near by the squares it lies in.
struct SquareGrid {
  /// A square, by its column and row.
  struct Square: BitwiseCopyable {
    fileprivate var x: UInt64
    fileprivate var y: UInt64

    /// A number that neighbouring squares do not share.
    @inline(__always)
    var hash: Int {
      var mixed = x &* 0x9E37_79B9_7F4A_7C15 ^ y &* 0xC2B2_AE3D_27D4_EB4F
      mixed ^= mixed >> 32
      mixed &*= 0xD6E8_FEB8_6659_FD93
      return Int(truncatingIfNeeded: (mixed ^ mixed >> 32) >> 1)
    }
  }

  /// How near is near, in metres.
  let reach: Double
  private let squaresPerMetre: Double
  /// How far from its middle a square holds points of which nothing within reach lies in another, in squares.
  private let inner: Double

  /// - Parameter side: The side of a square; more than twice the reach, or it is made so.
  init(reach: Double, side: Double) {
    self.reach = reach
    squaresPerMetre = 1 / max(side, 2.5 * reach)
    // Less by more than what a coordinate is rounded by.
    inner = 0.5 - reach * squaresPerMetre - 1e-4
  }

  /// The square that a point lies in.
  @inline(__always)
  func square(of point: PlanePoint) -> Square {
    Square(x: nearest(point.x).number, y: nearest(point.y).number)
  }

  /// Calls `body` with each square that holds what is within reach of a point: four at most.
  @inline(__always)
  func forEachSquare(around point: PlanePoint, _ body: (Square) -> Void) {
    let (column, row) = (nearest(point.x), nearest(point.y))
    let own = Square(x: column.number, y: row.number)
    body(own)
    let (isNearColumn, isNearRow) = (abs(column.rest) > inner, abs(row.rest) > inner)
    guard isNearColumn || isNearRow else { return }
    let x = column.rest > 0 ? own.x &+ 1 : own.x &- 1
    let y = row.rest > 0 ? own.y &+ 1 : own.y &- 1
    if isNearColumn { body(Square(x: x, y: own.y)) }
    if isNearRow { body(Square(x: own.x, y: y)) }
    if isNearColumn, isNearRow { body(Square(x: x, y: y)) }
  }

  /// The number of the column or row whose middle is nearest to a coordinate, and how far it is from there.
  ///
  /// Beside a number so large the last digit of a sum is one: adding it rounds to the nearest whole number, and these
  /// follow one another in the digits of the sum. What no such sum can hold shares its squares by its digits.
  @inline(__always)
  private func nearest(_ coordinate: Double) -> (number: UInt64, rest: Double) {
    let exact = coordinate * squaresPerMetre
    let sum = exact + 0x1.8p52
    return (sum.bitPattern, exact - (sum - 0x1.8p52))
  }
}
