internal import MapGeometry

/// A geometry on the sheet: points, open lines, or areas whose rings are closed.
struct PaperShape: Hashable, Sendable {
  var points: [PaperPoint] = []
  var lines: [[PaperPoint]] = []
  /// For each area its rings, the exterior first, each closed.
  var areas: [[[PaperPoint]]] = []

  var isEmpty: Bool { points.isEmpty && lines.isEmpty && areas.isEmpty }

  /// Every point, for boxes.
  var allPoints: [PaperPoint] {
    points + lines.flatMap { $0 } + areas.flatMap { $0.flatMap { $0 } }
  }

  /// The box around all points; `nil` where there are none.
  var bounds: PaperBox? {
    var bounds = PaperBox(points)
    func add(_ points: [PaperPoint]) {
      guard let box = PaperBox(points) else { return }
      bounds = bounds?.union(box) ?? box
    }
    for line in lines { add(line) }
    for area in areas { for ring in area { add(ring) } }
    return bounds
  }

  /// The name that styles know the geometry by.
  var styleType: String {
    if !areas.isEmpty { return "Polygon" }
    return lines.isEmpty ? "Point" : "LineString"
  }

  /// The shape moved by some millimetres.
  func moved(_ shift: (x: Double, y: Double)) -> PaperShape {
    guard shift.x != 0 || shift.y != 0 else { return self }
    func moved(_ points: [PaperPoint]) -> [PaperPoint] {
      points.map { $0.moved(shift.x, shift.y) }
    }
    return PaperShape(
      points: moved(points), lines: lines.map(moved), areas: areas.map { $0.map(moved) })
  }

  /// The lines and the outlines of the areas.
  var outlines: [[PaperPoint]] { lines + areas.flatMap { $0 } }
}

/// Where the ground lies on the sheet: a scale, and the ground point in the middle of the map frame.
struct MapPlacement: Hashable, Sendable {
  /// The map frame on the sheet.
  let frame: PaperBox
  /// The scale's denominator: 70000 for 1:70 000.
  let denominator: Double
  /// The ground point in the middle of the frame.
  let center: PlanePoint

  /// Millimetres on paper per metre on the ground.
  var millimetresPerMetre: Double { 1000 / denominator }

  func paper(_ point: PlanePoint) -> PaperPoint {
    let middle = frame.center
    return PaperPoint(
      x: middle.x + (point.x - center.x) * millimetresPerMetre,
      y: middle.y - (point.y - center.y) * millimetresPerMetre)
  }

  func ground(_ point: PaperPoint) -> PlanePoint {
    let middle = frame.center
    return PlanePoint(
      x: center.x + (point.x - middle.x) / millimetresPerMetre,
      y: center.y - (point.y - middle.y) / millimetresPerMetre)
  }
}
