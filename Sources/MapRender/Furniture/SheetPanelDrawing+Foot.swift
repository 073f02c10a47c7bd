internal import DistrictPlan
internal import MapGeometry
internal import MapProjection
internal import Messages
internal import PlanFindings

extension SheetPanelDrawing {
  /// What is said of all that is drawn, which takes longer to gather than to set.
  struct FootTexts {
    /// What is assumed; `nil` where nothing is, or nothing is to be said of it.
    let assumed: String?
    /// The sources; `nil` where there are none.
    let sources: String?
  }

  var footTexts: FootTexts {
    FootTexts(
      assumed: sheet.furniture.contains(.assumed) ? assumed : nil,
      sources: sheet.furniture.contains(.sources) ? sources : nil)
  }

  /// Scale bar and north arrow, what is assumed, sources, imprint.
  func foot(_ texts: FootTexts, in column: inout PanelColumn) throws(ProjectionError) {
    try scaleAndNorth(in: &column)
    if let text = texts.assumed, let mark = plan.manifest.purpose {
      assumed(text, under: mark, in: &column)
    }
    if !sheet.notes.isEmpty {
      for note in sheet.notes { column.paragraph(note[language], size: 2.1, ink: .grey) }
      column.space(1.2)
    }
    if let text = texts.sources {
      column.paragraph(text, size: 2.05, ink: .grey)
      column.space(1.6)
    }
    if sheet.furniture.contains(.imprint) { imprint(in: &column) }
  }

  /// What of all that is drawn nobody has measured.
  private var assumed: String? {
    guard let mark = plan.manifest.purpose else { return nil }
    var assumed: [String: Set<String>] = [:]
    for features in drawn.map(\.features) {
      for feature in features where feature.feature.isAssumed && feature.isLocated {
        assumed[feature.layer, default: []].insert(feature.id)
      }
    }
    for feature in locator?.features ?? [] where feature.isAssumed {
      guard let layer = plan.layers.first(where: { $0.contains(feature) }) else { continue }
      assumed[layer.id, default: []].insert(feature.id)
    }
    var seen: Set<String> = []
    var parts: [String] = []
    for layer in plan.layers {
      let ids = (assumed[layer.id] ?? []).subtracting(seen)
      guard !ids.isEmpty else { continue }
      seen.formUnion(ids)
      let title = isChinese ? layer.title : layer.titleEnglish ?? layer.id
      parts.append(isChinese ? "\(title)\(ids.count)处" : "\(title) (\(ids.count))")
    }
    guard !parts.isEmpty else { return nil }
    return isChinese
      ? "本图为\(mark)图，非法定图件。文件未给出坐标和界线，以下要素的位置、走向或归属为编图推定："
        + parts.joined(separator: "、") + "。"
      : "Schematic, without legal force. The documents give no coordinates; the place, course or membership of these is assumed: "
        + parts.joined(separator: ", ") + "."
  }

  /// The mark of maps that show what nobody has measured, and what that is here.
  private func assumed(_ text: String, under mark: String, in column: inout PanelColumn) {
    let label = isChinese ? mark : "SCHEMATIC"
    let width = FontFace.sansBold.width(of: label)
    let stamp = isChinese ? 13 : max(13, width * TypeSize.leastLatin)
    let size = 2.1
    var body = PanelColumn(
      x: column.minX + stamp + 3, y: column.y + 1.4, width: column.width - stamp - 5)
    body.paragraph(text, size: size, ink: .note)
    let bottom = max(body.y + 1.2, column.y + 9)
    let red = Ink.accent
    let box = PaperBox(
      minX: column.minX, minY: column.y, maxX: column.minX + column.width, maxY: bottom)
    column.items.append(
      .box(box, fill: .ink(.noteGround), stroke: Stroke(ink: red, width: 0.25)))
    column.items.append(
      .text(
        TextRun(
          text: label,
          at: PaperPoint(
            x: column.minX + 1.5 + stamp / 2, y: box.center.y + min(5, stamp / width) * 0.36),
          size: min(5, stamp / width), face: .sansBold, ink: red, anchor: .middle), tag: nil))
    column.items += body.items
    column.y = bottom
    column.space(2)
  }

