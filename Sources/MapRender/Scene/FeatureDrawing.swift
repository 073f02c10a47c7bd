internal import MapStyle

/// Draws features as one style layer says.
///
/// A style says what MapLibre has no word for under `metadata`: `gxq:marker` (the symbol of a circle
/// layer), `gxq:at` (`start`, `start out`, `end`, `middle`, `along 20`), `gxq:hatch` (`45 1.6 0.12`) and `gxq:taper`
/// (the width at the first vertex as a share of the whole).
///
/// A class, so that who draws very many features passes a reference on and no copy.
final class FeatureDrawing: Sendable {
  let layer: StyleLayer
  let zoom: Double
  let prefix: String
  let symbols: SymbolLibrary
  /// The class of what stands for a feature.
  static let classes = "feature"
  /// What the XML ids of the layer's features begin with.
  let scope: String
  /// How a fill looks.
  private let recipe: FillRecipe

  init(layer: StyleLayer, zoom: Double, prefix: String, symbols: SymbolLibrary) {
    (self.layer, self.zoom, self.prefix, self.symbols) = (layer, zoom, prefix, symbols)
    scope = "\(prefix)\(layer.id)."
    recipe =
      layer.type == .fill
      ? FillRecipe(LayerLook(layer: layer, feature: nil, zoom: zoom, symbols: symbols)) : .own
  }

  /// Whether areas are filled with colours, and with no patterns.
  var isPlain: Bool { !layer.sets("fill-pattern") && layer.metadata["gxq:hatch"] == nil }

  private func look(_ feature: MapFeature?) -> LayerLook {
    LayerLook(layer: layer, feature: feature?.style, zoom: zoom, symbols: symbols)
  }

  func items(of feature: MapFeature) -> [DrawItem] {
    if layer.type == .fill { return fill(feature) }
    let look = look(feature)
    let tag = tag(of: feature)
    switch layer.type {
    case .line: return line(feature.shape.moved(look.shift("line-translate")), look, tag)
    case .circle: return markers(feature.shape.moved(look.shift("circle-translate")), look, tag)
    case .symbol: return icons(feature.shape.moved(look.shift("icon-translate")), look, tag)
    case .background, .fill: return []
    }
  }

  private func tag(of feature: MapFeature) -> Tag {
    Tag(
      id: scope + feature.id, classes: Self.classes, feature: feature.id, layer: feature.layer,
      title: feature.title)
  }

  /// What of a feature decides how its areas are filled.
  var decider: FillRecipe.Decider { recipe.decider }

  /// How the areas of a feature are filled.
  func fillLook(of feature: MapFeature) -> FillLook { recipe.look(feature) { look(feature) } }

  private func fill(_ feature: MapFeature) -> [DrawItem] {
    let look = fillLook(of: feature)
    let rings = feature.shape.moved(look.shift).rings
    guard !rings.isEmpty else { return [] }
    let area = DrawItem.path(
      rings, isClosed: true, fill: look.paint, stroke: look.outline, tag: tag(of: feature))
    guard let hatch = look.hatch else { return [area] }
    return [area, .path(rings, isClosed: true, fill: hatch, stroke: nil, tag: nil)]
  }

  /// One area that covers the frame except for the features.
  func veil(outside features: [MapFeature], of frame: PaperBox) -> DrawItem {
    let look = look(nil)
    let rings = features.flatMap { $0.shape.areas.compactMap(\.first) }
    return .path(
      [frame.grown(by: 3).ring] + rings, isClosed: true, fill: .ink(look.fill), stroke: nil,
      tag: nil)
  }

  private func line(_ shape: PaperShape, _ look: LayerLook, _ tag: Tag) -> [DrawItem] {
    let stroke = look.stroke
    guard stroke.width > 0 else { return [] }
    if let share = layer.metadata["gxq:taper"].flatMap(Double.init), !shape.lines.isEmpty {
      return [tapered(shape.lines, stroke, from: share, tag)]
    }
    return LineDrawing(look: look, stroke: stroke, shape: shape).items(tag: tag)
  }

