internal import DistrictPlan
internal import MapGeometry
internal import MapProjection
internal import MapStyle
internal import Messages
internal import PlanFindings

/// Puts one sheet together: views, scenes, labels, furniture, file.
struct SheetComposer {
  let plan: Plan
  let sheet: Sheet
  let options: RenderOptions
  let layout: SheetLayout
  private let shared: SharedPlan

  var language: Language { options.language }
  var asOf: CalendarDay? { options.asOf ?? sheet.asOf }
  /// How far each feature is on the day that the sheet shows.
  var statuses: [String: Status] { shared.statuses(asOf: asOf) }

  /// - Parameter shared: What several sheets of the plan share.
  init(plan: Plan, sheet: Sheet, options: RenderOptions, shared: SharedPlan? = nil) {
    (self.plan, self.sheet, self.options) = (plan, sheet, options)
    self.shared = shared ?? SharedPlan(plan)
    layout = SheetLayout(
      paper: sheet.designedPaper, panel: sheet.panel,
      mapCount: sheet.works == .beforeAfter ? 2 : 1, rows: sheet.coordinateRows)
  }

  /// Where the pages of an atlas lie, for its index.
  private func atlasPages() throws -> [AtlasIndex.Page] {
    guard let page = sheet.page, page.number == 0 else { return [] }
    return try page.entries.compactMap { entry in
      let composer = SheetComposer(
        plan: plan, sheet: sheet.page(entry), options: options, shared: shared)
      guard let view = try composer.views().first else { return nil }
      let frame = view.placement.frame
      let corners = [
        PaperPoint(x: frame.minX, y: frame.maxY), PaperPoint(x: frame.maxX, y: frame.minY),
      ].map(view.placement.ground)
      return AtlasIndex.Page(
        entry: entry, ground: Bounds(corners[0], corners[1]),
        denominator: composer.shownDenominator(of: view))
    }
  }

  mutating func rendered() throws -> RenderedSheet {
    let views = try self.views()
    let numbers = self.numbers(on: views)
    let source = MapFeatureSource(
      plan: plan, language: language, statuses: statuses, numbers: numbers,
      lines: shared.lines(for: shownDenominator(of: views[0])))
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
    let drawn = Self.merged(scenes, style: sheet.style)
    let legend = LegendBuilder(
      style: sheet.style, language: language, zoom: views[0].zoom, plan: plan,
      hasTotals: sheet.page.map { $0.number == 0 } ?? true
    ).legend(of: drawn)
    let pages = try atlasPages()
    let builder = TableBuilder(
      plan: plan, style: sheet.style, language: language, asOf: asOf, numbers: numbers,
      drawn: drawn, source: source)
    let table = try sheet.table.map { table throws(RenderError) in try builder.content(of: table) }
    let panel = SheetPanelDrawing(
      plan: plan, sheet: sheet, options: options, layout: layout, views: views,
      shownDenominator: shownDenominator(of: views[0]), legend: legend, drawn: drawn,
      table: table, pages: pages)
    // What does not fit around the maps is known before names are placed, which takes longest.
    let furniture = try panel.items()
    let outcomes = scenes.map {
      LabelPlacer.place(
        $0.requests, frame: $0.view.placement.frame.grown(by: -0.6), obstacles: $0.obstacles)
    }
    var items = try zip(zip(scenes, outcomes), layout.sides).flatMap { drawn, sides in
      try MapDrawing(
        scene: drawn.0, outcome: drawn.1, transformer: plan.transformer, sheet: sheet,
        sides: sides
      ).items()
    }
    if !pages.isEmpty {
      items += AtlasIndex(language: language).frames(
        pages, on: views[0].placement,
        apartFrom: Self.taken(by: drawn, outcomes))
    }
    items += furniture
    let page = page(items, drawn: drawn, views: views)
    return RenderedSheet(
      id: sheet.id, day: asOf ?? plan.documents.map(\.date.latest).max(), page: page,
      labelled: Set(outcomes.flatMap { $0.placed.map(\.request.feature) }).sorted(),
      unplaced: Set(outcomes.flatMap { $0.unplaced.map(\.feature) }).sorted(),
      labels: LabelStatistics(outcomes),
      drawn: Self.ids(
        drawn.lazy.filter(\.layer.drawsFeatures).flatMap { $0.features.lazy.filter(\.isLocated) }),
      atlas: sheet.page?.sheet,
      listed: legend.groups.flatMap { $0.blocks.flatMap { $0.entries.compactMap(\.feature) } },
      warnings: warnings,
      account: SheetAccount(
        sheet: sheet, plan: plan, border: layout.outer.grown(by: 1.2), views: views,
        source: source, drawn: scenes.map(\.drawn), legend: legend))
  }

