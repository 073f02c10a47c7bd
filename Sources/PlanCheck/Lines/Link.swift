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

  /// A shortest way from one segment to another.
  init(from segment: Segment, to other: Segment) {
    let link = segment.shortestLink(to: other)
    self.init(link.start, link.end)
  }

  /// The same way from the other end.
  var reversed: Link { Link(end, start) }

  /// The way as the place of a finding; a point where the shapes meet.
  var geometry: PlaneGeometry {
    // What is shorter may end where it starts once it is rounded.
    distance < 0.001 ? .point(start) : (try? Line([start, end])).map { .line($0) } ?? .point(start)
  }
}
