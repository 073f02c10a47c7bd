/// The edges of outlines in bands, so that a point asks only those at its own height.
struct OutlineIndex {
  private let minY: Double
  private let band: Double
  private var bands: [[(a: PaperPoint, b: PaperPoint)]]
  private let reach: Double

  /// - Parameter reach: How far from an edge points may ask.
  init(_ outlines: [[PaperPoint]], isClosed: Bool, reach: Double) {
    self.reach = reach
    let box = PaperBox(outlines.joined()) ?? PaperBox(x: 0, y: 0, width: 0, height: 0)
    let count = max(1, min(512, outlines.reduce(0) { $0 + $1.count } / 4))
    minY = box.minY - reach
    band = max((box.height + 2 * reach) / Double(count), 1e-9)
    bands = Array(repeating: [], count: count)
    for outline in outlines {
      for (a, b) in zip(outline, outline.dropFirst()) { insert(a, b) }
      if isClosed, let last = outline.last, let first = outline.first, first != last {
        insert(last, first)
      }
    }
  }

  private mutating func insert(_ a: PaperPoint, _ b: PaperPoint) {
    let low = index(min(a.y, b.y) - reach)
    let high = index(max(a.y, b.y) + reach)
    for band in low...max(low, high) { bands[band].append((a, b)) }
  }

  private func index(_ y: Double) -> Int {
    min(bands.count - 1, max(0, Int((y - minY) / band)))
  }

  /// Whether a point lies inside by the even-odd rule.
  func contains(_ point: PaperPoint) -> Bool {
    var isInside = false
    for (a, b) in bands[index(point.y)] where (a.y > point.y) != (b.y > point.y) {
      if point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x { isInside.toggle() }
    }
    return isInside
  }

  /// Whether an edge is nearer than a distance, which is at most the reach.
  func isNear(_ point: PaperPoint, within distance: Double) -> Bool {
    bands[index(point.y)].contains { a, b in
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let square = dx * dx + dy * dy
      let raw = square > 0 ? ((point.x - a.x) * dx + (point.y - a.y) * dy) / square : 0
      let share = min(1, max(0, raw))
      let (ex, ey) = (a.x + dx * share - point.x, a.y + dy * share - point.y)
      return ex * ex + ey * ey <= distance * distance
    }
  }
}
