extension FontFace {
  /// How far the ink of a text reaches above and below its baseline, in ems.
  struct Reach: Hashable, Sendable {
    var rise = 0.0
    var fall = 0.0
  }

  /// How far the ink of a text reaches: letters fall lower than hanzi, and capitals with accents rise higher.
  func reach(of text: String) -> Reach {
    var result = Reach()
    for scalar in text.unicodeScalars {
      let one = reach(of: scalar)
      result.rise = max(result.rise, one.rise)
      result.fall = max(result.fall, one.fall)
    }
    return result
  }

  /// The reach of a class of characters: the most that any of them has in any of the fonts.
  private func reach(of scalar: Unicode.Scalar) -> Reach {
    switch scalar {
    case " ": Reach()
    case "g", "j", "p", "q", "y", "Q", "J", ",", ";": Reach(rise: 0.84, fall: 0.28)
    case "0"..."9", "A"..."Z", "a"..."z", ".", ":", "-", "+": Reach(rise: 0.84, fall: 0.02)
    case "\u{0}"..."\u{7F}": Reach(rise: 0.93, fall: 0.29)
    case "\u{80}"..."\u{24F}", "\u{1E00}"..."\u{1EFF}": Reach(rise: 1.14, fall: 0.29)
    case "\u{2000}"..."\u{206F}": Reach(rise: 0.96, fall: 0.29)
    case "\u{2460}"..."\u{24FF}", "\u{3251}"..."\u{32BF}": Reach(rise: 0.9, fall: 0.21)
    case "\u{250}"..."\u{2E7F}": Reach(rise: 1.14, fall: 0.34)
    default: Reach(rise: ascent, fall: descent)
    }
  }
}
