internal import Messages
internal import PlanFindings

/// M01: no name of a map lies over another, over what stands around the maps, or under a leader.
enum LabelOverlap: LintRule {
  static let description = LintDescription(
    code: "M01",
    name: "label-overlap",
    summary: Wording(
      "A name lies over another name, over a leader line, or over the sheet's furniture.",
      zh: "注记压住其他注记、引线或图廓整饰。"),
    rationale: Wording(
      "Two names over one another can be read as neither.", zh: "两个注记叠在一起，哪一个都读不出。"),
    fix: Wording(
      "give the label more places, a smaller size or a lower priority in the style",
      zh: "在样式中为注记放宽位置、减小字号或降低优先级"),
    trap: Wording(
      "A name along a river is turned character by character: boxes parallel to the sheet say that it covers what it does not.",
      zh: "沿河注记逐字转动，用平行于图廓的外框判断，会把没有压盖的判为压盖。"),
    limit: Wording(
      "ink boxes of characters, turned as they are; halos may touch; limit 0.02 mm",
      zh: "以逐字转动的墨迹框判断，描边可以相接；限值 0.02 mm"),
    source: Wording(
      "ink heights measured on Noto Sans CJK and Noto Serif CJK; the separating-axis theorem",
      zh: "墨迹高度按思源黑体、思源宋体实测；分离轴定理"),
    accepts: [
      LintExample(
        "names side by side", zh: "并排的注记",
        LintSheetDraft(names: [.name("甲", x: 20, y: 30), .name("乙", x: 24.5, y: 30)])),
      LintExample(
        "turned names whose upright boxes cross and whose ink does not", zh: "转动的注记，外接正框相交而墨迹不相交",
        LintSheetDraft(names: [
          .name("滨河大道", x: 20, y: 30, rotation: 40),
          .name("滨河大道", x: 26, y: 25, rotation: 40),
        ])),
      LintExample(
        "light edges that touch", zh: "描边相接",
        LintSheetDraft(names: [
          .edge("甲", x: 20, y: 30, ink: Ink(rgb: 0xFFFFFF), width: 2),
          .edge("乙", x: 24.5, y: 30, ink: Ink(rgb: 0xFFFFFF), width: 2),
          .name("甲", x: 20, y: 30), .name("乙", x: 24.5, y: 30),
        ])),
      LintExample(
        "low letters below a tall name", zh: "小写字母与上方注记",
        LintSheetDraft(names: [.name("甲", x: 20, y: 30), .name("nemo", x: 20, y: 33.2)])),
    ],
    flags: [
      LintExample(
        "a name over another", zh: "注记相压", measures: ["3.04 mm"],
        LintSheetDraft(names: [.name("甲", x: 20, y: 30), .name("乙", x: 20, y: 31)])),
      LintExample(
        "a turned name through a flat one", zh: "转动的注记穿过水平注记", measures: ["3.98 mm"],
        LintSheetDraft(names: [
          .name("滨河大道", x: 20, y: 30), .name("滨河大道", x: 20, y: 25, rotation: 40),
        ])),
      LintExample(
        "a name over the frame of a plate", zh: "注记压住图廓上的标牌", measures: ["2 mm"],
        LintSheetDraft(
          names: [.name("甲", x: 20, y: 30)], panel: [.plate(22, 20, 10, 20, 0xEEEEEE)])),
      LintExample(
        "a leader through a name", zh: "引线穿过注记", measures: ["4 mm"],
        LintSheetDraft(names: [
          .group(
            DrawItem.Group(
              tag: Tag(classes: "leaders"),
              items: [
                .line(
                  [PaperPoint(x: 10, y: 28), PaperPoint(x: 40, y: 28)],
                  Stroke(ink: Ink(rgb: 0), width: 0.2))
              ])),
          .name("甲", x: 20, y: 30),
        ])),
    ])

  /// What rounding to hundredths of a millimetre can add up to.
  private static let limit = 0.02

  static func findings(in sheet: LintSheet) -> [LintFinding] {
    names(in: sheet) + leaders(in: sheet) + furniture(in: sheet)
  }

