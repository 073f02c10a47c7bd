internal import MapGeometry
internal import MapTopology

/// Finds where lines lead from the inside of an area to its outside.
struct BoundaryCrossings {
  /// A place where a line leads over the outline.
  struct Crossing {
    /// The parts that lead in and out; the same twice where one line goes through.
    let parts: [Int]
    /// What of the line lies on the outline there, from one end to the other.
    let course: [PlanePoint]
  }

  /// A part's way at the outline, and on which side it lies before and after.
  private struct Passage {
    let part: Int
    let range: ClosedRange<Double>
    /// Whether the line is inside before; `nil` where it begins at the outline.
    let before: Bool?
    /// Whether it is inside after; `nil` where it ends at the outline.
    let after: Bool?
  }

  private let set: LineSet
  private let area: PlaneGeometry
  private let segments: [Segment]
  private let index: BoxIndex

  init(_ set: LineSet, _ area: PlaneGeometry) {
    self.set = set
    self.area = area
    segments = area.segments
    index = BoxIndex(segments.map { Bounds($0.start, $0.end) })
  }

  /// The crossings of parts, in order; a crossing may be split between two lines that both end there.
  func crossings(of parts: [Int]) -> [Crossing] {
    let passages = parts.flatMap(passages)
    var crossings: [Crossing] = []
    var halves: [(passage: Passage, isInside: Bool, point: PlanePoint)] = []
    for passage in passages {
      let course = set.points(ofPart: passage.part, between: passage.range)
      switch (passage.before, passage.after) {
      case (let before?, let after?):
        guard before != after else { continue }
        crossings.append(Crossing(parts: [passage.part, passage.part], course: course))
      case (let side?, nil): halves.append((passage, side, course[course.count - 1]))
      case (nil, let side?): halves.append((passage, side, course[0]))
      case (nil, nil): continue
      }
    }
    return crossings + joined(halves, besides: crossings)
  }

  /// The places where one line ends from inside and another from outside, each once.
  private func joined(
    _ halves: [(passage: Passage, isInside: Bool, point: PlanePoint)], besides known: [Crossing]
  ) -> [Crossing] {
    let knownIndex = BoxIndex(known.map { Bounds($0.course) })
    let ends = BoxIndex(halves.map { Bounds($0.point, $0.point) })
    var taken: Set<Int> = []
    var crossings: [Crossing] = []
    for (place, half) in halves.enumerated() where half.isInside && !taken.contains(place) {
      let box = Bounds(half.point, half.point)
      let isKnown = knownIndex.query(box, margin: set.tolerance).contains {
        known[$0].course.contains { $0.distance(to: half.point) <= set.tolerance }
      }
      let near = ends.query(box, margin: set.tolerance).filter {
        halves[$0].point.distance(to: half.point) <= set.tolerance
      }
      taken.formUnion(near)
      guard !isKnown, let other = near.first(where: { !halves[$0].isInside }) else { continue }
      crossings.append(
        Crossing(
          parts: [half.passage.part, halves[other].passage.part], course: [half.point]))
    }
    return crossings
  }

  /// Where a part meets the outline, with the sides on which it lies between.
  private func passages(of part: Int) -> [Passage] {
    let line = set.parts[part]
    var contacts: [ClosedRange<Double>] = []
    for edge in set.edges[line.edges] {
      let box = Bounds(edge.segment.start, edge.segment.end)
      for segment in index.query(box, margin: set.tolerance).map({ segments[$0] }) {
        guard let shares = edge.segment.contact(with: segment, within: set.tolerance) else {
          continue
        }
        contacts.append(edge.along(shares))
      }
    }
    guard !contacts.isEmpty else { return [] }
    let meetings = Stretches(contacts, joining: set.tolerance).all
    let stretches = Stretches(contacts, joining: set.tolerance).rest(of: 0...line.length)
    let startsHere = meetings[0].lowerBound <= set.tolerance
    let endsHere = meetings[meetings.count - 1].upperBound >= line.length - set.tolerance
    // Between two meetings the line is on one side, or so near the outline that it is on it.
    let sides = stretches.compactMap { stretch in
      side(ofPart: part, between: stretch).map { (stretch: stretch, isInside: $0) }
    }
    guard !sides.isEmpty else {
      return [Passage(part: part, range: meetings[0], before: nil, after: nil)]
    }
    var passages: [Passage] = []
    if let first = sides.first, let last = sides.last {
      let (start, end) = (first.stretch.lowerBound, last.stretch.upperBound)
      let seam = line.isClosed ? (last.isInside, first.isInside) : nil
      if start > 0 || startsHere {
        passages.append(
          Passage(part: part, range: 0...start, before: seam?.0, after: first.isInside))
      }
      if end < line.length || endsHere, seam == nil {
        passages.append(
          Passage(part: part, range: end...line.length, before: last.isInside, after: nil))
      }
    }
    for (before, after) in zip(sides, sides.dropFirst()) {
      passages.append(
        Passage(
          part: part, range: before.stretch.upperBound...after.stretch.lowerBound,
          before: before.isInside, after: after.isInside))
    }
    return passages.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Whether a stretch between two meetings lies inside; `nil` where no point of it is further from
  /// the outline than the tolerance.
  private func side(ofPart part: Int, between stretch: ClosedRange<Double>) -> Bool? {
    let points = set.points(ofPart: part, between: stretch)
    let middles = zip(points, points.dropFirst()).map { $0.interpolated(to: $1, at: 0.5) }
    let probes = middles + points
    let clear = probes.first { probe in
      !index.query(Bounds(probe, probe), margin: set.tolerance).contains {
        segments[$0].distance(to: probe) <= set.tolerance
      }
    }
    return clear.map { probe in area.polygons.contains { $0.contains(probe) } }
  }
}
