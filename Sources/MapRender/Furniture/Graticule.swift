internal import MapGeometry
internal import MapProjection
internal import PlanFindings

/// Meridians and parallels across a map, with their degrees in the frame.
struct Graticule {
  let placement: MapPlacement
  let transformer: Transformer
  /// Between lines, in minutes.
  let step: Double
  /// The edges of the frame that carry degrees.
  var sides = Set(MapSide.allCases)
  /// The row in which degrees stand, 0 for that at the frame.
  var row = 0

  /// The lines, and the labels that stand in the frame's margin.
  struct Drawing {
    var lines: [DrawItem] = []
    var labels: [DrawItem] = []
  }

  func drawing() throws(ProjectionError) -> Drawing {
    var drawing = Drawing()
    var labels = FrameLabels(frame: placement.frame, sides: sides, row: row, ink: .grey)
    let bounds = try geographicBounds()
    let stroke = Stroke(ink: .graticule, width: 0.1)
    for index in multiples(from: bounds.minimum.longitude, to: bounds.maximum.longitude) {
      let longitude = Double(index) * step / 60
      let points = try line { share in
        GeoPosition(
          longitude: longitude,
          latitude: bounds.minimum.latitude + share
            * (bounds.maximum.latitude - bounds.minimum.latitude))
      }
      for piece in Clip.line(points, to: placement.frame) {
        drawing.lines.append(.line(piece, stroke))
        for end in [piece.first, piece.last].compactMap({ $0 }) {
          labels.add(
            Self.text(longitude, positive: "E", negative: "W"), at: end, on: [.top, .bottom])
        }
      }
    }
    for index in multiples(from: bounds.minimum.latitude, to: bounds.maximum.latitude) {
      let latitude = Double(index) * step / 60
      let points = try line { share in
        GeoPosition(
          longitude: bounds.minimum.longitude + share
            * (bounds.maximum.longitude - bounds.minimum.longitude),
          latitude: latitude)
      }
      for piece in Clip.line(points, to: placement.frame) {
        drawing.lines.append(.line(piece, stroke))
        for end in [piece.first, piece.last].compactMap({ $0 }) {
          labels.add(
            Self.text(latitude, positive: "N", negative: "S"), at: end, on: [.left, .right])
        }
      }
    }
    drawing.labels = labels.items
    return drawing
  }

  private func multiples(from low: Double, to high: Double) -> ClosedRange<Int> {
    let first = Int((low * 60 / step).rounded(.up))
    let last = Int((high * 60 / step).rounded(.down))
    return first...max(first, min(last, first + 200))
  }

  private func line(_ position: (Double) -> GeoPosition) throws(ProjectionError) -> [PaperPoint] {
    let positions = (0...24).map { position(Double($0) / 24) }
    return try transformer.project(positions).map(placement.paper)
  }

  /// The box in longitude and latitude around the frame, a little larger than it.
  private func geographicBounds() throws(ProjectionError) -> Bounds<GeoPosition> {
    let frame = placement.frame
    var edge: [PlanePoint] = []
    for step in 0...8 {
      let share = Double(step) / 8
      let x = frame.minX + share * frame.width
      let y = frame.minY + share * frame.height
      edge += [
        PaperPoint(x: x, y: frame.minY), PaperPoint(x: x, y: frame.maxY),
        PaperPoint(x: frame.minX, y: y), PaperPoint(x: frame.maxX, y: y),
      ].map(placement.ground)
    }
    let positions = try transformer.unproject(edge)
    let low = positions.reduce(positions[0]) {
      GeoPosition(
        longitude: min($0.longitude, $1.longitude), latitude: min($0.latitude, $1.latitude))
    }
    let high = positions.reduce(positions[0]) {
      GeoPosition(
        longitude: max($0.longitude, $1.longitude), latitude: max($0.latitude, $1.latitude))
    }
    return Bounds(low, high)
  }

  /// `116°38′E`, with seconds where the step is no whole minute.
  static func text(_ degrees: Double, positive: String, negative: String) -> String {
    let seconds = Int((abs(degrees) * 3600).rounded())
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutes = "\(seconds / 3600)°\(two(seconds / 60 % 60))′"
    let rest = seconds % 60 == 0 ? "" : "\(two(seconds % 60))″"
    return minutes + rest + (degrees < 0 ? negative : positive)
  }

  /// The step of a page that is a part of a sheet: the sheet's, or the next smaller one that puts three
  /// lines on the page.
  static func step(_ own: Double, forMetres span: Double) -> Double {
    // A minute of latitude is 1850 m, to half a percent.
    let wanted = span / 1850 / 3
    let steps = [60, 30, 20, 10, 5, 2, 1, 0.5, 0.25]
    return min(own, steps.first { $0 <= wanted } ?? 0.25)
  }
}
