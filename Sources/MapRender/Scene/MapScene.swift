internal import DistrictPlan
internal import GeoJSONCoding
internal import MapStyle
internal import Messages
internal import Workforce

/// One map drawn, and what must be known to label it and to explain it.
struct MapScene {
  /// What one style layer drew.
  struct DrawnLayer: Sendable {
    let layer: StyleLayer
    let features: [MapFeature]
  }

  let view: MapView
  var groups: [DrawItem] = []
  var requests: [LabelRequest] = []
  var obstacles: ObstacleGrid
  /// In the order of the style, layers without features left out.
  var drawn: [DrawnLayer] = []
  /// Lines from symbols that were moved to where they belong; drawn below the first symbols.
  var ties: [DrawItem] = []
  /// What lies behind everything.
  var background = Paint.white
}

/// Draws a map by its style, layer after layer.
struct SceneBuilder {
  let plan: Plan
  private(set) var source: MapFeatureSource
  let style: StyleDocument
  let symbols: SheetSymbols
  /// Put before every XML id, so that two maps on a sheet do not share any.
  let prefix: String
  /// The language of the names.
  let labels: LabelLanguage
  private var cache: [String: [MapFeature]] = [:]
  private var moved: [String: PaperPoint] = [:]
  /// Layers that the style draws and the plan does not have.
  private(set) var warnings: [RenderError] = []

  init(
    plan: Plan, source: MapFeatureSource, style: StyleDocument, symbols: SheetSymbols,
    prefix: String, labels: LabelLanguage? = nil
  ) {
    (self.plan, self.source, self.style, self.prefix) = (plan, source, style, prefix)
    self.symbols = symbols
    let labels = labels ?? LabelLanguage(source.language)
    self.labels = labels
    let languages = [labels.languages.first, labels.languages.second].compactMap { $0 }
    self.source.translation = languages.first { $0 != source.language }
  }

  /// - Throws: ``RenderError`` where a layer names a symbol that does not exist.
  mutating func scene(_ view: MapView) throws(RenderError) -> MapScene {
    var scene = MapScene(view: view, obstacles: ObstacleGrid(frame: view.placement.frame))
    let hasNames = style.layers.contains { $0.type == .symbol && $0.shows(at: view.zoom) }
    displace(on: view, into: &scene)
    for layer in style.layers where layer.shows(at: view.zoom) || layer.isVeil {
      if layer.type == .background {
        try symbols.places.check(layer, for: nil, zoom: view.zoom)
        scene.background = look(of: layer, for: nil, on: view).background
        continue
      }
      let features = features(of: layer, on: view)
      let matching =
        layer.isFiltered
        ? features.filter { layer.matches($0.style, zoom: view.zoom) } : features
      guard !matching.isEmpty else { continue }
      if symbols.places.concern(layer) {
        for feature in matching {
          try symbols.places.check(layer, for: feature.style, zoom: view.zoom)
        }
      }
      scene.drawn.append(MapScene.DrawnLayer(layer: layer, features: matching))
      if layer.type == .symbol {
        for feature in matching { request(feature, layer, view, into: &scene) }
      }
      let ordered = sorted(matching, by: layer, view)
      draw(ordered, layer, view, into: &scene)
      if hasNames { obstruct(ordered, layer, view, into: &scene) }
    }
    return scene
  }

  private func look(of layer: StyleLayer, for feature: MapFeature?, on view: MapView) -> LayerLook {
    LayerLook(
      layer: layer, feature: feature?.style, zoom: view.zoom, symbols: symbols.library)
  }

  private func drawing(of layer: StyleLayer, on view: MapView) -> FeatureDrawing {
    FeatureDrawing(layer: layer, zoom: view.zoom, prefix: prefix, symbols: symbols.library)
  }

  /// The features in the order in which they are drawn: by the layer's sort key, then as registers list them.
  private func sorted(
    _ features: [MapFeature], by layer: StyleLayer, _ view: MapView
  ) -> [MapFeature] {
    let property = "\(layer.type.rawValue)-sort-key"
    guard layer.sets(property) else { return features }
    let keys = features.map { layer.number(property, for: $0.style, zoom: view.zoom) }
    return features.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { features[$0] }
  }

  private mutating func features(of layer: StyleLayer, on view: MapView) -> [MapFeature] {
    guard let name = layer.source else { return [] }
    let isSmooth = layer.metadata["gxq:smooth"] == "true"
    let key = isSmooth ? "\(name) smooth" : name
    if let known = cache[key] { return known }
    guard let planLayer = plan.layer(name) else {
      warnings.append(RenderError.unknownLayer(name, at: layer.location, in: plan))
      cache[key] = []
      return []
    }
    let features = placed(source.features(of: planLayer, on: view, isSmooth: isSmooth))
    cache[key] = features
    return features
  }

  /// The features, those that were moved where they stand now.
  private func placed(_ features: [MapFeature]) -> [MapFeature] {
    guard !moved.isEmpty else { return features }
    return features.map { feature in
      moved[feature.id].map { feature.standing(at: $0) } ?? feature
    }
  }

