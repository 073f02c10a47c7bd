/// Where the maps and the panel lie on the paper, in millimetres of the design.
struct SheetLayout {
  /// From the paper's edge to the outer frame.
  static let margin = 8.0
  /// Room for a row of coordinates around a map.
  static let row = 3.0
  /// From the last row to the outer frame.
  static let gap = 1.6

  /// The room for some rows of coordinates.
  static func band(rows: Int) -> Double { row * Double(rows) + gap }

  let outer: PaperBox
  let panel: PaperBox
  /// The strip that holds the title on sheets whose panel lies below the map.
  let header: PaperBox?
  let maps: [PaperBox]
  /// For each map the edges of its frame that carry coordinates.
  let sides: [Set<MapSide>]

  /// - Parameter rows: How many rows of coordinates stand around a map.
  init(paper: PaperSize, panel: SheetPanel, mapCount: Int, rows: Int = 1) {
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
    let band = Self.band(rows: rows)
    let caption = mapCount > 1 ? 6.0 : 0
    let isStacked = mapCount > 1 && area.height > area.width * 1.1
    let pitch = (isStacked ? area.height : area.width) / Double(mapCount)
    var maps: [PaperBox] = []
    var sides: [Set<MapSide>] = []
    for index in 0..<mapCount {
      // Two maps share one band between them; it carries no coordinates.
      let isFirst = index == 0
      let isLast = index == mapCount - 1
      var box = area
      if isStacked {
        box.minY = area.minY + Double(index) * pitch
        box.maxY = box.minY + pitch
      } else {
        box.minX = area.minX + Double(index) * pitch
        box.maxX = box.minX + pitch
      }
      let hasLeft = isStacked || isFirst
      let hasRight = isStacked || isLast
      let hasTop = !isStacked || isFirst
      let hasBottom = !isStacked || isLast
      maps.append(
        PaperBox(
          minX: box.minX + (hasLeft ? band : 1), minY: box.minY + (hasTop ? band : 1) + caption,
          maxX: box.maxX - (hasRight ? band : 1), maxY: box.maxY - (hasBottom ? band : 1)))
      sides.append(
        Set(
          zip(MapSide.allCases, [hasTop, hasBottom, hasLeft, hasRight]).filter(\.1).map(\.0)))
    }
    (self.maps, self.sides) = (maps, sides)
  }
}

/// An edge of a map's frame.
enum MapSide: CaseIterable, Sendable { case top, bottom, left, right }
