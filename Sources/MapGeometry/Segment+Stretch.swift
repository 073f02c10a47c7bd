// Where straight pieces are near each other, told as shares of the way along the first.

extension Segment {
  /// The shares of the way between which the segment stays within a distance of another; `nil` where
  /// it never comes so near.
  ///
  /// What is near a segment is convex, so there is one such stretch at most.
  public func stretch(within distance: Double, of other: Segment) -> ClosedRange<Double>? {
    let length = start.distance(to: end)
    guard length > 0 else { return other.distance(to: start) <= distance ? 0...1 : nil }
    let (ux, uy) = ((end.x - start.x) / length, (end.y - start.y) / length)
    var (low, high) = (Double.infinity, -Double.infinity)
    func add(_ from: Double, _ to: Double) { (low, high) = (min(low, from), max(high, to)) }
    for point in [other.start, other.end] {
      let (dx, dy) = (point.x - start.x, point.y - start.y)
      let (along, across) = (dx * ux + dy * uy, dx * uy - dy * ux)
      guard abs(across) <= distance else { continue }
      let half = (distance * distance - across * across).squareRoot()
      add(along - half, along + half)
    }
    let otherLength = other.start.distance(to: other.end)
    if otherLength > 0 {
      let vx = (other.end.x - other.start.x) / otherLength
      let vy = (other.end.y - other.start.y) / otherLength
      let (gx, gy) = (start.x - other.start.x, start.y - other.start.y)
      let beside = Self.solutions(gx * vx + gy * vy, ux * vx + uy * vy, 0, otherLength)
      let near = Self.solutions(vx * gy - vy * gx, vx * uy - vy * ux, -distance, distance)
      let (from, to) = (max(beside.low, near.low), min(beside.high, near.high))
      if from <= to { add(from, to) }
    }
    (low, high) = (max(low / length, 0), min(high / length, 1))
    return low <= high ? low...high : nil
  }

  /// The `t` for which `first + slope * t` lies between two numbers; empty where `low` exceeds `high`.
  private static func solutions(
    _ first: Double, _ slope: Double, _ least: Double, _ most: Double
  ) -> (low: Double, high: Double) {
    // Rounding alone makes such a slope, and it must not be divided by.
    guard abs(slope) > 1e-12 else {
      return first >= least && first <= most ? (-.infinity, .infinity) : (.infinity, -.infinity)
    }
    let ends = ((least - first) / slope, (most - first) / slope)
    return (min(ends.0, ends.1), max(ends.0, ends.1))
  }

  /// The stretch of the segment that is the same place as a stretch of another; one share twice where
  /// they only meet in a point, `nil` where they do not meet.
  ///
  /// Ends within the tolerance of the other segment lie on it, and what lies between two of them runs
  /// along it. Segments that cross at however small an angle meet in a point, while
  /// ``stretch(within:of:)`` tells how far they stay near.
  public func contact(with other: Segment, within tolerance: Double) -> ClosedRange<Double>? {
    var (low, high) = (Double.infinity, -Double.infinity)
    func note(_ share: Double) { (low, high) = (min(low, share), max(high, share)) }
    if other.distance(to: start) <= tolerance { note(0) }
    if other.distance(to: end) <= tolerance { note(1) }
    for point in [other.start, other.end] {
      let nearest = nearest(to: point)
      if nearest.point.distance(to: point) <= tolerance { note(nearest.share) }
    }
    if low > high, let crossing = crossing(with: other) { note(nearest(to: crossing).share) }
    return low <= high ? low...high : nil
  }
}
