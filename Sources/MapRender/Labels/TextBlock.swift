/// Text broken into lines, to be set flat: measured once, placed many times.
///
/// A class, because hundreds of candidates share one.
final class TextBlock: Sendable {
  /// One line and how it looks; the lines of the second language are smaller.
  struct Line: Sendable {
    let text: String
    let look: LabelRequest.Look
    /// In millimetres.
    let width: Double
    /// From the top of the block to the baseline, in millimetres.
    let baseline: Double
    /// How far the ink reaches from the baseline, in ems.
    let reach: FontFace.Reach
    /// How far the ink reaches to each side of the line's middle, and above and below its baseline, in millimetres.
    let ink: (side: Double, rise: Double, fall: Double)

    init(
      text: String, look: LabelRequest.Look, width: Double, baseline: Double, reach: FontFace.Reach
    ) {
      (self.text, self.look, self.width) = (text, look, width)
      (self.baseline, self.reach) = (baseline, reach)
      let lean = look.slant != 0 ? look.size * 0.12 : 0
      ink = (width / 2 + lean, reach.rise * look.size, reach.fall * look.size)
    }
  }

  let lines: [Line]
  /// Of each line the baseline and the ink alone: places by the hundred ask for nothing else.
  private let inks: [(baseline: Double, side: Double, rise: Double, fall: Double)]
  /// How many of them are in the first language.
  let firstCount: Int
  /// The height of the ink of all lines, in millimetres.
  let height: Double
  /// The width of the widest line, in millimetres.
  let width: Double

  init(_ texts: [String], _ look: LabelRequest.Look, second: [String] = []) {
    var lines: [Line] = []
    var bottom = 0.0
    func add(_ texts: [String], _ look: LabelRequest.Look) {
      for text in texts {
        let reach = look.face.reach(of: text)
        let baseline =
          if let last = lines.last {
            last.baseline
              + max(
                look.lineHeight * look.size,
                last.reach.fall * last.look.size + reach.rise * look.size)
          } else {
            reach.rise * look.size
          }
        let width =
          look.face.width(of: text) * look.size
          + look.spacing * look.size * Double(max(0, text.count - 1))
        lines.append(
          Line(text: text, look: look, width: width, baseline: baseline, reach: reach))
        bottom = baseline + reach.fall * look.size
      }
    }
    add(texts, look)
    add(second, look.second)
    self.lines = lines
    inks = lines.map { ($0.baseline, $0.ink.side, $0.ink.rise, $0.ink.fall) }
    firstCount = texts.count
    height = bottom
    width = lines.map(\.width).max() ?? 0
  }

  /// Adds where the ink of each line lies when the block stands around a middle point.
  func addBoxes(around center: PaperPoint, to boxes: inout [PaperBox]) {
    let margin = LabelSetting.margin
    let top = center.y - height / 2
    for ink in inks {
      boxes.append(
        PaperBox(
          minX: center.x - ink.side - margin, minY: top + ink.baseline - ink.rise - margin,
          maxX: center.x + ink.side + margin, maxY: top + ink.baseline + ink.fall + margin))
    }
  }

  /// The lines to draw when the block stands around a middle point.
  func runs(around center: PaperPoint) -> [TextRun] {
    let top = center.y - height / 2
    return lines.map { line in
      let look = line.look
      var run = TextRun(
        text: line.text, at: PaperPoint(x: center.x, y: top + line.baseline), size: look.size,
        face: look.face, ink: look.ink, anchor: .middle, slant: look.slant, spacing: look.spacing)
      if look.spacing != 0 {
        // Programs disagree on whether spacing follows the last character, and so on the middle.
        run.anchor = .start
        run.at.x = center.x - line.width / 2
      }
      return run
    }
  }
}
