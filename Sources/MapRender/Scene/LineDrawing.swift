internal import MapStyle

/// Draws lines or outlines as a line layer says: moved aside, as a pair, soft, dashed, as symbols.
struct LineDrawing {
  let look: LayerLook
  /// How the look's lines are drawn.
  let stroke: Stroke
  /// Open lines, or areas whose outlines are drawn.
  let shape: PaperShape

  func items(tag: Tag?) -> [DrawItem] {
    guard stroke.width > 0 else { return [] }
    let courses = self.courses(width: stroke.width)
    if courses.count == 1, look.isOneStroke {
      return drawn(courses[0], stroke, tag: tag)
    }
    let items = courses.flatMap { course in
      if let symbol = look.lineSymbol { return repeated(symbol, stroke, along: course) }
      if look.hasGradient { return LineGradient(look: look).items(of: course, stroke) }
      return soft(course, stroke)
    }
    return items.isEmpty ? [] : [.group(DrawItem.Group(tag: tag ?? Tag(), items: items))]
  }

  private func drawn(_ course: PaperShape, _ stroke: Stroke, tag: Tag?) -> [DrawItem] {
    let outlines = course.outlines
    guard !outlines.isEmpty else { return [] }
    return [
      .path(outlines, isClosed: course.lines.isEmpty, fill: nil, stroke: stroke, tag: tag)
    ]
  }

  /// The lines to draw: one, or one on either side of a gap.
  private func courses(width: Double) -> [PaperShape] {
    let offset = look.millimetres("line-offset")
    let gap = look.millimetres("line-gap-width")
    guard gap > 0 else { return [offset == 0 ? shape : parallel(offset)] }
    let half = (gap + width) / 2
    return [parallel(offset - half), parallel(offset + half)]
  }

  private func parallel(_ offset: Double) -> PaperShape {
    ParallelLine.shape(shape, at: offset, join: stroke.join)
  }

  private func soft(_ course: PaperShape, _ stroke: Stroke) -> [DrawItem] {
    let blur = look.lineBlur
    guard blur > 0 else { return drawn(course, stroke, tag: nil) }
    let half = stroke.width / 2
    return Blur.steps(of: stroke.ink, softness: blur / half, radius: half).flatMap { step in
      var ring = stroke
      ring.ink = step.ink
      ring.width = stroke.width * (1 - step.inset)
      return drawn(course, ring, tag: nil)
    }
  }

  /// A symbol as high as the line is wide, end to end along the line.
  private func repeated(
    _ symbol: SymbolGraphic, _ stroke: Stroke, along course: PaperShape
  ) -> [DrawItem] {
    let step = symbol.width(atHeight: stroke.width)
    guard step > 0.05 else { return [] }
    return course.outlines.flatMap(Self.stretches).flatMap { line -> [DrawItem] in
      let walk = LineWalk(line)
      // Whole symbols only: a little more or less room for each makes them come out even.
      let count = Int((walk.length / step).rounded())
      return (0..<count).map { index in
        let middle = walk.length * (Double(index) + 0.5) / Double(count)
        return .symbol(
          SymbolUse(
            graphic: symbol, at: walk.place(at: middle).point, size: stroke.width,
            rotation: walk.direction(at: middle, over: step), opacity: stroke.ink.opacity,
            ink: stroke.ink))
      }
    }
  }
}

extension LineDrawing {
  /// The line cut at its sharp corners, which a symbol cannot go around.
  static func stretches(of line: [PaperPoint]) -> [[PaperPoint]] {
    guard line.count > 2 else { return [line] }
    var result: [[PaperPoint]] = []
    var start = 0
    for index in 1..<line.count - 1 {
      let (a, b, c) = (line[index - 1], line[index], line[index + 1])
      let (dx, dy, ex, ey) = (b.x - a.x, b.y - a.y, c.x - b.x, c.y - b.y)
      let lengths = a.distance(to: b) * b.distance(to: c)
      guard lengths > 0, dx * ex + dy * ey < 0.7 * lengths else { continue }
      result.append(Array(line[start...index]))
      start = index
    }
    return result + [Array(line[start...])]
  }
}

extension LayerLook {
  /// The symbol that a line is made of.
  var lineSymbol: SymbolGraphic? {
    layer.sets("line-pattern")
      ? symbols[layer.text("line-pattern", for: feature, zoom: zoom)] : nil
  }

  /// Whether the line is one stroke along its course.
  var isPlainLine: Bool {
    !["line-pattern", "line-gradient", "line-blur", "line-gap-width", "line-offset"].contains {
      layer.sets($0)
    }
  }

  /// Whether the colour changes along the line.
  var hasGradient: Bool { layer.sets("line-gradient") }

  /// Whether a course of the line is one stroke of one ink.
  fileprivate var isOneStroke: Bool { lineSymbol == nil && !hasGradient && lineBlur == 0 }

  /// The width of the soft edge in millimetres.
  var lineBlur: Double { layer.sets("line-blur") ? millimetres("line-blur") : 0 }
}
