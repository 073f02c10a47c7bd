internal import MapStyle

/// How a fill layer draws a feature.
struct FillLook {
  var shift: (x: Double, y: Double)
  var paint: Paint
  var outline: Stroke?
  /// The lines that `gxq:hatch` draws over the fill.
  var hatch: Paint?

  init(_ look: LayerLook) {
    shift = look.shift("fill-translate")
    paint = look.fillPaint
    outline = look.fillOutline
    hatch = look.hatch
  }
}

extension FillLook: Equatable {
  static func == (a: FillLook, b: FillLook) -> Bool {
    a.shift == b.shift && a.paint == b.paint && a.outline == b.outline && a.hatch == b.hatch
  }
}

/// What a fill layer's look depends on, so that what is the same for all features is worked out once.
enum FillRecipe {
  case same(FillLook)
  /// The colour alone is the feature's own, and there is nothing in that colour but the fill itself.
  case ownColor(FillLook, FeatureColors, opacity: Double)
  case own

  init(_ look: LayerLook) {
    let layer = look.layer
    let own = ["fill-translate", "fill-pattern", "fill-opacity", "fill-outline-color"]
    if own.contains(where: { layer.dependsOnFeature($0) }) {
      self = .own
    } else if !layer.dependsOnFeature("fill-color") {
      self = .same(FillLook(look))
    } else if !layer.sets("fill-pattern"), layer.metadata["gxq:hatch"] == nil {
      self = .ownColor(
        FillLook(look), layer.colors("fill-color", zoom: look.zoom),
        opacity: layer.number("fill-opacity", zoom: look.zoom))
    } else {
      self = .own
    }
  }

  /// What of a feature decides its look.
  enum Decider {
    case nothing
    /// A property, which the feature says itself.
    case property(String)
    case more
  }

  var decider: Decider {
    switch self {
    case .same: .nothing
    case .ownColor(_, let colors, _):
      colors.property.flatMap { FactTeller.worksOut($0) ? nil : .property($0) } ?? .more
    case .own: .more
    }
  }

  /// The look for a feature.
  ///
  /// - Parameter own: What the layer says of it alone, where that must be asked.
  func look(_ feature: MapFeature, _ own: () -> LayerLook) -> FillLook {
    switch self {
    case .same(let look): return look
    case .ownColor(var look, let colors, let opacity):
      look.paint = .ink(Ink(colors.color(for: feature.style), share: opacity))
      return look
    case .own: return FillLook(own())
    }
  }
}