  /// Moves symbols of points apart and draws where they belong.
  private mutating func displace(on view: MapView, into scene: inout MapScene) {
    var symbols: [String: Displacement.Symbol] = [:]
    for layer in style.layers where layer.shows(at: view.zoom) {
      guard layer.metadata["gxq:displace"] == "true" else { continue }
      let drawing = drawing(of: layer, on: view)
      for feature in features(of: layer, on: view)
      where layer.matches(feature.style, zoom: view.zoom) {
        guard feature.shape.points.count == 1, let place = feature.shape.points.first else {
          continue
        }
        guard let radius = drawing.radius(for: feature),
          radius > symbols[feature.id]?.radius ?? 0
        else { continue }
        symbols[feature.id] = Displacement.Symbol(
          feature: feature.id, place: place, radius: radius)
      }
    }
    let moved = Displacement.solve(Array(symbols.values))
    var ties: [DrawItem] = []
    for id in moved.keys.sorted() {
      guard let symbol = symbols[id], let point = moved[id],
        point.distance(to: symbol.place) > symbol.radius * 0.5
      else { continue }
      ties.append(.line([symbol.place, point], Stroke(ink: .grey, width: 0.15)))
      ties.append(.circle(symbol.place, radius: 0.28, fill: .grey, stroke: nil, tag: nil))
    }
    scene.ties = ties
    self.moved = moved
    for (name, features) in cache { cache[name] = placed(features) }
  }

  private func draw(
    _ features: [MapFeature], _ layer: StyleLayer, _ view: MapView, into scene: inout MapScene
  ) {
    let drawing = drawing(of: layer, on: view)
    // As of lines, the inks are of a style's colours alone, which are never other ones on the sheet.
    let isPlain = layer.type == .fill && drawing.isPlain
    let items: DrawItems
    if layer.isVeil {
      items = [drawing.veil(outside: features, of: view.placement.frame)]
    } else if isPlain {
      items = DrawItems(AreaDrawing(features, drawing))
    } else {
      let stretches = Workers.map(features.count, by: 8192) { range in
        range.flatMap { drawing.items(of: features[$0]) }
      }
      items = DrawItems(stretches.flatMap { $0 })
    }
    guard items.count > 0 else { return }
    if layer.metadata["gxq:displace"] == "true", !scene.ties.isEmpty {
      scene.groups.append(
        .group(
          DrawItem.Group(
            tag: Tag(id: "\(prefix)ties"), layerName: "\(prefix)ties", items: scene.ties)))
      scene.ties = []
    }
    scene.groups.append(
      .group(
        DrawItem.Group(
          tag: Tag(id: "\(prefix)\(layer.id)", layer: layer.source),
          layerName: "\(prefix)\(layer.id)",
          hasSheetInks: !isPlain && layer.type != .line, items: items)))
  }

  /// Puts in what names should keep off.
  private func obstruct(
    _ features: [MapFeature], _ layer: StyleLayer, _ view: MapView, into scene: inout MapScene
  ) {
    let drawing = drawing(of: layer, on: view)
    for feature in features {
      for obstacle in drawing.obstacles(of: feature) { scene.obstacles.insert(obstacle) }
      if !layer.isVeil { scene.obstruct(feature, look(of: layer, for: feature, on: view)) }
    }
  }

  private func request(
    _ feature: MapFeature, _ layer: StyleLayer, _ view: MapView, into scene: inout MapScene
  ) {
    func look(_ language: Language) -> LayerLook {
      let style = language == source.language ? feature.style : feature.translated ?? feature.style
      return LayerLook(layer: layer, feature: style, zoom: view.zoom, symbols: symbols.library)
    }
    let (first, second) = labels.languages
    let main = look(first)
    guard !isStrip(feature.shape, narrowerThan: main, in: view.placement.frame) else { return }
    scene.requests += LabelRequests.of(
      feature, layer: layer, look: main, second: second.map(look), zoom: view.zoom)
  }

  /// Whether of an area just a strip lies within the frame, in which no line of its name has room.
  private func isStrip(
    _ shape: PaperShape, narrowerThan look: LayerLook, in frame: PaperBox
  ) -> Bool {
    guard !shape.areas.isEmpty, let box = shape.bounds, !frame.contains(box) else { return false }
    let width = min(box.maxX, frame.maxX) - max(box.minX, frame.minX)
    let height = min(box.maxY, frame.maxY) - max(box.minY, frame.minY)
    return min(width, height) < look.millimetres("text-size") * 1.5
  }
}

extension StyleLayer {
  /// Whether the layer covers what lies outside its features; web maps, which cannot, leave it invisible.
  var isVeil: Bool { metadata["gxq:outside"] == "true" && type == .fill }

  /// Whether features are seen on the map for the layer's sake, not only their names.
  var drawsFeatures: Bool { !isVeil && (type != .symbol || sets("icon-image")) }
}

extension RenderError {
  static func unknownLayer(_ name: String, at location: SourceLocation?, in plan: Plan)
    -> RenderError
  {
    let known = plan.layers.map(\.id)
    let question = Suggestion.question(for: name, in: known)
    return RenderError(
      location: location,
      message: Wording(
        "the plan has no layer '\(name)'\(question.english)",
        zh: "规划中没有图层“\(name)”\(question.chinese)"),
      help: Wording(
        "its layers: \(known.joined(separator: ", "))", zh: "规划的图层：\(known.joined(separator: "、"))")
    )
  }
}
