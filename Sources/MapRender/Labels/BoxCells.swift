/// Numbers of boxes in square cells, so that neighbours are found without asking everyone.
struct BoxCells: Sendable {
  private let size: Double
  private let columns: Int
  private let rows: Int
  private let frame: PaperBox
  /// For each cell where its numbers begin.
  private var starts: [Int32] = []
  /// The numbers of all cells, row by row; ascending in each if they come so.
  private(set) var numbers: [Int32] = []

  /// One cell without numbers.
  static let none = BoxCells(frame: PaperBox(x: 0, y: 0, width: 0, height: 0), size: 1, boxes: [])

  /// - Parameters:
  ///   - size: The width of a cell in millimetres.
  ///   - boxes: The boxes and their numbers; boxes of one number follow one another.
  init(frame: PaperBox, size: Double, boxes: [(box: PaperBox, number: Int32)]) {
    (self.frame, self.size) = (frame, size)
    columns = max(1, Int((frame.width / size).rounded(.up)))
    rows = max(1, Int((frame.height / size).rounded(.up)))
    let count = columns * rows
    var starts = [Int32](repeating: 0, count: count + 1)
    var last = [Int32](repeating: -1, count: count)
    forEachCell(of: boxes, &last) { cell, _ in starts[cell + 1] += 1 }
    for cell in 0..<count {
      starts[cell + 1] += starts[cell]
      last[cell] = -1
    }
    var next = starts
    var numbers = [Int32](repeating: 0, count: Int(starts[count]))
    forEachCell(of: boxes, &last) { cell, number in
      numbers[Int(next[cell])] = number
      next[cell] += 1
    }
    (self.starts, self.numbers) = (starts, numbers)
  }

  /// Calls back with each number and the cells that its boxes touch, each cell once.
  @inline(__always)
  private func forEachCell(
    of boxes: [(box: PaperBox, number: Int32)], _ last: inout [Int32],
    _ body: (Int, Int32) -> Void
  ) {
    last.withUnsafeMutableBufferPointer { last in
      for (box, number) in boxes {
        forEachCell(of: box) { cell in
          guard last[cell] != number else { return }
          last[cell] = number
          body(cell, number)
        }
      }
    }
  }

  var cellCount: Int { columns * rows }

  /// Where the numbers of a cell stand.
  func range(of cell: Int) -> Range<Int> { Int(starts[cell])..<Int(starts[cell + 1]) }

  /// Calls back with each cell that a box touches.
  @inline(__always)
  func forEachCell(of box: PaperBox, _ body: (Int) -> Void) {
    let (x0, y0) = (column(box.minX), row(box.minY))
    let (x1, y1) = (max(x0, column(box.maxX)), max(y0, row(box.maxY)))
    var y = y0
    while y <= y1 {
      var cell = y * columns + x0
      let end = y * columns + x1
      while cell <= end {
        body(cell)
        cell += 1
      }
      y += 1
    }
  }

  /// Whether the cells that a box touches have a number that fits.
  @inline(__always)
  func contains(near box: PaperBox, where fits: (Int) -> Bool) -> Bool {
    let (x0, y0) = (column(box.minX), row(box.minY))
    let (x1, y1) = (max(x0, column(box.maxX)), max(y0, row(box.maxY)))
    var y = y0
    while y <= y1 {
      let row = y * columns
      // The numbers of neighbours in a row follow one another.
      var index = Int(starts[row + x0])
      let end = Int(starts[row + x1 + 1])
      while index < end {
        if fits(Int(numbers[index])) { return true }
        index += 1
      }
      y += 1
    }
    return false
  }

  private func column(_ x: Double) -> Int { clamped((x - frame.minX) / size, columns) }

  private func row(_ y: Double) -> Int { clamped((y - frame.minY) / size, rows) }

  private func clamped(_ value: Double, _ count: Int) -> Int {
    if value <= 0 { return 0 }
    return value >= Double(count) ? count - 1 : Int(value)
  }
}
