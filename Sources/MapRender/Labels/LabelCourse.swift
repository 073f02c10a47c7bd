#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The way of a text along a stretch of a line, one character after the other.
///
/// It says how each is turned and how much room it takes. The text may then stand on the line or at any distance
/// from it.
struct LabelCourse {
  /// One hanzi or word.
  private struct Step {
    /// Where its middle comes on the line.
    let on: PaperPoint
    /// The direction to the left of the line, of length one.
    let side: (x: Double, y: Double)
    /// From its middle to its baseline.
    let drop: (x: Double, y: Double)
    let rotation: Double
    /// Half the size of its box, without margin.
    let half: (width: Double, height: Double)
    /// The space before it.
    let gap: Double
  }

  private let steps: [Step]
  private let size: Double
  /// What is wrong with it.
  let cost: Double

  /// `nil` when the line is too short or bends too much there.
  ///
  /// Text reads left to right; on steep stretches the characters stand upright, the first on top. No
  /// hanzi is turned by more than 45°.
  ///
  /// - Parameters:
  ///   - middle: Where the middle of the text comes, as a distance along the line.
  ///   - extra: Space added between characters, in millimetres.
  init?(_ text: TextPieces, walk: LineWalk, middle: Double, extra: Double = 0) {
    let look = text.look
    let length = text.length + extra * text.openings
    let reading = LabelSetting.Reading(
      text, chord: walk.direction(at: middle, over: max(length, look.size * 2)))
    let total = (reading.isSteep ? text.lengths.steep : text.lengths.level) + extra * text.openings
    guard !text.pieces.isEmpty, walk.length >= total + look.size * 0.6,
      middle - total / 2 >= 0, middle + total / 2 <= walk.length
    else { return nil }
    let way = reading.runsForward ? 1.0 : -1.0
    let drop = (look.face.ascent - look.face.descent) / 2 * look.size
    let steepest = text.isLatin ? 90.5 : 45
    var steps: [Step] = []
    steps.reserveCapacity(text.pieces.count)
    var distance = -total / 2
    var turning = 0.0
    var last = 0.0
    // Pieces stand one behind the other, so each is found from the last.
    var edge = walk.place(at: middle).edge
    var edges = (edge, edge)
    var index = 0
    while index < text.pieces.count {
      let width = reading.isSteep ? text.heights[index] : text.widths[index]
      let gap = index > 0 ? text.gaps[index] + extra * text.opening(before: index) : 0
      distance += gap
      let here = middle + way * (distance + width / 2)
      distance += width
      let raw = walk.direction(
        at: here, over: max(width * 1.6, look.size * 1.6), near: &edges)
      let bearing = LabelSetting.normalized(
        raw + (reading.runsForward ? 0 : 180) - (reading.isSteep ? 90 : 0))
      let angle = text.isUpright ? 0 : bearing
      guard abs(angle) <= steepest else { return nil }
      if index > 0 {
        let bend = abs(LabelSetting.normalized(bearing - last))
        // Characters far apart may turn more from one to the next.
        guard bend <= 32 + min(20, gap * 2) else { return nil }
        turning += bend
      }
      last = bearing
      let turn = angle * .pi / 180
      let side = (raw - 90) * .pi / 180
      let rotation = (angle * 10).rounded() / 10
      steps.append(
        Step(
          on: walk.place(at: here, near: &edge), side: (cos(side), sin(side)),
          drop: (-drop * sin(turn), drop * cos(turn)), rotation: rotation,
          half: LabelSetting.half(
            width: text.widths[index], reach: text.reaches[index], rotation: rotation, look: look),
          gap: gap))
      index += 1
    }
    self.steps = steps
    size = look.size
    cost = turning * 0.02 + (reading.isSteep ? 0.3 : 0)
  }

  /// Sets the text.
  ///
  /// - Parameter offset: How far it keeps to the left of the line, seen along it; negative for the right.
  func set(offset: Double, into sketches: inout LabelSketches) {
    let margin = LabelSetting.margin
    var last = PaperPoint(x: 0, y: 0)
    for (index, step) in steps.enumerated() {
      let center =
        offset == 0 ? step.on : step.on.moved(offset * step.side.x, offset * step.side.y)
      if index > 0, step.gap > size * 0.8 {
        for share in [1.0 / 3, 2.0 / 3] {
          let between = last.interpolated(to: center, at: share)
          sketches.add(
            gap: PaperBox(x: between.x, y: between.y, width: 0, height: 0).grown(by: size * 0.25))
        }
      }
      last = center
      sketches.add(
        TextPieces.Spot(
          baseline: center.moved(step.drop.x, step.drop.y), rotation: step.rotation),
        PaperBox(
          minX: center.x - step.half.width - margin, minY: center.y - step.half.height - margin,
          maxX: center.x + step.half.width + margin, maxY: center.y + step.half.height + margin))
    }
  }
}
