internal import PlanFindings

/// A column of the panel that fills from the top.
struct PanelColumn {
  let minX: Double
  let width: Double
  /// Where the next thing starts.
  var y: Double
  var items: [DrawItem] = []
  /// Whether only the height is asked for, so that drawings of a known one may be left out.
  let isMeasured: Bool

  init(x: Double, y: Double, width: Double, isMeasured: Bool = false) {
    minX = x
    self.y = y
    self.width = width
    self.isMeasured = isMeasured
  }

  /// Sets one line of text and moves below it; small Latin text is set larger.
  mutating func line(
    _ text: String, size: Double, face: FontFace = .sansRegular, ink: Ink = .black,
    anchor: TextRun.Anchor = .start, spacing: Double = 0, leading: Double = 1.45
  ) {
    let size = TypeSize.legible(size, for: text)
    let x =
      switch anchor {
      case .start: minX
      case .middle: minX + width / 2
      case .end: minX + width
      }
    y += size * leading
    items.append(
      .text(
        TextRun(
          text: text, at: PaperPoint(x: x, y: y - size * (leading - face.ascent) / 2 - size * 0.08),
          size: size, face: face, ink: ink, anchor: anchor, spacing: spacing), tag: nil))
  }

  /// Sets text in as many lines as it needs.
  mutating func paragraph(
    _ text: String, size: Double, face: FontFace = .sansRegular, ink: Ink = .black
  ) {
    var size = size
    var lines = TextWrap.lines(text, width: width / size, face: face)
    // Where one line is without hanzi, all are set as large as it must be.
    if let largest = lines.map({ TypeSize.legible(size, for: $0) }).max(), largest > size {
      size = largest
      lines = TextWrap.lines(text, width: width / size, face: face)
    }
    for line in lines { self.line(line, size: size, face: face, ink: ink) }
  }

  /// How high a heading is.
  static func headingHeight(size: Double) -> Double { size * 1.7 }

  /// A bold heading with a coloured bar before it.
  mutating func heading(_ text: String, detail: String = "", size: Double = 3.1) {
    let height = Self.headingHeight(size: size)
    items.append(
      .box(
        PaperBox(x: minX, y: y + height / 2 - size * 0.5, width: size * 0.3, height: size),
        fill: .ink(.accent)))
    let baseline = y + height / 2 + size * 0.37
    let detailSize = TypeSize.legible(max(2, size * 0.74), for: detail)
    let detailWidth = detail.isEmpty ? 0 : FontFace.sansRegular.width(of: detail) * detailSize + 2
    let room = width - size * 0.65
    let natural = FontFace.sansBold.width(of: text) * size
    // A long heading becomes smaller; one that is longer yet stands without its detail.
    let hasDetail = !detail.isEmpty && natural * 0.8 + detailWidth <= room
    let factor = min(1, max(0.7, (room - (hasDetail ? detailWidth : 0)) / natural))
    items.append(
      .text(
        TextRun(
          text: text, at: PaperPoint(x: minX + size * 0.65, y: baseline),
          size: TypeSize.legible(size * factor, for: text),
          face: .sansBold, ink: .black), tag: nil))
    if hasDetail {
      items.append(
        .text(
          TextRun(
            text: detail, at: PaperPoint(x: minX + width, y: baseline), size: detailSize,
            face: .sansRegular, ink: .grey, anchor: .end), tag: nil))
    }
    y += height
  }

  mutating func rule(_ ink: Ink = .pale, width stroke: Double = 0.15) {
    items.append(
      .line(
        [PaperPoint(x: minX, y: y), PaperPoint(x: minX + width, y: y)],
        Stroke(ink: ink, width: stroke)))
  }

  mutating func space(_ millimetres: Double) { y += millimetres }
}
