internal import MapStyle

extension MapScene {
  /// Puts in what a layer draws of a feature, as far as names should keep off it.
  ///
  /// `gxq:obstacle` says how much a square millimetre counts. Where it says nothing, lines and outlines count by
  /// how much of them is drawn. Colours do not matter, so that names stand where they do in every theme.
  mutating func obstruct(_ feature: MapFeature, _ look: LayerLook) {
    let layer = look.layer
    let given = layer.metadata["gxq:obstacle"].flatMap(Double.init)
    switch layer.type {
    case .fill:
      if let given {
        obstacles.insert(areas: feature.shape.areas, weight: given, feature: feature.id)
      }
      if layer.sets("fill-outline-color") { obstruct(feature, width: 0.15, weight: 0.4) }
    case .line:
      let width = look.millimetres("line-width")
      guard width > 0 else { return }
      if let given { return obstruct(feature, width: width, weight: given) }
      let dash = layer.numbers("line-dasharray", for: look.feature, zoom: look.zoom)
      let on = stride(from: 0, to: dash.count, by: 2).reduce(0) { $0 + dash[$1] }
      let all = dash.reduce(0, +)
      let opacity = layer.number("line-opacity", for: look.feature, zoom: look.zoom)
      // A broad line is mostly a ground of its own, on which a name reads well; its edges are what disturbs.
      obstruct(
        feature, width: min(width, 0.5), weight: 0.4 * opacity * (all > 0 ? on / all : 1))
    case .background, .circle, .symbol: break
    }
  }

  private mutating func obstruct(_ feature: MapFeature, width: Double, weight: Double) {
    guard weight > 0.1 else { return }
    for line in feature.shape.outlines {
      obstacles.insert(line: line, width: width, weight: weight, feature: feature.id)
    }
  }
}
