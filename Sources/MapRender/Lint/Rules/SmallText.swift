internal import Messages
internal import PlanFindings

/// M03: no text is too small to be read in print.
enum SmallText: LintRule {
  static let description = LintDescription(
    code: "M03",
    name: "text-too-small",
    summary: Wording(
      "Text is less than 1.8 mm high on paper.", zh: "图上文字高度不足 1.8 毫米。"),
    rationale: Wording(
      "Smaller text is lost in print and to most readers over fifty.",
      zh: "更小的文字印刷后难以辨认，多数年过五十的读者也读不清。"),
    fix: Wording(
      "set the text larger, shorten it, or use a larger paper", zh: "加大字号、缩短文字或改用更大的图幅"),
    trap: Wording(
      "A point size says nothing: at one size hanzi are a quarter higher than figures.",
      zh: "只看字号不够：同一字号下，汉字比数字高约四分之一。"),
    limit: Wording(
      "height of ink: 0.92 em where the text has hanzi, else that of capital letters and figures, 0.733 em; limit 1.8 mm, for letters below the same name in hanzi 1.3 mm",
      zh: "墨迹高度：含汉字的文字按 0.92 em，其余按大写字母与数字的高度 0.733 em；限值 1.8 mm，同一注记汉字下方的外文为 1.3 mm"),
    source: Wording(
      "GB/T 14691-1993, 3.2, and ISO 3098: 1.8 mm is the least nominal height of lettering, which capital letters reach in 7 point; notes and indices may be one size of the √2 series smaller; heights of Noto Sans CJK (OS/2 sCapHeight 733, hanzi 913 to 934 on average)",
      zh:
        "GB/T 14691-1993 第 3.2 条与 ISO 3098：字体高度公称尺寸最小为 1.8 毫米，外文约 7 点时大写字母达到此高度；注脚、指数等可小一号（√2 级数）；字高按思源黑体（OS/2 sCapHeight 733，汉字平均 913–934）"
    ),
    accepts: [
      LintExample(
        "hanzi of 2 mm", zh: "2 毫米的汉字",
        LintSheetDraft(panel: [.words("资料来源", x: 84, y: 20, size: 2)])
      ),
      LintExample(
        "figures of 2.5 mm", zh: "2.5 毫米的数字",
        LintSheetDraft(panel: [.words("116°40′E", x: 84, y: 20, size: 2.5)])
      ),
      LintExample(
        "a name in letters of 2 mm below its hanzi", zh: "汉字注记下方 2 毫米的外文",
        LintSheetDraft(names: [
          .name("清河", x: 20, y: 30, size: 3), .gloss("Qinghe", x: 20, y: 33, size: 2),
        ])),
    ],
    flags: [
      LintExample(
        "hanzi of 1.9 mm", zh: "1.9 毫米的汉字", measures: ["1.75 mm"],
        LintSheetDraft(panel: [.words("资料来源", x: 84, y: 20, size: 1.9)])),
      LintExample(
        "figures as small as hanzi may be", zh: "与汉字同字号的数字", measures: ["1.47 mm"],
        LintSheetDraft(panel: [.words("116°40′E", x: 84, y: 20, size: 2)])),
      LintExample(
        "a name in letters of 2 mm by itself", zh: "单独的 2 毫米外文注记", measures: ["1.47 mm"],
        LintSheetDraft(names: [.name("Qinghe", x: 20, y: 30, size: 2)])),
      LintExample(
        "letters below hanzi that nobody reads", zh: "汉字下方过小的外文", measures: ["1.1 mm"],
        LintSheetDraft(names: [
          .name("清河", x: 20, y: 30, size: 3), .gloss("Qinghe", x: 20, y: 33, size: 1.5),
        ])),
      LintExample(
        "a small name on the map", zh: "地图上的小注记", measures: ["1.38 mm"],
        LintSheetDraft(names: [.name("甲", x: 20, y: 30, size: 1.5)])),
    ])

  static let limit = 1.8
  /// Of letters below the same name in hanzi: one size of the series smaller.
  static let glossLimit = 1.3

  static func findings(in sheet: LintSheet) -> [LintFinding] {
    var seen: Set<Int> = []
    return sheet.texts.compactMap { text in
      let height = text.run.inkHeight
      let limit = text.isGloss ? glossLimit : limit
      guard !text.isSign, height < limit - 0.005 else { return nil }
      // A name along a line is one, not one for each character.
      if let label = text.label, !seen.insert(label).inserted { return nil }
      return LintFinding(
        message: Wording(
          "the text '\(text.whole)' is \(millimetres(height)) high",
          zh: "文字“\(text.whole)”高 \(millimetres(height))"),
        help: Wording(
          "set it \(millimetres(text.run.size * limit / height)) large or more",
          zh: "字号取 \(millimetres(text.run.size * limit / height)) 或更大"),
        features: [text.mark.feature].compactMap { $0 }, box: text.bounds,
        measure: Measure(height, .millimetres, limit: limit))
    }
  }
}
