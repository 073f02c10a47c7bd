/// What covering a box of the map costs, answered at once from running sums.
///
/// A class, because every label asks it hundreds of times.
final class ObstacleCosts: Sendable {
  private let frame: PaperBox
  private let columns: Int
  private let rows: Int
  private let sums: RunningSums
  private let boxes: [PaperBox]
  /// The symbols in square cells, so that few are looked at.
  private let symbols: BoxCells
  private let own: [String: OwnInk]

  init(_ grid: ObstacleGrid) {
    (frame, columns, rows) = (grid.frame, grid.columns, grid.rows)
    (boxes, own) = (grid.symbols, grid.own)
    sums = RunningSums(grid)
    symbols = BoxCells(
      frame: grid.frame, size: 6, boxes: grid.symbols.enumerated().map { ($1, Int32($0)) })
  }

  /// What a feature draws of itself.
  func own(of feature: String) -> OwnInk { own[feature] ?? OwnInk() }

  /// What covering the box costs; infinite where it covers a symbol.
  func cost(of box: PaperBox) -> Double {
    if coversSymbol(box) { return .infinity }
    let left = spot(box.minX - frame.minX, columns)
    let right = spot(box.maxX - frame.minX, columns)
    let top = spot(box.minY - frame.minY, rows)
    let bottom = spot(box.maxY - frame.minY, rows)
    return sums.between(left, right, top, bottom) / ObstacleGrid.unit
  }

  private func coversSymbol(_ box: PaperBox) -> Bool {
    !boxes.isEmpty && symbols.contains(near: box) { boxes[$0].overlaps(box) }
  }

  /// The cell in which a place lies, and how far into it.
  @inline(__always)
  private func spot(_ distance: Double, _ count: Int) -> RunningSums.Spot {
    var place = distance / ObstacleGrid.cell
    if place < 0 { place = 0 } else if place > Double(count) { place = Double(count) }
    var cell = Int(place)
    if cell > count - 1 { cell = count - 1 }
    return (cell, place - Double(cell))
  }
}
