internal import MapStyle
internal import Messages
internal import PlanFindings

/// M05: legend entries can be told apart whatever colours a reader sees.
enum ConfusableColors: LintRule {
  static let description = LintDescription(
    code: "M05",
    name: "confusable-colours",
    summary: Wording(
      "Two legend entries differ in colour only, and too little for some readers.",
      zh: "两个图例条目只靠颜色区分，且部分读者分辨不出。"),
    rationale: Wording(
      "One man in twelve sees red and green alike; a photocopy sees no colour at all.",
      zh: "每十二名男性中约有一人难辨红绿，复印件则没有颜色。"),
    fix: Wording(
      "give one of them a hatch, a dash, another symbol, or a lighter or darker colour",
      zh: "为其中之一加晕线、改线型或符号，或拉开明暗"),
    trap: Wording(
      "Red and green of the same lightness are far apart to most and one colour to some; entries whose shapes differ may share a colour.",
      zh: "明度相同的红与绿，多数人看相差很大，有些人看是一色；形状不同的条目可以同色。"),
    limit: Wording(
      "CIEDE2000 difference under normal vision, protanopia, deuteranopia and tritanopia; limit 5 ΔE; entries told apart by shape, hatch, dash, width or symbol, or by the names that they bear on the map, are not compared",
      zh: "正常色觉及红、绿、蓝色盲下的 CIEDE2000 色差；限值 5 ΔE；以形状、晕线、线型、线宽、符号或图上名称区分的条目不比较"),
    source: Wording(
      "simulation: Machado, Oliveira and Fernandes 2009, severity 1.0; difference: CIEDE2000 (Sharma, Wu and Dalal 2005); the limit is ours",
      zh: "色觉模拟：Machado、Oliveira、Fernandes 2009，程度 1.0；色差：CIEDE2000（Sharma、Wu、Dalal 2005）；限值为本程序自定"),
    accepts: [
      LintExample(
        "a light and a dark area", zh: "一浅一深两个面",
        LintSheetDraft(legend: [
          LintSheetDraft.Entry(text: "甲", sample: [.plate(0, -1.5, 8, 3, 0xE0E8F0)]),
          LintSheetDraft.Entry(text: "乙", sample: [.plate(0, -1.5, 8, 3, 0x305080)]),
        ])),
      LintExample(
        "one colour, one of them hatched", zh: "同色，其一有晕线",
        LintSheetDraft(legend: [
          LintSheetDraft.Entry(text: "甲", sample: [.plate(0, -1.5, 8, 3, 0xE0E8F0)]),
          LintSheetDraft.Entry(
            text: "乙",
            sample: [
              .plate(0, -1.5, 8, 3, 0xE0E8F0),
              .box(
                PaperBox(x: 0, y: -1.5, width: 8, height: 3),
                fill: LinePattern("hatch-45-1.6-0.12").map { .pattern($0.pattern(in: Ink(rgb: 0))) }
              ),
            ]),
        ])),
      LintExample(
        "one colour, an area and a line", zh: "同色，一面一线",
        LintSheetDraft(legend: [
          LintSheetDraft.Entry(text: "甲", sample: [.plate(0, -1.5, 8, 3, 0x305080)]),
          LintSheetDraft.Entry(text: "乙", sample: [.stroke(0x305080, 0.6)]),
        ])),
      LintExample(
        "one colour, one line dashed", zh: "同色，其一为虚线",
        LintSheetDraft(legend: [
          LintSheetDraft.Entry(text: "甲", sample: [.stroke(0x305080, 0.6)]),
          LintSheetDraft.Entry(text: "乙", sample: [.stroke(0x305080, 0.6, dash: [2, 1])]),
        ])),
      LintExample(
        "one colour, a thin and a wide line", zh: "同色，一细一粗",
        LintSheetDraft(legend: [
          LintSheetDraft.Entry(text: "甲", sample: [.stroke(0x305080, 0.4)]),
          LintSheetDraft.Entry(text: "乙", sample: [.stroke(0x305080, 1)]),
        ])),
    ],
    flags: [
      LintExample(
        "the same area twice", zh: "两个相同的面", measures: ["0 ΔE"],
        LintSheetDraft(legend: [
          LintSheetDraft.Entry(text: "甲", sample: [.plate(0, -1.5, 8, 3, 0xE0E8F0)]),
          LintSheetDraft.Entry(text: "乙", sample: [.plate(0, -1.5, 8, 3, 0xE0E8F0)]),
        ])),
      LintExample(
        "a red and a green of one lightness", zh: "明度相同的红与绿", measures: ["3.26 ΔE"],
        LintSheetDraft(legend: [
          LintSheetDraft.Entry(text: "甲", sample: [.plate(0, -1.5, 8, 3, 0xC87137)]),
          LintSheetDraft.Entry(text: "乙", sample: [.plate(0, -1.5, 8, 3, 0x7B8B3C)]),
        ])),
      LintExample(
        "lines that are nearly of one width", zh: "线宽几乎相同的线", measures: ["0 ΔE"],
        LintSheetDraft(legend: [
          LintSheetDraft.Entry(text: "甲", sample: [.stroke(0x305080, 0.6)]),
          LintSheetDraft.Entry(text: "乙", sample: [.stroke(0x305080, 0.7)]),
        ])),
    ])

