#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Sets the text of a label along a line and tells which boxes its ink covers.
enum LabelSetting {
  /// Space kept around ink, in millimetres.
  static let margin = 0.4

  /// Where along a line a text stands, and how.
  struct Spot {
    /// The middle of the text, as a distance along the line.
    var middle: Double
    /// How far the text keeps to the left of the line, seen along it; negative for the right.
    var offset = 0.0
    /// Space added between characters, in millimetres.
    var extra = 0.0
  }

  /// How text reads along a stretch of a line.
  struct Reading {
    /// Whether hanzi stand one below the other.
    let isSteep: Bool
    /// Whether the text runs the way the line does.
    let runsForward: Bool

    /// Text reads left to right, on steep stretches from top to bottom.
    init(_ text: TextPieces, chord degrees: Double) {
      let turn = degrees * .pi / 180
      isSteep = !text.isLatin && abs(sin(turn)) > sin(50 * .pi / 180)
      runsForward = isSteep ? sin(turn) > 0 : cos(turn) >= 0
    }
  }

  /// Sets a text along a line, one character after the other, and tells what that costs by itself; `nil` when
  /// the line is too short or bends too much there.
  ///
  /// Text reads left to right; on steep stretches the characters stand upright, the first on top. No
  /// hanzi is turned by more than 45°. What was set before it turned out not to fit is left to the caller.
  static func along(
    _ text: TextPieces, walk: LineWalk, _ spot: Spot, into sketches: inout LabelSketches
  ) -> Double? {
    let look = text.look
    let length = text.length + spot.extra * text.openings
    let reading = Reading(
      text, chord: walk.direction(at: spot.middle, over: max(length, look.size * 2)))
    let total =
      (reading.isSteep ? text.lengths.steep : text.lengths.level) + spot.extra * text.openings
    guard !text.pieces.isEmpty, walk.length >= total + look.size * 0.6 else { return nil }
    let way = reading.runsForward ? 1.0 : -1.0
    guard spot.middle - total / 2 >= 0, spot.middle + total / 2 <= walk.length else { return nil }
    let drop = (look.face.ascent - look.face.descent) / 2 * look.size
    let steepest = text.isLatin ? 90.5 : 45
    var distance = -total / 2
    var turning = 0.0
    var last = (bearing: 0.0, center: PaperPoint(x: 0, y: 0))
    var index = 0
    while index < text.pieces.count {
      let width = reading.isSteep ? text.heights[index] : text.widths[index]
      let gap = index > 0 ? text.gaps[index] + spot.extra * text.opening(before: index) : 0
      distance += gap
      let here = spot.middle + way * (distance + width / 2)
      distance += width
      let on = walk.place(at: here).point
      let raw = walk.direction(at: here, over: max(width * 1.6, look.size * 1.6))
      let bearing = normalized(
        raw + (reading.runsForward ? 0 : 180) - (reading.isSteep ? 90 : 0))
      let angle = text.isUpright ? 0 : bearing
      guard abs(angle) <= steepest else { return nil }
      var center = on
      if spot.offset != 0 {
        let side = (raw - 90) * .pi / 180
        center = on.moved(spot.offset * cos(side), spot.offset * sin(side))
      }
      if index > 0 {
        let bend = abs(normalized(bearing - last.bearing))
        // Characters far apart may turn more from one to the next.
        guard bend <= 32 + min(20, gap * 2) else { return nil }
        turning += bend
        if gap > look.size * 0.8 {
          for share in [1.0 / 3, 2.0 / 3] {
            let between = last.center.interpolated(to: center, at: share)
            sketches.add(
              gap: PaperBox(x: between.x, y: between.y, width: 0, height: 0)
                .grown(by: look.size * 0.25))
          }
        }
      }
      last = (bearing, center)
      let turn = angle * .pi / 180
      let baseline = center.moved(-drop * sin(turn), drop * cos(turn))
      let rotation = (angle * 10).rounded() / 10
      sketches.add(
        TextPieces.Spot(baseline: baseline, rotation: rotation),
        box(
          width: text.widths[index], reach: text.reaches[index], rotation: rotation,
          around: center, look: look))
      index += 1
    }
    return turning * 0.02 + (reading.isSteep ? 0.3 : 0)
  }

  /// The box around one turned character or word.
  private static func box(
    width: Double, reach: FontFace.Reach, rotation: Double, around center: PaperPoint,
    look: LabelRequest.Look
  ) -> PaperBox {
    let middle = (look.face.ascent - look.face.descent) / 2
    let height = max(reach.rise - middle, reach.fall + middle) * 2 * look.size
    let turn = abs(rotation) * .pi / 180
    let lean = look.slant == 0 ? 0 : look.size * 0.12
    let w = width * cos(turn) + height * sin(turn) + 2 * lean
    let h = width * sin(turn) + height * cos(turn)
    return PaperBox(
      minX: center.x - w / 2 - margin, minY: center.y - h / 2 - margin,
      maxX: center.x + w / 2 + margin, maxY: center.y + h / 2 + margin)
  }

  /// The angle between -180 and 180 degrees.
  static func normalized(_ degrees: Double) -> Double {
    var angle = degrees.truncatingRemainder(dividingBy: 360)
    if angle > 180 { angle -= 360 }
    if angle < -180 { angle += 360 }
    return angle
  }
}
