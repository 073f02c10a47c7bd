internal import DistrictPlan
internal import MapGeometry
internal import MapProjection
internal import MapStyle
internal import Messages
internal import PlanFindings

/// Draws everything around the maps: title, legend, scale, sources, imprint.
struct SheetPanelDrawing {
  let plan: Plan
  let sheet: Sheet
  let options: RenderOptions
  let layout: SheetLayout
  let views: [MapView]
  let legend: Legend
  let drawn: [MapScene.DrawnLayer]

  var language: Language { options.language }
  var isChinese: Bool { language == .chinese }

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
    items += try layout.header.map(wide) ?? tall()
    return [
      .group(
        DrawItem.Group(tag: Tag(id: "furniture"), layerName: "furniture", items: items))
    ]
  }

  /// A panel at the right: title on top, legend in the middle, the rest below.
  private func tall() throws -> [DrawItem] {
    let inner = layout.panel.grown(by: -5)
    var top = PanelColumn(x: inner.minX, y: inner.minY, width: inner.width)
    if sheet.furniture.contains(.title) {
      title(in: &top)
      top.space(3)
      top.rule(.black, width: 0.3)
      top.space(2)
    }
    var bottom = PanelColumn(x: inner.minX, y: 0, width: inner.width)
    try foot(in: &bottom)
    let height = bottom.y
    var placed = PanelColumn(x: inner.minX, y: inner.maxY - height, width: inner.width)
    try foot(in: &placed)
    let room = PaperBox(
      minX: inner.minX, minY: top.y, maxX: inner.maxX, maxY: inner.maxY - height - 2)
    return top.items + (try legendItems(in: room)) + placed.items
  }

  /// Title above the maps; legend columns below them with the rest at the right.
  private func wide(_ header: PaperBox) throws -> [DrawItem] {
    var head = PanelColumn(x: header.minX + 6, y: header.minY + 2.2, width: header.width - 12)
    let headTop = head.y
    head.line(
      sheet.title[language], size: 10, face: .sansBold, spacing: isChinese ? 0.08 : 0, leading: 1.3)
    var side = PanelColumn(x: header.minX + 6, y: headTop + 2.4, width: header.width - 12)
    side.line(project, size: 4, anchor: .end)
    side.line(period, size: 2.8, ink: .grey, anchor: .end)
    let inner = layout.panel.grown(by: -4)
    let footWidth = 92.0
    var foot = PanelColumn(
      x: inner.maxX - footWidth, y: inner.minY, width: footWidth)
    try self.foot(in: &foot)
    let room = PaperBox(
      minX: inner.minX, minY: inner.minY, maxX: inner.maxX - footWidth - 7, maxY: inner.maxY)
    let rule = DrawItem.line(
      [
        PaperPoint(x: room.maxX + 3.5, y: inner.minY),
        PaperPoint(x: room.maxX + 3.5, y: inner.maxY),
      ], Stroke(ink: .pale, width: 0.15))
    return head.items + side.items + (try legendItems(in: room)) + [rule] + foot.items
  }

  private var project: String {
    isChinese ? plan.manifest.title : plan.manifest.titleEnglish ?? plan.manifest.title
  }

  private var period: String {
    let years = plan.manifest.period.map { isChinese ? "规划期限 \($0)" : "Period \($0)" }
    return [years, isChinese ? "图号 \(number)" : "Sheet \(number)"].compactMap { $0 }
      .joined(separator: "　")
  }

  private var number: String { sheet.number < 10 ? "0\(sheet.number)" : "\(sheet.number)" }

  private func title(in column: inout PanelColumn) {
    let face = FontFace.sansBold
    let text = sheet.title[language]
    let size = min(11, column.width / (face.width(of: text) + 0.06 * Double(text.count)))
    column.line(project, size: 3.6, ink: .soft)
    column.line(text, size: max(size, 4), face: face, spacing: isChinese ? 0.06 : 0, leading: 1.3)
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

  /// The legend as large as it fits.
  private func legendItems(in room: PaperBox) throws(RenderError) -> [DrawItem] {
    guard sheet.furniture.contains(.legend), !legend.groups.isEmpty else { return [] }
    let sizes =
      stride(from: 1.3, through: 0.8, by: -0.05).map { ($0, 1.0) }
      + [(0.8, 0.85), (0.75, 0.85), (0.75, 0.72)]
    for (scale, leading) in sizes {
      let drawing = LegendDrawing(
        zoom: views[0].zoom, symbols: sheet.symbols.library, scale: scale, leading: leading)
      if let items = drawing.items(of: legend, in: room, columns: sheet.panel.columns) {
        return [
          .group(
            DrawItem.Group(tag: Tag(id: "legend"), layerName: "legend", items: items))
        ]
      }
    }
    throw RenderError(
      location: sheet.location,
      message: Wording(
        "the legend of sheet '\(sheet.id)' does not fit into its panel",
        zh: "图纸“\(sheet.id)”的图例放不进图例栏"),
      help: Wording("make the panel larger or give it more columns", zh: "加大图例栏或增加列数"))
  }
}
