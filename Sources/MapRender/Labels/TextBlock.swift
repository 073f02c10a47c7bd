/// Text broken into lines, to be set flat: measured once, placed many times.
///
/// A class, because hundreds of candidates share one.
final class TextBlock: Sendable {
  let lines: [String]
  let look: LabelRequest.Look
  /// The width of each line in millimetres.
  private let widths: [Double]

  init(_ lines: [String], _ look: LabelRequest.Look) {
    self.lines = lines
    self.look = look
    widths = lines.map { line in
      look.face.width(of: line) * look.size
        + look.spacing * look.size * Double(max(0, line.count - 1))
    }
  }

  /// The width of the widest line, in millimetres.
  var width: Double { widths.max() ?? 0 }
  /// The height of the ink of all lines, in millimetres.
  var height: Double {
    let ink = look.face.ascent + look.face.descent
    return look.size * (look.lineHeight * Double(lines.count - 1) + ink)
  }

  /// Where the ink of each line lies when the block stands around a middle point.
  func boxes(around center: PaperPoint) -> [PaperBox] {
    let margin = LabelSetting.margin
    let lean = abs(look.slant) > 0 ? look.size * 0.12 : 0
    return zip(widths, baselines(around: center)).map { width, baseline in
      PaperBox(
        minX: center.x - width / 2 - margin - lean,
        minY: baseline - look.face.ascent * look.size - margin,
        maxX: center.x + width / 2 + margin + lean,
        maxY: baseline + look.face.descent * look.size + margin)
    }
  }

  /// The lines to draw when the block stands around a middle point.
  func runs(around center: PaperPoint) -> [TextRun] {
    zip(zip(lines, widths), baselines(around: center)).map { line, baseline in
      let (text, width) = line
      var run = TextRun(
        text: text, at: PaperPoint(x: center.x, y: baseline), size: look.size, face: look.face,
        ink: look.ink, anchor: .middle, slant: look.slant, spacing: look.spacing)
      if look.spacing != 0 {
        // Programs disagree on whether spacing follows the last character, and so on the middle.
        run.anchor = .start
        run.at = PaperPoint(x: center.x - width / 2, y: baseline)
      }
      return run
    }
  }

  private func baselines(around center: PaperPoint) -> [Double] {
    let step = look.size * look.lineHeight
    let first = center.y - height / 2 + look.face.ascent * look.size
    return lines.indices.map { first + step * Double($0) }
  }
}
