internal import MapStyle

extension LayerLook {
  /// The marker of a circle layer, and how it is to look.
  var marker: (marker: Marker, look: Marker.Look) {
    let rim = millimetres("circle-stroke-width")
    var look = Marker.Look(
      radius: millimetres("circle-radius"), fill: ink("circle-color", "circle-opacity"),
      outline: rim > 0
        ? Stroke(ink: ink("circle-stroke-color", "circle-stroke-opacity"), width: rim) : nil)
    if let rung = feature?.property("rung")?.number, rung >= 0 {
      look.share = rung / 5
    } else if feature?.property("status")?.string == "现状" {
      look.share = 1
    }
    let name = layer.metadata["gxq:marker"] ?? ""
    return (Marker(rawValue: name) ?? .circle, look)
  }

  /// The symbol from a file that a circle layer draws instead of a marker.
  private var markerSymbol: SymbolGraphic? {
    layer.metadata["gxq:marker"].flatMap { Marker(rawValue: $0) == nil ? symbols[$0] : nil }
  }

  /// The marker of a circle layer at a point, no larger than `maxRadius`.
  func markerItems(
    at point: PaperPoint, bearing: Double = 0, maxRadius: Double = .infinity
  ) -> [DrawItem] {
    var (marker, look) = marker
    look.radius = min(look.radius, maxRadius)
    look.bearing = bearing
    if let symbol = markerSymbol {
      return [
        .symbol(
          SymbolUse(
            graphic: symbol, at: point, size: look.radius * 2, rotation: bearing,
            opacity: look.fill.opacity, ink: look.fill))
      ]
    }
    let blur = min(1, layer.number("circle-blur", for: feature, zoom: zoom))
    guard marker == .circle, blur > 0.02 else { return marker.items(at: point, look) }
    return Blur.steps(of: look.fill, softness: blur, radius: look.radius).map { step in
      .circle(
        point, radius: look.radius * (1 - step.inset), fill: .ink(step.ink), stroke: nil, tag: nil)
    }
  }
}

/// A symbol that a symbol layer draws, and how it is to look; lengths in millimetres.
struct IconLook: Hashable, Sendable {
  var graphic: SymbolGraphic
  /// The height.
  var size: Double
  /// Degrees clockwise.
  var rotation: Double
  var ink: Ink
  /// From the place to the middle of the symbol, before it is turned.
  var offset: PaperPoint
  /// Whether the symbol turns with the line that it stands on.
  var turns: Bool

  /// The radius of the circle that a name at the same place keeps clear of.
  var radius: Double {
    max(size, graphic.width(atHeight: size)) / 2 + max(abs(offset.x), abs(offset.y))
  }

  /// The symbol at a place.
  func item(at place: PaperPoint, bearing: Double, maxSize: Double = .infinity) -> DrawItem {
    let height = min(size, maxSize)
    let angle = LabelSetting.normalized(rotation + (turns ? bearing : 0))
    let moved = offset.turned(by: angle)
    return .symbol(
      SymbolUse(
        graphic: graphic, at: place.moved(moved.x, moved.y), size: height, rotation: angle,
        opacity: ink.opacity, ink: ink))
  }
}

extension LayerLook {
  /// The symbol of a symbol layer; `nil` where the layer draws none for the feature.
  var icon: IconLook? {
    guard layer.sets("icon-image") else { return nil }
    let name = layer.text("icon-image", for: feature, zoom: zoom)
    guard let graphic = symbols[name] else { return nil }
    let scale = layer.number("icon-size", for: feature, zoom: zoom)
    guard scale > 0 else { return nil }
    let size = graphic.naturalHeight * scale
    let width = graphic.width(atHeight: size)
    let pixels = layer.numbers("icon-offset", for: feature, zoom: zoom)
    var offset = PaperPoint(x: 0, y: 0)
    if pixels.count == 2 {
      offset = PaperPoint(
        x: pixels[0] * scale * Self.millimetresPerPixel,
        y: pixels[1] * scale * Self.millimetresPerPixel)
    }
    // The anchor names the part of the symbol that stands at the place.
    let anchor = layer.text("icon-anchor", for: feature, zoom: zoom)
    let words = anchor.split(separator: "-")
    if words.contains("left") { offset.x += width / 2 }
    if words.contains("right") { offset.x -= width / 2 }
    if words.contains("top") { offset.y += size / 2 }
    if words.contains("bottom") { offset.y -= size / 2 }
    let alignment = layer.text("icon-rotation-alignment", zoom: zoom)
    let placement = layer.text("symbol-placement", zoom: zoom)
    return IconLook(
      graphic: graphic, size: size,
      rotation: layer.number("icon-rotate", for: feature, zoom: zoom),
      ink: ink("icon-color", "icon-opacity"), offset: offset,
      turns: alignment == "map" || alignment != "viewport" && placement != "point")
  }
}
