@testable import MapRender

extension DrawItem {
  /// The box around what the item draws, widths of lines left out; `nil` for nothing.
  var bounds: PaperBox? {
    switch self {
    case .path(let lines, _, _, _, _): PaperBox(lines.flatMap { $0 })
    case .circle(let center, let radius, _, _, _):
      PaperBox(x: center.x, y: center.y, width: 0, height: 0).grown(by: radius)
    case .symbol(let symbol):
      PaperBox(
        x: symbol.at.x - symbol.width / 2, y: symbol.at.y - symbol.size / 2, width: symbol.width,
        height: symbol.size)
    case .text(let run, _), .halo(let run, _): run.bounds
    case .label(let label): label.runs.map(\.bounds).joined
    case .group(let group):
      // What a clip cuts off is not drawn.
      group.clip ?? group.items.compactMap(\.bounds).joined
    }
  }

  /// The groups in the item with some ids, the item's own among them.
  func groups(_ ids: Set<String>) -> [(id: String, bounds: PaperBox?)] {
    guard case .group(let group) = self else { return [] }
    if ids.contains(group.tag.id) { return [(group.tag.id, bounds)] }
    return group.items.flatMap { $0.groups(ids) }
  }

  /// Every text that the item draws.
  var runs: [TextRun] {
    switch self {
    case .text(let run, _): [run]
    case .label(let label): label.runs
    case .group(let group): group.items.flatMap(\.runs)
    default: []
    }
  }
}

extension TextRun {
  var bounds: PaperBox {
    let start =
      switch anchor {
      case .start: 0.0
      case .middle: -width / 2
      case .end: -width
      }
    let corners = [
      (start, -face.ascent * size * 0.85), (start + width, -face.ascent * size * 0.85),
      (start + width, face.descent * size), (start, face.descent * size),
    ].map { PaperPoint(x: $0.0, y: $0.1).turned(by: rotation).moved(at.x, at.y) }
    return PaperBox(corners) ?? PaperBox(x: at.x, y: at.y, width: 0, height: 0)
  }
}

extension [PaperBox] {
  var joined: PaperBox? { first.map { first in dropFirst().reduce(first) { $0.union($1) } } }
}
