/// One of the fonts that sheets are set in, with the measures needed to lay out text.
///
/// The measures are data, so a sheet comes out the same on every machine, with or without the fonts.
enum FontFace: Hashable, Sendable, CaseIterable {
  case sansRegular, sansBold, serifRegular, serifBold

  /// The names under which the font is sold; all have the same measures.
  var names: [String] {
    isSerif
      ? ["Noto Serif CJK SC", "Source Han Serif SC"] : ["Noto Sans CJK SC", "Source Han Sans SC"]
  }

  /// The family as SVG names it, with what stands in for it.
  var family: String {
    (names + (isSerif ? ["SimSun", "serif"] : ["Microsoft YaHei", "sans-serif"]))
      .joined(separator: ", ")
  }

  /// Whether it is the heavy cut.
  var isBold: Bool { self == .sansBold || self == .serifBold }
  /// Whether it has serifs.
  var isSerif: Bool { self == .serifRegular || self == .serifBold }

  /// How far hanzi rise above the baseline, in ems.
  var ascent: Double { isSerif ? 0.89 : 0.88 }
  /// How far hanzi fall below the baseline, in ems.
  var descent: Double { isSerif ? 0.18 : 0.13 }

  /// The width of a character in ems.
  func advance(of character: Character) -> Double {
    var total = 0
    for scalar in character.unicodeScalars { total += thousandths(scalar.value) }
    return Double(min(total, 2000)) / 1000
  }

  /// The width of a text set in one line, in ems.
  func width(of text: String) -> Double {
    var total = 0
    for scalar in text.unicodeScalars { total += thousandths(scalar.value) }
    return Double(total) / 1000
  }

  /// The width of a character's code point, in thousandths of an em.
  func thousandths(_ code: UInt32) -> Int {
    switch code {
    case 0x20..<0x7F: return Int(ascii[Int(code) - 0x20])
    case 0x300..<0x370, 0x200B...0x200F, 0xFE00...0xFE0F: return 0
    case 0xFF61...0xFF9F: return 500
    case 0xA0..<0x2800: break
    default: return 1000
    }
    var low = 0
    var high = codes.count
    while low < high {
      let middle = (low + high) / 2
      if UInt32(codes[middle]) < code { low = middle + 1 } else { high = middle }
    }
    return low < codes.count && UInt32(codes[low]) == code ? Int(widths[low]) : 1000
  }

  private var ascii: [UInt16] {
    switch self {
    case .sansRegular: Self.sansRegularASCII
    case .sansBold: Self.sansBoldASCII
    case .serifRegular: Self.serifRegularASCII
    case .serifBold: Self.serifBoldASCII
    }
  }

  private var codes: [UInt16] { isSerif ? Self.serifCodes : Self.sansCodes }

  private var widths: [UInt16] {
    switch self {
    case .sansRegular: Self.sansRegularWidths
    case .sansBold: Self.sansBoldWidths
    case .serifRegular: Self.serifRegularWidths
    case .serifBold: Self.serifBoldWidths
    }
  }
}
