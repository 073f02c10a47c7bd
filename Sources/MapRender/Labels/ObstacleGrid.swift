/// Boxes in square cells, so that neighbours are found without asking everyone.
struct ObstacleGrid: Sendable {
  /// A place that labels should keep off.
  struct Obstacle: Sendable {
    let box: PaperBox
    /// How bad it is to cover a square millimetre of it; infinite means never.
    let weight: Double
    /// The feature it belongs to; the feature's own label may stand on it.
    let feature: String?
  }

  private let cell = 6.0
  private let columns: Int
  private let rows: Int
  private let frame: PaperBox
  private var cells: [[Int32]]
  private(set) var obstacles: [Obstacle] = []

  init(frame: PaperBox) {
    self.frame = frame
    columns = max(1, Int((frame.width / cell).rounded(.up)))
    rows = max(1, Int((frame.height / cell).rounded(.up)))
    cells = Array(repeating: [], count: columns * rows)
  }

  mutating func insert(_ obstacle: Obstacle) {
    let index = Int32(obstacles.count)
    obstacles.append(obstacle)
    let span = cellSpan(of: obstacle.box)
    for y in span.rows {
      for x in span.columns { cells[y * columns + x].append(index) }
    }
  }

  /// Puts a line in as boxes along its way.
  mutating func insert(line: [PaperPoint], width: Double, weight: Double, feature: String?) {
    let walk = LineWalk(line)
    guard walk.length > 0 else { return }
    let step = max(width, 1.2)
    var distance = 0.0
    while distance <= walk.length {
      let point = walk.place(at: distance).point
      insert(
        Obstacle(
          box: PaperBox(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y)
            .grown(by: step / 2), weight: weight, feature: feature))
      distance += step
    }
  }

  /// Puts areas in as small boxes inside them.
  mutating func insert(areas: [[[PaperPoint]]], weight: Double, feature: String?) {
    let step = 2.0
    for rings in areas {
      guard let box = PaperBox(rings.flatMap { $0 }) else { continue }
      for x in stride(from: box.minX + step / 2, to: box.maxX, by: step) {
        for y in stride(from: box.minY + step / 2, to: box.maxY, by: step)
        where InnerPoints.signedDistance(from: PaperPoint(x: x, y: y), to: rings) > 0 {
          let cell = PaperBox(minX: x, minY: y, maxX: x, maxY: y).grown(by: step / 2)
          insert(Obstacle(box: cell, weight: weight, feature: feature))
        }
      }
    }
  }

  /// What covering the box costs; infinite where it must not be covered.
  ///
  /// - Parameter ownShare: How much the feature's own lines and symbols count.
  func cost(of box: PaperBox, for feature: String, ownShare: Double = 0) -> Double {
    var total = 0.0
    let span = cellSpan(of: box)
    for y in span.rows {
      for x in span.columns {
        for index in cells[y * columns + x] {
          let obstacle = obstacles[Int(index)]
          guard obstacle.box.overlaps(box) else { continue }
          // An obstacle in several cells counts in the first that both boxes share.
          let first = (
            max(column(obstacle.box.minX), span.columns.lowerBound),
            max(row(obstacle.box.minY), span.rows.lowerBound)
          )
          guard first == (x, y) else { continue }
          guard obstacle.weight.isFinite else { return .infinity }
          let share = obstacle.feature == feature ? ownShare : 1
          if share > 0 { total += obstacle.weight * obstacle.box.overlapArea(box) * share }
        }
      }
    }
    return total
  }

  /// The cells that a box touches.
  private func cellSpan(
    of box: PaperBox
  ) -> (columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
    let x0 = column(box.minX)
    let y0 = row(box.minY)
    return (x0...max(x0, column(box.maxX)), y0...max(y0, row(box.maxY)))
  }

  private func column(_ x: Double) -> Int {
    min(columns - 1, max(0, Int((x - frame.minX) / cell)))
  }

  private func row(_ y: Double) -> Int { min(rows - 1, max(0, Int((y - frame.minY) / cell))) }
}
