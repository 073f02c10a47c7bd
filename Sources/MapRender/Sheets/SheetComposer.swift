internal import DistrictPlan
internal import MapGeometry
internal import MapProjection
internal import MapStyle
internal import Messages

/// Puts one sheet together: views, scenes, labels, furniture, file.
struct SheetComposer {
  let plan: Plan
  let sheet: Sheet
  let options: RenderOptions
  let layout: SheetLayout
  private let ground: GroundLines?

  var language: Language { options.language }
  var asOf: CalendarDay? { options.asOf ?? sheet.asOf }

  /// - Parameter ground: The plan's lines where several sheets share them.
  init(plan: Plan, sheet: Sheet, options: RenderOptions, ground: GroundLines? = nil) {
    (self.plan, self.sheet, self.options) = (plan, sheet, options)
    self.ground = ground
    layout = SheetLayout(
      paper: sheet.paper, panel: sheet.panel,
      mapCount: sheet.works == .beforeAfter ? 2 : 1)
  }

  mutating func rendered() throws -> RenderedSheet {
    let views = try self.views()
    let source = MapFeatureSource(
      plan: plan, language: language, statuses: plan.statuses(asOf: asOf), numbers: numbers(),
      lines: (ground ?? GroundLines(plan)).simplified(for: views[0].placement.denominator))
    var scenes: [MapScene] = []
    var warnings: [RenderError] = []
    for view in views {
      var builder = SceneBuilder(
        plan: plan, source: source, style: sheet.style, symbols: sheet.symbols,
        prefix: view.state == .single ? "" : "\(view.id)-",
        labels: options.labels ?? sheet.labels)
      scenes.append(try builder.scene(view))
      for warning in builder.warnings where !warnings.contains(warning) {
        warnings.append(warning)
      }
    }
    let outcomes = scenes.map {
      LabelPlacer.place(
        $0.requests, frame: $0.view.placement.frame.grown(by: -0.6), obstacles: $0.obstacles)
    }
    let drawn = Self.merged(scenes, style: sheet.style)
    let legend = LegendBuilder(
      style: sheet.style, language: language, zoom: views[0].zoom, plan: plan
    ).legend(of: drawn)
    var items = try zip(scenes, outcomes).flatMap { scene, outcome in
      try MapDrawing(scene: scene, outcome: outcome, transformer: plan.transformer, sheet: sheet)
        .items()
    }
    let panel = SheetPanelDrawing(
      plan: plan, sheet: sheet, options: options, layout: layout, views: views, legend: legend,
      drawn: drawn)
    items += try panel.items()
    let paper = PaperBox(x: 0, y: 0, width: sheet.paper.width, height: sheet.paper.height)
    items.insert(.box(paper, fill: .white), at: 0)
    let page = SheetPage(
      size: (sheet.paper.width, sheet.paper.height), title: title,
      description: description(drawn: drawn, views: views),
      languageTag: language == .chinese ? "zh-CN" : "en",
      maps: views.map {
        SheetPage.Map(
          id: $0.id, crs: plan.crs.code ?? plan.crs.name, placement: $0.placement)
      }, items: sheet.theme.drawn(items))
    return RenderedSheet(
      id: sheet.id, day: asOf ?? plan.documents.map(\.date.latest).max(), page: page,
      labelled: Set(outcomes.flatMap { $0.placed.map(\.request.feature) }).sorted(),
      unplaced: Set(outcomes.flatMap { $0.unplaced.map(\.feature) }).sorted(),
      labels: LabelStatistics(outcomes),
      drawn: Set(
        drawn.filter { $0.layer.drawsFeatures }.flatMap { layer in
          layer.features.filter { !$0.shape.isEmpty }.map(\.id)
        }
      ).sorted(),
      listed: legend.groups.flatMap { $0.blocks.flatMap { $0.entries.compactMap(\.feature) } },
      warnings: warnings,
      account: SheetAccount(
        sheet: sheet, plan: plan, border: layout.outer.grown(by: 1.2), views: views,
        source: source, drawn: scenes.map(\.drawn), legend: legend))
  }

  private var title: String {
    let manifest = plan.manifest
    let project = language == .chinese ? manifest.title : manifest.titleEnglish ?? manifest.title
    return "\(project) · \(sheet.title[language])"
  }

  private func description(drawn: [MapScene.DrawnLayer], views: [MapView]) -> String {
    let count = Set(drawn.flatMap { $0.features.map(\.id) }).count
    let scale = ScaleBar.text(of: views[0].placement.denominator)
    return language == .chinese
      ? "\(title)，比例尺 \(scale)，表示 \(count) 个要素，坐标系 \(plan.crs.name)"
      : "\(title), scale \(scale), \(count) features, \(plan.crs.name)"
  }

  /// The register numbers of the sheet's numbered layers; what has no place gets none.
  func numbers() -> [String: String] {
    var result: [String: String] = [:]
    var next = 1
    for name in sheet.numbered {
      guard let layer = plan.layer(name) else { continue }
      let features = plan.features(in: layer).filter { $0.plane != nil }
        .sorted { RegisterOrder.key(of: $0) < RegisterOrder.key(of: $1) }
      for feature in features where result[feature.id] == nil {
        result[feature.id] = RegisterOrder.mark(next)
        next += 1
      }
    }
    return result
  }

  /// The drawn layers of all maps in the order of the style, features of both maps once.
  private static func merged(
    _ scenes: [MapScene], style: StyleDocument
  ) -> [MapScene.DrawnLayer] {
    style.layers.compactMap { layer in
      var seen: Set<String> = []
      var features: [MapFeature] = []
      for scene in scenes.reversed() {
        for drawn in scene.drawn where drawn.layer.id == layer.id {
          features += drawn.features.filter { seen.insert($0.id).inserted }
        }
      }
      return features.isEmpty ? nil : MapScene.DrawnLayer(layer: layer, features: features)
    }
  }
}
