internal import DistrictPlan
internal import MapGeometry
internal import MapProjection
internal import MapStyle
internal import Messages
internal import PlanFindings

/// Draws everything around the maps: title, legend, table, scale, sources, imprint.
struct SheetPanelDrawing {
  let plan: Plan
  let sheet: Sheet
  let options: RenderOptions
  let layout: SheetLayout
  let views: [MapView]
  /// The denominator on the paper, where all is enlarged afterwards.
  let shownDenominator: Double
  let legend: Legend
  let drawn: [MapScene.DrawnLayer]
  let table: TableContent?
  /// The pages of an atlas where the sheet is its index.
  let pages: [AtlasIndex.Page]

  var language: Language { options.language }
  var isChinese: Bool { language == .chinese }
  /// The angle of the grid in the middle of the first map.
  var convergence: Double {
    get throws(ProjectionError) {
      let middle = try plan.transformer.unproject([views[0].placement.center])
      return try middle.first.map { position throws(ProjectionError) in
        try plan.transformer.gridConvergence(at: position)
      } ?? 0
    }
  }

  func items() throws -> [DrawItem] {
    var items: [DrawItem] = [
      .box(layout.outer, fill: nil, stroke: Stroke(ink: .black, width: 0.7)),
      .box(layout.outer.grown(by: 1.1), fill: nil, stroke: Stroke(ink: .black, width: 0.2)),
    ]
    let edge =
      layout.header == nil
      ? [
        PaperPoint(x: layout.panel.minX, y: layout.panel.minY),
        PaperPoint(x: layout.panel.minX, y: layout.panel.maxY),
      ]
      : [
        PaperPoint(x: layout.panel.minX, y: layout.panel.minY),
        PaperPoint(x: layout.panel.maxX, y: layout.panel.minY),
      ]
    items.append(.line(edge, Stroke(ink: .black, width: 0.3)))
    items += marks()
    if let header = layout.header {
      items += try below(header, footTexts)
    } else {
      items +=
        layout.panel.width >= Self.broad && table != nil
        ? try beside(footTexts) : try tall(footTexts)
    }
    return [
      .group(
        DrawItem.Group(tag: Tag(id: "furniture"), layerName: "furniture", items: items))
    ]
  }

  /// From this width on a panel holds legend and imprint side by side, in millimetres.
  private static let broad = 140.0
  /// How wide the part with scale, sources and imprint is where it stands beside the legend.
  private static let footWidth = 86.0

  /// A panel at the right: title on top, table and legend in the middle, the rest below.
  private func tall(_ texts: FootTexts) throws -> [DrawItem] {
    let inner = layout.panel.grown(by: -5)
    var top = head(in: inner)
    let height = try heightOfFoot(texts, width: inner.width)
    guard top.y + height <= inner.maxY else { throw footOverflow() }
    var placed = PanelColumn(x: inner.minX, y: inner.maxY - height, width: inner.width)
    try foot(texts, in: &placed)
    var room = PaperBox(
      minX: inner.minX, minY: top.y, maxX: inner.maxX, maxY: inner.maxY - height - 2)
    var items: [DrawItem] = []
    if let table {
      let legendHeight = try legendHeight(width: room.width, atMost: room.height * 0.5)
      var upper = room
      upper.maxY = room.maxY - legendHeight - 3
      items += try tableItems(table, in: upper)
      room.minY = upper.maxY + 3
    }
    items += try legendItems(in: room)
    top.items += items
    return top.items + placed.items
  }

  /// A wide panel at the right: title and table across it, legend and the rest side by side below.
  private func beside(_ texts: FootTexts) throws -> [DrawItem] {
    let inner = layout.panel.grown(by: -5)
    let top = head(in: inner)
    let footWidth = min(Self.footWidth, inner.width * 0.55)
    let legendWidth = inner.width - footWidth - 7
    let footHeight = try heightOfFoot(texts, width: footWidth)
    guard top.y + footHeight <= inner.maxY else { throw footOverflow() }
    let height = max(
      footHeight, try legendHeight(width: legendWidth, atMost: inner.height * 0.5))
    var placed = PanelColumn(
      x: inner.maxX - footWidth, y: inner.maxY - footHeight, width: footWidth)
    try foot(texts, in: &placed)
    let below = PaperBox(
      minX: inner.minX, minY: inner.maxY - height, maxX: inner.minX + legendWidth, maxY: inner.maxY)
    var items = top.items
    if let table {
      let room = PaperBox(
        minX: inner.minX, minY: top.y, maxX: inner.maxX, maxY: below.minY - 4)
      items += try tableItems(table, in: room)
    }
    let rule = DrawItem.line(
      [
        PaperPoint(x: inner.minX, y: below.minY - 2.5),
        PaperPoint(x: inner.maxX, y: below.minY - 2.5),
      ], Stroke(ink: .black, width: 0.3))
    return items + [rule] + (try legendItems(in: below)) + placed.items
  }

