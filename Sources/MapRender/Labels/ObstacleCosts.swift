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
    let width = grid.columns + 1
    var sums = [Int](repeating: 0, count: width * (grid.rows + 1))
    for y in 0..<grid.rows {
      var row = 0
      for x in 0..<grid.columns {
        row += Int(grid.cells[y * grid.columns + x])
        sums[(y + 1) * width + x + 1] = sums[y * width + x + 1] + row
      }
    }
    self.sums = sums
    var symbols = BoxCells(frame: grid.frame, size: 6)
    for (index, box) in grid.symbols.enumerated() { symbols.insert(box, Int32(index)) }
    self.symbols = symbols
  }

  /// What a feature draws of itself.
  func own(of feature: String) -> OwnInk { own[feature] ?? OwnInk() }

  /// What covering the box costs; infinite where it covers a symbol.
  func cost(of box: PaperBox) -> Double {
    if symbols.contains(box, where: { boxes[Int($0)].overlaps(box) }) { return .infinity }
    return
      (sum(box.maxX, box.maxY) - sum(box.minX, box.maxY) - sum(box.maxX, box.minY)
      + sum(box.minX, box.minY)) / ObstacleGrid.unit
  }

  /// The cost of everything above and to the left of a point.
  private func sum(_ x: Double, _ y: Double) -> Double {
    let across = min(max(0, (x - frame.minX) / ObstacleGrid.cell), Double(columns))
    let down = min(max(0, (y - frame.minY) / ObstacleGrid.cell), Double(rows))
    let column = min(columns - 1, Int(across))
    let row = min(rows - 1, Int(down))
    let (fx, fy) = (across - Double(column), down - Double(row))
    let width = columns + 1
    let corner = row * width + column
    let top = Double(sums[corner]) * (1 - fx) + Double(sums[corner + 1]) * fx
    let bottom = Double(sums[corner + width]) * (1 - fx) + Double(sums[corner + width + 1]) * fx
    return top * (1 - fy) + bottom * fy
  }
}

/// Numbers of boxes in square cells, so that neighbours are found without asking everyone.
struct BoxCells: Sendable {
  private let size: Double
  private let columns: Int
  private let rows: Int
  private let frame: PaperBox
  private(set) var cells: [[Int32]]

  /// - Parameter size: The width of a cell in millimetres.
  init(frame: PaperBox, size: Double) {
    (self.frame, self.size) = (frame, size)
    columns = max(1, Int((frame.width / size).rounded(.up)))
    rows = max(1, Int((frame.height / size).rounded(.up)))
    cells = Array(repeating: [], count: columns * rows)
  }

  mutating func insert(_ box: PaperBox, _ number: Int32) {
    let (xs, ys) = span(of: box)
    for y in ys {
      for x in xs where cells[y * columns + x].last != number {
        cells[y * columns + x].append(number)
      }
    }
  }

  /// Whether something holds of any box in the cells that a box touches.
  func contains(_ box: PaperBox, where holds: (Int32) -> Bool) -> Bool {
    let (xs, ys) = span(of: box)
    for y in ys {
      for x in xs where cells[y * columns + x].contains(where: holds) { return true }
    }
    return false
  }

  private func span(of box: PaperBox) -> (ClosedRange<Int>, ClosedRange<Int>) {
    func clamped(_ value: Double, _ count: Int) -> Int {
      min(count - 1, max(0, Int(value / size)))
    }
    let x0 = clamped(box.minX - frame.minX, columns)
    let y0 = clamped(box.minY - frame.minY, rows)
    return (
      x0...max(x0, clamped(box.maxX - frame.minX, columns)),
      y0...max(y0, clamped(box.maxY - frame.minY, rows))
    )
  }
}
