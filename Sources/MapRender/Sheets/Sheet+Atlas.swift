internal import DistrictPlan
internal import Messages

extension Sheet {
  /// The title with that of the page.
  var fullTitle: Wording {
    guard let page, let entry = page.entry else {
      guard page?.number == 0 else { return title }
      return Wording("\(title.english), index", zh: "\(title.chinese)索引")
    }
    return Wording(
      "\(title.english): \(entry.title.english)", zh: "\(title.chinese)·\(entry.title.chinese)")
  }

  /// The sheets that are drawn for this one: itself, or the index and the pages of its atlas.
  ///
  /// - Throws: ``RenderError`` for a layer that the plan does not have, or that has no place.
  func pages(of plan: Plan) throws(RenderError) -> [Sheet] {
    guard let atlas else { return [self] }
    let name = atlas.layer.names.first ?? ""
    let isNamed = atlas.layer.location != location
    guard let layer = plan.layer(name) else {
      throw RenderError.unknownLayer(name, at: isNamed ? atlas.layer.location : nil, in: plan)
    }
    let features = plan.features(in: layer).filter { $0.isPlaced }
      .sorted { RegisterOrder.key(of: $0) < RegisterOrder.key(of: $1) }
    guard !features.isEmpty else {
      throw RenderError(
        location: isNamed ? atlas.layer.location : nil,
        message: Wording(
          "the layer '\(name)' has no feature with a place, so no page",
          zh: "图层“\(name)”没有带位置的要素，无法分幅"),
        help: Wording("name a layer whose features are drawn", zh: "写有图形的图层"))
    }
    let entries = features.enumerated().map { index, feature in
      AtlasPage.Entry(
        number: index + 1, feature: feature.id,
        title: Wording(
          feature.nameEnglish ?? feature.displayName, zh: feature.displayName))
    }
    var index = self
    index.page = AtlasPage(sheet: id, number: 0, entries: entries, whole: extent)
    return [index] + entries.map { index.page($0) }
  }

  /// The page of an atlas for one of its features.
  func page(_ entry: AtlasPage.Entry) -> Sheet {
    guard let atlas, let page else { return self }
    var sheet = self
    sheet.id = "\(page.sheet)-\(entry.number)"
    sheet.page = AtlasPage(
      sheet: page.sheet, number: entry.number, entries: page.entries, whole: page.whole)
    sheet.extent = Reference(names: [entry.feature], location: atlas.layer.location)
    sheet.extentMargin = atlas.margin
    sheet.scale = atlas.scale
    return sheet
  }
}

extension SheetRenderer {
  /// The sheets to draw, atlases page by page.
  ///
  /// - Parameters:
  ///   - ids: Sheets, atlases or pages of atlases; none for all sheets that are no atlas.
  ///   - layer: Draws the sheets as atlases with a page for every feature of this layer. Where no sheet
  ///     is named, those that are atlases already, or else all.
  /// - Throws: ``RenderError`` for an id that no sheet has, or a layer that the plan does not have.
  public func sheets(
    named ids: [String], atlas layer: String? = nil
  ) throws(RenderError) -> [Sheet] {
    var all: [[Sheet]] = []
    let atlases = catalog.sheets.filter { $0.atlas != nil }
    for var sheet in catalog.sheets {
      if let layer, !ids.isEmpty || atlases.isEmpty || sheet.atlas != nil {
        sheet.atlas = SheetAtlas(
          layer: Reference(names: [layer], location: sheet.location),
          margin: sheet.atlas?.margin ?? SheetAtlas.defaultMargin,
          scale: sheet.atlas?.scale ?? .fit)
      }
      // Where nothing is named, an atlas is drawn only when atlases are asked for.
      if ids.isEmpty, (layer != nil) != (sheet.atlas != nil) { continue }
      if !ids.isEmpty, !ids.contains(where: { $0 == sheet.id || $0.hasPrefix("\(sheet.id)-") }) {
        continue
      }
      all.append(try sheet.pages(of: plan))
    }
    guard !ids.isEmpty else { return all.flatMap { $0 } }
    let known = catalog.sheets.map(\.id) + all.flatMap { $0.dropFirst().map(\.id) }
    for id in ids where !known.contains(id) { throw SheetCatalog.unknown(id, known: known) }
    return all.flatMap { pages in
      ids.contains(pages.first?.id ?? "") ? pages : pages.filter { ids.contains($0.id) }
    }
  }
}
