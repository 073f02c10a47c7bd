/// Where the maps and the panel lie on the paper.
struct SheetLayout {
  /// From the paper's edge to the outer frame.
  static let margin = 8.0
  /// Room for coordinates around a map.
  static let band = 4.6

  let outer: PaperBox
  let panel: PaperBox
  /// The strip that holds the title on sheets whose panel lies below the map.
  let header: PaperBox?
  let maps: [PaperBox]

  init(paper: PaperSize, panel: SheetPanel, mapCount: Int) {
    let outer = PaperBox(
      x: Self.margin, y: Self.margin, width: paper.width - 2 * Self.margin,
      height: paper.height - 2 * Self.margin)
    self.outer = outer
    var area = outer
    switch panel.side {
    case .right:
      let width = min(panel.size, outer.width * 0.6)
      self.panel = PaperBox(
        minX: outer.maxX - width, minY: outer.minY, maxX: outer.maxX, maxY: outer.maxY)
      area.maxX = self.panel.minX
      header = nil
    case .bottom:
      let height = min(panel.size, outer.height * 0.6)
      self.panel = PaperBox(
        minX: outer.minX, minY: outer.maxY - height, maxX: outer.maxX, maxY: outer.maxY)
      area.maxY = self.panel.minY
      let header = PaperBox(x: outer.minX, y: outer.minY, width: outer.width, height: 18)
      area.minY = header.maxY
      self.header = header
    }
    let width = area.width / Double(mapCount)
    let caption = mapCount > 1 ? 6.0 : 0
    maps = (0..<mapCount).map { index in
      let left = area.minX + Double(index) * width
      // Two maps share one band between them; it carries no coordinates.
      let isFirst = index == 0
      let isLast = index == mapCount - 1
      return PaperBox(
        minX: left + (isFirst ? Self.band : 1), minY: area.minY + Self.band + caption,
        maxX: left + width - (isLast ? Self.band : 1), maxY: area.maxY - Self.band)
    }
  }
}
