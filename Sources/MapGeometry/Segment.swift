/// A straight piece of a line.
public struct Segment: Hashable, Sendable {
  /// Where it starts.
  public let start: PlanePoint
  /// Where it ends.
  public let end: PlanePoint

  /// Creates a segment.
  public init(_ start: PlanePoint, _ end: PlanePoint) {
    self.start = start
    self.end = end
  }

  /// The length in metres.
  public var length: Double { start.distance(to: end) }

  /// The point of the segment nearest to `point`, and the share of the way at which it lies.
  public func nearest(to point: PlanePoint) -> (point: PlanePoint, share: Double) {
    let dx = end.x - start.x
    let dy = end.y - start.y
    let square = dx * dx + dy * dy
    guard square > 0 else { return (start, 0) }
    let raw = ((point.x - start.x) * dx + (point.y - start.y) * dy) / square
    let share = min(1, max(0, raw))
    return (start.interpolated(to: end, at: share), share)
  }

  /// The distance from the segment to a point, in metres.
  public func distance(to point: PlanePoint) -> Double {
    nearest(to: point).point.distance(to: point)
  }

  /// The point a share of the way along: the ends, digit by digit, at 0 and before, at 1 and beyond.
  public func point(atShare share: Double) -> PlanePoint {
    if share <= 0 { return start }
    return share >= 1 ? end : start.interpolated(to: end, at: share)
  }

  /// The point at a distance from the start, in metres; the ends, digit by digit, beyond them.
  public func point(at distance: Double) -> PlanePoint {
    if distance <= 0 { return start }
    let length = length
    return distance >= length ? end : start.interpolated(to: end, at: distance / length)
  }

  /// The point that two segments share, unless they are parallel or share none.
  public func crossing(with other: Segment) -> PlanePoint? {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let (ex, ey) = (other.end.x - other.start.x, other.end.y - other.start.y)
    let determinant = dx * ey - dy * ex
    guard determinant != 0 else { return nil }
    let (gx, gy) = (other.start.x - start.x, other.start.y - start.y)
    let share = (gx * ey - gy * ex) / determinant
    let otherShare = (gx * dy - gy * dx) / determinant
    guard (0...1).contains(share), (0...1).contains(otherShare) else { return nil }
    return start.interpolated(to: end, at: share)
  }
}
