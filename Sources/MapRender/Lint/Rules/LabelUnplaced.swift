internal import Messages
internal import PlanFindings

/// M02: every name that the style requires stands on the map.
enum LabelUnplaced: LintRule {
  static let description = LintDescription(
    code: "M02",
    name: "label-unplaced",
    summary: Wording(
      "A name that the style requires found no place.", zh: "样式要求的注记没有放下。"),
    rationale: Wording(
      "Who does not find a name believes that the thing is not there.",
      zh: "图上找不到名称，读者会以为没有这一要素。"),
    fix: Wording(
      "use a larger paper or scale, smaller type, or let the name go: gxq:required false",
      zh: "改用更大的图幅或比例尺、较小的字号，或在样式中以 gxq:required 为 false 放弃该注记"),
    limit: Wording("names without a place; limit 0", zh: "未放下的注记数；限值 0"),
    source: Wording("the sheet's own account of its names", zh: "图纸自身的注记记录"),
    accepts: [
      LintExample(
        "every name placed", zh: "注记全部放下", LintSheetDraft(names: [.name("甲", x: 20, y: 30)])),
      LintExample("a map without names", zh: "没有注记的地图", LintSheetDraft()),
    ],
    flags: [
      LintExample("a name left out", zh: "注记未放下", LintSheetDraft(unplaced: ["甲"])),
      LintExample("two names left out", zh: "两个注记未放下", LintSheetDraft(unplaced: ["甲", "乙"])),
    ])

  static func findings(in sheet: LintSheet) -> [LintFinding] {
    sheet.unplaced.map { name in
      let (why, help) = Self.words(for: name.reason)
      return LintFinding(
        message: Wording(
          "the name '\(name.text)' found no place: \(why.english)",
          zh: "注记“\(name.text)”没有放下：\(why.chinese)"),
        help: help, features: [name.feature], styleLayers: [name.styleLayer],
        box: name.extent.map { sheet.visible($0, on: name.map) } ?? sheet.border)
    }
  }

  private static func words(for reason: LabelStatistics.Reason) -> (why: Wording, help: Wording) {
    switch reason {
    case .outsideFrame:
      (
        Wording("the frame leaves no room for it", zh: "图框内容不下"),
        Wording("use a larger paper or scale", zh: "加大图幅或比例尺")
      )
    case .tooShort:
      (
        Wording("its line is too short or bends too much", zh: "所沿的线太短或弯折过急"),
        Wording("shorten the name, or set it beside the line", zh: "缩短名称，或把注记放在线旁")
      )
    case .covered:
      (
        Wording("every place covers a symbol", zh: "各处都压住符号"),
        Wording("use a larger scale or smaller symbols", zh: "加大比例尺或减小符号")
      )
    case .crowded:
      (
        Wording("other names stand where it could", zh: "可放之处都有其他注记"),
        Wording(
          "use a larger paper or smaller type, or set gxq:required to false",
          zh: "加大图幅、减小字号，或将 gxq:required 设为 false")
      )
    }
  }
}
