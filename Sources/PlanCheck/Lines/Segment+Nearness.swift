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
    let cross =
      (other.end.x - other.start.x) * (end.y - start.y)
      - (other.end.y - other.start.y) * (end.x - start.x)
    let sine = abs(cross) / length / otherLength
    guard sine <= max(0.02, 2 * reach / min(length, otherLength)),
      let shares = stretch(within: reach, of: other)
    else { return nil }
    return shares.lowerBound * length...shares.upperBound * length
  }
}
