internal import Messages
internal import PlanFindings

/// How a legend, a table and the rest find room in a panel.
extension SheetPanelDrawing {
  /// A legend's columns, size and leading.
  private struct Setting {
    let columns: Int
    let scale: Double
    let leading: Double
    var isBrief = false
  }

  /// What is tried, the best first: as large as it fits in the columns asked for, then in more columns as
  /// the width allows, then smaller.
  private func settings(width: Double) -> [Setting] {
    let own = sheet.panel.columns
    let most = max(own, Int(width / 42))
    func settings(_ columns: Int, _ sizes: [Double], _ leading: Double) -> [Setting] {
      sizes.map { Setting(columns: columns, scale: $0, leading: leading) }
    }
    let large = Array(stride(from: 1.3, through: 0.85, by: -0.05))
    let small = [0.8, 0.75]
    var result = settings(own, large, 1) + settings(own, [0.8], 1)
    for columns in own..<max(own, most) { result += settings(columns + 1, [1, 0.9, 0.8], 1) }
    var tight: [Setting] = []
    for columns in own...most {
      tight += settings(columns, small, 0.85) + settings(columns, [0.75], 0.72)
    }
    // What symbols say need not be said in words, too; English words are long, and so this helps them most.
    var brief: [Setting] = []
    for columns in own...most {
      for (size, leading) in [(1.0, 1.0), (0.9, 1), (0.8, 1), (0.8, 0.85), (0.75, 0.72)] {
        brief.append(Setting(columns: columns, scale: size, leading: leading, isBrief: true))
      }
    }
    return result + (isChinese ? tight + brief : brief + tight)
  }

  /// The legend as large as it fits, with the pages of an atlas above it.
  func legendItems(in room: PaperBox) throws(RenderError) -> [DrawItem] {
    var room = room
    var items: [DrawItem] = []
    if !pages.isEmpty {
      var column = PanelColumn(x: room.minX, y: room.minY, width: room.width)
      AtlasIndex(language: language).list(pages, in: &column)
      room.minY = column.y + 1.5
      items = column.items
    }
    guard sheet.furniture.contains(.legend), !legend.groups.isEmpty else { return items }
    for setting in settings(width: room.width) {
      guard let entries = drawing(setting).items(of: legend, in: room, columns: setting.columns)
      else { continue }
      let group = DrawItem.Group(tag: Tag(id: "legend"), layerName: "legend", items: entries)
      return items + [.group(group)]
    }
    throw RenderError.overflow(
      at: sheet.location,
      Wording(
        "the legend of sheet '\(sheet.id)' does not fit into its panel",
        zh: "图纸“\(sheet.id)”的图例放不进图例栏"),
      help: Wording("make the panel larger or give it more columns", zh: "加大图例栏或增加列数"))
  }

  /// The height that the legend takes at its own size, or the most it may have.
  func legendHeight(width: Double, atMost limit: Double) throws -> Double {
    guard sheet.furniture.contains(.legend), !legend.groups.isEmpty else { return 0 }
    let setting = Setting(columns: sheet.panel.columns, scale: 1, leading: 1)
    var height = 20.0
    while height < limit {
      let room = PaperBox(x: 0, y: 0, width: width, height: height)
      if drawing(setting).fits(legend, in: room, columns: setting.columns) { return height }
      height += 3
    }
    return limit
  }

  private func drawing(_ setting: Setting) -> LegendDrawing {
    LegendDrawing(
      zoom: views[0].zoom, symbols: sheet.symbols.library, scale: setting.scale,
      leading: setting.leading, isBrief: setting.isBrief, language: language)
  }

  /// The table as large as it fits.
  func tableItems(_ table: TableContent, in room: PaperBox) throws(RenderError) -> [DrawItem] {
    let samples = LegendDrawing(
      zoom: views[0].zoom, symbols: sheet.symbols.library, scale: 1, language: language)
    let needed = TableDrawing.leastWidth(of: table)
    guard room.width >= needed else {
      throw RenderError(
        location: sheet.location,
        message: Wording(
          "the table of sheet '\(sheet.id)' needs \(Int(needed.rounded(.up))) mm, its panel has \(Int(max(0, room.width))) mm",
          zh:
            "图纸“\(sheet.id)”的表需要 \(Int(needed.rounded(.up))) 毫米宽，栏内只有 \(Int(max(0, room.width))) 毫米"
        ),
        help: Wording("make the panel larger or name fewer columns", zh: "加大图例栏或减少列"))
    }
    var needs = 0.0
    for scale in stride(from: 1.25, through: 0.75, by: -0.05) {
      let drawing = TableDrawing(
        table: table, samples: samples, scale: scale, language: language)
      let bottom = drawing.bottom(in: room)
      needs = bottom - room.minY
      guard bottom <= room.maxY else { continue }
      let items = drawing.items(in: room).items
      return [
        .group(DrawItem.Group(tag: Tag(id: "table"), layerName: "table", items: items))
      ]
    }
    throw RenderError.overflow(
      at: sheet.location,
      Wording(
        "the table of sheet '\(sheet.id)' has \(table.rowCount) rows and needs \(Int(needs.rounded(.up))) mm, its panel has \(Int(max(0, room.height))) mm",
        zh:
          "图纸“\(sheet.id)”的表有 \(table.rowCount) 行，需要 \(Int(needs.rounded(.up))) 毫米高，栏内只有 \(Int(max(0, room.height))) 毫米"
      ),
      help: Wording("make the paper larger or name fewer layers", zh: "加大纸张或减少图层"))
  }

  /// What stands below the map does not fit there.
  func footOverflow() -> RenderError {
    RenderError.overflow(
      at: sheet.location,
      Wording(
        "scale, notes and imprint of sheet '\(sheet.id)' do not fit into its panel",
        zh: "图纸“\(sheet.id)”的比例尺、说明和图签放不进图例栏"),
      help: Wording("make the panel larger", zh: "加大图例栏"))
  }
}
