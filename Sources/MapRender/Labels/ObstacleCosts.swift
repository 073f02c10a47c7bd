/// What covering a box of the map costs, answered at once from running sums.
///
/// A class, because every label asks it hundreds of times.
final class ObstacleCosts: Sendable {
  private let frame: PaperBox
  private let columns: Int
  private let rows: Int
  /// For each corner of a cell the cost of all cells above and to the left of it.
  private let sums: [Int]
  private let boxes: [PaperBox]
  /// The symbols in square cells, so that few are looked at.
  private let symbols: BoxCells
  private let own: [String: OwnInk]

  init(_ grid: ObstacleGrid) {
    (frame, columns, rows) = (grid.frame, grid.columns, grid.rows)
    (boxes, own) = (grid.symbols, grid.own)
    sums = Self.sums(of: grid)
    symbols = BoxCells(
      frame: grid.frame, size: 6, boxes: grid.symbols.enumerated().map { ($1, Int32($0)) })
  }

  private static func sums(of grid: ObstacleGrid) -> [Int] {
    let width = grid.columns + 1
    let count = width * (grid.rows + 1)
    return [Int](unsafeUninitializedCapacity: count) { sums, filled in
      sums[0..<width].initialize(repeating: 0)
      grid.cells.withUnsafeBufferPointer { cells in
        guard var next = sums.baseAddress, var cell = cells.baseAddress else { return }
        next += width
        for _ in 0..<grid.rows {
          next.initialize(to: 0)
          next += 1
          var row = 0
          for _ in 0..<grid.columns {
            row += Int(cell.pointee)
            next.initialize(to: (next - width).pointee + row)
            next += 1
            cell += 1
          }
        }
      }
      filled = count
    }
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
    return sums.withUnsafeBufferPointer { sums in
      guard let sums = sums.baseAddress else { return 0 }
      let (low, high) = (row(bottom, of: sums), row(top, of: sums))
      return (low(right) - low(left) - high(right) + high(left)) / ObstacleGrid.unit
    }
  }

  private func coversSymbol(_ box: PaperBox) -> Bool {
    !boxes.isEmpty && symbols.contains(near: box) { boxes[$0].overlaps(box) }
  }

  /// The cell in which a place lies, and how far into it.
  @inline(__always)
  private func spot(_ distance: Double, _ count: Int) -> (cell: Int, share: Double) {
    var place = distance / ObstacleGrid.cell
    if place < 0 { place = 0 } else if place > Double(count) { place = Double(count) }
    var cell = Int(place)
    if cell > count - 1 { cell = count - 1 }
    return (cell, place - Double(cell))
  }

  /// The costs of everything above and to the left of the points of a level line.
  @inline(__always)
  private func row(
    _ y: (cell: Int, share: Double), of sums: UnsafePointer<Int>
  ) -> ((cell: Int, share: Double)) -> Double {
    let above = sums + y.cell &* (columns &+ 1)
    let below = above + (columns &+ 1)
    return { x in
      let (first, second) = (above + x.cell, below + x.cell)
      let top = Double(first[0]) * (1 - x.share) + Double(first[1]) * x.share
      let bottom = Double(second[0]) * (1 - x.share) + Double(second[1]) * x.share
      return top * (1 - y.share) + bottom * y.share
    }
  }
}
