/// A small sheet for an example: 120 mm × 80 mm, a map frame at the left, a panel at the right.
struct LintSheetDraft: Sendable {
  /// What the map shows, below the names.
  var map: [DrawItem] = []
  var names: [DrawItem] = []
  /// What stands in the panel.
  var panel: [DrawItem] = []
  /// The legend's entries and their samples.
  var legend: [Entry] = []
  var features: [Feature] = []
  var unplaced: [String] = []

  /// A legend entry of an example.
  struct Entry: Sendable {
    let text: String
    let sample: [DrawItem]
    var styleLayer = "layer"
    /// How many features it stands for.
    var count = 1
    var isLocated = true
  }

  /// A feature of an example.
  struct Feature: Sendable {
    let id: String
    var styleLayers = ["layer"]
    let extent: PaperBox
    var isPromised = false
    var isListed = false
  }

  static let size = (width: 120.0, height: 80.0)
  static let frame = PaperBox(x: 5, y: 5, width: 70, height: 70)
  static let panelBox = PaperBox(x: 80, y: 2, width: 38, height: 76)

  /// Where an example's legend entries stand.
  private static func place(of index: Int) -> PaperPoint {
    PaperPoint(x: 84, y: 8 + 6 * Double(index))
  }

  var sheet: LintSheet {
    var legendItems: [DrawItem] = []
    for (index, entry) in legend.enumerated() {
      let place = Self.place(of: index)
      let text = TextRun(
        text: entry.text, at: place.moved(10, 1), size: 3, face: .sansRegular, ink: .black)
      let tag = Tag(classes: "legend-entry", layer: entry.styleLayer)
      let sample = entry.sample.map { $0.moved(place.x, place.y) }
      legendItems.append(
        .group(DrawItem.Group(tag: tag, items: sample + [.text(text, tag: nil)])))
    }
    let page = SheetPage(
      size: Self.size, title: "", description: "", languageTag: "en", maps: [],
      items: [
        .box(PaperBox(x: 0, y: 0, width: Self.size.width, height: Self.size.height), fill: .white),
        .group(DrawItem.Group(tag: Tag(id: "map-body"), clip: Self.frame, items: map)),
        .group(DrawItem.Group(tag: Tag(id: "labels-body"), items: names)),
        .group(
          DrawItem.Group(
            tag: Tag(id: "furniture"),
            items: panel + [
              .group(DrawItem.Group(tag: Tag(id: "legend"), items: legendItems))
            ])),
      ])
    return LintSheet(
      id: "sheet", page: page, border: PaperBox(x: 0, y: 0, width: 120, height: 80).grown(by: -1),
      maps: [LintSheet.Map(id: "map", frame: Self.frame)],
      features: features.map {
        LintSheet.Feature(
          id: $0.id, name: $0.id, map: "map", styleLayers: $0.styleLayers, extent: $0.extent,
          isPromised: $0.isPromised, isListed: $0.isListed)
      },
      entries: legend.map {
        LintSheet.Entry(
          text: $0.text, feature: nil, styleLayers: [$0.styleLayer], isLocated: $0.isLocated,
          count: $0.count)
      },
      unplaced: unplaced.map {
        LintSheet.Unplaced(
          feature: $0, styleLayer: "names", text: $0, reason: .crowded, extent: Self.frame,
          map: "map")
      })
  }
}

extension DrawItem {
  /// A name of an example, its baseline beginning at a point.
  static func name(
    _ text: String, x: Double, y: Double, size: Double = 4, rotation: Double = 0,
    ink: Ink = Ink(rgb: 0)
  ) -> DrawItem {
    let run = TextRun(
      text: text, at: PaperPoint(x: x, y: y), size: size, face: .sansRegular, ink: ink,
      rotation: rotation)
    return .label(Label(text: text, runs: [run], tag: Tag(feature: text)))
  }

  /// A name in letters below the same name in hanzi.
  static func gloss(_ text: String, x: Double, y: Double, size: Double) -> DrawItem {
    guard case .label(var label) = name(text, x: x, y: y, size: size) else {
      return .group(.init(items: []))
    }
    label.tag.id = "\(text)\(Label.glossMark)"
    return .label(label)
  }

  /// The light edge of such a name.
  static func edge(
    _ text: String, x: Double, y: Double, size: Double = 4, ink: Ink, width: Double = 1
  ) -> DrawItem {
    .halo(
      TextRun(
        text: text, at: PaperPoint(x: x, y: y), size: size, face: .sansRegular, ink: ink),
      width: width)
  }

  /// A text of an example's panel.
  static func words(
    _ text: String, x: Double, y: Double, size: Double = 3, ink: Ink = Ink(rgb: 0),
    face: FontFace = .sansRegular
  ) -> DrawItem {
    .text(
      TextRun(text: text, at: PaperPoint(x: x, y: y), size: size, face: face, ink: ink), tag: nil)
  }

  /// A filled box.
  static func plate(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ rgb: UInt32,
    opacity: Double = 1
  ) -> DrawItem {
    .box(
      PaperBox(x: x, y: y, width: width, height: height),
      fill: .ink(Ink(rgb: rgb, opacity: opacity)))
  }

  /// The item moved by some millimetres.
  func moved(_ dx: Double, _ dy: Double) -> DrawItem {
    switch self {
    case .path(let lines, let isClosed, let fill, let stroke, let tag):
      .path(
        lines.map { $0.map { $0.moved(dx, dy) } }, isClosed: isClosed, fill: fill, stroke: stroke,
        tag: tag)
    case .circle(let center, let radius, let fill, let stroke, let tag):
      .circle(center.moved(dx, dy), radius: radius, fill: fill, stroke: stroke, tag: tag)
    case .symbol(var use):
      {
        use.at = use.at.moved(dx, dy); return .symbol(use)
      }()
    case .text(let run, let tag): .text(run.moved(dx, dy), tag: tag)
    case .halo(let run, let width): .halo(run.moved(dx, dy), width: width)
    case .label(var label):
      {
        label.runs = label.runs.map { $0.moved(dx, dy) }; return .label(label)
      }()
    case .group(var group):
      {
        group.items = DrawItems(group.items.map { $0.moved(dx, dy) }); return .group(group)
      }()
    }
  }
}

extension TextRun {
  fileprivate func moved(_ dx: Double, _ dy: Double) -> TextRun {
    var run = self
    run.at = at.moved(dx, dy)
    return run
  }
}
