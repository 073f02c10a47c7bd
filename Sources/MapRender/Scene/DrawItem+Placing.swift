/// Everything on a sheet made larger and moved: from the millimetres of its design to those of its paper.
struct PagePlacing: Hashable, Sendable {
  var scale = 1.0
  /// What is added after scaling, to both x and y.
  var shift = 0.0

  var isNothing: Bool { scale == 1 && shift == 0 }

  func point(_ point: PaperPoint) -> PaperPoint {
    PaperPoint(x: point.x * scale + shift, y: point.y * scale + shift)
  }

  func box(_ box: PaperBox) -> PaperBox {
    let (low, high) = (
      point(PaperPoint(x: box.minX, y: box.minY)), point(PaperPoint(x: box.maxX, y: box.maxY))
    )
    return PaperBox(minX: low.x, minY: low.y, maxX: high.x, maxY: high.y)
  }

  /// The same ground on the larger paper.
  func placement(_ placement: MapPlacement) -> MapPlacement {
    MapPlacement(
      frame: box(placement.frame), denominator: placement.denominator / scale,
      center: placement.center)
  }

  func items(_ items: [DrawItem]) -> [DrawItem] { isNothing ? items : items.map(item) }

  private func item(_ item: DrawItem) -> DrawItem {
    switch item {
    case .path(let lines, let isClosed, let fill, let outline, let tag):
      return .path(
        lines.map { $0.map(point) }, isClosed: isClosed, fill: paint(fill),
        stroke: stroke(outline), tag: tag)
    case .circle(let center, let radius, let fill, let outline, let tag):
      return .circle(
        point(center), radius: radius * scale, fill: paint(fill), stroke: stroke(outline),
        tag: tag)
    case .symbol(var symbol):
      symbol.at = point(symbol.at)
      symbol.size *= scale
      return .symbol(symbol)
    case .text(let run, let tag): return .text(text(run), tag: tag)
    case .label(var label):
      label.runs = label.runs.map(text)
      label.curve = label.curve?.map(point)
      return .label(label)
    case .halo(let run, let width): return .halo(text(run), width: width * scale)
    case .group(var group):
      group.clip = group.clip.map(box)
      group.items = DrawItems(group.items.map(self.item))
      return .group(group)
    }
  }

  private func stroke(_ stroke: Stroke?) -> Stroke? {
    guard var stroke else { return nil }
    stroke.width *= scale
    stroke.dash = stroke.dash.map { $0 * scale }
    return stroke
  }

  private func paint(_ paint: Paint?) -> Paint? {
    guard case .pattern(var pattern) = paint else { return paint }
    // A tile lies in its own millimetres.
    let own = PagePlacing(scale: scale)
    pattern.width *= scale
    pattern.height *= scale
    pattern.items = own.items(pattern.items)
    return .pattern(pattern)
  }

  private func text(_ run: TextRun) -> TextRun {
    var run = run
    run.at = point(run.at)
    run.size *= scale
    return run
  }
}
