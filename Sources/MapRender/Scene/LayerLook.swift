internal import MapStyle

/// Reads what a style layer says about one feature, in millimetres and inks.
struct LayerLook {
  /// One CSS pixel on paper.
  static let millimetresPerPixel = 25.4 / 96

  let layer: StyleLayer
  let feature: StyleFeature?
  let zoom: Double

  private func ink(_ color: String, _ opacity: String) -> Ink {
    let value = layer.color(color, for: feature, zoom: zoom)
    let rgb =
      UInt32((value.red * 255).rounded()) << 16 | UInt32((value.green * 255).rounded()) << 8
      | UInt32((value.blue * 255).rounded())
    let share = layer.number(opacity, for: feature, zoom: zoom)
    return Ink(rgb: rgb, opacity: (value.alpha * share * 1000).rounded() / 1000)
  }

  func millimetres(_ name: String) -> Double {
    layer.number(name, for: feature, zoom: zoom) * Self.millimetresPerPixel
  }

  var background: Ink { ink("background-color", "background-opacity") }

  var fill: Ink { ink("fill-color", "fill-opacity") }

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
      join: Stroke.Join(rawValue: layer.text("line-join", for: feature, zoom: zoom)) ?? .miter)
  }

  var marker: (marker: Marker, look: Marker.Look) {
    let rim = millimetres("circle-stroke-width")
    var look = Marker.Look(
      radius: millimetres("circle-radius"), fill: ink("circle-color", "circle-opacity"),
      outline: rim > 0
        ? Stroke(ink: ink("circle-stroke-color", "circle-stroke-opacity"), width: rim) : nil)
    if let rung = feature?.properties["rung"]?.number, rung >= 0 {
      look.share = rung / 5
    } else if feature?.properties["status"]?.string == "现状" {
      look.share = 1
    }
    let name = layer.metadata["gxq:marker"] ?? ""
    return (Marker(rawValue: name) ?? .circle, look)
  }

  /// What the layer prints beside the feature; empty for nothing.
  var text: String { layer.text("text-field", for: feature, zoom: zoom) }

  var label: LabelRequest.Look {
    let fonts = layer.strings("text-font", for: feature, zoom: zoom).first ?? ""
    let isBold = fonts.contains("Bold")
    let face: FontFace =
      fonts.contains("Serif")
      ? (isBold ? .serifBold : .serifRegular) : (isBold ? .sansBold : .sansRegular)
    return LabelRequest.Look(
      face: face, size: (millimetres("text-size") * 100).rounded() / 100,
      ink: ink("text-color", "text-opacity"),
      halo: ink("text-halo-color", "text-opacity"),
      haloWidth: millimetres("text-halo-width") * 2,
      spacing: text.contains(where: TextWrap.isHanzi)
        ? layer.number("text-letter-spacing", for: feature, zoom: zoom) : 0,
      lineHeight: layer.number("text-line-height", for: feature, zoom: zoom),
      slant: Double(layer.metadata["gxq:slant"] ?? "") ?? 0,
      maxWidth: layer.number("text-max-width", for: feature, zoom: zoom))
  }
}
