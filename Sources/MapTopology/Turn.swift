import MapGeometry

/// On which side of the way from one point to another a third lies, where floating point can tell.
enum Turn {
  case left, straight, right

  /// The turn at `b` on the way from `a` over `b` to `c`; `nil` where rounding could decide.
  ///
  /// The filter of Shewchuk's predicates: beyond this bound the sign of the determinant is that of the
  /// exact one.
  @inline(__always)
  init?(_ a: PlanePoint, _ b: PlanePoint, _ c: PlanePoint) {
    let left = (a.x - c.x) * (b.y - c.y)
    let right = (a.y - c.y) * (b.x - c.x)
    let determinant = left - right
    let bound = 3.330_669_073_875_472e-16 * (abs(left) + abs(right))
    if determinant > bound {
      self = .left
    } else if -determinant > bound {
      self = .right
    } else if determinant == 0, left == 0 || a == c || b == c || a == b {
      self = .straight
    } else {
      return nil
    }
  }

  /// Whether two edges that leave a point surely have no other point in common.
  @inline(__always)
  static func surelyParts(at point: PlanePoint, _ a: PlanePoint, _ b: PlanePoint) -> Bool {
    switch Turn(point, a, b) {
    case .left, .right: return true
    case .straight, nil:
      // Into opposite quadrants, however the rounding falls.
      let x = (a.x - point.x) * (b.x - point.x)
      let y = (a.y - point.y) * (b.y - point.y)
      return x < 0 && y <= 0 || x <= 0 && y < 0
    }
  }
}