  /// A line that widens from its first vertex to its last, in steps too small to see.
  private func tapered(
    _ lines: [[PaperPoint]], _ stroke: Stroke, from share: Double, _ tag: Tag
  ) -> DrawItem {
    var items: [DrawItem] = []
    for line in lines {
      let walk = LineWalk(line)
      let steps = max(1, min(12, Int(walk.length / 8)))
      for step in 0..<steps {
        var piece = stroke
        piece.cap = .round
        let way = steps == 1 ? 1 : Double(step) / Double(steps - 1)
        piece.width = stroke.width * (share + (1 - share) * way)
        items.append(
          .line(
            walk.part(
              from: walk.length * Double(step) / Double(steps),
              to: walk.length * Double(step + 1) / Double(steps)), piece))
      }
    }
    return .group(DrawItem.Group(tag: tag, items: items))
  }

  private func markers(_ shape: PaperShape, _ look: LayerLook, _ tag: Tag) -> [DrawItem] {
    let items = places(on: shape).flatMap { look.markerItems(at: $0.point, bearing: $0.bearing) }
    return items.isEmpty ? [] : [.group(DrawItem.Group(tag: tag, items: items))]
  }

  private func icons(_ shape: PaperShape, _ look: LayerLook, _ tag: Tag) -> [DrawItem] {
    guard let icon = look.icon else { return [] }
    let items = places(on: shape).map { icon.item(at: $0.point, bearing: $0.bearing) }
    return items.isEmpty ? [] : [.group(DrawItem.Group(tag: tag, items: items))]
  }

  /// What labels must keep off: the layer's markers.
  func obstacles(of feature: MapFeature) -> [ObstacleGrid.Obstacle] {
    guard let radius = radius(for: feature) else { return [] }
    let weight = layer.metadata["gxq:obstacle"].flatMap(Double.init) ?? .infinity
    return places(on: feature.shape).map { place in
      ObstacleGrid.Obstacle(
        box: PaperBox(
          minX: place.point.x, minY: place.point.y, maxX: place.point.x, maxY: place.point.y
        ).grown(by: radius * 1.15), weight: weight, feature: feature.id)
    }
  }

  /// The radius of the layer's marker for a feature; `nil` where it has none.
  func radius(for feature: MapFeature) -> Double? {
    switch layer.type {
    case .circle: look(feature).marker.look.radius
    case .symbol: look(feature).icon?.radius
    case .background, .fill, .line: nil
    }
  }

  /// Where the layer's markers stand on a shape.
  func places(on shape: PaperShape) -> [(point: PaperPoint, bearing: Double)] {
    if !shape.points.isEmpty { return shape.points.map { ($0, 0) } }
    if shape.lines.isEmpty {
      return shape.areas.compactMap { InnerPoints.pole(of: $0) }.prefix(1).map { ($0.point, 0) }
    }
    let words = wherePlaced.split(separator: " ")
    let walks = shape.lines.map(LineWalk.init)
    func at(_ walk: LineWalk, _ distance: Double) -> (PaperPoint, Double) {
      (walk.place(at: distance).point, walk.direction(at: distance, over: 2))
    }
    switch words.first {
    case "start":
      let turn = words.count > 1 && words[1] == "out" ? 180.0 : 0
      return walks.prefix(1).map { (at($0, 0).0, at($0, 0).1 + turn) }
    case "end": return walks.suffix(1).map { at($0, $0.length) }
    case "along":
      let step = max(0.5, words.count > 1 ? Double(words[1]) ?? 20 : 20)
      return walks.flatMap { walk in
        stride(from: step / 2, to: walk.length, by: step).map { at(walk, $0) }
      }
    default:
      guard let longest = walks.max(by: { $0.length < $1.length }) else { return [] }
      return [at(longest, longest.length / 2)]
    }
  }
  /// What `gxq:at` says, else what `symbol-placement` does.
  private var wherePlaced: String {
    if let words = layer.metadata["gxq:at"] { return words }
    guard layer.type == .symbol, layer.text("symbol-placement", zoom: zoom) == "line" else {
      return "middle"
    }
    let pixels = layer.number("symbol-spacing", zoom: zoom)
    return "along \(pixels * LayerLook.millimetresPerPixel)"
  }
}