  private var sources: String? {
    let day = options.asOf ?? sheet.asOf
    let spoken = plan.documents.filter { document in
      day.map { document.date.earliest <= $0 } ?? true
    }.sorted { ($0.sequence, $0.id) < ($1.sequence, $1.id) }
    guard !spoken.isEmpty else { return nil }
    let texts = spoken.map { document in
      let note = document.isDateInferred ? (isChinese ? "，日期推定" : ", date inferred") : ""
      return isChinese
        ? "《\(document.title)》（\(document.date.text)\(note)）"
        : "\(document.title) (\(document.date.text)\(note))"
    }
    var text =
      (isChinese ? "资料来源：" : "Sources: ") + texts.joined(separator: isChinese ? "、" : "; ")
    // Many features, few sources.
    let sources = Set(drawn.flatMap(\.features).compactMap { $0.feature.text(.source) })
    let credits = sources.contains { $0.holdsBytes(of: "OpenStreetMap") }
    text += isChinese ? "。" : "."
    if credits {
      text +=
        isChinese
        ? "部分线位 © OpenStreetMap contributors。" : " Some lines © OpenStreetMap contributors."
    }
    return text
  }

  private func imprint(in column: inout PanelColumn) {
    var rows: [(String, String)] = []
    rows.append((isChinese ? "坐标系" : "CRS", crsText))
    if let netText { rows.append((isChinese ? "坐标网" : "Grid", netText)) }
    let dates = plan.claims.map(\.date.earliest)
    if let day = options.asOf ?? sheet.asOf ?? dates.max() {
      rows.append((isChinese ? "资料截至" : "As of", day.description))
    }
    if let date = sheet.marks.date { rows.append((isChinese ? "编绘日期" : "Made", date)) }
    if let author = plan.manifest.author { rows.append((isChinese ? "编制" : "Author", author)) }
    column.rule(.black, width: 0.2)
    column.space(0.8)
    for row in rows {
      var label = PanelColumn(x: column.minX, y: column.y, width: 16)
      label.line(row.0, size: 2.5, ink: .grey)
      var value = PanelColumn(x: column.minX + 16, y: column.y, width: column.width - 16)
      value.paragraph(row.1, size: 2.5)
      column.items += label.items + value.items
      column.y = max(label.y, value.y)
    }
    for line in sheet.imprint { column.paragraph(line[language], size: 2.2) }
  }

  /// What the lines and numbers in the frame are.
  private var netText: String? {
    let span =
      min(layout.maps[0].width, layout.maps[0].height)
      / views[0].placement.millimetresPerMetre
    var parts: [String] = []
    if sheet.furniture.contains(.graticule) {
      let minutes =
        sheet.page == nil ? sheet.graticule : Graticule.step(sheet.graticule, forMetres: span)
      let step =
        minutes >= 1 ? "\(DecimalText.short(minutes))′" : "\(DecimalText.short(minutes * 60))″"
      parts.append(isChinese ? "经纬网 \(step)" : "graticule \(step)")
    }
    if let own = sheet.grid {
      let metres = sheet.page == nil ? own : MapGrid.step(own, forMetres: span)
      let step =
        metres >= 1000
        ? "\(DecimalText.short(metres / 1000)) km" : "\(DecimalText.short(metres)) m"
      parts.append(isChinese ? "公里网 \(step)（图廓注千米数）" : "grid \(step), kilometres in the frame")
    }
    return parts.isEmpty ? nil : parts.joined(separator: isChinese ? "，" : ", ")
  }

  private var crsText: String {
    plan.crs.code.map { isChinese ? "\(plan.crs.name)（\($0)）" : "\(plan.crs.name) (\($0))" }
      ?? plan.crs.name
  }
}
