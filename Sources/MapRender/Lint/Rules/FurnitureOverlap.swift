internal import Messages
internal import PlanFindings

/// M09: what stands around the maps keeps apart from itself, from the maps and from the edge.
enum FurnitureOverlap: LintRule {
  static let description = LintDescription(
    code: "M09",
    name: "furniture-overlap",
    summary: Wording(
      "A piece of the sheet's furniture lies over another or over a map, or text runs out of its box or off the sheet.",
      zh: "图廓整饰互相压盖或压住地图，或文字超出所在框或图幅。"),
    rationale: Wording(
      "Text across an edge looks like a fault of print, and what covers the map hides the plan.",
      zh: "文字压线像印刷事故，整饰压图则遮住规划内容。"),
    fix: Wording(
      "make the panel larger, shorten the text, or give the legend more columns",
      zh: "加大图例栏、缩短文字，或增加图例列数"),
    trap: Wording(
      "Text on a plate lies over it and is right: only text across the plate's edge is not, and names of an inset have a halo there.",
      zh: "文字在底板之内本来就压着底板，压住底板边缘才是错误；插图中的地名有描边，可压线。"),
    limit: Wording("millimetres over one another; limit 0.05 mm", zh: "相压的毫米数；限值 0.05 mm"),
    source: Wording("ink boxes of characters, as for M01", zh: "字符墨迹框，同 M01"),
    accepts: [
      LintExample(
        "text within a plate", zh: "文字在底板之内",
        LintSheetDraft(panel: [
          .plate(82, 16, 20, 6, 0xDDDDDD), .words("规划", x: 84, y: 20),
        ])),
      LintExample(
        "lines of text below one another", zh: "上下两行文字",
        LintSheetDraft(panel: [.words("规划", x: 84, y: 20), .words("规划", x: 84, y: 24)])),
      LintExample(
        "pieces side by side", zh: "并排的整饰",
        LintSheetDraft(panel: [.piece("scale", 82, 40, 10, 5), .piece("arrow", 93, 40, 10, 5)])),
    ],
    flags: [
      LintExample(
        "text that runs out of its plate", zh: "文字超出底板", measures: ["1 mm"],
        LintSheetDraft(panel: [
          .plate(82, 16, 7, 6, 0xDDDDDD), .words("规划", x: 84, y: 20),
        ])),
      LintExample(
        "text across a rule", zh: "文字压线", measures: ["1.14 mm"],
        LintSheetDraft(panel: [
          .words("规划", x: 84, y: 20),
          .line(
            [PaperPoint(x: 82, y: 18.5), PaperPoint(x: 116, y: 18.5)],
            Stroke(ink: Ink(rgb: 0), width: 0)),
        ])),
      LintExample(
        "two texts over one another", zh: "两段文字相压", measures: ["2.03 mm"],
        LintSheetDraft(panel: [.words("规划", x: 84, y: 20), .words("说明", x: 84, y: 21)])),
      LintExample(
        "text off the sheet", zh: "文字超出图幅", measures: ["2 mm"],
        LintSheetDraft(panel: [.words("规划", x: 115, y: 20)])),
      LintExample(
        "a scale bar over the north arrow", zh: "比例尺压住指北针", measures: ["4 mm"],
        LintSheetDraft(panel: [.piece("scale", 82, 40, 10, 5), .piece("arrow", 88, 40, 10, 5)])),
      LintExample(
        "a piece over the map", zh: "整饰压住地图", measures: ["5 mm"],
        LintSheetDraft(panel: [.piece("scale", 70, 40, 10, 5)])),
    ])

  private static let limit = 0.05

  static func findings(in sheet: LintSheet) -> [LintFinding] {
    texts(in: sheet) + edges(in: sheet) + pieces(in: sheet) + offMap(in: sheet)
  }

