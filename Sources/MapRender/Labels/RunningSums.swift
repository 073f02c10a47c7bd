/// For each corner of a cell the cost of all cells above and to the left of it.
///
/// Names ask for many of them all over the map, so they take half the memory wherever they fit into it.
enum RunningSums: Sendable {
  /// A place across or down: a cell, and how far into it.
  typealias Spot = (cell: Int, share: Double)

  case narrow([UInt32], width: Int)
  case wide([Int], width: Int)

  init(_ grid: ObstacleGrid) {
    let total = grid.cells.reduce(0) { $0 + Int($1) }
    let width = grid.columns + 1
    self =
      total <= Int(UInt32.max)
      ? .narrow(Self.sums(of: grid), width: width) : .wide(Self.sums(of: grid), width: width)
  }

  private static func sums<Sum: FixedWidthInteger>(of grid: ObstacleGrid) -> [Sum] {
    let width = grid.columns + 1
    let count = width * (grid.rows + 1)
    return [Sum](unsafeUninitializedCapacity: count) { sums, filled in
      sums[0..<width].initialize(repeating: 0)
      grid.cells.withUnsafeBufferPointer { cells in
        guard var next = sums.baseAddress, var cell = cells.baseAddress else { return }
        next += width
        for _ in 0..<grid.rows {
          next.initialize(to: 0)
          next += 1
          var row: Sum = 0
          for _ in 0..<grid.columns {
            row &+= Sum(truncatingIfNeeded: cell.pointee)
            next.initialize(to: (next - width).pointee &+ row)
            next += 1
            cell += 1
          }
        }
      }
      filled = count
    }
  }

  /// The cost of a box.
  @inline(__always)
  func between(_ left: Spot, _ right: Spot, _ top: Spot, _ bottom: Spot) -> Double {
    switch self {
    case .narrow(let sums, let width): Self.between(left, right, top, bottom, sums, width)
    case .wide(let sums, let width): Self.between(left, right, top, bottom, sums, width)
    }
  }

  @inline(__always)
  private static func between<Sum: FixedWidthInteger>(
    _ left: Spot, _ right: Spot, _ top: Spot, _ bottom: Spot, _ sums: [Sum], _ width: Int
  ) -> Double {
    sums.withUnsafeBufferPointer { sums in
      guard let sums = sums.baseAddress else { return 0 }
      /// The cost of everything above and to the left of a point.
      @inline(__always)
      func sum(_ x: Spot, _ y: Spot) -> Double {
        let first = sums + (y.cell &* width &+ x.cell)
        let second = first + width
        let top = Double(first[0]) * (1 - x.share) + Double(first[1]) * x.share
        let bottom = Double(second[0]) * (1 - x.share) + Double(second[1]) * x.share
        return top * (1 - y.share) + bottom * y.share
      }
      return sum(right, bottom) - sum(left, bottom) - sum(right, top) + sum(left, top)
    }
  }
}