  /// Title above the maps; legend columns below them with the rest at the right.
  private func below(_ header: PaperBox, _ texts: FootTexts) throws -> [DrawItem] {
    var head = PanelColumn(x: header.minX + 6, y: header.minY + 2.2, width: header.width - 12)
    var side = PanelColumn(x: header.minX + 6, y: head.y + 2.4, width: header.width - 12)
    if sheet.furniture.contains(.title) {
      side.line(project, size: 4, anchor: .end)
      side.line(period, size: 2.8, ink: .grey, anchor: .end)
      let project = FontFace.sansRegular.width(of: project) * 4
      let room = header.width - 12 - max(project, 40) - 8
      let title = FontFace.sansBold.width(of: self.title)
      let size = min(10, room / (title + 0.08 * Double(self.title.count)))
      head.line(
        self.title, size: max(size, 4), face: .sansBold, spacing: isChinese ? 0.08 : 0,
        leading: 13 / max(size, 4))
    }
    let inner = layout.panel.grown(by: -4)
    let least = min(108, inner.width * 0.45)
    // Where much is to be said, the foot becomes wider as far as the legend can spare it.
    let widths = stride(from: least, through: max(least, inner.width * 0.55), by: 4)
    let footWidth = try widths.first { try heightOfFoot(texts, width: $0) <= inner.height }
    guard let footWidth else { throw footOverflow() }
    var foot = PanelColumn(x: inner.maxX - footWidth, y: inner.minY, width: footWidth)
    try self.foot(texts, in: &foot)
    var room = PaperBox(
      minX: inner.minX, minY: inner.minY, maxX: inner.maxX - footWidth - 7, maxY: inner.maxY)
    let rule = DrawItem.line(
      [
        PaperPoint(x: room.maxX + 3.5, y: inner.minY),
        PaperPoint(x: room.maxX + 3.5, y: inner.maxY),
      ], Stroke(ink: .pale, width: 0.15))
    var items = head.items + side.items + [rule] + foot.items
    if let table {
      var left = room
      left.maxX = room.minX + room.width * 0.6
      items += try tableItems(table, in: left)
      room.minX = left.maxX + 6
    }
    return items + (try legendItems(in: room))
  }

  private func head(in inner: PaperBox) -> PanelColumn {
    var top = PanelColumn(x: inner.minX, y: inner.minY, width: inner.width)
    guard sheet.furniture.contains(.title) else { return top }
    title(in: &top)
    top.space(3)
    top.rule(.black, width: 0.3)
    top.space(2)
    return top
  }

  /// Who may see the sheet, above its upper right corner; the number of its approval, below the lower left.
  private func marks() -> [DrawItem] {
    let size = 3.0
    var items: [DrawItem] = []
    let outer = layout.outer.grown(by: 1.1)
    if let mark = sheet.marks.classification {
      items.append(
        .text(
          TextRun(
            text: mark[language], at: PaperPoint(x: outer.maxX, y: outer.minY - 1.4),
            size: size * 1.2, face: .sansBold, ink: .black, anchor: .end), tag: nil))
    }
    if let approval = sheet.marks.approval {
      items.append(
        .text(
          TextRun(
            text: isChinese ? "审图号：\(approval)" : "Approval number: \(approval)",
            at: PaperPoint(x: outer.minX, y: outer.maxY + 4.2), size: size, face: .sansRegular,
            ink: .black), tag: nil))
    }
    return items
  }

  private func heightOfFoot(_ texts: FootTexts, width: Double) throws -> Double {
    var column = PanelColumn(x: 0, y: 0, width: width, isMeasured: true)
    try foot(texts, in: &column)
    return column.y
  }

  private var project: String {
    isChinese ? plan.manifest.title : plan.manifest.titleEnglish ?? plan.manifest.title
  }

  private var title: String { sheet.fullTitle[language] }

  private var period: String {
    let years = plan.manifest.period.map { isChinese ? "规划期限 \($0)" : "Period \($0)" }
    return [years, isChinese ? "图号 \(number)" : "Sheet \(number)"].compactMap { $0 }
      .joined(separator: "　")
  }

  private var number: String {
    let own = sheet.number < 10 ? "0\(sheet.number)" : "\(sheet.number)"
    guard let page = sheet.page, page.number > 0 else { return own }
    return "\(own)-\(page.number)"
  }

  private func title(in column: inout PanelColumn) {
    let face = FontFace.sansBold
    let size = min(11, column.width / (face.width(of: title) + 0.06 * Double(title.count)))
    column.line(project, size: 3.6, ink: .soft)
    column.line(
      title, size: max(size, 4), face: face, spacing: isChinese ? 0.06 : 0, leading: 1.3)
    column.line(period, size: 2.6, ink: .grey)
    if let slogan {
      column.space(1.5)
      let size = min(6.4, column.width / (face.width(of: slogan) + 0.1 * Double(slogan.count)))
      column.line(slogan, size: size, face: .serifBold, ink: .accent, spacing: 0.1)
    }
  }

  /// The slogan that the sheet draws; only Chinese sheets print it.
  private var slogan: String? {
    guard isChinese, let id = sheet.slogan else { return nil }
    return plan.structure(id)?.slogan.text
  }
}
