internal import MapGeometry
internal import MapTopology
internal import PlanNetwork

/// An end of a line.
struct LineEnd: Sendable {
  /// The line's place among the lines.
  let line: Int
  /// Whether it is the last point of the line, rather than the first.
  let isAtEnd: Bool
  let point: PlanePoint
}

extension PlanLines {
  /// The ends that meet no other line, nor their own further back, in order of lines.
  func looseEnds(tolerance: Double) -> [LineEnd] {
    // Most ends are the end of another line as well, digit by digit; that needs no search.
    ends(tolerance: tolerance) { !ends.isShared($0) }.filter { !meetsLine($0, tolerance) }
  }

  /// The ends that meet no end of another line, in order of lines.
  func endsThatMeetNoEnd(tolerance: Double) -> [LineEnd] {
    let points = ends.all
    let index = BoxIndex(points.map { Bounds($0, $0) })
    // The start of a closed line is where another may join it, though it is no end of its own.
    return ends(tolerance: tolerance) { !ends.isShared($0) }.filter { end in
      let own = ends.number(of: end.line, atEnd: end.isAtEnd)
      return !index.query(Bounds(end.point, end.point), margin: tolerance).contains {
        $0 != own && points[$0].distance(to: end.point) <= tolerance
      }
    }
  }

  /// The ends of lines that do not end where they start.
  ///
  /// - Parameter counts: Whether a point where lines end is looked at.
  private func ends(tolerance: Double, where counts: (_ number: Int) -> Bool) -> [LineEnd] {
    var found: [LineEnd] = []
    for line in all.indices {
      guard let start = ends.number(of: line, atEnd: false),
        let end = ends.number(of: line, atEnd: true), start != end, counts(start) || counts(end),
        ends.all[start].distance(to: ends.all[end]) > tolerance
      else { continue }
      for (number, isAtEnd) in [(start, false), (end, true)] where counts(number) {
        found.append(LineEnd(line: line, isAtEnd: isAtEnd, point: ends.all[number]))
      }
    }
    return found
  }

  /// Whether another line, or the end's own further back, passes or ends where the end is.
  private func meetsLine(_ end: LineEnd, _ tolerance: Double) -> Bool {
    edges(near: end.point, within: tolerance).contains { edge in
      guard edge.line == end.line else { return true }
      let line = all[end.line]
      let place = line.distance(along: edge, to: end.point)
      return abs(place - (end.isAtEnd ? line.course.length : 0)) > 2 * tolerance
    }
  }
}
