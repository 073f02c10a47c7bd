internal import MapGeometry
internal import PlanFindings

/// Crosses at round coordinates of the working CRS, with their kilometres in the frame.
struct MapGrid {
  let placement: MapPlacement
  /// Between crosses, in metres.
  let step: Double
  /// The edges of the frame that carry kilometres.
  var sides = Set(MapSide.allCases)

  /// Half the width of a cross.
  private static let arm = 1.1

  func drawing() -> Graticule.Drawing {
    var drawing = Graticule.Drawing()
    var labels = FrameLabels(frame: placement.frame, sides: sides, row: 0, ink: .soft)
    let frame = placement.frame
    let low = placement.ground(PaperPoint(x: frame.minX, y: frame.maxY))
    let high = placement.ground(PaperPoint(x: frame.maxX, y: frame.minY))
    let columns = multiples(from: low.x, to: high.x)
    let rows = multiples(from: low.y, to: high.y)
    for x in columns {
      let at = frame.center.x + (x - placement.center.x) * placement.millimetresPerMetre
      for y in [frame.minY, frame.maxY] {
        labels.add(text(x), at: PaperPoint(x: at, y: y), on: [.top, .bottom])
      }
    }
    for y in rows {
      let at = frame.center.y - (y - placement.center.y) * placement.millimetresPerMetre
      for x in [frame.minX, frame.maxX] {
        labels.add(text(y), at: PaperPoint(x: x, y: at), on: [.left, .right])
      }
    }
    let stroke = Stroke(ink: .graticule, width: 0.16)
    var crosses: [[PaperPoint]] = []
    for x in columns {
      for y in rows {
        let at = PaperPoint(
          x: frame.center.x + (x - placement.center.x) * placement.millimetresPerMetre,
          y: frame.center.y - (y - placement.center.y) * placement.millimetresPerMetre)
        crosses.append([at.moved(-Self.arm, 0), at.moved(Self.arm, 0)])
        crosses.append([at.moved(0, -Self.arm), at.moved(0, Self.arm)])
      }
    }
    if !crosses.isEmpty {
      drawing.lines = [.path(crosses, isClosed: false, fill: nil, stroke: stroke, tag: nil)]
    }
    drawing.labels = labels.items
    return drawing
  }

  /// The coordinate in kilometres, with as many decimals as the step has.
  private func text(_ metres: Double) -> String {
    DecimalText.trimmed(metres / 1000, decimals: 3)
  }

  private func multiples(from low: Double, to high: Double) -> [Double] {
    let first = (low / step).rounded(.up)
    let count = min(200, ((high / step).rounded(.down) - first).rounded() + 1)
    guard count >= 1 else { return [] }
    return (0..<Int(count)).map { (first + Double($0)) * step }
  }

  /// The step of a page that is a part of a sheet: the sheet's, or the next smaller round one that puts
  /// four lines on the page.
  static func step(_ own: Double, forMetres span: Double) -> Double {
    min(own, ScaleBar.roundStep(atMost: span / 4))
  }
}
