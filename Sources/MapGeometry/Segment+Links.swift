// The shortest ways from one straight piece to another.

extension Segment {
  /// The ways from each end of either segment to the other.
  ///
  /// The shortest of them is the shortest there is between segments that do not cross.
  private func links(to other: Segment) -> [Segment] {
    [
      Segment(start, other.nearest(to: start).point), Segment(end, other.nearest(to: end).point),
      Segment(nearest(to: other.start).point, other.start),
      Segment(nearest(to: other.end).point, other.end),
    ]
  }

  /// A shortest way to another segment, of no length where they meet.
  ///
  /// Exact where the two are parallel, one is a point, or both are: no crossing is looked for beyond
  /// the boxes, where rounding would find one between distant segments of one line.
  public func shortestLink(to other: Segment) -> Segment {
    if start != end, other.start != other.end,
      Bounds(start, end).touches(Bounds(other.start, other.end)), let point = crossing(with: other)
    {
      return Segment(point, point)
    }
    let links = links(to: other)
    var best = (link: links[0], length: links[0].length)
    for link in links.dropFirst() where link.length < best.length { best = (link, link.length) }
    return best.link
  }

  /// The shortest ways to another segment that it does not cross, each from this one to the other.
  ///
  /// Where the two run in parallel there are many: the middle one comes first, then those at the ends.
  public func shortestLinks(to other: Segment) -> [Segment] {
    let links = links(to: other)
    let lengths = links.map(\.length)
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
