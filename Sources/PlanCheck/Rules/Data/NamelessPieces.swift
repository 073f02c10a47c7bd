internal import DistrictPlan
internal import MapGeometry

/// Finds lines without a name that go on, at both ends, as lines of one name.
struct NamelessPieces {
  struct Piece {
    /// The place of the feature in the list.
    let feature: Int
    let name: String
    /// The places of the features that bear the name at its ends.
    let neighbours: [Int]
  }

  /// An end of a line and the node that it meets others in.
  private struct End {
    let feature: Int
    let line: Int
    let isLast: Bool
    let way: LineEnds.End
    let node: Int
  }

  private(set) var pieces: [Piece] = []
  private let names: [StreetName?]
  private let turn: Double
  /// The ends of each line, first and last.
  private var lines: [[End]] = []
  private var nodes: [Int: [End]] = [:]

  init(_ features: [PlanFeature], _ names: [StreetName?], _ task: RuleTask) {
    self.names = names
    turn = task.quantity("turn")
    var places = PlaceSet(tolerance: task.quantity("tolerance"))
    for (place, feature) in features.enumerated() {
      for line in feature.plane?.lines ?? [] {
        let ends = LineEnds.ends(of: line)
        guard ends.count == 2 else { continue }
        let number = lines.count
        let both = ends.enumerated().map { side, way in
          End(
            feature: place, line: number, isLast: side == 1, way: way,
            node: places.insert(way.point).place)
        }
        lines.append(both)
        for end in both { nodes[end.node, default: []].append(end) }
      }
    }
    for ends in lines where names[ends[0].feature] == nil && ends[0].node != ends[1].node {
      guard let back = namesake(from: ends[0]), let ahead = namesake(from: ends[1]),
        let name = names[back], names[ahead]?.text == name.text,
        // One finding for each feature.
        pieces.last?.feature != ends[0].feature
      else { continue }
      pieces.append(
        Piece(
          feature: ends[0].feature, name: name.text,
          neighbours: back == ahead ? [back] : [back, ahead]))
    }
  }

  /// The first named feature that one comes to by going on from an end.
  private func namesake(from end: End) -> Int? {
    var current = end
    var seen: Set<Int> = [end.line]
    while true {
      let next = (nodes[current.node] ?? []).filter { $0.line != current.line }
        .map { (end: $0, turn: current.way.turn(into: $0.way)) }
        .filter { $0.turn <= turn }.min { $0.turn < $1.turn }?.end
      guard let next, seen.insert(next.line).inserted else { return nil }
      if names[next.feature] != nil { return next.feature }
      current = lines[next.line][next.isLast ? 0 : 1]
    }
  }
}
