#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Sets the text of a label at a place and tells which boxes its ink covers.
enum LabelSetting {
  /// Space kept around ink, in millimetres.
  static let margin = 0.4

  /// The label along a line around a distance, one character after the other; `nil` when the line is
  /// too short or bends too much there.
  ///
  /// Text reads left to right; on steep stretches the characters stand upright, the first on top. No
  /// character is turned by more than 45°.
  static func along(
    _ text: TextPieces, flatWidth: Double, walk: LineWalk, at middle: Double, offset: Double,
    cost: Double
  ) -> LabelCandidate? {
    let look = text.look
    let isLatin = text.isLatin
    let chord = walk.direction(at: middle, over: max(flatWidth, look.size * 2))
    let isSteep = !isLatin && abs(sin(chord * .pi / 180)) > sin(50 * .pi / 180)
    let widths = text.advances(isSteep: isSteep)
    let gaps = text.gaps
    let total = widths.reduce(0, +) + gaps.dropFirst().reduce(0, +)
    guard walk.length >= total + look.size * 0.6 else { return nil }
    let runsForward = isSteep ? sin(chord * .pi / 180) > 0 : cos(chord * .pi / 180) >= 0
    var distance = -total / 2
    var spots: [TextPieces.Spot] = []
    var boxes: [PaperBox] = []
    var turning = 0.0
    var lastAngle: Double?
    for (index, width) in widths.enumerated() {
      if index > 0 { distance += gaps[index] }
      let here = middle + (runsForward ? 1 : -1) * (distance + width / 2)
      guard here >= 0, here <= walk.length else { return nil }
      distance += width
      let on = walk.place(at: here).point
      let raw = walk.direction(at: here, over: max(width * 1.6, look.size * 1.6))
      let along = runsForward ? raw : raw + 180
      var angle = isSteep ? along - 90 : along
      angle = normalized(angle)
      guard abs(angle) <= (isLatin ? 90.5 : 45) else { return nil }
      if let lastAngle {
        let bend = abs(normalized(angle - lastAngle))
        guard bend <= 32 else { return nil }
        turning += bend
      }
      lastAngle = angle
      let side = (angle - 90) * .pi / 180
      var center = on
      if offset != 0 {
        let normal = isSteep ? side + .pi / 2 : side
        center = on.moved(offset * cos(normal), offset * sin(normal))
      }
      let drop = (look.face.ascent - look.face.descent) / 2 * look.size
      let turn = angle * .pi / 180
      let baseline = center.moved(-drop * sin(turn), drop * cos(turn))
      let rotation = (angle * 10).rounded() / 10
      spots.append(TextPieces.Spot(baseline: baseline, rotation: rotation))
      boxes.append(
        box(width: text.widths[index], rotation: rotation, around: center, look: look))
    }
    return LabelCandidate(
      text: .along(text, spots), boxes: boxes, cost: cost + turning * 0.01 + (isSteep ? 0.3 : 0))
  }

  /// The box around one turned character or word.
  private static func box(
    width: Double, rotation: Double, around center: PaperPoint, look: LabelRequest.Look
  ) -> PaperBox {
    let height = (look.face.ascent + look.face.descent) * look.size
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
