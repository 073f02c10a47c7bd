internal import MapStyle
internal import Messages

/// Sets a legend in one or more columns and draws the samples.
struct LegendDrawing {
  let zoom: Double
  let symbols: SymbolLibrary
  /// 1 at full size; smaller when the legend must be squeezed.
  let scale: Double
  /// Between rows: 1 as it looks best, smaller when there are many.
  var leading = 1.0
  /// Whether details are left out where the symbol says the same.
  var isBrief = false
  var language = Language.chinese

  /// Between columns.
  private static let gap = 6.0

  private var textSize: Double { legible(2.7 * scale) }
  private var rowHeight: Double { max(4.35 * scale * leading, textSize * 1.16) }
  private var sampleWidth: Double { 8.2 * scale }

  /// English entries are Latin, but for what has no English name; all are set alike.
  private func legible(_ size: Double) -> Double {
    language == .english ? max(size, TypeSize.leastLatin) : size
  }

  /// Sets the legend within a box; `nil` when it does not fit.
  func items(of legend: Legend, in box: PaperBox, columns: Int) -> [DrawItem]? {
    places(of: legend, in: box, columns: columns)?.flatMap { place in
      let width = place.group.width
      var column = PanelColumn(
        x: box.minX + Double(place.column) * (width + Self.gap), y: place.y, width: width)
      draw(place.group, in: &column)
      return column.items
    }
  }

  /// Whether the legend fits into a box.
  func fits(_ legend: Legend, in box: PaperBox, columns: Int) -> Bool {
    places(of: legend, in: box, columns: columns) != nil
  }

  /// In which column each group stands, and how far down; `nil` when they do not fit.
  private func places(
    of legend: Legend, in box: PaperBox, columns: Int
  ) -> [(group: SetGroup, column: Int, y: Double)]? {
    let width = (box.width - Self.gap * Double(columns - 1)) / Double(columns)
    var result: [(group: SetGroup, column: Int, y: Double)] = []
    var y = box.minY
    var column = 0
    var waiting = legend.groups.reversed().map { set($0, width: width) }
    while let group = waiting.popLast() {
      let height = bottom(of: group, from: 0)
      // A group that no column holds whole goes on in the next one.
      if y + height > box.maxY, height > box.height, column + 1 < columns,
        let (head, rest) = split(group.group, at: box.maxY - y, width: width)
      {
        waiting.append(rest)
        waiting.append(head)
        continue
      }
      if y > box.minY, y + height > box.maxY {
        guard column + 1 < columns else { return nil }
        column += 1
        y = box.minY
        waiting.append(group)
        continue
      }
      guard y + height <= box.maxY + 0.01 else { return nil }
      result.append((group, column, y))
      y = bottom(of: group, from: y)
      y += 1.5 * scale * leading
    }
    return result
  }

  /// The part of a group that fits into a height, and the rest under the same heading; `nil` when not even
  /// two rows fit.
  private func split(
    _ group: Legend.Group, at height: Double, width: Double
  ) -> (SetGroup, SetGroup)? {
    let entries = group.blocks.flatMap { block in block.entries.map { (block.columns, $0) } }
    func part(_ range: Range<Int>, title: String, detail: String) -> Legend.Group {
      var blocks: [Legend.Block] = []
      for (columns, entry) in entries[range] {
        if blocks.last?.columns == columns {
          blocks[blocks.count - 1].entries.append(entry)
        } else {
          blocks.append(Legend.Block(entries: [entry], columns: columns))
        }
      }
      return Legend.Group(title: title, detail: detail, order: group.order, blocks: blocks)
    }
    func head(_ count: Int) -> Legend.Group {
      part(0..<count, title: group.title, detail: group.detail)
    }
    var (low, high) = (0, entries.count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if bottom(of: set(head(middle), width: width), from: 0) <= height {
        low = middle
      } else {
        high = middle
      }
    }
    guard low >= 2 else { return nil }
    let again = language == .chinese ? "（续）" : " (continued)"
    let title = group.title.hasSuffix(again) ? group.title : group.title + again
    return (
      set(head(low), width: width),
      set(part(low..<entries.count, title: title, detail: ""), width: width)
    )
  }

  /// A group set in a width.
  private struct SetGroup {
    let group: Legend.Group
    let width: Double
    let blocks: [SetBlock]
  }

  /// A block's entries in columns.
  private struct SetBlock {
    var columns: Int
    var rows: Int
    var entries: [EntrySetting]
    var height: Double
  }

  private func set(_ group: Legend.Group, width: Double) -> SetGroup {
    SetGroup(group: group, width: width, blocks: group.blocks.map { set($0, width: width) })
  }

