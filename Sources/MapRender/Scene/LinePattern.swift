internal import Messages

/// A pattern that is made from its name: `hatch-45-1.6-0.12` is lines at 45°, 1.6 mm apart, 0.12 mm wide.
///
/// `cross` has such lines both ways, `dots` has dots of the width in rows.
struct LinePattern: Hashable, Sendable {
  enum Kind: String, CaseIterable, Sendable { case hatch, cross, dots }

  var kind: Kind
  /// Degrees from the horizontal, counter-clockwise.
  var angle: Double
  /// Between neighbouring lines or dots, in millimetres.
  var spacing: Double
  /// The width of a line or dot, in millimetres.
  var width: Double

  /// Reads `hatch-45-1.6-0.12`; `nil` for anything else.
  init?(_ name: String) {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 4, let kind = Kind(rawValue: String(parts[0])) else { return nil }
    self.init(kind, parts[1...])
  }

  /// Reads `45 1.6 0.12`; `nil` for anything else.
  init?(hatch text: String) { self.init(.hatch, text.split(separator: " ")[...]) }

  private init?(_ kind: Kind, _ parts: ArraySlice<Substring>) {
    let numbers = parts.compactMap { Double($0) }.filter(\.isFinite)
    guard numbers.count == 3, parts.count == 3, abs(numbers[0]) <= 360,
      (0.2...100).contains(numbers[1]), numbers[2] > 0, numbers[2] < numbers[1]
    else { return nil }
    self.kind = kind
    (angle, spacing, width) = (numbers[0], numbers[1], numbers[2])
  }

  static var explanation: Wording {
    Wording(
      "; also hatch-45-1.6-0.12 (angle, spacing and width in mm), cross-… and dots-…",
      zh: "；也可写 hatch-45-1.6-0.12（角度、间距和线宽，毫米）、cross-… 和 dots-…")
  }

  /// The pattern in an ink.
  func pattern(in ink: Ink) -> Pattern {
    // Lines reach over the tile, so that no seam shows.
    let middle = spacing / 2
    let stroke = Stroke(ink: ink, width: width)
    let across = DrawItem.line(
      [PaperPoint(x: -spacing, y: middle), PaperPoint(x: spacing * 2, y: middle)], stroke)
    let down = DrawItem.line(
      [PaperPoint(x: middle, y: -spacing), PaperPoint(x: middle, y: spacing * 2)], stroke)
    let items: [DrawItem] =
      switch kind {
      case .hatch: [across]
      case .cross: [across, down]
      case .dots:
        [
          .circle(
            PaperPoint(x: middle, y: middle), radius: width / 2, fill: .ink(ink), stroke: nil,
            tag: nil)
        ]
      }
    let numbers = [angle, spacing, width].map(Pattern.idText).joined(separator: "-")
    return Pattern(
      name: "\(kind.rawValue)-\(numbers)-\(Pattern.idText(ink))", width: spacing, height: spacing,
      angle: angle == 0 ? 0 : -angle, items: items)
  }
}

extension Pattern {
  /// A symbol side by side with itself; each tile is the symbol's box, a unit of which is a style pixel.
  init(_ symbol: SymbolGraphic, in ink: Ink) {
    let height = symbol.naturalHeight
    let width = symbol.width(atHeight: height)
    self.init(
      name: "fill-\(symbol.name)-\(Self.idText(ink))", width: width, height: height,
      items: [
        .symbol(
          SymbolUse(
            graphic: symbol, at: PaperPoint(x: width / 2, y: height / 2), size: height,
            opacity: ink.opacity, ink: ink))
      ])
  }

  static func idText(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let text = "\(abs(hundredths) / 100)"
    let rest = abs(hundredths) % 100
    let sign = hundredths < 0 ? "m" : ""
    return sign + (rest == 0 ? text : "\(text).\(rest < 10 ? "0" : "")\(rest)")
  }

  static func idText(_ ink: Ink) -> String {
    let hex = String(ink.rgb, radix: 16)
    let color = String(repeating: "0", count: max(0, 6 - hex.count)) + hex
    return ink.opacity < 1 ? "\(color)-\(Int((ink.opacity * 1000).rounded()))" : color
  }
}