  /// The denominator of a map on the paper, not in the design.
  func shownDenominator(of view: MapView) -> Double {
    let denominator = view.placement.denominator / sheet.enlargement
    // Going to the design and back may have left a crumb.
    return abs(denominator - denominator.rounded()) < 1e-6 ? denominator.rounded() : denominator
  }

  /// Everything on its paper, with what is printed outside of it.
  private func page(
    _ items: [DrawItem], drawn: [MapScene.DrawnLayer], views: [MapView]
  ) -> SheetPage {
    let outside = sheet.hasCropMarks ? CropMarks.room(bleed: sheet.bleed) : sheet.bleed
    let placing = PagePlacing(scale: sheet.enlargement, shift: outside)
    let trim = PaperBox(
      x: outside, y: outside, width: sheet.paper.width, height: sheet.paper.height)
    var all: [DrawItem] = [.box(trim.grown(by: sheet.bleed), fill: .white)]
    all += placing.items(items)
    if sheet.hasCropMarks { all += CropMarks.items(around: trim, bleed: sheet.bleed) }
    return SheetPage(
      size: (sheet.paper.width + 2 * outside, sheet.paper.height + 2 * outside), title: title,
      description: description(drawn: drawn, views: views),
      languageTag: language == .chinese ? "zh-CN" : "en",
      maps: views.map {
        SheetPage.Map(
          id: $0.id, crs: plan.crs.code ?? plan.crs.name,
          placement: placing.placement($0.placement))
      }, items: sheet.theme.drawn(all), trim: outside > 0 ? trim : nil, bleed: sheet.bleed,
      chapter: sheet.page?.sheet)
  }

  /// Where names and symbols of points stand.
  private static func taken(
    by drawn: [MapScene.DrawnLayer], _ outcomes: [LabelPlacer.Outcome]
  ) -> [PaperBox] {
    let symbols = drawn.flatMap(\.features).flatMap(\.shape.points).map {
      PaperBox(x: $0.x, y: $0.y, width: 0, height: 0).grown(by: 2)
    }
    return symbols + outcomes.flatMap { $0.placed.flatMap { $0.candidate.boxes } }
  }

  /// The ids of features, ascending, each once.
  private static func ids(_ features: some Sequence<MapFeature>) -> [String] {
    let ids = features.map(\.id)
    // A layer alone mostly lists them so.
    return zip(ids, ids.dropFirst()).allSatisfy(<) ? ids : Set(ids).sorted()
  }

  private var title: String {
    let manifest = plan.manifest
    let project = language == .chinese ? manifest.title : manifest.titleEnglish ?? manifest.title
    return "\(project) · \(sheet.fullTitle[language])"
  }

  private func description(drawn: [MapScene.DrawnLayer], views: [MapView]) -> String {
    let count =
      drawn.count == 1
      ? drawn[0].features.count : Set(drawn.flatMap { $0.features.map(\.id) }).count
    let scale = ScaleBar.text(of: shownDenominator(of: views[0]))
    return language == .chinese
      ? "\(title)，比例尺 \(scale)，表示 \(count) 个要素，坐标系 \(plan.crs.name)"
      : "\(title), scale \(scale), \(count) features, \(plan.crs.name)"
  }

  /// The drawn layers of all maps in the order of the style, features of both maps once.
  private static func merged(
    _ scenes: [MapScene], style: StyleDocument
  ) -> [MapScene.DrawnLayer] {
    style.layers.compactMap { layer in
      var seen: Set<ObjectIdentifier> = []
      var features: [MapFeature] = []
      for scene in scenes.reversed() {
        for drawn in scene.drawn where drawn.layer.id == layer.id {
          // What lies beside the frame is not explained.
          let frame = scene.view.placement.frame
          features += drawn.features.filter { feature in
            (!feature.isLocated
              || feature.isSeen(in: frame, isFilled: layer.type != .line))
              && (scenes.count == 1 || seen.insert(ObjectIdentifier(feature.feature)).inserted)
          }
        }
      }
      return features.isEmpty ? nil : MapScene.DrawnLayer(layer: layer, features: features)
    }
  }
}
