/// Moves symbols apart that would cover one another.
///
/// Symbols that touch push each other away, a little in every round, until none touch or the rounds are
/// used up; none goes farther than ``reach`` from its place. Only the symbols' drawing moves: a fine line
/// leads from where it stands to where it belongs.
enum Displacement {
  struct Symbol: Hashable, Sendable {
    let feature: String
    let place: PaperPoint
    let radius: Double
  }

  /// The farthest a symbol is moved, in millimetres.
  static let reach = 7.0
  private static let gap = 0.35

  /// Where each symbol is to stand; those that need not move are left out.
  static func solve(_ symbols: [Symbol]) -> [String: PaperPoint] {
    let ordered = symbols.sorted { $0.feature < $1.feature }
    var points = ordered.map(\.place)
    for _ in 0..<120 {
      var moved = false
      for a in ordered.indices {
        for b in ordered.indices.dropFirst(a + 1) {
          let needed = (ordered[a].radius + ordered[b].radius) * 1.2 + gap
          var dx = points[b].x - points[a].x
          var dy = points[b].y - points[a].y
          var distance = (dx * dx + dy * dy).squareRoot()
          guard distance < needed - 0.01 else { continue }
          if distance < 0.05 {
            // Symbols on one spot part sideways, in the order of their ids.
            (dx, dy, distance) = (1, 0.3, 1.044)
          }
          let push = min(needed - distance, 0.5) / 2
          points[a] = limited(
            points[a].moved(-dx / distance * push, -dy / distance * push), to: ordered[a].place)
          points[b] = limited(
            points[b].moved(dx / distance * push, dy / distance * push), to: ordered[b].place)
          moved = true
        }
      }
      if !moved { break }
    }
    var result: [String: PaperPoint] = [:]
    for (symbol, point) in zip(ordered, points) where point.distance(to: symbol.place) > 0.05 {
      result[symbol.feature] = point
    }
    return result
  }

  private static func limited(_ point: PaperPoint, to place: PaperPoint) -> PaperPoint {
    let distance = point.distance(to: place)
    return distance > reach ? place.interpolated(to: point, at: reach / distance) : point
  }
}
