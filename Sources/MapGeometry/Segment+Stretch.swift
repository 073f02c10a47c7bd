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

  /// The shortest ways to another segment that it does not cross, each from this one to the other.
  ///
  /// Where the two run in parallel there are many: the middle one comes first, then those at the ends.
  public func shortestLinks(to other: Segment) -> [Segment] {
    let links = [
      Segment(start, other.nearest(to: start).point), Segment(end, other.nearest(to: end).point),
      Segment(nearest(to: other.start).point, other.start),
      Segment(nearest(to: other.end).point, other.end),
    ]
    let lengths = links.map { $0.start.distance(to: $0.end) }
    let least = lengths.min() ?? 0
    // A coordinate is known to a millionth of a metre at best.
    let shortest = zip(links, lengths).filter { $0.1 <= least + 1e-6 }.map(\.0)
    guard
      let last = shortest.max(by: {
        shortest[0].start.distance(to: $0.start) < shortest[0].start.distance(to: $1.start)
      }), shortest[0].start.distance(to: last.start) > 1e-6
    else { return [shortest[0]] }
    let middle = Segment(
      shortest[0].start.interpolated(to: last.start, at: 0.5),
      shortest[0].end.interpolated(to: last.end, at: 0.5))
    return [middle, shortest[0], last]
  }
}
