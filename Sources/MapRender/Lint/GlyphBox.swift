#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The box around the ink of one character, turned and slanted as the character is.
///
/// Hanzi fill the box that the font gives them; Latin letters and figures are as high as their kind.
struct GlyphBox: Hashable {
  /// The corners in order; the last is joined to the first.
  let corners: [PaperPoint]
  /// The box around the corners.
  let bounds: PaperBox

  init(corners: [PaperPoint], bounds: PaperBox) {
    (self.corners, self.bounds) = (corners, bounds)
  }

  /// The boxes of the characters of a text that leave ink.
  static func boxes(of run: TextRun) -> [GlyphBox] {
    let turn = run.rotation * .pi / 180
    let (sine, cosine) = (sin(turn), cos(turn))
    let lean = run.slant == 0 ? 0 : tan(run.slant * .pi / 180)
    return run.places.compactMap { scalar, x in
      let width = run.face.advance(of: Character(scalar)) * run.size
      guard width > 0, let ink = Self.ink(of: scalar, in: run.face) else { return nil }
      let (top, bottom) = (-ink.top * run.size, -ink.bottom * run.size)
      let corners = [(x, top), (x + width, top), (x + width, bottom), (x, bottom)].map { u, v in
        let u = u + v * lean
        return PaperPoint(
          x: run.at.x + u * cosine - v * sine, y: run.at.y + u * sine + v * cosine)
      }
      return PaperBox(corners).map { GlyphBox(corners: corners, bounds: $0) }
    }
  }

  /// How far ink rises above and falls below the baseline, in ems; `nil` for spaces.
  static func ink(of scalar: Unicode.Scalar, in face: FontFace) -> (top: Double, bottom: Double)? {
    switch scalar {
    case " ", "\u{A0}", "\u{3000}", "\u{2002}"..."\u{200F}": return nil
    case "a", "c", "e", "m", "n", "o", "r", "s", "u"..."x", "z": return (0.59, -0.02)
    case "b", "d", "f", "h", "i", "k", "l", "t": return (0.83, -0.02)
    case "g", "p", "q", "y": return (0.59, -0.29)
    case "j": return (0.83, -0.29)
    case "J", "Q": return (0.77, -0.24)
    case "\u{FF0C}", "\u{FF1B}": return (face.ascent, -0.24)
    case "0"..."9", "A"..."I", "K"..."P", "R"..."Z": return (0.77, -0.02)
    case ".": return (0.18, -0.02)
    case ",": return (0.18, -0.23)
    case ":": return (0.56, -0.02)
    case "-", "\u{2010}"..."\u{2015}", "\u{2212}", "+", "=", "<", ">", "~", "\u{B7}":
      return (0.65, 0.02)
    case "\u{B0}", "\u{2032}", "\u{2033}", "'", "\"", "^", "*": return (0.83, 0.2)
    case "\u{B2}", "\u{B3}", "`": return (0.93, 0.4)
    case "!", "#", "%", "&", "?": return (0.78, -0.03)
    case "!"..."\u{2FF}": return (0.9, -0.3)
    default: return (face.ascent, -face.descent)
    }
  }

  /// How deep two boxes lie in one another, in millimetres; 0 or less where they do not.
  ///
  /// The least way that one must move for them to part, by the separating-axis theorem.
  func depth(in other: GlyphBox) -> Double {
    guard bounds.overlaps(other.bounds) else { return 0 }
    var least = Double.infinity
    for (shape, opposite) in [(self, other), (other, self)] {
      for index in 0..<2 {
        let (p, q) = (shape.corners[index], shape.corners[index + 1])
        let length = p.distance(to: q)
        guard length > 0 else { return 0 }
        let normal = PaperPoint(x: (q.y - p.y) / length, y: (p.x - q.x) / length)
        let (low, high) = shape.reach(along: normal)
        let (otherLow, otherHigh) = opposite.reach(along: normal)
        least = min(least, high - otherLow, otherHigh - low)
        if least <= 0 { return least }
      }
    }
    return least
  }

  private func reach(along way: PaperPoint) -> (Double, Double) {
    let values = corners.map { $0.x * way.x + $0.y * way.y }
    return (values.min() ?? 0, values.max() ?? 0)
  }

  /// How much of a line crosses the box, in millimetres; 0 where it passes.
  func lengthInside(_ a: PaperPoint, _ b: PaperPoint) -> Double {
    var low = 0.0
    var high = 1.0
    let turn = isClockwise ? 1.0 : -1
    for index in corners.indices {
      let (p, q) = (corners[index], corners[(index + 1) % corners.count])
      // Positive inside.
      func side(_ point: PaperPoint) -> Double {
        turn * ((q.x - p.x) * (point.y - p.y) - (q.y - p.y) * (point.x - p.x))
      }
      let (from, to) = (side(a), side(b))
      if from <= 0, to <= 0 { return 0 }
      if from < 0 { low = max(low, from / (from - to)) }
      if to < 0 { high = min(high, from / (from - to)) }
    }
    return low < high ? a.distance(to: b) * (high - low) : 0
  }

  private var isClockwise: Bool {
    var area = 0.0
    for index in corners.indices {
      let (p, q) = (corners[index], corners[(index + 1) % corners.count])
      area += p.x * q.y - q.x * p.y
    }
    return area > 0
  }

  /// Points spread over the box, three by three, a little inside its edges.
  var samples: [PaperPoint] {
    let (origin, right, down) = (corners[0], corners[1], corners[3])
    return [0.12, 0.5, 0.88].flatMap { v in
      [0.12, 0.5, 0.88].map { u in
        PaperPoint(
          x: origin.x + (right.x - origin.x) * u + (down.x - origin.x) * v,
          y: origin.y + (right.y - origin.y) * u + (down.y - origin.y) * v)
      }
    }
  }
}

extension TextRun {
  /// How high the text is to the eye, in millimetres: hanzi fill 0.92 of the em, capital letters and figures 0.733.
  var inkHeight: Double {
    size
      * (text.contains(where: TypeSize.fillsItsBox) ? TypeSize.hanziHeight : TypeSize.capitalHeight)
  }
}
