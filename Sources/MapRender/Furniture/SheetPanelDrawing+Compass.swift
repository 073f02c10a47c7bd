internal import DistrictPlan
internal import MapGeometry
internal import MapProjection
internal import Messages
internal import PlanFindings

extension SheetPanelDrawing {
  /// How wide a small map of the surroundings is.
  private static let locatorWidth = 25.0
  private static let pageLocatorWidth = 34.0
  private static let arrowHeight = 10.0
  private static let roseRadius = 10.5

  /// The small map that shows where the sheet lies; `nil` where none is asked for.
  var locator: LocatorInset? {
    let page = sheet.page.flatMap { $0.number > 0 ? $0 : nil }
    guard sheet.locator != nil || page != nil else { return nil }
    let frame = views[0].placement.frame
    let ground = [
      PaperPoint(x: frame.minX, y: frame.maxY), PaperPoint(x: frame.maxX, y: frame.minY),
    ].map(views[0].placement.ground)
    var layers = sheet.locator?.layers.names ?? []
    var texts: [String: String] = [:]
    if let page, let atlas = sheet.atlas {
      // The other pages are named by their numbers, in their places within the whole.
      layers = page.whole.names + atlas.layer.names
      for entry in page.entries { texts[entry.feature] = "\(entry.number)" }
      // Names of what lies below would hide the numbers.
      for layer in layers.compactMap({ plan.layer($0) }) {
        for feature in plan.features(in: layer) where texts[feature.id] == nil {
          texts[feature.id] = ""
        }
      }
    }
    let highlighted =
      page?.entry.map { [$0.feature] } ?? plan.features(sheet.extent).map(\.id)
    return LocatorInset(
      plan: plan, language: language, layers: layers, highlighted: Set(highlighted), texts: texts,
      frame: Bounds(ground[0], ground[1]))
  }

  /// Where the sheet lies, north, winds, and the scale.
  func scaleAndNorth(in column: inout PanelColumn) throws(ProjectionError) {
    let hasBar = sheet.furniture.contains(.scaleBar)
    let hasArrow = sheet.furniture.contains(.northArrow)
    guard locator != nil || sheet.wind != nil else {
      guard hasBar || hasArrow else { return }
      let top = column.y
      if hasBar {
        bar(at: PaperPoint(x: column.minX + 1, y: top + 6), room: column.width - 17, in: &column)
      }
      if hasArrow {
        try arrow(
          at: PaperPoint(x: column.minX + column.width - 7, y: top + 9.4),
          text: PaperPoint(x: column.minX + column.width - 13, y: top + 11.5), in: &column)
      }
      column.space(17)
      return
    }
    let top = column.y
    var left = column.minX
    var bottom = top
    if let locator {
      let isPage = sheet.page.map { $0.number > 0 } ?? false
      let width = min(isPage ? Self.pageLocatorWidth : Self.locatorWidth, column.width * 0.45)
      let box = PaperBox(
        x: column.minX, y: top + 1, width: width, height: locator.height(forWidth: width))
      if !column.isMeasured { column.items += locator.items(in: box) }
      left = box.maxX + 4
      bottom = box.maxY
    }
    let right = column.minX + column.width
    var y = top
    // Where there is room the bar stands beside the arrow.
    if sheet.wind == nil, hasArrow, hasBar, right - left >= 62 {
      try arrow(
        at: PaperPoint(x: right - 6, y: top + 10.6), text: PaperPoint(x: right - 12, y: top + 4.4),
        in: &column)
      bar(at: PaperPoint(x: left + 1, y: top + 12), room: right - left - 22, in: &column)
      column.y = max(top + 19, bottom)
      column.space(2)
      return
    }
    if hasArrow || sheet.wind != nil {
      y += try compass(
        in: PaperBox(minX: left, minY: top, maxX: right, maxY: top + 1), column: &column)
    }
    if hasBar {
      // The bar stands at the foot of the row.
      y = max(y, bottom - ScaleBar.height)
      bar(at: PaperPoint(x: left + 1, y: y + 4.5), room: right - left - 8, in: &column)
      y += ScaleBar.height
    }
    column.y = max(y, bottom)
    column.space(2.5)
  }

  /// The north arrow, or the wind rose with the arrow through it; gives back its height.
  private func compass(
    in box: PaperBox, column: inout PanelColumn
  ) throws(ProjectionError) -> Double {
    let hasArrow = sheet.furniture.contains(.northArrow)
    guard let wind = sheet.wind else {
      let at = PaperPoint(x: box.maxX - 6, y: box.minY + 10.6)
      try arrow(at: at, text: PaperPoint(x: box.maxX - 12, y: box.minY + 12.5), in: &column)
      return 17
    }
    let rose = WindRose(
      table: wind, radius: Self.roseRadius, convergence: try convergence, language: language)
    let center = PaperPoint(
      x: box.maxX - Self.roseRadius - 2, y: box.minY + Self.roseRadius + 6.5)
    column.items.append(
      .group(
        DrawItem.Group(
          tag: Tag(id: "wind-rose"), layerName: "wind-rose", items: rose.items(at: center))))
    if hasArrow {
      column.items += NorthArrow.needle(
        at: center, from: Self.roseRadius + 0.8, convergence: try convergence, language: language)
    }
    // What it means stands beside it.
    var words = PanelColumn(
      x: box.minX, y: box.minY + 3, width: center.x - Self.roseRadius - 2.5 - box.minX)
    if hasArrow {
      words.paragraph(
        NorthArrow.text(of: try convergence, language: language), size: 2.1, ink: .grey)
    }
    for word in rose.words { words.paragraph(word, size: 2.1, ink: .grey) }
    column.items += words.items
    return max(words.y, center.y + Self.roseRadius) - box.minY + 2.5
  }

  private func bar(at origin: PaperPoint, room: Double, in column: inout PanelColumn) {
    column.items += ScaleBar.items(
      at: origin, denominator: views[0].placement.denominator, shown: shownDenominator,
      room: room, language: language)
  }

  private func arrow(
    at center: PaperPoint, text place: PaperPoint, in column: inout PanelColumn
  ) throws(ProjectionError) {
    let convergence = try convergence
    column.items += NorthArrow.items(
      at: center, height: Self.arrowHeight, convergence: convergence, language: language)
    let text = NorthArrow.text(of: convergence, language: language)
    column.items.append(
      .text(
        TextRun(
          text: text, at: place, size: TypeSize.legible(2.1, for: text), face: .sansRegular,
          ink: .grey, anchor: .end), tag: nil))
  }
}
