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
    forEachCell(of: obstacle.box) { cells[$0].append(index) }
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
    var seen: Set<Int32> = []
    forEachCell(of: box) { cell in
      for index in cells[cell] {
        let obstacle = obstacles[Int(index)]
        guard obstacle.box.overlaps(box) else { continue }
        let isOwn = obstacle.feature == feature && obstacle.weight.isFinite
        if isOwn, ownShare == 0 { continue }
        guard seen.insert(index).inserted else { continue }
        total +=
          obstacle.weight.isFinite
          ? obstacle.weight * obstacle.box.overlapArea(box) * (isOwn ? ownShare : 1) : .infinity
      }
    }
    return total
  }

  private func forEachCell(of box: PaperBox, _ body: (Int) -> Void) {
    let x0 = column(box.minX)
    let x1 = column(box.maxX)
    let y0 = row(box.minY)
    let y1 = row(box.maxY)
    for y in y0...max(y0, y1) {
      for x in x0...max(x0, x1) { body(y * columns + x) }
    }
  }

  private func column(_ x: Double) -> Int {
    min(columns - 1, max(0, Int((x - frame.minX) / cell)))
  }

  private func row(_ y: Double) -> Int { min(rows - 1, max(0, Int((y - frame.minY) / cell))) }
}
