#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What all texts along lines have in common.
enum LabelSetting {
  /// Space kept around ink, in millimetres.
  static let margin = 0.4

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

  /// Half the size of the box around one turned character or word.
  static func half(
    width: Double, reach: FontFace.Reach, rotation: Double, look: LabelRequest.Look
  ) -> (width: Double, height: Double) {
    let middle = (look.face.ascent - look.face.descent) / 2
    let height = max(reach.rise - middle, reach.fall + middle) * 2 * look.size
    let lean = look.slant == 0 ? 0 : look.size * 0.12
    guard rotation != 0 else { return ((width + 2 * lean) / 2, height / 2) }
    let turn = abs(rotation) * .pi / 180
    let (c, s) = (cos(turn), sin(turn))
    return ((width * c + height * s + 2 * lean) / 2, (width * s + height * c) / 2)
  }

  /// The angle between -180 and 180 degrees.
  static func normalized(_ degrees: Double) -> Double {
    var angle = abs(degrees) < 360 ? degrees : degrees.truncatingRemainder(dividingBy: 360)
    if angle > 180 { angle -= 360 }
    if angle < -180 { angle += 360 }
    return angle
  }
}
