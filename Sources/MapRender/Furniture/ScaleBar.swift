internal import Messages
internal import PlanFindings

/// A bar divided into round distances, with the scale as a number.
enum ScaleBar {
  /// Draws the bar with its left end at a point; gives back its items and width.
  static func items(
    at origin: PaperPoint, denominator: Double, room: Double, language: Language
  ) -> [DrawItem] {
    let perKilometre = 1_000_000 / denominator
    let step = roundStep(atMost: room / 4 / perKilometre)
    let height = 1.6
    var items: [DrawItem] = []
    for index in 0..<4 {
      items.append(
        .box(
          PaperBox(
            x: origin.x + Double(index) * step * perKilometre, y: origin.y,
            width: step * perKilometre, height: height),
          fill: index % 2 == 0 ? .black : .white, stroke: Stroke(ink: .black, width: 0.2)))
    }
    for multiple in [0.0, 1, 2, 4] {
      let isLast = multiple == 4
      let text = DecimalText.trimmed(multiple * step, decimals: 3)
      let x = origin.x + multiple * step * perKilometre
      items.append(
        .text(
          TextRun(
            text: text, at: PaperPoint(x: x, y: origin.y - 1), size: 2.4, face: .sansRegular,
            ink: .black, anchor: .middle), tag: nil))
      if isLast {
        items.append(
          .text(
            TextRun(
              text: language == .chinese ? "千米" : "km",
              at: PaperPoint(
                x: x + FontFace.sansRegular.width(of: text) * 1.2 + 0.8, y: origin.y - 1),
              size: 2.4, face: .sansRegular, ink: .black), tag: nil))
      }
    }
    items.append(
      .text(
        TextRun(
          text: (language == .chinese ? "比例尺 " : "Scale ") + text(of: denominator),
          at: PaperPoint(x: origin.x, y: origin.y + height + 4), size: 2.8, face: .sansBold,
          ink: .black), tag: nil))
    return items
  }

  /// `1:70 000`.
  static func text(of denominator: Double) -> String {
    var digits = Array(DecimalText.trimmed(denominator, decimals: 0))
    var index = digits.count - 3
    while index > 0 {
      digits.insert("\u{A0}", at: index)
      index -= 3
    }
    return "1:" + String(digits)
  }

  /// The largest of 1, 2 and 5 times a power of ten that is not above the limit.
  static func roundStep(atMost limit: Double) -> Double {
    guard limit > 0, limit.isFinite else { return 1 }
    var power = 1.0
    while power > limit { power /= 10 }
    while power * 10 <= limit { power *= 10 }
    for factor in [5.0, 2] where power * factor <= limit { return power * factor }
    return power
  }
}
