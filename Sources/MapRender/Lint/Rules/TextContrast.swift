internal import MapStyle
internal import Messages
internal import PlanFindings

/// M04: text stands out from what is drawn below it.
enum TextContrast: LintRule {
  static let description = LintDescription(
    code: "M04",
    name: "text-contrast",
    summary: Wording(
      "Text stands out too little from what is drawn below it.", zh: "文字与其下所绘内容的对比度不足。"),
    rationale: Wording(
      "Faint text is lost on a projector, in a photocopy and to readers with low vision.",
      zh: "对比不足的文字，在投影、复印件上和低视力读者眼中会消失。"),
    fix: Wording(
      "make the text darker, the ground lighter, or give the text a halo",
      zh: "加深文字、减淡底色，或为文字加描边"),
    trap: Wording(
      "The ground of a name is what its halo leaves of everything below, not the colour of the paper.",
      zh: "注记的背景是描边与下方所有内容叠加的结果，而不是纸色。"),
    limit: Wording(
      "contrast of WCAG of all but two of nine points of every character; limit 4.5:1, or 3:1 from 18 point on, from 14 point on where bold, and for signs within a symbol",
      zh: "每个字符九个点中除两点外的 WCAG 对比度；限值 4.5:1，18 磅及以上、14 磅及以上粗体以及符号内的字符为 3:1"),
    source: Wording(
      "WCAG 2.2, success criteria 1.4.3 Contrast (Minimum) and, for signs, 1.4.11 Non-text Contrast, level AA",
      zh: "WCAG 2.2 成功准则 1.4.3 对比度（最低）；符号内的字符按 1.4.11 非文本对比度，AA 级"),
    accepts: [
      LintExample(
        "black on white", zh: "白底黑字", LintSheetDraft(names: [.name("甲", x: 20, y: 30)])),
      LintExample(
        "grey on dark ground, on a wide light edge", zh: "深底上的灰字，有宽描边",
        LintSheetDraft(
          map: [.plate(10, 10, 50, 50, 0x303030)],
          names: [
            .edge("甲", x: 20, y: 30, ink: Ink(rgb: 0xFFFFFF)),
            .name("甲", x: 20, y: 30, ink: Ink(rgb: 0x606060)),
          ])),
      LintExample(
        "dark text on a dark area of which little is left", zh: "深色面很淡，其上为深色字",
        LintSheetDraft(
          map: [.plate(10, 10, 50, 50, 0x000000, opacity: 0.2)], names: [.name("甲", x: 20, y: 30)])),
      LintExample(
        "a middle grey that is large enough", zh: "字号足够大的中灰字",
        LintSheetDraft(names: [.name("甲", x: 20, y: 30, size: 6.5, ink: Ink(rgb: 0x808080))])),
    ],
    flags: [
      LintExample(
        "a middle grey on white", zh: "白底中灰字", measures: ["3.95:1"],
        LintSheetDraft(names: [.name("甲", x: 20, y: 30, ink: Ink(rgb: 0x808080))])),
      LintExample(
        "black on a dark area below others", zh: "黑字压在深色面上", measures: ["1.59:1"],
        LintSheetDraft(
          map: [.plate(10, 10, 50, 50, 0x303030)], names: [.name("甲", x: 20, y: 30)])),
      LintExample(
        "black on dark hatching", zh: "黑字压在深色晕线上", measures: ["1:1"],
        LintSheetDraft(
          map: [
            .box(
              PaperBox(x: 10, y: 10, width: 50, height: 50),
              fill: LinePattern("hatch-0-1-0.9").map { .pattern($0.pattern(in: Ink(rgb: 0))) })
          ], names: [.name("甲", x: 20, y: 30)])),
      LintExample(
        "white text half off its plate", zh: "白字一半在色块之外", measures: ["1:1"],
        LintSheetDraft(panel: [
          .plate(82, 16, 9, 6, 0x303030), .words("规划", x: 87, y: 20, ink: Ink(rgb: 0xFFFFFF)),
        ])),
    ])

  static func findings(in sheet: LintSheet) -> [LintFinding] {
    var worst: [Int: LintFinding] = [:]
    var others: [LintFinding] = []
    for (text, seen) in zip(sheet.texts, sheet.contrasts) {
      guard let seen, seen.contrast < seen.limit - 0.005 else {
        continue
      }
      let number = Measure(seen.contrast, .contrast, limit: seen.limit)
      let finding = LintFinding(
        message: Wording(
          "the text '\(text.whole)' has a contrast of \(number.text) (\(seen.ink.hex) on \(seen.ground.hex))",
          zh: "文字“\(text.whole)”的对比度为 \(number.text)（\(seen.ground.hex) 上的 \(seen.ink.hex)）"),
        help: Wording(
          "make the text darker, the ground lighter, or give the text a halo",
          zh: "加大文字与底色的明暗差，或为文字加描边"),
        features: [text.mark.feature].compactMap { $0 }, box: text.bounds, measure: number)
      guard let label = text.label else {
        others.append(finding)
        continue
      }
      let known = worst[label]?.measure?.value ?? .infinity
      if seen.contrast < known { worst[label] = finding }
    }
    return worst.sorted { $0.key < $1.key }.map(\.value) + others
  }

  /// How far a text stands out where it does so least.
  struct Seen {
    let contrast: Double
    let limit: Double
    let ink: StyleColor
    let ground: StyleColor
  }

  /// The lowest contrast of a text's characters; `nil` for text without ink.
  static func lowest(of text: LintSheet.Text, in sheet: LintSheet) -> Seen? {
    let points = text.run.size / 25.4 * 72
    let isLarge = text.isSign || points >= 18 || points >= 14 && text.run.face.isBold
    var lowest: Seen?
    for glyph in text.glyphs {
      let seen = glyph.samples.map { point in
        let ground = sheet.canvas.color(at: point, before: text.order)
        let ink = text.run.ink.faded(text.mark.opacity).over(ground)
        return Seen(
          contrast: ink.contrast(to: ground), limit: isLarge ? 3 : 4.5, ink: ink, ground: ground)
      }.sorted { $0.contrast < $1.contrast }[2]
      if seen.contrast < lowest?.contrast ?? .infinity { lowest = seen }
    }
    return lowest
  }
}
