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

  /// The label in flat lines around a middle point.
  static func flat(
    _ request: LabelRequest, lines: [String], center: PaperPoint, cost: Double
  ) -> LabelCandidate {
    let look = request.look
    let step = look.size * look.lineHeight
    let ink = look.face.ascent + look.face.descent
    let height = step * Double(lines.count - 1) + look.size * ink
    var baseline = center.y - height / 2 + look.face.ascent * look.size
    var runs: [TextRun] = []
    var boxes: [PaperBox] = []
    for line in lines {
      var run = TextRun(
        text: line, at: PaperPoint(x: center.x, y: baseline), size: look.size, face: look.face,
        ink: look.ink, anchor: .middle, slant: look.slant, spacing: look.spacing)
      if run.spacing != 0 {
        // Programs disagree on whether spacing follows the last character, and so on the middle.
        run.anchor = .start
        run.at = PaperPoint(x: center.x - run.width / 2, y: baseline)
      }
      runs.append(run)
      let lean = abs(look.slant) > 0 ? look.size * 0.12 : 0
      boxes.append(
        PaperBox(
          minX: center.x - run.width / 2 - margin - lean,
          minY: baseline - look.face.ascent * look.size - margin,
          maxX: center.x + run.width / 2 + margin + lean,
          maxY: baseline + look.face.descent * look.size + margin))
      baseline += step
    }
    return LabelCandidate(runs: runs, boxes: boxes, cost: cost)
  }

  /// The size of the text set flat in lines, in millimetres.
  static func size(of lines: [String], _ look: LabelRequest.Look) -> (width: Double, height: Double)
  {
    let widths = lines.map {
      (look.face.width(of: $0) + look.spacing * Double(max(0, $0.count - 1))) * look.size
    }
    let ink = look.face.ascent + look.face.descent
    return (
      widths.max() ?? 0, look.size * (look.lineHeight * Double(lines.count - 1) + ink)
    )
  }

  /// The label along a line around a distance, one character after the other; `nil` when the line is
  /// too short or bends too much there.
  ///
  /// Text reads left to right; on steep stretches the characters stand upright, the first on top. No
  /// character is turned by more than 45°.
  static func along(
    _ request: LabelRequest, walk: LineWalk, at middle: Double, offset: Double, cost: Double
  ) -> LabelCandidate? {
    let look = request.look
    let pieces = segments(of: request.text, look.face)
    let chord = walk.direction(at: middle, over: max(request.flatWidth, look.size * 2))
    // Latin words turn with the line as far as it goes; only hanzi stand upright.
    let isLatin = pieces.allSatisfy(\.isWord)
    let isSteep = !isLatin && abs(sin(chord * .pi / 180)) > sin(50 * .pi / 180)
    let widths = pieces.map { piece in
      isSteep && !piece.isWord ? look.size : look.face.width(of: piece.text) * look.size
    }
    let gaps = pieces.map { ($0.followsSpace ? (isLatin ? 0.28 : 0.6) : look.spacing) * look.size }
    let total = widths.reduce(0, +) + gaps.dropFirst().reduce(0, +)
    guard walk.length >= total + look.size * 0.6 else { return nil }
    let runsForward = isSteep ? sin(chord * .pi / 180) > 0 : cos(chord * .pi / 180) >= 0
    var distance = -total / 2
    var glyphs: [(run: TextRun, center: PaperPoint)] = []
    var turning = 0.0
    var lastAngle: Double?
    for (index, piece) in pieces.enumerated() {
      let width = widths[index]
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
      glyphs.append(
        (
          TextRun(
            text: piece.text, at: baseline, size: look.size, face: look.face, ink: look.ink,
            anchor: .middle, rotation: (angle * 10).rounded() / 10, slant: look.slant), center
        ))
    }
    let boxes = glyphs.map { box(of: $0.run, around: $0.center) }
    return LabelCandidate(
      runs: glyphs.map(\.run), boxes: boxes, cost: cost + turning * 0.01 + (isSteep ? 0.3 : 0))
  }

  /// The box around one turned character or word.
  private static func box(of run: TextRun, around center: PaperPoint) -> PaperBox {
    let width = run.face.width(of: run.text) * run.size
    let height = (run.face.ascent + run.face.descent) * run.size
    let turn = abs(run.rotation) * .pi / 180
    let lean = run.slant == 0 ? 0 : run.size * 0.12
    let w = width * cos(turn) + height * sin(turn) + 2 * lean
    let h = width * sin(turn) + height * cos(turn)
    return PaperBox(
      minX: center.x - w / 2 - margin, minY: center.y - h / 2 - margin,
      maxX: center.x + w / 2 + margin, maxY: center.y + h / 2 + margin)
  }

  /// A hanzi, or a Latin word or number.
  private struct Piece {
    var text: String
    let isWord: Bool
    let followsSpace: Bool
  }

  private static func segments(of text: String, _ face: FontFace) -> [Piece] {
    var result: [Piece] = []
    var followsSpace = false
    for character in text {
      guard character != " " else {
        followsSpace = true
        continue
      }
      let isWord = face.advance(of: character) < 0.99
      if isWord, !followsSpace, let last = result.last, last.isWord {
        result[result.count - 1].text.append(character)
      } else {
        result.append(Piece(text: String(character), isWord: isWord, followsSpace: followsSpace))
      }
      followsSpace = false
    }
    return result
  }

  /// The angle between -180 and 180 degrees.
  static func normalized(_ degrees: Double) -> Double {
    var angle = degrees.truncatingRemainder(dividingBy: 360)
    if angle > 180 { angle -= 360 }
    if angle < -180 { angle += 360 }
    return angle
  }
}
