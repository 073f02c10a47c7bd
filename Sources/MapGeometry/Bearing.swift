#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A direction on the ground, clockwise from grid north, in degrees from 0 up to but not including 360.
public struct Bearing: Hashable, Sendable {
  /// Degrees clockwise from north.
  public let degrees: Double

  /// Creates a bearing; any number of turns is taken off.
  public init(degrees: Double) {
    let rest = degrees.truncatingRemainder(dividingBy: 360)
    self.degrees = rest < 0 ? rest + 360 : rest
  }

  /// The direction from one point to another; `nil` when they are the same.
  public init?(from start: PlanePoint, to end: PlanePoint) {
    guard start != end else { return nil }
    self.init(degrees: atan2(end.x - start.x, end.y - start.y) * 180 / .pi)
  }

  /// The smaller angle between two directions, 0 to 180 degrees.
  public func deviation(from other: Bearing) -> Double {
    let difference = abs(degrees - other.degrees)
    return min(difference, 360 - difference)
  }

  /// The angle to the nearest end of an axis, 0 to 90 degrees: north–south is `Bearing(degrees: 0)`.
  public func axisDeviation(from axis: Bearing) -> Double {
    let angle = deviation(from: axis)
    return min(angle, 180 - angle)
  }
}
