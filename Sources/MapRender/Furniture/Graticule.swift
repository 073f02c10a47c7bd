internal import MapGeometry
internal import MapProjection
internal import PlanFindings

/// Meridians and parallels across a map, with their degrees in the frame.
struct Graticule {
  let placement: MapPlacement
  let transformer: Transformer
  /// Between lines, in minutes.
  let step: Double

  /// The lines, and the labels that stand in the frame's margin.
  struct Drawing {
    var lines: [DrawItem] = []
    var labels: [DrawItem] = []
  }

  func drawing(labelSides: Set<Side> = Set(Side.allCases)) throws(ProjectionError) -> Drawing {
    var drawing = Drawing()
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
          label(
            Self.text(longitude, positive: "E", negative: "W"), at: end, on: [.top, .bottom],
            of: labelSides, into: &drawing)
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
          label(
            Self.text(latitude, positive: "N", negative: "S"), at: end, on: [.left, .right],
            of: labelSides, into: &drawing)
        }
      }
    }
    return drawing
  }

  /// An edge of the frame.
  enum Side: CaseIterable { case top, bottom, left, right }

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

  private func label(
    _ text: String, at point: PaperPoint, on sides: [Side], of wanted: Set<Side>,
    into drawing: inout Drawing
  ) {
    let frame = placement.frame
    let size = 2.1
    let half = FontFace.sansRegular.width(of: text) * size / 2
    for side in sides where wanted.contains(side) {
      var run = TextRun(
        text: text, at: point, size: size, face: .sansRegular, ink: .grey, anchor: .middle)
      let isHere: Bool
      switch side {
      case .top:
        isHere = abs(point.y - frame.minY) < 0.01
        run.at = PaperPoint(x: point.x, y: frame.minY - 1.2)
      case .bottom:
        isHere = abs(point.y - frame.maxY) < 0.01
        run.at = PaperPoint(x: point.x, y: frame.maxY + 2.8)
      case .left:
        isHere = abs(point.x - frame.minX) < 0.01
        run.at = PaperPoint(x: frame.minX - 1.2, y: point.y)
        run.rotation = -90
      case .right:
        isHere = abs(point.x - frame.maxX) < 0.01
        run.at = PaperPoint(x: frame.maxX + 2.8, y: point.y)
        run.rotation = -90
      }
      let along = side == .top || side == .bottom ? point.x : point.y
      let low = side == .top || side == .bottom ? frame.minX : frame.minY
      let high = side == .top || side == .bottom ? frame.maxX : frame.maxY
      guard isHere, along - half > low, along + half < high else { continue }
      drawing.labels.append(.text(run, tag: nil))
      drawing.labels.append(.line(tick(side, point), Stroke(ink: .grey, width: 0.15)))
    }
  }

  private func tick(_ side: Side, _ point: PaperPoint) -> [PaperPoint] {
    switch side {
    case .top: [point, point.moved(0, -0.9)]
    case .bottom: [point, point.moved(0, 0.9)]
    case .left: [point, point.moved(-0.9, 0)]
    case .right: [point, point.moved(0.9, 0)]
    }
  }

  /// `116°38′E`, with seconds where the step is no whole minute.
  static func text(_ degrees: Double, positive: String, negative: String) -> String {
    let seconds = Int((abs(degrees) * 3600).rounded())
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutes = "\(seconds / 3600)°\(two(seconds / 60 % 60))′"
    let rest = seconds % 60 == 0 ? "" : "\(two(seconds % 60))″"
    return minutes + rest + (degrees < 0 ? negative : positive)
  }
}
