/// What names should keep off: symbols that must not be covered, and a fine grid of how much each spot counts.
///
/// Weights are kept as whole numbers, so that the order of inserting does not matter.
struct ObstacleGrid: Sendable {
  /// A place that labels should keep off.
  struct Obstacle: Sendable {
    let box: PaperBox
    /// How bad it is to cover a square millimetre of it; infinite means never.
    let weight: Double
    /// The feature it belongs to.
    let feature: String?
  }

  /// The width of a cell in millimetres.
  static let cell = 0.6
  /// Whole numbers per unit of cost.
  static let unit = 10_000.0

  let frame: PaperBox
  let columns: Int
  let rows: Int
  /// What covering each cell costs, row by row.
  private(set) var cells: [Int32]
  /// What must not be covered.
  private(set) var symbols: [PaperBox] = []
  /// What each feature put in itself, other than symbols.
  private(set) var own: [String: OwnInk] = [:]

  init(frame: PaperBox) {
    self.frame = frame
    columns = max(1, Int((frame.width / Self.cell).rounded(.up)))
    rows = max(1, Int((frame.height / Self.cell).rounded(.up)))
    cells = Array(repeating: 0, count: columns * rows)
  }

  mutating func insert(_ obstacle: Obstacle) { insert(obstacle.box, weight: obstacle.weight) }

  private mutating func insert(_ box: PaperBox, weight: Double) {
    guard weight.isFinite else {
      symbols.append(box)
      return
    }
    guard weight > 0 else { return }
    let (x0, x1) = (column(box.minX), column(box.maxX))
    let (y0, y1) = (row(box.minY), row(box.maxY))
    guard x1 >= 0, y1 >= 0, x0 < columns, y0 < rows else { return }
    let (first, last) = (max(0, x0), min(columns - 1, x1))
    let (top, bottom) = (max(0, y0), min(rows - 1, y1))
    guard first <= last, top <= bottom else { return }
    withUnsafeTemporaryAllocation(of: Double.self, capacity: last - first + 1) { widths in
      for x in first...last {
        let minX = frame.minX + Double(x) * Self.cell
        let maxX = minX + Self.cell
        let width = (maxX < box.maxX ? maxX : box.maxX) - (minX > box.minX ? minX : box.minX)
        widths[x - first] = width > 0 ? width : 0
      }
      cells.withUnsafeMutableBufferPointer { cells in
        for y in top...bottom {
          let minY = frame.minY + Double(y) * Self.cell
          let maxY = minY + Self.cell
          let height =
            (maxY < box.maxY ? maxY : box.maxY) - (minY > box.minY ? minY : box.minY)
          guard height > 0 else { continue }
          var cell = y * columns + first
          for width in widths {
            cells[cell] &+= Self.rounded(width * height * weight * Self.unit)
            cell += 1
          }
        }
      }
    }
  }

  /// The nearest whole number to one that is not negative.
  @inline(__always)
  private static func rounded(_ value: Double) -> Int32 {
    let whole = Int32(value)
    return value - Double(whole) < 0.5 ? whole : whole + 1
  }

  /// Puts a line in as boxes along its way.
  mutating func insert(line: [PaperPoint], width: Double, weight: Double, feature: String?) {
    let walk = LineWalk(line)
    guard walk.length > 0, weight > 0 else { return }
    if let feature { own[feature, default: OwnInk()].line += weight * width }
    let step = max(width, 0.9)
    // The boxes are as wide as a step is long; what the line lacks in width it lacks in weight.
    let share = min(1, width / step)
    var distance = step / 2
    var edge = 0
    while distance <= walk.length {
      let point = walk.place(at: distance, after: &edge)
      distance += step
      guard frame.contains(point) else { continue }
      insert(
        PaperBox(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y)
          .grown(by: step / 2), weight: weight * share)
    }
  }

  /// Puts areas in, row by row.
  mutating func insert(areas: [[[PaperPoint]]], weight: Double, feature: String?) {
    let height = 2.0
    if let feature { own[feature, default: OwnInk()].area += weight }
    for rings in areas {
      guard let box = PaperBox(rings.flatMap { $0 }) else { continue }
      var y = max(box.minY, frame.minY) + height / 2
      while y < min(box.maxY, frame.maxY) {
        for (from, to) in Self.spans(of: rings, at: y) {
          insert(
            PaperBox(minX: from, minY: y - height / 2, maxX: to, maxY: y + height / 2),
            weight: weight)
        }
        y += height
      }
    }
  }

  /// Where a level line runs inside an area.
  static func spans(of rings: [[PaperPoint]], at y: Double) -> [(Double, Double)] {
    var crossings: [Double] = []
    for ring in rings {
      for (a, b) in zip(ring, ring.dropFirst()) where (a.y > y) != (b.y > y) {
        crossings.append(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y))
      }
    }
    crossings.sort()
    return stride(from: 0, to: crossings.count - 1, by: 2).map {
      (crossings[$0], crossings[$0 + 1])
    }
  }

  func column(_ x: Double) -> Int { Self.floor((x - frame.minX) / Self.cell) }

  func row(_ y: Double) -> Int { Self.floor((y - frame.minY) / Self.cell) }

  private static func floor(_ value: Double) -> Int {
    let whole = Int(value)
    return value < Double(whole) ? whole - 1 : whole
  }
}

/// What a feature draws of itself, on which its own name may stand.
struct OwnInk: Hashable, Sendable {
  /// What covering a millimetre of its lines costs.
  var line = 0.0
  /// What covering a square millimetre of its areas costs.
  var area = 0.0
}