  /// Where a group ends that begins at `y`.
  private func bottom(of group: SetGroup, from y: Double) -> Double {
    var bottom = y + PanelColumn.headingHeight(size: 3.1 * scale)
    for block in group.blocks {
      let top = bottom
      for index in 0..<block.columns {
        let column = block.entries.dropFirst(index * block.rows).prefix(block.rows)
        bottom = max(bottom, column.reduce(top) { $0 + $1.height })
      }
    }
    return bottom
  }

  private func draw(_ group: SetGroup, in column: inout PanelColumn) {
    column.heading(group.group.title, detail: group.group.detail, size: 3.1 * scale)
    for (block, set) in zip(group.group.blocks, group.blocks) {
      let width = column.width / Double(set.columns)
      let top = column.y
      for index in 0..<set.columns {
        var y = top
        for place in (index * set.rows..<(index + 1) * set.rows).clamped(to: set.entries.indices) {
          draw(
            block.entries[place], set.entries[place], x: column.minX + Double(index) * width, y: y,
            width: width - 1.2, into: &column.items)
          y += set.entries[place].height
        }
        column.y = max(column.y, y)
      }
    }
  }

  /// The width of the widest word, in ems; of hanzi at most six count.
  private static func longestWord(of text: String) -> Double {
    var longest = 0.0
    for word in text.unicodeScalars.split(separator: " ") {
      let width = FontFace.sansRegular.width(of: String(word))
      longest = max(longest, word.contains(where: TextWrap.isHanzi) ? min(width, 6) : width)
    }
    return longest
  }

  /// A block in the columns, at most as many as it asks for, in which its entries take the least height.
  private func set(_ block: Legend.Block, width: Double) -> SetBlock {
    // Latin words stay whole.
    let longest = (block.entries.map { Self.longestWord(of: $0.text) }.max() ?? 0) * textSize
    var most = max(1, min(block.columns, block.entries.count))
    while most > 1, width / Double(most) - 1.2 - sampleWidth - 1.6 * scale < longest { most -= 1 }
    func set(_ columns: Int) -> [EntrySetting] {
      block.entries.map { setting(of: $0, width: width / Double(columns) - 1.2) }
    }
    var best = SetBlock(columns: 1, rows: block.entries.count, entries: [], height: .infinity)
    for columns in 1...most {
      let rows = (block.entries.count + columns - 1) / columns
      let entries = set(columns)
      let height =
        stride(from: 0, to: entries.count, by: max(1, rows)).map {
          entries[$0..<min($0 + rows, entries.count)].reduce(0) { $0 + $1.height }
        }.max() ?? 0
      if height < best.height - 0.01 {
        let used = rows > 0 ? (block.entries.count + rows - 1) / rows : 1
        best = SetBlock(
          columns: used, rows: rows, entries: used == columns ? entries : set(used),
          height: height)
      }
    }
    return best
  }

  /// How an entry is set in a width.
  private struct EntrySetting {
    let lines: [String]
    let detail: String
    let detailSize: Double
    /// Whether the detail stands behind the last line and not below it.
    let isBehind: Bool
    let step: Double
    let height: Double
  }

  private func setting(of entry: Legend.Entry, width: Double) -> EntrySetting {
    let detail = isBrief ? entry.brief : entry.detail
    let room = width - sampleWidth - 1.6 * scale
    let detailSize = legible(max(2, textSize * 0.8))
    let detailWidth = FontFace.sansRegular.width(of: detail) * detailSize
    let textWidth = FontFace.sansRegular.width(of: entry.text) * textSize
    let lines =
      textWidth <= room
      ? [entry.text]
      : TextWrap.lines(entry.text, width: room / textSize, face: .sansRegular)
    // The detail stands behind the text, or behind its last line, or below it.
    let last = lines.last.map { FontFace.sansRegular.width(of: $0) * textSize } ?? 0
    let isBehind = last + (detail.isEmpty ? 0 : detailWidth + 1.5) <= room
    let step = min(textSize * 1.28, max(rowHeight, textSize * 1.16))
    let extra = isBehind || detail.isEmpty ? 0 : 1
    return EntrySetting(
      lines: lines, detail: detail, detailSize: detailSize, isBehind: isBehind, step: step,
      height: rowHeight + Double(lines.count - 1 + extra) * step)
  }

