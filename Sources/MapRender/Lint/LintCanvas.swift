internal import MapStyle

/// What a sheet shows at a point below something: the inks drawn before it, one over the other.
///
/// Fills, lines, circles and patterns count as drawn, a dashed line as a whole one; a halo covers the
/// boxes of its glyphs; a symbol from a file covers the disc that it fits into. Other text does not count.
final class LintCanvas {
  private struct Layer {
    let mark: LintMark
    let bounds: PaperBox
    /// The glyphs of a halo.
    let glyphs: [GlyphBox]
  }

  private var layers: [Layer] = []
  private var outlines: [Int: OutlineIndex] = [:]
  private var patterns: [String: [(item: DrawItem, outline: OutlineIndex?)]] = [:]
  private let cell = 6.0
  private let columns: Int
  private let rows: Int
  private var cells: [[Int]]

  init(_ marks: [LintMark], size: (width: Double, height: Double)) {
    columns = max(1, Int((size.width / cell).rounded(.up)))
    rows = max(1, Int((size.height / cell).rounded(.up)))
    cells = Array(repeating: [], count: columns * rows)
    for mark in marks {
      var glyphs: [GlyphBox] = []
      var bounds = mark.box
      if case .halo(let run, let width) = mark.item {
        glyphs = GlyphBox.boxes(of: run)
        bounds = PaperBox(glyphs.flatMap(\.corners)).map { $0.grown(by: width / 2) }
      }
      guard var bounds else { continue }
      if let clip = mark.clip {
        guard clip.overlaps(bounds) else { continue }
        bounds = PaperBox(
          minX: max(bounds.minX, clip.minX), minY: max(bounds.minY, clip.minY),
          maxX: min(bounds.maxX, clip.maxX), maxY: min(bounds.maxY, clip.maxY))
      }
      let index = layers.count
      layers.append(Layer(mark: mark, bounds: bounds, glyphs: glyphs))
      let (left, right) = (column(bounds.minX), column(bounds.maxX))
      let (top, bottom) = (row(bounds.minY), row(bounds.maxY))
      for y in top...max(top, bottom) {
        for x in left...max(left, right) { cells[y * columns + x].append(index) }
      }
    }
  }

  private func column(_ x: Double) -> Int { min(columns - 1, max(0, Int(x / cell))) }
  private func row(_ y: Double) -> Int { min(rows - 1, max(0, Int(y / cell))) }

  /// The colour at a point, of all that is drawn before an item.
  func color(at point: PaperPoint, before order: Int) -> StyleColor {
    var color = StyleColor(red: 1, green: 1, blue: 1)
    for index in cells[row(point.y) * columns + column(point.x)] {
      let layer = layers[index]
      guard layer.mark.order < order else { break }
      guard layer.bounds.contains(point) else { continue }
      for ink in inks(of: layer, index, at: point) {
        color = ink.faded(layer.mark.opacity).over(color)
      }
    }
    return color
  }

  private func inks(of layer: Layer, _ index: Int, at point: PaperPoint) -> [Ink] {
    switch layer.mark.item {
    case .halo(let run, let width):
      return layer.glyphs.contains { $0.bounds.grown(by: width / 2).contains(point) }
        ? [run.ink] : []
    case .text, .label, .group: return []
    case .path(let lines, let isClosed, _, let stroke, _):
      if outlines[index] == nil {
        outlines[index] = OutlineIndex(
          lines, isClosed: isClosed, reach: (stroke?.width ?? 0) / 2)
      }
      return inks(of: layer.mark.item, outlines[index], at: point)
    case .circle, .symbol: return inks(of: layer.mark.item, nil, at: point)
    }
  }

  private func inks(of item: DrawItem, _ outline: OutlineIndex?, at point: PaperPoint) -> [Ink] {
    var result: [Ink] = []
    switch item {
    case .path(_, let isClosed, let fill, let stroke, _):
      guard let outline else { return [] }
      if let fill, isClosed, outline.contains(point) { result += inks(of: fill, at: point) }
      if let stroke, outline.isNear(point, within: stroke.width / 2) { result.append(stroke.ink) }
    case .circle(let center, let radius, let fill, let stroke, _):
      let distance = center.distance(to: point)
      if let fill, distance <= radius { result += inks(of: fill, at: point) }
      if let stroke, abs(distance - radius) <= stroke.width / 2 { result.append(stroke.ink) }
    case .symbol(let use):
      guard use.at.distance(to: point) <= min(use.size, use.width) / 2 else { return [] }
      result.append((use.ink ?? Ink(rgb: 0)).withOpacity(use.opacity))
    case .text, .label, .halo, .group: break
    }
    return result
  }

  private func inks(of paint: Paint, at point: PaperPoint) -> [Ink] {
    switch paint {
    case .ink(let ink): return [ink]
    case .pattern(let pattern):
      var result = [pattern.background].compactMap { $0 }
      let items = tile(of: pattern)
      guard !items.isEmpty, pattern.width > 0, pattern.height > 0 else { return result }
      let turned = point.turned(by: -pattern.angle)
      let inside = PaperPoint(
        x: turned.x - (turned.x / pattern.width).rounded(.down) * pattern.width,
        y: turned.y - (turned.y / pattern.height).rounded(.down) * pattern.height)
      for (item, outline) in items { result += inks(of: item, outline, at: inside) }
      return result
    }
  }

  /// What a tile shows; symbols in it are fine drawings with more ground than ink, and do not count.
  private func tile(of pattern: Pattern) -> [(item: DrawItem, outline: OutlineIndex?)] {
    if let known = patterns[pattern.name] { return known }
    let items: [(DrawItem, OutlineIndex?)] = LintMarks(pattern.items).marks.compactMap { mark in
      switch mark.item {
      case .path(let lines, let isClosed, _, let stroke, _):
        (mark.item, OutlineIndex(lines, isClosed: isClosed, reach: (stroke?.width ?? 0) / 2))
      case .circle: (mark.item, nil)
      case .symbol, .text, .label, .halo, .group: nil
      }
    }
    patterns[pattern.name] = items
    return items
  }
}

extension Ink {
  /// The colour without its opacity.
  var color: StyleColor {
    func part(_ shift: UInt32) -> Double { Double(rgb >> shift & 0xFF) / 255 }
    return StyleColor(red: part(16), green: part(8), blue: part(0))
  }

  func withOpacity(_ opacity: Double) -> Ink {
    var ink = self
    ink.opacity = opacity
    return ink
  }

  /// What is seen where the ink lies over a colour.
  func over(_ ground: StyleColor) -> StyleColor {
    let own = color
    func mix(_ a: Double, _ b: Double) -> Double { a * opacity + b * (1 - opacity) }
    return StyleColor(
      red: mix(own.red, ground.red), green: mix(own.green, ground.green),
      blue: mix(own.blue, ground.blue))
  }
}
