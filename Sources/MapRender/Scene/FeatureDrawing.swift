internal import MapStyle

/// Draws features as one style layer says.
///
/// A style says what MapLibre has no word for under `metadata`: `gxq:marker` (the symbol of a circle
/// layer), `gxq:at` (`start`, `start out`, `end`, `middle`, `along 20`), `gxq:hatch` (`45 1.6 0.12`) and `gxq:taper`
/// (the width at the first vertex as a share of the whole).
struct FeatureDrawing {
  let layer: StyleLayer
  let zoom: Double
  let prefix: String

  func items(of feature: MapFeature) -> [DrawItem] {
    let look = LayerLook(layer: layer, feature: feature.style, zoom: zoom)
    let tag = Tag(
      id: "\(prefix)\(layer.id).\(feature.id)", classes: "feature", feature: feature.id,
      layer: feature.layer, title: feature.title)
    switch layer.type {
    case .fill: return fill(feature.shape, look, tag)
    case .line: return line(feature.shape, look, tag)
    case .circle: return markers(feature.shape, look, tag)
    case .background, .symbol: return []
    }
  }

  private func fill(_ shape: PaperShape, _ look: LayerLook, _ tag: Tag) -> [DrawItem] {
    let outlines = shape.areas.flatMap { $0 }
    guard !outlines.isEmpty else { return [] }
    let area = DrawItem.path(
      outlines, isClosed: true, fill: .ink(look.fill), stroke: look.fillOutline, tag: tag)
    guard let hatch = layer.metadata["gxq:hatch"].flatMap({ Hatch($0) }) else { return [area] }
    let ink = look.fillOutline?.ink ?? look.fill
    let lines = DrawItem.path(
      shape.areas.flatMap { hatch.lines(in: $0) }, isClosed: false, fill: nil,
      stroke: Stroke(ink: Ink(rgb: ink.rgb, opacity: 0.75), width: hatch.width), tag: nil)
    return [area, lines]
  }

  /// One area that covers the frame except for the features.
  func veil(outside features: [MapFeature], of frame: PaperBox) -> DrawItem {
    let look = LayerLook(layer: layer, feature: nil, zoom: zoom)
    let rings = features.flatMap { $0.shape.areas.compactMap(\.first) }
    return .path(
      [frame.grown(by: 3).ring] + rings, isClosed: true, fill: .ink(look.fill), stroke: nil,
      tag: nil)
  }

  private func line(_ shape: PaperShape, _ look: LayerLook, _ tag: Tag) -> [DrawItem] {
    let outlines = shape.outlines
    let stroke = look.stroke
    guard !outlines.isEmpty, stroke.width > 0 else { return [] }
    if let share = layer.metadata["gxq:taper"].flatMap(Double.init), !shape.lines.isEmpty {
      return [tapered(shape.lines, stroke, from: share, tag)]
    }
    return [
      .path(outlines, isClosed: shape.lines.isEmpty, fill: nil, stroke: stroke, tag: tag)
    ]
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
    let (marker, base) = look.marker
    var items: [DrawItem] = []
    for place in places(on: shape) {
      var look = base
      look.bearing = place.bearing
      items += marker.items(at: place.point, look)
    }
    return items.isEmpty ? [] : [.group(DrawItem.Group(tag: tag, items: items))]
  }

  /// What labels must keep off: the layer's markers.
  func obstacles(of feature: MapFeature) -> [ObstacleGrid.Obstacle] {
    guard layer.type == .circle else { return [] }
    let look = LayerLook(layer: layer, feature: feature.style, zoom: zoom)
    let weight = layer.metadata["gxq:obstacle"].flatMap(Double.init) ?? .infinity
    let radius = look.marker.look.radius * 1.15
    return places(on: feature.shape).map { place in
      ObstacleGrid.Obstacle(
        box: PaperBox(
          minX: place.point.x, minY: place.point.y, maxX: place.point.x, maxY: place.point.y
        ).grown(by: radius), weight: weight, feature: feature.id)
    }
  }

  /// Where the layer's markers stand on a shape.
  func places(on shape: PaperShape) -> [(point: PaperPoint, bearing: Double)] {
    if !shape.points.isEmpty { return shape.points.map { ($0, 0) } }
    if shape.lines.isEmpty {
      return shape.areas.compactMap { InnerPoints.pole(of: $0) }.prefix(1).map { ($0.point, 0) }
    }
    let words = (layer.metadata["gxq:at"] ?? "middle").split(separator: " ")
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
      let step = max(1, words.count > 1 ? Double(words[1]) ?? 20 : 20)
      return walks.flatMap { walk in
        stride(from: step / 2, to: walk.length, by: step).map { at(walk, $0) }
      }
    default:
      guard let longest = walks.max(by: { $0.length < $1.length }) else { return [] }
      return [at(longest, longest.length / 2)]
    }
  }
}
