/// How the cells of an ``ObstacleGrid`` lie on the paper.
struct CellLattice {
  let frame: PaperBox
  let columns: Int
  let rows: Int

  /// Adds what covering a box costs to each cell, as far as the box covers it.
  ///
  /// - Parameter widths: Room for a number for each column.
  @inline(__always)
  func add(
    _ box: PaperBox, weight: Double, to cells: UnsafeMutablePointer<Int32>,
    _ widths: UnsafeMutablePointer<Double>
  ) {
    let first = max(0, Self.cell(box.minX - frame.minX))
    let last = min(columns - 1, Self.cell(box.maxX - frame.minX))
    let top = max(0, Self.cell(box.minY - frame.minY))
    let bottom = min(rows - 1, Self.cell(box.maxY - frame.minY))
    guard first <= last, top <= bottom else { return }
    var x = first
    while x <= last {
      let width = Self.share(of: x, from: frame.minX, box.minX, box.maxX)
      widths[x &- first] = width > 0 ? width : 0
      x &+= 1
    }
    var y = top
    while y <= bottom {
      let height = Self.share(of: y, from: frame.minY, box.minY, box.maxY)
      let row = cells + (y &* columns &+ first)
      var x = 0
      while x <= last &- first, height > 0 {
        row[x] &+= Self.rounded(widths[x] * height * weight * ObstacleGrid.unit)
        x &+= 1
      }
      y &+= 1
    }
  }

  /// The cell at a distance from the first one's edge.
  @inline(__always)
  private static func cell(_ distance: Double) -> Int {
    let place = distance * (1 / ObstacleGrid.cell)
    let whole = Int(place)
    return place < Double(whole) ? whole - 1 : whole
  }

  /// How much of a cell's width a stretch takes up.
  @inline(__always)
  private static func share(
    of cell: Int, from start: Double, _ low: Double, _ high: Double
  ) -> Double {
    let first = start + Double(cell) * ObstacleGrid.cell
    let last = first + ObstacleGrid.cell
    return (last < high ? last : high) - (first > low ? first : low)
  }

  /// The nearest whole number to one that is not negative.
  @inline(__always)
  private static func rounded(_ value: Double) -> Int32 {
    let whole = Int32(value)
    return value - Double(whole) < 0.5 ? whole : whole &+ 1
  }
}
