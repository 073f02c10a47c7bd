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

  mutating func insert(_ obstacle: Obstacle) {
    insert(weight: obstacle.weight) { $0(obstacle.box) }
  }

  /// Puts in boxes of one weight: symbols where it is infinite.
  private mutating func insert(weight: Double, _ list: ((PaperBox) -> Void) -> Void) {
    guard weight.isFinite else { return list { symbols.append($0) } }
    guard weight > 0 else { return }
    let lattice = CellLattice(frame: frame, columns: columns, rows: rows)
    cells.withUnsafeMutableBufferPointer { cells in
      guard let cells = cells.baseAddress else { return }
      withUnsafeTemporaryAllocation(of: Double.self, capacity: columns) { widths in
        guard let widths = widths.baseAddress else { return }
        list { lattice.add($0, weight: weight, to: cells, widths) }
      }
    }
  }

  /// Puts a line in as boxes along its way.
  mutating func insert(line: [PaperPoint], width: Double, weight: Double, feature: String?) {
    let walk = LineWalk(line)
    guard walk.length > 0, weight > 0 else { return }
    if let feature { own[feature, default: OwnInk()].line += weight * width }
    let step = max(width, 0.9)
    // The boxes are as wide as a step is long; what the line lacks in width it lacks in weight.
    let share = min(1, width / step)
    let frame = frame
    insert(weight: weight * share) { list in
      var distance = step / 2
      var edge = 0
      while distance <= walk.length {
        let point = walk.place(at: distance, after: &edge)
        distance += step
        guard frame.contains(point) else { continue }
        list(
          PaperBox(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y)
            .grown(by: step / 2))
      }
    }
  }

  /// Puts areas in, row by row.
  mutating func insert(areas: [[[PaperPoint]]], weight: Double, feature: String?) {
    let height = 2.0
    if let feature { own[feature, default: OwnInk()].area += weight }
    let frame = frame
    insert(weight: weight) { list in
      for rings in areas {
        guard let box = PaperBox(rings.flatMap { $0 }) else { continue }
        var y = max(box.minY, frame.minY) + height / 2
        while y < min(box.maxY, frame.maxY) {
          for (from, to) in Self.spans(of: rings, at: y) {
            list(PaperBox(minX: from, minY: y - height / 2, maxX: to, maxY: y + height / 2))
          }
          y += height
        }
      }
    }
  }

  /// Where a level line runs inside an area.
  static func spans(of rings: [[PaperPoint]], at y: Double) -> [(Double, Double)] {
    var crossings: [Double] = []
    for ring in rings {
      var index = 1
      while index < ring.count {
        let (a, b) = (ring[index - 1], ring[index])
        index += 1
        guard (a.y > y) != (b.y > y) else { continue }
        crossings.append(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y))
      }
    }
    return spans(between: crossings)
  }

  /// The stretches inside an area between the crossings of a level line with its outline.
  static func spans(between crossings: [Double]) -> [(Double, Double)] {
    let crossings = crossings.sorted()
    return stride(from: 0, to: crossings.count - 1, by: 2).map {
      (crossings[$0], crossings[$0 + 1])
    }
  }
}

/// What a feature draws of itself, on which its own name may stand.
struct OwnInk: Hashable, Sendable {
  /// What covering a millimetre of its lines costs.
  var line = 0.0
  /// What covering a square millimetre of its areas costs.
  var area = 0.0
}
