internal import Messages
internal import PlanFindings

/// Sets a table: a heading, a head row, groups of rows.
struct TableDrawing {
  let table: TableContent
  let samples: LegendDrawing
  /// 1 at full size; smaller when the table must be squeezed.
  let scale: Double
  let language: Language

  private var textSize: Double { 2.65 * scale }
  private var rowHeight: Double { 4.3 * scale }
  private var step: Double { textSize * 1.25 }

  /// How wide a column is at least, in millimetres.
  private static func least(_ column: SheetTable.Column) -> Double {
    switch column {
    case .number: 7
    case .symbol: 11
    case .name: 26
    case .kind: 15
    case .size: 15
    case .status: 12
    case .date: 17
    case .deadline: 22
    case .source: 11
    }
  }

  /// The narrowest box that holds the table, in millimetres.
  static func leastWidth(of table: TableContent) -> Double {
    table.columns.reduce(0) { $0 + least($1) }
  }

  /// How wide a column is when nothing in it is broken.
  private func natural(_ column: SheetTable.Column) -> Double {
    let texts = table.groups.flatMap(\.rows).compactMap { $0.texts[column] }
    let widest = (texts + [title(of: column)]).map { FontFace.sansRegular.width(of: $0) }.max() ?? 0
    return max(Self.least(column), widest * textSize + 2.4)
  }

  private func title(of column: SheetTable.Column) -> String {
    let isChinese = language == .chinese
    return switch column {
    case .number: isChinese ? "序号" : "No."
    case .symbol: isChinese ? "图例" : "Mark"
    case .name: isChinese ? "名称" : "Name"
    case .kind: isChinese ? "类别" : "Kind"
    case .size: isChinese ? "规模" : "Size"
    case .status: isChinese ? "进展" : "Status"
    case .date: isChinese ? "进展日期" : "Said on"
    case .deadline: isChinese ? "期限" : "Deadline"
    case .source: isChinese ? "依据" : "Statement"
    }
  }

  /// The columns with their edges.
  private func columns(in box: PaperBox) -> [Column] {
    let naturals = table.columns.map(natural)
    let leasts = table.columns.map(Self.least)
    let spare = box.width - naturals.reduce(0, +)
    let slack = max(naturals.reduce(0, +) - leasts.reduce(0, +), 0.001)
    var x = box.minX
    return table.columns.indices.map { index in
      let column = table.columns[index]
      var width = naturals[index]
      if spare >= 0 {
        width += spare / Double(table.columns.count)
      } else {
        // Each column gives of what it has above its least.
        width += spare * (naturals[index] - leasts[index]) / slack
      }
      defer { x += width }
      return (column, x, width)
    }
  }

  /// A row's texts broken into lines.
  private struct SetRow {
    let cells: [[String]]
    let height: Double
  }

  private typealias Column = (column: SheetTable.Column, x: Double, width: Double)

  private func set(_ row: TableContent.Row, _ columns: [Column]) -> SetRow {
    let cells = columns.map { part -> [String] in
      guard let text = row.texts[part.column], part.column != .symbol else { return [] }
      return TextWrap.lines(text, width: (part.width - 1.6) / textSize, face: .sansRegular)
    }
    let lines = max(1, cells.map(\.count).max() ?? 1)
    return SetRow(cells: cells, height: rowHeight + Double(lines - 1) * step)
  }

  /// The rows of each group.
  private func rows(_ columns: [Column]) -> [[SetRow]] {
    table.groups.map { $0.rows.map { set($0, columns) } }
  }

  /// The heading, and the head row below it.
  private func head(in box: PaperBox) -> (items: [DrawItem], row: PaperBox) {
    var column = PanelColumn(x: box.minX, y: box.minY, width: box.width)
    column.heading(table.title, detail: table.detail, size: 3.4 * scale)
    column.space(0.6)
    return (
      column.items,
      PaperBox(x: box.minX, y: column.y, width: box.width, height: rowHeight * 1.15)
    )
  }

