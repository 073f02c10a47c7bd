internal import MapStyle

extension MapScene {
  /// Puts in what a layer draws of a feature, as far as names should keep off it.
  ///
  /// `gxq:obstacle` says how much a square millimetre counts. Where it says nothing, lines and outlines count as
  /// much as they stand out from the ground: a dark line through a name makes it hard to read, a pale one hardly.
  mutating func obstruct(_ feature: MapFeature, _ look: LayerLook) {
    let given = look.layer.metadata["gxq:obstacle"].flatMap(Double.init)
    switch look.layer.type {
    case .fill:
      if let given {
        obstacles.insert(areas: feature.shape.areas, weight: given, feature: feature.id)
      }
      if let outline = look.fillOutline { obstruct(feature, outline, nil) }
    case .line: obstruct(feature, look.stroke, given)
    case .background, .circle, .symbol: break
    }
  }

  private mutating func obstruct(_ feature: MapFeature, _ stroke: Stroke, _ given: Double?) {
    guard stroke.width > 0 else { return }
    let on = stride(from: 0, to: stroke.dash.count, by: 2).reduce(0) { $0 + stroke.dash[$1] }
    let all = stroke.dash.reduce(0, +)
    let share = all > 0 ? on / all : 1
    let weight = given ?? 1.6 * stroke.ink.contrast(to: ground) * share
    guard weight > 0.1 else { return }
    // A broad line is mostly a ground of its own, on which a name reads well; its edges are what disturbs.
    let width = given == nil ? min(stroke.width, 0.5) : stroke.width
    for line in feature.shape.outlines {
      obstacles.insert(line: line, width: width, weight: weight, feature: feature.id)
    }
  }

  /// The ink that most of the ground has.
  private var ground: Ink {
    if case .ink(let ink) = background { ink } else { .white }
  }
}

extension Ink {
  /// How light it looks on white paper, from 0 to 1.
  private var lightness: Double {
    func part(_ shift: UInt32) -> Double { Double(rgb >> shift & 0xFF) / 255 }
    return 0.3 * part(16) + 0.59 * part(8) + 0.11 * part(0)
  }

  /// How much it stands out from a ground, from 0 to 1.
  fileprivate func contrast(to ground: Ink) -> Double {
    abs(lightness - ground.lightness) * opacity
  }
}
