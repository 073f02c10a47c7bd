internal import MapGeometry

/// A shortest way from one shape to another.
struct Link: Hashable, Sendable {
  /// Its length in metres; zero where the shapes touch or overlap.
  let distance: Double
  /// Where it starts, on the one shape.
  let start: PlanePoint
  /// Where it ends, on the other.
  let end: PlanePoint

  init(_ start: PlanePoint, _ end: PlanePoint) {
    self.start = start
    self.end = end
    distance = start.distance(to: end)
  }

  /// The same way from the other end.
  var reversed: Link { Link(end, start) }

  /// The way as the place of a finding; a point where the shapes meet.
  var geometry: PlaneGeometry {
    // What is shorter may end where it starts once it is rounded.
    distance < 0.001 ? .point(start) : (try? Line([start, end])).map { .line($0) } ?? .point(start)
  }
}

extension Segment {
  /// The length in metres.
  var length: Double { start.distance(to: end) }

  /// A shortest way to another segment.
  ///
  /// Exact where the two are parallel, one is a point, or both are: no crossing is looked for beyond
  /// the boxes, where rounding would find one between distant segments of one line.
  func link(to other: Segment) -> Link {
    if start != end, other.start != other.end,
      Bounds(start, end).touches(Bounds(other.start, other.end)), let point = crossing(with: other)
    {
      return Link(point, point)
    }
    let links = [
      Link(start, other.nearest(to: start).point), Link(end, other.nearest(to: end).point),
      Link(nearest(to: other.start).point, other.start),
      Link(nearest(to: other.end).point, other.end),
    ]
    return links.reduce(links[0]) { $1.distance < $0.distance ? $1 : $0 }
  }

  /// The stretch that runs along another segment, in metres from the start; `nil` when the two only
  /// cross, touch or keep apart.
  ///
  /// Running along is to stay within `reach` at nearly the same direction: rounding turns a short
  /// segment further than a long one, so short ones may differ more.
  func stretch(along other: Segment, within reach: Double) -> ClosedRange<Double>? {
    let (length, otherLength) = (length, other.length)
    guard length > 0, otherLength > 0 else { return nil }
    let (ux, uy) = ((end.x - start.x) / length, (end.y - start.y) / length)
    let vx = (other.end.x - other.start.x) / otherLength
    let vy = (other.end.y - other.start.y) / otherLength
    let (sine, cosine) = (vx * uy - vy * ux, ux * vx + uy * vy)
    guard abs(sine) <= max(0.02, 2 * reach / min(length, otherLength)) else { return nil }
    let (gx, gy) = (start.x - other.start.x, start.y - other.start.y)
    var found: [ClosedRange<Double>] = []
    // Beside the other segment …
    if let within = Self.solve(gx * vx + gy * vy, cosine, 0...otherLength),
      let beside = Self.solve(vx * gy - vy * gx, sine, -reach...reach),
      within.overlaps(beside)
    {
      found.append(within.clamped(to: beside))
    }
    // … or about one of its ends: what is near a segment is convex, so the pieces make one.
    for point in [other.start, other.end] {
      let (dx, dy) = (point.x - start.x, point.y - start.y)
      let (along, across) = (dx * ux + dy * uy, dx * uy - dy * ux)
      guard abs(across) <= reach else { continue }
      let half = (reach * reach - across * across).squareRoot()
      found.append((along - half)...(along + half))
    }
    guard let low = found.map(\.lowerBound).min(), let high = found.map(\.upperBound).max(),
      low < length, high > 0
    else { return nil }
    return max(0, low)...min(length, high)
  }

  /// Where `first + slope * t` lies in a range.
  private static func solve(
    _ first: Double, _ slope: Double, _ range: ClosedRange<Double>
  ) -> ClosedRange<Double>? {
    // A slope of rounding alone would be divided by.
    guard abs(slope) > 1e-12 else {
      return range.contains(first)
        ? -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude : nil
    }
    let ends = ((range.lowerBound - first) / slope, (range.upperBound - first) / slope)
    return min(ends.0, ends.1)...max(ends.0, ends.1)
  }
}
