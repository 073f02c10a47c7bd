extension LintMark {
  /// The box that the mark can touch text in; `nil` for what leaves no ink.
  var reach: PaperBox? {
    if case .text(let run, _) = item {
      return PaperBox(GlyphBox.boxes(of: run).flatMap(\.corners))
    }
    return box
  }

  /// How deep a character lies in the mark's ink, in millimetres; 0 where it does not touch it.
  func depth(of glyph: GlyphBox) -> Double {
    switch item {
    case .text(let run, _):
      return GlyphBox.boxes(of: run).map { glyph.depth(in: $0) }.max() ?? 0
    case .path(let lines, let isClosed, let fill, let stroke, _):
      let edge = edgeDepth(of: glyph, lines, isClosed: isClosed, width: stroke?.width ?? 0)
      if edge > 0 || fill == nil || !isClosed { return edge }
      let outline = OutlineIndex(lines, isClosed: true, reach: 0)
      guard outline.contains(glyph.bounds.center) else { return 0 }
      return min(glyph.bounds.width, glyph.bounds.height)
    case .circle, .symbol:
      guard let box else { return 0 }
      return max(0, glyph.depth(in: GlyphBox(box)))
    case .label, .halo, .group: return 0
    }
  }

  /// How far a character lies across the mark's edge: what is left of it on the lesser side.
  func crossing(of glyph: GlyphBox) -> Double {
    switch item {
    case .path(let lines, let isClosed, _, let stroke, _):
      return edgeDepth(of: glyph, lines, isClosed: isClosed, width: stroke?.width ?? 0)
    case .circle(let center, let radius, _, let stroke, _):
      let outer = radius + (stroke?.width ?? 0) / 2
      let far = glyph.corners.map { center.distance(to: $0) }
      guard let farthest = far.max(), farthest > outer else { return 0 }
      guard let box, let nearest = far.min(), nearest < outer || box.contains(glyph.bounds.center)
      else { return 0 }
      return min(farthest - outer, max(outer - nearest, 0))
    case .symbol:
      guard let box, !box.contains(glyph.bounds) else { return 0 }
      return max(0, glyph.depth(in: GlyphBox(box)))
    case .text, .label, .halo, .group: return 0
    }
  }

  /// How deep edges run into a character: the least that it must move to be off each of them.
  private func edgeDepth(
    of glyph: GlyphBox, _ lines: [[PaperPoint]], isClosed: Bool, width: Double
  ) -> Double {
    var deepest = 0.0
    for line in lines {
      var edges = Array(zip(line, line.dropFirst()))
      if isClosed, let last = line.last, let first = line.first, last != first {
        edges.append((last, first))
      }
      for (a, b) in edges where glyph.lengthInside(a, b) > 0 {
        deepest = max(deepest, glyph.depth(across: a, b) + width / 2)
      }
    }
    return deepest
  }
}

extension GlyphBox {
  /// A box that is not turned.
  init(_ box: PaperBox) { self.init(corners: Array(box.ring.dropLast()), bounds: box) }

  /// How far the lesser part of the box lies beyond a line through two points.
  func depth(across a: PaperPoint, _ b: PaperPoint) -> Double {
    let length = a.distance(to: b)
    guard length > 0 else { return 0 }
    let sides = corners.map {
      ((b.x - a.x) * ($0.y - a.y) - (b.y - a.y) * ($0.x - a.x)) / length
    }
    return max(0, min(sides.max() ?? 0, -(sides.min() ?? 0)))
  }
}
