internal import MapGeometry
internal import MapTopology
internal import PlanNetwork

extension LineSet {
  /// The ends that meet no other line, nor their own further back, in order of parts.
  ///
  /// Found once: several rules ask.
  var looseEnds: [End] { loose.value(findLooseEnds) }

  private func findLooseEnds() -> [End] {
    let ends = ends
    // Most ends are the end of another line as well, digit by digit; that needs no search.
    var table = PlaceTable(tolerance: 0, capacity: ends.count)
    var parts: [Int] = []
    var isShared: [Bool] = []
    let places = ends.map { end in
      let place = table.place(at: end.point)
      if place == parts.count {
        parts.append(end.part)
        isShared.append(false)
      } else if parts[place] != end.part {
        isShared[place] = true
      }
      return place
    }
    return zip(ends, places).filter { !isShared[$1] && !meetsLine($0) }.map(\.0)
  }

  /// Whether another line, or the end's own further back, passes or ends where the end is.
  private func meetsLine(_ end: End) -> Bool {
    let length = parts[end.part].length
    return edges(near: end.point, within: tolerance).contains { edge in
      guard edge.part == end.part else { return true }
      let place = edge.distance + edge.segment.nearest(to: end.point).share * edge.length
      return abs(place - (end.isAtEnd ? length : 0)) > 2 * tolerance
    }
  }
}
