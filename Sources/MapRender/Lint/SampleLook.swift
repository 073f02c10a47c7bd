internal import MapStyle

/// The sample of a legend entry as a reader tells it from others: its shapes, and their colours.
struct SampleLook {
  /// A part of a sample without its colours.
  private struct Part {
    enum Kind: Equatable {
      case area, line, circle
      case symbol(String)
    }

    var kind: Kind
    /// The box around the part, from the middle of the sample.
    var box: PaperBox
    var corners: Int
    var isFilled: Bool
    var width: Double
    var dash: [Double]
    /// What the pattern shows: the angle and size of its tile, and how much it draws.
    var pattern: [Double]
  }

  private var parts: [Part] = []
  /// The colours of the parts that are large enough to be told by, in the order of drawing.
  private(set) var colors: [StyleColor] = []

  /// Lines and rims narrower than this have no colour that a reader could name, in millimetres.
  static let thinnest = 0.25

  init(of marks: [LintMark], on ground: StyleColor) {
    guard
      let whole = marks.compactMap(\.box).first.map({ first in
        marks.compactMap(\.box).reduce(first) { $0.union($1) }
      })
    else { return }
    let middle = whole.center
    for mark in marks {
      guard let box = mark.box else { continue }
      let place = PaperBox(
        minX: box.minX - middle.x, minY: box.minY - middle.y, maxX: box.maxX - middle.x,
        maxY: box.maxY - middle.y)
      func add(_ kind: Part.Kind, _ corners: Int, _ fill: Paint?, _ stroke: Stroke?) {
        parts.append(
          Part(
            kind: kind, box: place, corners: corners, isFilled: fill != nil,
            width: stroke?.width ?? 0, dash: stroke?.dash ?? [], pattern: Self.pattern(of: fill)))
        if let fill { colors += Self.inks(of: fill).map { $0.over(ground) } }
        if let stroke, stroke.width >= Self.thinnest { colors.append(stroke.ink.over(ground)) }
      }
      switch mark.item {
      case .path(let lines, let isClosed, let fill, let stroke, _):
        add(isClosed ? .area : .line, lines.reduce(0) { $0 + $1.count }, fill, stroke)
      case .circle(_, _, let fill, let stroke, _): add(.circle, 0, fill, stroke)
      case .symbol(let use):
        add(.symbol(use.graphic.name), 0, nil, nil)
        colors.append((use.ink ?? Ink(rgb: 0)).withOpacity(use.opacity).over(ground))
      case .text, .label, .halo, .group: break
      }
    }
  }

  /// Whether there is a sample at all.
  var isEmpty: Bool { parts.isEmpty }

  private static func inks(of paint: Paint) -> [Ink] {
    switch paint {
    case .ink(let ink): [ink]
    case .pattern(let pattern): [pattern.background].compactMap { $0 } + inks(in: pattern.items)
    }
  }

  /// The inks of a pattern's own drawing, fine as it is: there is enough of it.
  private static func inks(in items: [DrawItem]) -> [Ink] {
    LintMarks(items).marks.flatMap { mark -> [Ink] in
      switch mark.item {
      case .path(_, _, .ink(let ink), _, _), .circle(_, _, .ink(let ink), _, _): [ink]
      case .path(_, _, _, let stroke?, _): [stroke.ink]
      case .symbol(let use): [use.ink].compactMap { $0 }
      case .path, .circle, .text, .label, .halo, .group: []
      }
    }
  }

  private static func pattern(of paint: Paint?) -> [Double] {
    guard case .pattern(let pattern) = paint else { return [] }
    var count = 0.0
    for mark in LintMarks(pattern.items).marks { count += mark.box.map { $0.height } ?? 1 }
    return [pattern.angle, pattern.width, pattern.height, count]
  }

  /// Whether only colour can tell the samples apart.
  func hasShape(of other: SampleLook) -> Bool {
    guard parts.count == other.parts.count, colors.count == other.colors.count else { return false }
    return zip(parts, other.parts).allSatisfy { a, b in
      a.kind == b.kind && a.corners == b.corners && a.isFilled == b.isFilled
        && abs(a.box.width - b.box.width) < 0.5 && abs(a.box.height - b.box.height) < 0.5
        && Self.isLike(a.width, b.width) && a.dash.count == b.dash.count
        && zip(a.dash, b.dash).allSatisfy(Self.isLike)
        && a.pattern.count == b.pattern.count
        && zip(a.pattern, b.pattern).allSatisfy { abs($0 - $1) < max(0.1, 0.15 * abs($0)) }
    }
  }

  /// Whether two widths differ too little to be told by: less than from one of ISO 128 to the next.
  private static func isLike(_ a: Double, _ b: Double) -> Bool {
    max(a, b) - min(a, b) < 0.1 || max(a, b) < 1.4 * min(a, b)
  }

  /// How far the colours are apart to someone's eye: the largest difference of corresponding ones.
  func difference(to other: SampleLook, for vision: ColorVision) -> Double {
    zip(colors, other.colors).map { vision.lab($0).difference(to: vision.lab($1)) }.max() ?? 0
  }
}
