internal import MapGeometry

/// Places on the plane, of which those within a tolerance count as one.
struct PlaceSet {
  private struct Cell: Hashable {
    // `Int` cannot hold every coordinate.
    let x: Double
    let y: Double
  }

  private let tolerance: Double
  private let size: Double
  private(set) var points: [PlanePoint] = []
  private var cells: [Cell: [Int]] = [:]

  init(tolerance: Double) {
    self.tolerance = tolerance
    // Large cells: most points are far from an edge, and so need a look into one cell only.
    size = 16 * max(tolerance, 1e-6)
  }

  /// The place at a point; `nil` when there is none.
  func place(at point: PlanePoint) -> Int? {
    let reach = max(tolerance, 0)
    let low = cell(of: PlanePoint(x: point.x - reach, y: point.y - reach))
    let high = cell(of: PlanePoint(x: point.x + reach, y: point.y + reach))
    for x in low.x == high.x ? [low.x] : [low.x, high.x] {
      for y in low.y == high.y ? [low.y] : [low.y, high.y] {
        for place in cells[Cell(x: x, y: y)] ?? []
        where points[place].distance(to: point) <= tolerance {
          return place
        }
      }
    }
    return nil
  }

  /// The place at a point, which is new where there was none.
  mutating func insert(_ point: PlanePoint) -> (place: Int, isNew: Bool) {
    if let place = place(at: point) { return (place, false) }
    points.append(point)
    cells[cell(of: point), default: []].append(points.count - 1)
    return (points.count - 1, true)
  }

  private func cell(of point: PlanePoint) -> Cell {
    Cell(x: (point.x / size).rounded(.down), y: (point.y / size).rounded(.down))
  }
}
