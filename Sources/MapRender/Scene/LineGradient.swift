internal import MapStyle

/// Draws lines whose colour changes along their way, as `line-gradient` says: in short pieces of one ink each.
struct LineGradient {
  /// How long a piece is at least, in millimetres, and how many a line has at most.
  private static let least = 0.5
  private static let most = 160.0
  /// How far a piece reaches below the next one, so that no seam shows.
  private static let overlap = 0.05
  /// The same of pieces that let shine through what lies below them.
  private static let translucentOverlap = 0.01

  let look: LayerLook

  func items(of course: PaperShape, _ stroke: Stroke) -> [DrawItem] {
    course.outlines.flatMap { line(LineWalk($0), stroke) }
  }

  private func line(_ walk: LineWalk, _ stroke: Stroke) -> [DrawItem] {
    guard walk.length > 0 else { return [] }
    var items: [DrawItem] = []
    let step = max(Self.least, walk.length / Self.most)
    for dash in dashes(of: stroke, length: walk.length) {
      var start = dash.lowerBound
      var ink = ink(at: (start + step / 2) / walk.length)
      var end = start
      while end < dash.upperBound {
        end = min(end + step, dash.upperBound)
        let next = self.ink(at: min(1, (end + step / 2) / walk.length))
        // Neighbours of one ink are one piece.
        guard next != ink || end >= dash.upperBound else { continue }
        let isLast = end >= dash.upperBound
        var piece = stroke
        piece.ink = ink
        piece.dash = []
        let isEnd = start <= dash.lowerBound || isLast
        piece.cap = isEnd ? stroke.cap : .butt
        let reach = isLast ? 0 : ink.opacity < 1 ? Self.translucentOverlap : Self.overlap
        if ink.opacity > 0 { items.append(.line(walk.part(from: start, to: end + reach), piece)) }
        (start, ink) = (end, next)
      }
    }
    return items
  }

  private func ink(at progress: Double) -> Ink {
    let color = look.layer.color(
      "line-gradient", atProgress: progress, for: look.feature, zoom: look.zoom)
    let share = look.layer.number("line-opacity", for: look.feature, zoom: look.zoom)
    return Ink(
      rgb: Ink(color).rgb, opacity: (color.alpha * share * 1000).rounded() / 1000)
  }

  /// The stretches that are drawn: the whole line, or its dashes.
  private func dashes(of stroke: Stroke, length: Double) -> [ClosedRange<Double>] {
    let total = stroke.dash.reduce(0, +)
    guard stroke.dash.count > 1, total > 0.05 else { return [0...length] }
    var result: [ClosedRange<Double>] = []
    var at = 0.0
    var index = 0
    while at < length {
      let end = min(length, at + stroke.dash[index % stroke.dash.count])
      if index.isMultiple(of: 2), end > at { result.append(at...end) }
      (at, index) = (end, index + 1)
    }
    return result
  }
}
