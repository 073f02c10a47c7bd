internal import Messages
internal import PlanFindings

/// M06: the legend explains nothing that the maps do not show.
enum EntryWithoutFeature: LintRule {
  static let description = LintDescription(
    code: "M06",
    name: "legend-entry-without-feature",
    summary: Wording(
      "A legend entry stands for nothing that the maps show.", zh: "图例条目在图上没有对应要素。"),
    rationale: Wording(
      "Readers search the map for what the legend promises.", zh: "读者会在图上寻找图例所列的内容。"),
    fix: Wording(
      "draw the feature, or take the entry out of the style", zh: "绘出该要素，或从样式中去掉该条目"),
    trap: Wording(
      "A project whose site is open is listed and says so: that is no fault.",
      zh: "选址未定的项目列入图例并注明未定，不是错误。"),
    limit: Wording("features per entry; limit 1", zh: "每个条目对应的要素数；限值 1"),
    source: Wording(
      "CJJ/T 97-2003: a legend explains the symbols that the sheet shows",
      zh: "CJJ/T 97-2003：图例说明图中所用的图形、符号和线条"),
    accepts: [
      LintExample(
        "an entry and its feature", zh: "条目与要素对应",
        LintSheetDraft(legend: [LintSheetDraft.Entry(text: "河", sample: [])])),
      LintExample(
        "an entry that says that the site is open", zh: "条目注明选址未定",
        LintSheetDraft(legend: [
          LintSheetDraft.Entry(text: "医院", sample: [], count: 0, isLocated: false)
        ])),
    ],
    flags: [
      LintExample(
        "an entry without a feature", zh: "条目没有要素", measures: ["0"],
        LintSheetDraft(legend: [LintSheetDraft.Entry(text: "河", sample: [], count: 0)])),
      LintExample(
        "one of two entries", zh: "两个条目之一没有要素", measures: ["0"],
        LintSheetDraft(legend: [
          LintSheetDraft.Entry(text: "河", sample: []),
          LintSheetDraft.Entry(text: "渠", sample: [], count: 0),
        ])),
    ])

  static func findings(in sheet: LintSheet) -> [LintFinding] {
    sheet.entries.enumerated().compactMap { index, entry in
      guard entry.isLocated, entry.count == 0 else { return nil }
      return LintFinding(
        message: Wording(
          "the legend entry '\(entry.text)' stands for nothing on the map",
          zh: "图例条目“\(entry.text)”在图上没有对应要素"),
        help: Wording(
          "draw the feature, or take the entry out of the style", zh: "绘出该要素，或从样式中去掉该条目"),
        features: [entry.feature].compactMap { $0 },
        styleLayers: entry.styleLayers.first.map { [$0] } ?? [], box: sheet.box(ofEntry: index),
        measure: Measure(0, .features, limit: 1))
    }
  }
}

extension LintSheet {
  /// The box around a legend entry.
  func box(ofEntry index: Int) -> PaperBox {
    let boxes = marks.filter { $0.entry == index }.compactMap(\.reach)
    return boxes.dropFirst().reduce(boxes.first ?? border) { $0.union($1) }
  }
}
