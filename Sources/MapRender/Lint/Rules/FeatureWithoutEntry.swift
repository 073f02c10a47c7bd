internal import Messages
internal import PlanFindings

/// M07: the legend explains everything that the maps show.
enum FeatureWithoutEntry: LintRule {
  static let description = LintDescription(
    code: "M07",
    name: "feature-without-legend-entry",
    summary: Wording(
      "Features are drawn in a way that the legend does not explain.", zh: "图上要素的画法没有图例说明。"),
    rationale: Wording(
      "A symbol without an entry means whatever a reader guesses.", zh: "没有图例的符号，只能由读者猜测。"),
    fix: Wording(
      "give the layer gxq:legend, or name it in gxq:legend-with of the layer that it goes with",
      zh: "为图层写 gxq:legend，或在主图层的 gxq:legend-with 中列出"),
    trap: Wording(
      "A casing needs no entry of its own: the entry of the road that it belongs to shows both.",
      zh: "道路的描边不必另列条目：道路的条目已一并画出。"),
    limit: Wording("entries per feature drawn; limit 1", zh: "每个要素对应的条目数；限值 1"),
    source: Wording(
      "CJJ/T 97-2003: a legend explains the symbols that the sheet shows",
      zh: "CJJ/T 97-2003：图例说明图中所用的图形、符号和线条"),
    accepts: [
      LintExample(
        "a feature and its entry", zh: "要素有条目",
        LintSheetDraft(
          legend: [LintSheetDraft.Entry(text: "河", sample: [], styleLayer: "rivers")],
          features: [
            LintSheetDraft.Feature(
              id: "a", styleLayers: ["rivers"], extent: PaperBox(x: 10, y: 10, width: 5, height: 5))
          ])),
      LintExample(
        "a feature of two layers, one of which is explained", zh: "两个图层绘制的要素，其一有条目",
        LintSheetDraft(
          legend: [LintSheetDraft.Entry(text: "路", sample: [], styleLayer: "roads")],
          features: [
            LintSheetDraft.Feature(
              id: "a", styleLayers: ["casings", "roads"],
              extent: PaperBox(x: 10, y: 10, width: 5, height: 5))
          ])),
    ],
    flags: [
      LintExample(
        "a feature of a layer without an entry", zh: "图层没有条目", measures: ["0"],
        LintSheetDraft(features: [
          LintSheetDraft.Feature(
            id: "a", styleLayers: ["rivers"], extent: PaperBox(x: 10, y: 10, width: 5, height: 5))
        ])),
      LintExample(
        "two features, one finding for the layer", zh: "两个要素，按图层报告一项", measures: ["0"],
        LintSheetDraft(features: [
          LintSheetDraft.Feature(
            id: "a", styleLayers: ["rivers"], extent: PaperBox(x: 10, y: 10, width: 5, height: 5)),
          LintSheetDraft.Feature(
            id: "b", styleLayers: ["rivers"], extent: PaperBox(x: 20, y: 10, width: 5, height: 5)),
        ])),
    ])

  static func findings(in sheet: LintSheet) -> [LintFinding] {
    let explained = Set(sheet.entries.flatMap(\.styleLayers))
    var bare: [(layers: [String], features: [LintSheet.Feature])] = []
    for feature in sheet.features where !feature.styleLayers.isEmpty {
      guard explained.isDisjoint(with: feature.styleLayers) else { continue }
      if let index = bare.firstIndex(where: { $0.layers == feature.styleLayers }) {
        bare[index].features.append(feature)
      } else {
        bare.append((feature.styleLayers, [feature]))
      }
    }
    return bare.map { layers, features in
      let count = Set(features.map(\.id)).count
      let first = features[0]
      let layer = layers.joined(separator: ", ")
      return LintFinding(
        message: Wording(
          count == 1
            ? "'\(first.name)' is drawn by layer '\(layer)', which the legend does not explain"
            : "\(count) features, '\(first.name)' first, are drawn by layer '\(layer)', which the legend does not explain",
          zh: count == 1
            ? "“\(first.name)”由图层“\(layer)”绘制，图例没有说明"
            : "“\(first.name)”等 \(count) 个要素由图层“\(layer)”绘制，图例没有说明"),
        help: Wording(
          "give the layer gxq:legend, or name it in the gxq:legend-with of another",
          zh: "为该图层写 gxq:legend，或在其他图层的 gxq:legend-with 中列出"),
        features: [first.id], styleLayers: layers,
        box: first.extent.map { sheet.visible($0, on: first.map) } ?? sheet.border,
        measure: Measure(0, .features, limit: 1))
    }
  }
}

extension LintSheet {
  /// The part of a box within its map's frame; the frame where there is none.
  func visible(_ box: PaperBox, on map: String) -> PaperBox {
    guard let frame = maps.first(where: { $0.id == map })?.frame else { return box }
    guard frame.overlaps(box) else { return frame }
    return PaperBox(
      minX: max(box.minX, frame.minX), minY: max(box.minY, frame.minY),
      maxX: min(box.maxX, frame.maxX), maxY: min(box.maxY, frame.maxY))
  }
}
