internal import MapGeometry

extension PlaceFinder {
  /// Takes apart the places that lines of different levels pass, so that each level has its own.
  ///
  /// A line that ends at such a place goes to those that pass at its level, or else at the nearest
  /// level, the lower of two. Where nothing passes, ends meet whatever their levels: a bridge
  /// begins where the road on the ground ends.
  mutating func separateLevels() {
    guard lines.all.contains(where: { $0.level != lines.all[0].level }) else { return }
    var passing: [Int: Set<Double>] = [:]
    for (index, member) in lines.all.enumerated() {
      let line = stops[index]
      for stop in line.indices where !isEnd(stop, of: line, member) {
        passing[Int(line[stop].place), default: []].insert(member.level)
      }
    }
    var placeOf: [Int: [Double: Int]] = [:]
    for place in passing.keys.sorted() {
      guard let levels = passing[place], levels.count > 1 else { continue }
      for (index, level) in levels.sorted().enumerated() {
        if index > 0 { places.append(places[place]) }
        placeOf[place, default: [:]][level] = index > 0 ? places.count - 1 : place
      }
    }
    guard !placeOf.isEmpty else { return }
    for (index, member) in lines.all.enumerated() {
      for stop in stops.range(of: index) {
        guard let byLevel = placeOf[Int(stops.all[stop].place)] else { continue }
        let nearest = byLevel.keys.min {
          (abs($0 - member.level), $0) < (abs($1 - member.level), $1)
        }
        if let place = nearest.flatMap({ byLevel[$0] }) { stops.move(stop, to: place) }
      }
    }
  }

  /// Whether a line ends at a stop rather than passing it; one that comes back to its start passes
  /// there.
  private func isEnd(_ index: Int, of line: ArraySlice<Stop>, _ member: PlanLines.Line) -> Bool {
    guard !member.isClosed, line.first?.place != line.last?.place || line.count == 1 else {
      return false
    }
    return index == line.startIndex || index == line.endIndex - 1
  }
}
