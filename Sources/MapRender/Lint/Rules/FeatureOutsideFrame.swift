internal import Messages
internal import PlanFindings

/// M08: what the sheet is about lies within its map frame.
enum FeatureOutsideFrame: LintRule {
  static let description = LintDescription(
    code: "M08",
    name: "feature-outside-frame",
    summary: Wording(
      "A feature that the sheet lists lies outside the map frame, or one that it is about is cut off.",
      zh: "图纸所列要素落在图框外，或图纸主题要素被图框截断。"),
    rationale: Wording(
      "What is not on the sheet is taken not to be planned.", zh: "图上没有的，会被当作没有规划。"),
    fix: Wording(
      "take a smaller scale, a larger paper or a wider extent", zh: "缩小比例尺、加大图幅或放宽范围"),
    trap: Wording(
      "A railway that goes on to the next city is cut off by every frame, and rightly.",
      zh: "通往邻市的铁路必然被图框截断，不是错误。"),
    limit: Wording("millimetres beyond the frame; limit 0.1 mm", zh: "超出图框的毫米数；限值 0.1 mm"),
    source: Wording(
      "the sheet's 'extent' and 'numbered' keys, and its legend", zh: "图纸的 extent、numbered 键与图例"),
    accepts: [
      LintExample(
        "a feature of the extent within the frame", zh: "范围要素在图框内",
        LintSheetDraft(features: [
          LintSheetDraft.Feature(
            id: "zone", extent: PaperBox(x: 10, y: 10, width: 50, height: 50), isPromised: true)
        ])),
      LintExample(
        "a railway that goes on", zh: "延伸出图框的铁路",
        LintSheetDraft(features: [
          LintSheetDraft.Feature(id: "rail", extent: PaperBox(x: -50, y: 30, width: 300, height: 1))
        ])),
      LintExample(
        "a listed road that is partly seen", zh: "列入图例的道路部分可见",
        LintSheetDraft(features: [
          LintSheetDraft.Feature(
            id: "road", extent: PaperBox(x: 60, y: 30, width: 300, height: 1), isListed: true)
        ])),
    ],
    flags: [
      LintExample(
        "an extent that is cut off", zh: "范围要素被截断", measures: ["5 mm"],
        LintSheetDraft(features: [
          LintSheetDraft.Feature(
            id: "zone", extent: PaperBox(x: 10, y: 10, width: 70, height: 50), isPromised: true)
        ])),
      LintExample(
        "a listed feature outside", zh: "列入图例的要素在图框外", measures: ["15 mm"],
        LintSheetDraft(features: [
          LintSheetDraft.Feature(
            id: "park", extent: PaperBox(x: 85, y: 10, width: 5, height: 5), isListed: true)
        ])),
      LintExample(
        "a symbol that the frame cuts through", zh: "符号被图框切断", measures: ["1 mm"],
        LintSheetDraft(map: [
          .group(
            DrawItem.Group(
              tag: Tag(classes: "feature", feature: "station"),
              items: [
                .circle(
                  PaperPoint(x: 74, y: 30), radius: 2, fill: .ink(Ink(rgb: 0)), stroke: nil,
                  tag: nil)
              ]))
        ])),
    ])

  private static let limit = 0.1

  static func findings(in sheet: LintSheet) -> [LintFinding] {
    sheet.features.compactMap { feature in
      guard let extent = feature.extent,
        let frame = sheet.maps.first(where: { $0.id == feature.map })?.frame
      else { return nil }
      let beyond = frame.excess(of: extent)
      guard beyond > limit else { return nil }
      if !frame.overlaps(extent), feature.isListed || feature.isPromised {
        return finding(
          Wording(
            "'\(feature.name)' lies outside the map frame", zh: "“\(feature.name)”在图框之外"),
          feature.id, sheet.visible(extent, on: feature.map), beyond)
      }
      guard feature.isPromised else { return nil }
      return finding(
        Wording(
          "'\(feature.name)' goes \(millimetres(beyond)) beyond the map frame",
          zh: "“\(feature.name)”超出图框 \(millimetres(beyond))"),
        feature.id, sheet.visible(extent, on: feature.map), beyond)
    } + symbols(in: sheet)
  }

  /// Symbols of points that the frame cuts through.
  private static func symbols(in sheet: LintSheet) -> [LintFinding] {
    sheet.marks.compactMap { mark in
      guard mark.zone == .map, let feature = mark.feature, let clip = mark.clip, let box = mark.box
      else { return nil }
      switch mark.item {
      case .circle, .symbol: break
      case .path, .text, .label, .halo, .group: return nil
      }
      let cut = clip.excess(of: box)
      guard cut > limit, clip.overlaps(box), clip.contains(box.center) else { return nil }
      let name = sheet.features.first { $0.id == feature }?.name ?? feature
      return finding(
        Wording(
          "the symbol of '\(name)' is cut off by the map frame",
          zh: "“\(name)”的符号被图框切断"), feature, box, cut)
    }
  }

  private static func finding(
    _ message: Wording, _ feature: String, _ box: PaperBox, _ beyond: Double
  ) -> LintFinding {
    LintFinding(
      message: message,
      help: Wording(
        "take a smaller scale, a larger paper or a wider extent", zh: "缩小比例尺、加大图幅或放宽范围"),
      features: [feature], box: box,
      measure: Measure(beyond, .millimetres, limit: limit))
  }
}

extension PaperBox {
  /// How far another box reaches beyond this one, in millimetres; 0 where it does not.
  func excess(of other: PaperBox) -> Double {
    max(0, minX - other.minX, minY - other.minY, other.maxX - maxX, other.maxY - maxY)
  }
}
