extension DrawItem {
  /// The item drawn with other inks and widths.
  ///
  /// - Parameter keepsStyles: Whether the inks and lines of styles stay as they are.
  func redrawn(_ ink: (Ink) -> Ink, lines factor: Double, keepsStyles: Bool) -> DrawItem {
    func stroke(_ stroke: Stroke?) -> Stroke? {
      guard var stroke else { return nil }
      stroke.ink = ink(stroke.ink)
      stroke.width *= factor
      stroke.dash = stroke.dash.map { $0 * factor }
      return stroke
    }
    func paint(_ paint: Paint?) -> Paint? {
      switch paint {
      case .ink(let own): return .ink(ink(own))
      case .pattern(var pattern):
        pattern.background = pattern.background.map(ink)
        pattern.items = pattern.items.map {
          $0.redrawn(ink, lines: factor, keepsStyles: keepsStyles)
        }
        return .pattern(pattern)
      case nil: return nil
      }
    }
    func text(_ run: TextRun) -> TextRun {
      var run = run
      run.ink = ink(run.ink)
      return run
    }
    if keepsStyles, !hasSheetInk { return self }
    switch self {
    case .path(let lines, let isClosed, let fill, let outline, let tag):
      return .path(lines, isClosed: isClosed, fill: paint(fill), stroke: stroke(outline), tag: tag)
    case .circle(let center, let radius, let fill, let outline, let tag):
      return .circle(
        center, radius: radius, fill: paint(fill), stroke: stroke(outline), tag: tag)
    case .symbol(var symbol):
      symbol.ink = symbol.ink.map(ink)
      return .symbol(symbol)
    case .text(let run, let tag): return .text(text(run), tag: tag)
    case .label(var label):
      label.runs = label.runs.map(text)
      return .label(label)
    case .halo(let run, let width): return .halo(text(run), width: width)
    case .group(var group):
      group.items = DrawItems(
        group.items.map { $0.redrawn(ink, lines: factor, keepsStyles: keepsStyles) })
      return .group(group)
    }
  }

  /// Whether an ink of the sheet's own may be in it.
  private var hasSheetInk: Bool {
    switch self {
    case .path(_, _, let fill, let stroke, _), .circle(_, _, let fill, let stroke, _):
      fill?.isOfSheet == true || stroke?.ink.role != nil
    case .symbol(let symbol): symbol.ink?.role != nil
    case .text(let run, _), .halo(let run, _): run.ink.role != nil
    case .label(let label): label.runs.contains { $0.ink.role != nil }
    case .group(let group): group.hasSheetInks
    }
  }
}

extension Paint {
  fileprivate var isOfSheet: Bool {
    switch self {
    case .ink(let ink): ink.role != nil
    case .pattern: true
    }
  }
}