  private static func texts(in sheet: LintSheet) -> [LintFinding] {
    let texts = sheet.furnitureTexts
    return BoxPairs.of(texts.map(\.bounds)).compactMap { i, j in
      var depth = 0.0
      for a in texts[i].glyphs {
        for b in texts[j].glyphs { depth = max(depth, a.depth(in: b)) }
      }
      guard depth > limit else { return nil }
      let (a, b) = (texts[i].whole, texts[j].whole)
      return finding(
        Wording(
          "the text '\(a)' lies \(millimetres(depth)) over '\(b)'",
          zh: "文字“\(a)”与“\(b)”相压 \(millimetres(depth))"),
        texts[i].bounds.union(texts[j].bounds), depth)
    }
  }

  /// Text across the edges of shapes, and off the sheet.
  private static func edges(in sheet: LintSheet) -> [LintFinding] {
    let marks = sheet.marks.filter { $0.isFurniture && $0.box != nil }
    return sheet.furnitureTexts.filter { !$0.isSign && $0.halo == nil }.compactMap { text in
      let off = sheet.border.excess(of: text.bounds)
      if off > limit {
        return finding(
          Wording(
            "the text '\(text.whole)' runs \(millimetres(off)) beyond the sheet's border",
            zh: "文字“\(text.whole)”超出图廓 \(millimetres(off))"), text.bounds, off)
      }
      var depth = 0.0
      for mark in marks {
        guard let box = mark.box, box.overlaps(text.bounds) else { continue }
        for glyph in text.glyphs { depth = max(depth, mark.crossing(of: glyph)) }
      }
      guard depth > limit else { return nil }
      return finding(
        Wording(
          "the text '\(text.whole)' lies \(millimetres(depth)) across an edge",
          zh: "文字“\(text.whole)”压住边线 \(millimetres(depth))"), text.bounds, depth)
    }
  }

  private static func pieces(in sheet: LintSheet) -> [LintFinding] {
    let pieces = sheet.pieces.compactMap { piece in piece.box.map { (id: piece.id, box: $0) } }
    var findings = BoxPairs.of(pieces.map(\.box)).compactMap { i, j -> LintFinding? in
      let depth = GlyphBox(pieces[i].box).depth(in: GlyphBox(pieces[j].box))
      guard depth > limit else { return nil }
      let (a, b) = (pieces[i].id, pieces[j].id)
      return finding(
        Wording(
          "'\(a)' lies \(millimetres(depth)) over '\(b)'",
          zh: "“\(a)”与“\(b)”相压 \(millimetres(depth))"
        ), pieces[i].box.union(pieces[j].box), depth)
    }
    for piece in pieces {
      let off = sheet.border.excess(of: piece.box)
      guard off > limit else { continue }
      findings.append(
        finding(
          Wording(
            "'\(piece.id)' goes \(millimetres(off)) beyond the sheet's border",
            zh: "“\(piece.id)”超出图廓 \(millimetres(off))"), piece.box, off))
    }
    return findings
  }

  /// Shapes of the panel that cover a map.
  private static func offMap(in sheet: LintSheet) -> [LintFinding] {
    sheet.marks.compactMap { mark in
      guard mark.zone == .panel || mark.zone == .legend, let box = mark.reach else { return nil }
      let depth = sheet.maps.map { GlyphBox($0.frame).depth(in: GlyphBox(box)) }.max() ?? 0
      // The sheet's own frames go around the maps.
      guard depth > limit, !sheet.maps.contains(where: { box.contains($0.frame) }) else {
        return nil
      }
      return finding(
        Wording(
          "furniture lies \(millimetres(depth)) over a map", zh: "图廓整饰压住地图 \(millimetres(depth))"),
        box, depth)
    }
  }

  private static func finding(
    _ message: Wording, _ box: PaperBox, _ depth: Double
  ) -> LintFinding {
    LintFinding(
      message: message,
      help: Wording(
        "make the panel larger, shorten the text, or move one of them", zh: "加大图例栏、缩短文字，或移动其中之一"),
      box: box, measure: Measure(depth, .millimetres, limit: limit))
  }
}

extension DrawItem {
  /// A piece of an example's panel.
  static func piece(
    _ id: String, _ x: Double, _ y: Double, _ width: Double, _ height: Double
  ) -> DrawItem {
    .group(DrawItem.Group(tag: Tag(id: id), items: [.plate(x, y, width, height, 0)]))
  }
}
