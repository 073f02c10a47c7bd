import MapGeometry

/// How far an edge that is straight in longitude and latitude can leave its chord on the plane.
///
/// Most edges of a plan are so short that nothing can be gained by following them; this tells which,
/// without projecting any point of theirs.
struct BendBound: Sendable {
  private let area: Bounds<GeoPosition>
  private let bend: Double  // metres per square degree

  /// Measures how the projection bends at places spread over an area; `nil` if it fails at one.
  init?(in area: Bounds<GeoPosition>, of operation: borrowing ProjOperation) {
    let step = 0.01
    var largest = 0.0
    for column in 0...4 {
      for row in 0...4 {
        let place = GeoPosition(
          longitude: area.minimum.longitude + area.width * Double(column) / 4,
          latitude: area.minimum.latitude + area.height * Double(row) / 4)
        let around = [(0, 0), (1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1)]
          .map { (east: Double, north: Double) in
            GeoPosition(
              longitude: place.longitude + east * step, latitude: place.latitude + north * step)
          }
        guard let points = try? operation.project(around) else { return nil }
        /// The length of a weighted sum of points; the weights of a difference sum to zero.
        func size(_ weights: [Double]) -> Double {
          let x = zip(points, weights).reduce(0) { $0 + ($1.0.x - points[0].x) * $1.1 }
          let y = zip(points, weights).reduce(0) { $0 + ($1.0.y - points[0].y) * $1.1 }
          return (x * x + y * y).squareRoot()
        }
        let east = size([-2, 1, 1, 0, 0, 0, 0, 0, 0])
        let north = size([-2, 0, 0, 1, 1, 0, 0, 0, 0])
        let mixed = size([0, 0, 0, 0, 0, 0.25, -0.25, -0.25, 0.25])
        largest = max(largest, (east + north + 2 * mixed) / (step * step))
      }
    }
    self.area = area
    bend = 2 * largest  // between the places it may bend more
  }

  /// Whether an edge surely stays within `sagitta` metres of its chord.
  func keeps(_ start: GeoPosition, _ end: GeoPosition, within sagitta: Double) -> Bool {
    guard area.contains(start), area.contains(end) else { return false }
    let east = end.longitude - start.longitude
    let north = end.latitude - start.latitude
    return bend * (east * east + north * north) / 8 <= sagitta
  }
}
