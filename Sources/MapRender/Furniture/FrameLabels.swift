/// Coordinates in the margin of a map's frame.
struct FrameLabels {
  let frame: PaperBox
  /// The edges that carry coordinates.
  let sides: Set<MapSide>
  /// The row in which they stand, 0 for that at the frame.
  let row: Int
  let ink: Ink
  private(set) var items: [DrawItem] = []
  /// What labels cover along each side.
  private var covered: [MapSide: [ClosedRange<Double>]] = [:]

  static let size = 2.5

  init(frame: PaperBox, sides: Set<MapSide>, row: Int, ink: Ink) {
    (self.frame, self.sides, self.row, self.ink) = (frame, sides, row, ink)
  }

  /// Sets a text where a line meets the frame.
  ///
  /// Where two labels would meet, the later one is left out.
  mutating func add(_ text: String, at point: PaperPoint, on candidates: [MapSide]) {
    let half = FontFace.sansRegular.width(of: text) * Self.size / 2
    for side in candidates where sides.contains(side) {
      let isHorizontal = side == .top || side == .bottom
      let along = isHorizontal ? point.x : point.y
      let low = isHorizontal ? frame.minX : frame.minY
      let high = isHorizontal ? frame.maxX : frame.maxY
      guard isHere(point, side), along - half > low, along + half < high else { continue }
      let wanted = along - half - 0.75...along + half + 0.75
      guard !covered[side, default: []].contains(where: wanted.overlaps) else { continue }
      covered[side, default: []].append(wanted)
      var run = TextRun(
        text: text, at: place(point, side), size: Self.size, face: .sansRegular, ink: ink,
        anchor: .middle)
      if !isHorizontal { run.rotation = -90 }
      items.append(.text(run, tag: nil))
      items.append(.line(tick(side, point), Stroke(ink: ink, width: 0.15)))
    }
  }

  private func isHere(_ point: PaperPoint, _ side: MapSide) -> Bool {
    switch side {
    case .top: abs(point.y - frame.minY) < 0.01
    case .bottom: abs(point.y - frame.maxY) < 0.01
    case .left: abs(point.x - frame.minX) < 0.01
    case .right: abs(point.x - frame.maxX) < 0.01
    }
  }

  /// The middle of the baseline.
  private func place(_ point: PaperPoint, _ side: MapSide) -> PaperPoint {
    let out = Double(row) * SheetLayout.row
    return switch side {
    case .top: PaperPoint(x: point.x, y: frame.minY - 1.2 - out)
    case .bottom: PaperPoint(x: point.x, y: frame.maxY + 3.1 + out)
    case .left: PaperPoint(x: frame.minX - 1.2 - out, y: point.y)
    case .right: PaperPoint(x: frame.maxX + 3.1 + out, y: point.y)
    }
  }

  private func tick(_ side: MapSide, _ point: PaperPoint) -> [PaperPoint] {
    let length = 0.9
    return switch side {
    case .top: [point, point.moved(0, -length)]
    case .bottom: [point, point.moved(0, length)]
    case .left: [point, point.moved(-length, 0)]
    case .right: [point, point.moved(length, 0)]
    }
  }
}