  static let limit = 5.0

  static func findings(in sheet: LintSheet) -> [LintFinding] {
    let looks = sheet.entries.indices.map { index -> SampleLook in
      let marks = sheet.marks.filter { $0.entry == index && $0.box != nil }
      guard let first = marks.first, let box = first.box else {
        return SampleLook(of: [], on: .white)
      }
      let ground = sheet.canvas.color(at: box.center, before: first.order)
      return SampleLook(of: marks, on: ground)
    }
    var findings: [LintFinding] = []
    let names = Set(sheet.labels.compactMap { $0[0].mark.feature })
    let texts = Set(sheet.labels.map { $0[0].whole })
    let isNamed = sheet.entries.map { sheet.isNamed($0, names, texts) }
    for i in looks.indices where !looks[i].isEmpty {
      for j in looks.indices where j > i && looks[i].hasShape(of: looks[j]) {
        if isNamed[i], isNamed[j] { continue }
        // One look for several members of a class is meant; for two classes it is not.
        let isMeant = sheet.entries[i].feature != nil || sheet.entries[j].feature != nil
        if isMeant, looks[i].difference(to: looks[j], for: .normal) < 1 { continue }
        let seen = ColorVision.allCases.map {
          (vision: $0, difference: looks[i].difference(to: looks[j], for: $0))
        }.min { $0.difference < $1.difference }
        guard let seen, seen.difference < limit else { continue }
        findings.append(finding(i, j, seen.vision, seen.difference, in: sheet))
      }
    }
    return findings
  }

  private static func finding(
    _ i: Int, _ j: Int, _ vision: ColorVision, _ difference: Double, in sheet: LintSheet
  ) -> LintFinding {
    let (a, b) = (sheet.entries[i], sheet.entries[j])
    let measure = Measure(difference, .colorDifference, limit: limit)
    let layers = [a.styleLayers.first, b.styleLayers.first].compactMap { $0 }
    return LintFinding(
      message: Wording(
        "the legend entries '\(a.text)' and '\(b.text)' are \(measure.text) apart to \(vision.title.english)",
        zh: "\(vision.title.chinese)下，图例条目“\(a.text)”与“\(b.text)”的色差为 \(measure.text)"),
      help: Wording(
        "give one of them a hatch, a dash, another symbol, or a lighter or darker colour",
        zh: "为其中之一加晕线、改线型或符号，或拉开明暗"),
      features: [a.feature, b.feature].compactMap { $0 },
      styleLayers: layers.count == 2 && layers[0] == layers[1] ? [layers[0]] : layers,
      box: sheet.box(ofEntry: i).union(sheet.box(ofEntry: j)), measure: measure)
  }
}

extension LintSheet {
  /// Whether everything that an entry stands for bears its name or number on the map, too.
  fileprivate func isNamed(_ entry: Entry, _ names: Set<String>, _ texts: Set<String>) -> Bool {
    if let feature = entry.feature { return names.contains(feature) || texts.contains(entry.text) }
    guard let layer = entry.styleLayers.first else { return false }
    let members = features.filter { $0.styleLayers.contains(layer) }
    return !members.isEmpty && members.allSatisfy { names.contains($0.id) }
  }
}

extension DrawItem {
  /// A line of an example's sample.
  static func stroke(_ rgb: UInt32, _ width: Double, dash: [Double] = []) -> DrawItem {
    .line(
      [PaperPoint(x: 0, y: 0), PaperPoint(x: 8, y: 0)],
      Stroke(ink: Ink(rgb: rgb), width: width, dash: dash))
  }
}
