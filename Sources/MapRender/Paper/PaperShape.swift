internal import MapGeometry

/// A geometry on the sheet: points, open lines, or areas whose rings are closed.
struct PaperShape: Hashable, Sendable {
  private enum Content: Hashable, Sendable {
    /// One area without holes, as most are: lists of lists with one element would take most of the memory.
    case ring([PaperPoint])
    indirect case parts(points: [PaperPoint], lines: [[PaperPoint]], areas: [[[PaperPoint]]])
  }

  private let content: Content

  init(points: [PaperPoint] = [], lines: [[PaperPoint]] = [], areas: [[[PaperPoint]]] = []) {
    let isRing = points.isEmpty && lines.isEmpty && areas.count == 1 && areas[0].count == 1
    content = isRing ? .ring(areas[0][0]) : .parts(points: points, lines: lines, areas: areas)
  }

  /// An area without holes.
  init(ring: [PaperPoint]) { content = .ring(ring) }

  var points: [PaperPoint] {
    if case .parts(let points, _, _) = content { points } else { [] }
  }

  var lines: [[PaperPoint]] {
    if case .parts(_, let lines, _) = content { lines } else { [] }
  }

  /// For each area its rings, the exterior first, each closed.
  var areas: [[[PaperPoint]]] {
    switch content {
    case .ring(let ring): [[ring]]
    case .parts(_, _, let areas): areas
    }
  }

  /// The rings of all areas.
  var rings: [[PaperPoint]] {
    switch content {
    case .ring(let ring): [ring]
    case .parts(_, _, let areas): areas.count == 1 ? areas[0] : areas.flatMap { $0 }
    }
  }

  var hasAreas: Bool {
    switch content {
    case .ring: true
    case .parts(_, _, let areas): !areas.isEmpty
    }
  }

  var isEmpty: Bool { !hasAreas && points.isEmpty && lines.isEmpty }

  /// Every point, for boxes.
  var allPoints: [PaperPoint] { points + outlines.flatMap { $0 } }

  /// The box around all points; `nil` where there are none.
  var bounds: PaperBox? {
    if case .ring(let ring) = content { return PaperBox(ring) }
    var bounds = PaperBox(points)
    for outline in outlines {
      guard let box = PaperBox(outline) else { continue }
      bounds = bounds?.union(box) ?? box
    }
    return bounds
  }

  /// The name that styles know a geometry by.
  enum StyleType: String {
    case point = "Point"
    case line = "LineString"
    case polygon = "Polygon"
  }

  var styleType: StyleType {
    if hasAreas { return .polygon }
    return lines.isEmpty ? .point : .line
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
  var outlines: [[PaperPoint]] { lines + rings }
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