  private static func names(in sheet: LintSheet) -> [LintFinding] {
    let labels = sheet.labels
    let boxes = labels.compactMap { PaperBox($0.flatMap { $0.glyphs.flatMap(\.corners) }) }
    guard boxes.count == labels.count else { return [] }
    return BoxPairs.of(boxes).compactMap { i, j in
      let glyphs = (labels[i].flatMap(\.glyphs), labels[j].flatMap(\.glyphs))
      var deepest: (depth: Double, box: PaperBox)?
      for a in glyphs.0 {
        for b in glyphs.1 {
          let depth = a.depth(in: b)
          guard depth > limit, depth > deepest?.depth ?? 0 else { continue }
          deepest = (depth, a.bounds.union(b.bounds))
        }
      }
      guard let deepest else { return nil }
      let (a, b) = (labels[i][0], labels[j][0])
      return LintFinding(
        message: Wording(
          "the name '\(a.whole)' lies \(millimetres(deepest.depth)) over '\(b.whole)'",
          zh: "注记“\(a.whole)”与“\(b.whole)”相压 \(millimetres(deepest.depth))"),
        help: help, features: [a, b].compactMap(\.mark.feature), box: deepest.box,
        measure: Measure(deepest.depth, .millimetres, limit: limit))
    }
  }

  private static func leaders(in sheet: LintSheet) -> [LintFinding] {
    sheet.marks.filter(\.isLeader).flatMap { mark -> [LintFinding] in
      guard case .path(let lines, _, _, let stroke?, _) = mark.item, let box = mark.box,
        // Below each leader lies a wider light line that parts it from the ground.
        stroke.width < 0.5
      else { return [] }
      return sheet.labels.compactMap { label in
        var length = 0.0
        for text in label where text.bounds.overlaps(box) {
          for glyph in text.glyphs {
            for line in lines {
              for (a, b) in zip(line, line.dropFirst()) { length += glyph.lengthInside(a, b) }
            }
          }
        }
        guard length > limit, let bounds = PaperBox(label.flatMap { $0.bounds.ring }) else {
          return nil
        }
        let name = label[0].whole
        return LintFinding(
          message: Wording(
            "a leader line runs through the name '\(name)' for \(millimetres(length))",
            zh: "引线穿过注记“\(name)” \(millimetres(length))"),
          help: help, features: [label[0].mark.feature].compactMap { $0 }, box: bounds,
          measure: Measure(length, .millimetres, limit: limit))
      }
    }
  }

  private static func furniture(in sheet: LintSheet) -> [LintFinding] {
    let marks = sheet.marks.filter(\.isFurniture)
    let boxes = marks.map(\.reach)
    return sheet.labels.compactMap { label in
      var deepest: (depth: Double, box: PaperBox)?
      for text in label {
        for (mark, box) in zip(marks, boxes) {
          guard let box, box.overlaps(text.bounds) else { continue }
          for glyph in text.glyphs {
            let depth = mark.depth(of: glyph)
            guard depth > limit, depth > deepest?.depth ?? 0 else { continue }
            deepest = (depth, glyph.bounds)
          }
        }
      }
      guard let deepest, let first = label.first else { return nil }
      return LintFinding(
        message: Wording(
          "the name '\(first.whole)' lies \(millimetres(deepest.depth)) over the sheet's furniture",
          zh: "注记“\(first.whole)”压住图廓整饰 \(millimetres(deepest.depth))"),
        help: Wording("move the furniture off the map, or the name", zh: "把整饰移出地图，或移动注记"),
        features: [first.mark.feature].compactMap { $0 }, box: deepest.box,
        measure: Measure(deepest.depth, .millimetres, limit: limit))
    }
  }

  private static let help = Wording(
    "give one of them more places, a smaller size or a lower priority in the style",
    zh: "在样式中为其中之一放宽位置、减小字号或降低优先级")
}

/// Millimetres in a message.
func millimetres(_ value: Double) -> String { Measure(value, .millimetres).text }
