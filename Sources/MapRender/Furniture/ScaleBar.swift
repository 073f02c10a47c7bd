internal import Messages
internal import PlanFindings

/// A bar divided into round distances, with the scale as a number.
enum ScaleBar {
  /// How high bar and number stand together, in millimetres.
  static let height = 11.0

  /// The round length of a part of the bar, and how it is written.
  struct Division: Hashable {
    /// In metres.
    let metres: Double

    /// - Parameter limit: What a part may be at most, in metres.
    init(atMost limit: Double) { metres = roundStep(atMost: limit) }

    private var isInKilometres: Bool { metres * 4 >= 1000 }

    /// The number at a multiple of the part.
    func text(_ multiple: Double) -> String {
      DecimalText.trimmed(multiple * metres / (isInKilometres ? 1000 : 1), decimals: 3)
    }

    func unit(_ language: Language) -> String {
      switch (language, isInKilometres) {
      case (.chinese, true): "千米"
      case (.chinese, false): "米"
      case (.english, true): "km"
      case (.english, false): "m"
      }
    }
  }

  /// Draws the bar with its left end at a point.
  ///
  /// - Parameters:
  ///   - denominator: The scale at which the bar is drawn.
  ///   - shown: The scale that is written, where all is enlarged afterwards.
  static func items(
    at origin: PaperPoint, denominator: Double, shown: Double, room: Double, language: Language
  ) -> [DrawItem] {
    let perMetre = 1000 / denominator
    let part = Division(atMost: room / 4 / perMetre)
    let width = part.metres * perMetre
    let height = 1.6
    var items: [DrawItem] = []
    for index in 0..<4 {
      items.append(
        .box(
          PaperBox(
            x: origin.x + Double(index) * width, y: origin.y, width: width, height: height),
          fill: index % 2 == 0 ? .black : .white, stroke: Stroke(ink: .black, width: 0.2)))
    }
    for multiple in [0.0, 1, 2, 4] {
      let text = part.text(multiple)
      let x = origin.x + multiple * width
      items.append(
        .text(
          TextRun(
            text: text, at: PaperPoint(x: x, y: origin.y - 1), size: 2.5, face: .sansRegular,
            ink: .black, anchor: .middle), tag: nil))
      guard multiple == 4 else { continue }
      items.append(
        .text(
          TextRun(
            text: part.unit(language),
            at: PaperPoint(
              x: x + FontFace.sansRegular.width(of: text) * 1.25 + 0.8, y: origin.y - 1),
            size: 2.5, face: .sansRegular, ink: .black), tag: nil))
    }
    items.append(
      .text(
        TextRun(
          text: (language == .chinese ? "比例尺 " : "Scale ") + text(of: shown),
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