  /// Where the drawing ends, which is told sooner than drawn.
  func bottom(in box: PaperBox) -> Double {
    rows(columns(in: box)).reduce(head(in: box).row.maxY) { y, rows in
      rows.reduce(y + rowHeight * 1.05) { $0 + $1.height }
    }
  }

  /// The drawing, and where it ends.
  func items(in box: PaperBox) -> (items: [DrawItem], bottom: Double) {
    let columns = columns(in: box)
    var (items, head) = head(in: box)
    items.append(.box(head, fill: .grey))
    for part in columns {
      items.append(
        text(
          title(of: part.column), part, baseline: head.center.y + textSize * 0.36, ink: .onPlate,
          face: .sansBold))
    }
    var y = head.maxY
    for (group, rows) in zip(table.groups, rows(columns)) {
      let plate = PaperBox(x: box.minX, y: y, width: box.width, height: rowHeight * 1.05)
      items += heading(of: group, on: plate)
      y = plate.maxY
      let first = y
      for (row, set) in zip(group.rows, rows) {
        items.append(item(row, set, columns, y: y))
        y += set.height
        items.append(
          .line(
            [PaperPoint(x: box.minX, y: y), PaperPoint(x: box.maxX, y: y)],
            Stroke(ink: .pale, width: 0.1)))
      }
      let edges = columns.dropFirst().map {
        [PaperPoint(x: $0.x, y: first), PaperPoint(x: $0.x, y: y)]
      }
      items.append(
        .path(
          edges, isClosed: false, fill: nil, stroke: Stroke(ink: .pale, width: 0.08), tag: nil))
    }
    let whole = PaperBox(minX: box.minX, minY: head.minY, maxX: box.maxX, maxY: y)
    items.append(.box(whole, fill: nil, stroke: Stroke(ink: .black, width: 0.25)))
    return (items, y)
  }

  private func heading(of group: TableContent.Group, on plate: PaperBox) -> [DrawItem] {
    let baseline = plate.center.y + textSize * 0.36
    return [
      .box(plate, fill: .ink(Ink.pale.faded(0.35))),
      .text(
        TextRun(
          text: group.title, at: PaperPoint(x: plate.minX + 1.2, y: baseline), size: textSize,
          face: .sansBold, ink: .black), tag: nil),
      .text(
        TextRun(
          text: group.detail, at: PaperPoint(x: plate.maxX - 1.2, y: baseline),
          size: max(2, textSize * 0.85), face: .sansRegular, ink: .soft, anchor: .end), tag: nil),
    ]
  }

  private func item(
    _ row: TableContent.Row, _ set: SetRow, _ columns: [Column], y: Double
  ) -> DrawItem {
    let height = set.height
    var items: [DrawItem] = []
    for (part, cell) in zip(columns, set.cells) {
      if part.column == .symbol, let entry = row.entry {
        let box = PaperBox(
          x: part.x + 1, y: y + height / 2 - rowHeight * 0.36, width: part.width - 2,
          height: rowHeight * 0.72)
        items += samples.sample(of: entry, in: box, withoutPlace: true)
      }
      var baseline =
        y + height / 2 + textSize * 0.36 - Double(cell.count - 1) * step / 2
      for line in cell {
        items.append(
          text(
            line, part, baseline: baseline,
            ink: row.isLocated || part.column == .status ? .black : .grey))
        baseline += step
      }
    }
    return .group(
      DrawItem.Group(
        tag: Tag(
          classes: row.isLocated ? "table-row" : "table-row unlocated", feature: row.feature),
        items: items))
  }

  private func text(
    _ text: String, _ part: Column, baseline: Double, ink: Ink, face: FontFace = .sansRegular
  ) -> DrawItem {
    let isCentred = part.column != .name
    return .text(
      TextRun(
        text: text,
        at: PaperPoint(x: isCentred ? part.x + part.width / 2 : part.x + 0.9, y: baseline),
        size: textSize, face: face, ink: ink, anchor: isCentred ? .middle : .start), tag: nil)
  }
}
