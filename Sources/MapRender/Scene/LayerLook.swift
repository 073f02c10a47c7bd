internal import MapStyle

/// Reads what a style layer says about one feature, in millimetres and inks.
struct LayerLook {
  /// One CSS pixel on paper.
  static let millimetresPerPixel = 25.4 / 96

  let layer: StyleLayer
  let feature: StyleFeature?
  let zoom: Double
  let symbols: SymbolLibrary

  func ink(_ color: String, _ opacity: String) -> Ink {
    Ink(
      layer.color(color, for: feature, zoom: zoom),
      share: layer.number(opacity, for: feature, zoom: zoom))
  }

  func millimetres(_ name: String) -> Double {
    layer.number(name, for: feature, zoom: zoom) * Self.millimetresPerPixel
  }

  /// How far a property such as `fill-translate` moves what is drawn, in millimetres.
  func shift(_ name: String) -> (x: Double, y: Double) {
    guard layer.sets(name) else { return (0, 0) }
    let pixels = layer.numbers(name, for: feature, zoom: zoom)
    guard pixels.count == 2 else { return (0, 0) }
    return (pixels[0] * Self.millimetresPerPixel, pixels[1] * Self.millimetresPerPixel)
  }

  /// The pattern that a property such as `fill-pattern` names, in an ink.
  private func pattern(_ name: String, in ink: Ink) -> Pattern? {
    guard layer.sets(name) else { return nil }
    let name = layer.text(name, for: feature, zoom: zoom)
    if let symbol = symbols[name] { return Pattern(symbol, in: ink) }
    return LinePattern(name)?.pattern(in: ink)
  }

  var background: Paint {
    let ink = ink("background-color", "background-opacity")
    return pattern("background-pattern", in: ink).map { .pattern($0) } ?? .ink(ink)
  }

  var fill: Ink { ink("fill-color", "fill-opacity") }

  /// The colour of a fill or the pattern that takes its place, which then has the colour's ink.
  var fillPaint: Paint {
    let ink = fill
    return pattern("fill-pattern", in: ink).map { .pattern($0) } ?? .ink(ink)
  }

  /// The lines that `gxq:hatch` draws over a fill, in the ink of the outline.
  var hatch: Paint? {
    guard let hatch = layer.metadata["gxq:hatch"].flatMap({ LinePattern(hatch: $0) }) else {
      return nil
    }
    return .pattern(hatch.pattern(in: Ink(rgb: (fillOutline?.ink ?? fill).rgb, opacity: 0.75)))
  }

  /// The outline of a fill, where the style gives one.
  var fillOutline: Stroke? {
    guard layer.sets("fill-outline-color") else { return nil }
    return Stroke(ink: ink("fill-outline-color", "fill-opacity"), width: 0.15)
  }

  var stroke: Stroke {
    let width = millimetres("line-width")
    return Stroke(
      ink: ink("line-color", "line-opacity"), width: width,
      dash: layer.numbers("line-dasharray", for: feature, zoom: zoom).map { $0 * width },
      cap: Stroke.Cap(rawValue: layer.text("line-cap", for: feature, zoom: zoom)) ?? .butt,
      join: Stroke.Join(rawValue: layer.text("line-join", for: feature, zoom: zoom)) ?? .miter,
      miterLimit: layer.sets("line-miter-limit")
        ? max(1, layer.number("line-miter-limit", for: feature, zoom: zoom)) : 4)
  }

  /// What the layer prints beside the feature; empty for nothing.
  var text: String { layer.text("text-field", for: feature, zoom: zoom) }

  var label: LabelRequest.Look {
    let fonts = layer.strings("text-font", for: feature, zoom: zoom).first ?? ""
    let isBold = fonts.holdsBytes(of: "Bold")
    let face: FontFace =
      fonts.holdsBytes(of: "Serif")
      ? (isBold ? .serifBold : .serifRegular) : (isBold ? .sansBold : .sansRegular)
    let size = (millimetres("text-size") * 100).rounded() / 100
    let isLatin = TypeSize.isLatin(text)
    return LabelRequest.Look(
      face: face, size: isLatin ? TypeSize.name(size) : size,
      ink: ink("text-color", "text-opacity"),
      halo: ink("text-halo-color", "text-opacity"),
      haloWidth: millimetres("text-halo-width") * 2,
      spacing: isLatin ? 0 : layer.number("text-letter-spacing", for: feature, zoom: zoom),
      lineHeight: layer.number("text-line-height", for: feature, zoom: zoom),
      slant: Double(layer.metadata["gxq:slant"] ?? "") ?? 0,
      maxWidth: layer.number("text-max-width", for: feature, zoom: zoom))
  }
}

extension Ink {
  /// The ink of a style's colour, of which a share is seen.
  init(_ color: StyleColor, share: Double) {
    self.init(rgb: Ink(color).rgb, opacity: (color.alpha * share * 1000).rounded() / 1000)
  }
}