  /// Draws one entry.
  private func draw(
    _ entry: Legend.Entry, _ set: EntrySetting, x: Double, y: Double, width: Double,
    into items: inout [DrawItem]
  ) {
    var parts: [DrawItem] = []
    let box = PaperBox(
      x: x + 0.4, y: y + rowHeight / 2 - 1.5 * scale, width: sampleWidth - 0.8, height: 3 * scale)
    parts += sample(of: entry, in: box)
    let left = x + sampleWidth + 1.6 * scale
    var baseline = y + rowHeight / 2 + textSize * 0.37
    for line in set.lines {
      parts.append(
        .text(
          TextRun(
            text: line, at: PaperPoint(x: left, y: baseline), size: textSize, face: .sansRegular,
            ink: entry.isLocated ? .black : .grey), tag: nil))
      baseline += set.step
    }
    if !set.detail.isEmpty {
      let at =
        set.isBehind
        ? PaperPoint(x: x + width, y: baseline - set.step - textSize * 0.02)
        : PaperPoint(x: left, y: baseline)
      parts.append(
        .text(
          TextRun(
            text: set.detail, at: at, size: set.detailSize, face: .sansRegular, ink: .grey,
            anchor: set.isBehind ? .end : .start), tag: nil))
    }
    items.append(
      .group(
        DrawItem.Group(
          tag: Tag(
            classes: entry.isLocated ? "legend-entry" : "legend-entry unlocated",
            feature: entry.feature, layer: entry.layer.id),
          items: parts)))
  }

  /// A small picture of what the entry's layers draw.
  ///
  /// - Parameter withoutPlace: Whether what has no place gets the symbol that it would have.
  func sample(
    of entry: Legend.Entry, in box: PaperBox, withoutPlace: Bool = false
  ) -> [DrawItem] {
    if let layer = entry.layers.first, layer.metadata["gxq:legend-sample"] == "line",
      let line = boundarySample(of: layer, entry.sample, in: box)
    {
      return [line]
    }
    return entry.layers.flatMap { sample(of: $0, entry.sample, in: box, withoutPlace) }
  }

  /// A straight stretch of a dashed outline, its dashes small enough to show all of them, as legends show boundaries.
  private func boundarySample(
    of layer: StyleLayer, _ feature: MapFeature?, in box: PaperBox
  ) -> DrawItem? {
    guard let feature, layer.type == .line, layer.matches(feature.style, zoom: zoom)
    else { return nil }
    var stroke = LayerLook(layer: layer, feature: feature.style, zoom: zoom, symbols: symbols)
      .stroke
    let period = stroke.dash.reduce(0, +)
    guard let first = stroke.dash.first, period > 0 else { return nil }
    let factor = min(1, box.width / (period + first))
    stroke.dash = stroke.dash.map { $0 * factor }
    stroke.width = min(stroke.width, 1)
    return .line(
      [PaperPoint(x: box.minX, y: box.center.y), PaperPoint(x: box.maxX, y: box.center.y)], stroke)
  }

  private func sample(
    of layer: StyleLayer, _ feature: MapFeature?, in box: PaperBox, _ withoutPlace: Bool
  ) -> [DrawItem] {
    if let feature, !layer.matches(feature.style, zoom: zoom) { return [] }
    guard feature.map({ $0.isLocated }) ?? true || withoutPlace && layer.type == .circle
    else { return [] }
    let look = LayerLook(layer: layer, feature: feature?.style, zoom: zoom, symbols: symbols)
    switch layer.type {
    case .fill:
      let hatch = look.hatch.map { DrawItem.box(box, fill: $0) }
      return [.box(box, fill: look.fillPaint, stroke: look.fillOutline)]
        + (hatch.map { [$0] } ?? [])
    case .line: return lineSample(look, isOutline: feature?.shape.lines.isEmpty == true, in: box)
    case .circle: return look.markerItems(at: box.center, maxRadius: box.height * 0.62)
    case .symbol:
      guard var icon = look.icon else { return [] }
      icon.offset = PaperPoint(x: 0, y: 0)
      return [icon.item(at: box.center, bearing: 0, maxSize: box.height * 1.25)]
    case .background: return []
    }
  }

  private func lineSample(_ look: LayerLook, isOutline: Bool, in box: PaperBox) -> [DrawItem] {
    var stroke = look.stroke
    if isOutline {
      stroke.width = min(stroke.width, 1)
      return [.box(box, fill: nil, stroke: stroke)]
    }
    let line = [
      PaperPoint(x: box.minX, y: box.center.y), PaperPoint(x: box.maxX, y: box.center.y),
    ]
    if look.isPlainLine {
      stroke.width = min(stroke.width, box.height * 0.5)
      stroke.cap = .butt
      return [.line(line, stroke)]
    }
    return LineDrawing(look: look, stroke: stroke, shape: PaperShape(lines: [line]))
      .items(tag: nil)
  }
}
