/// A finished sheet as the rules look at it: what is drawn, what the legend explains, what the maps show.
final class LintSheet {
  /// A map frame.
  struct Map {
    let id: String
    let frame: PaperBox
  }

  /// A feature of the plan that a map shows or should show.
  struct Feature {
    let id: String
    let name: String
    /// The map that it is on.
    let map: String
    /// The layers of the style that draw it, other than its name.
    var styleLayers: [String]
    /// The box around all of it on the plane of the paper, also where that lies outside the frame.
    let extent: PaperBox?
    /// Whether the sheet says that all of it is shown: it belongs to the sheet's extent.
    var isPromised = false
    /// Whether the sheet lists it by name or number, and so must show some of it.
    var isListed = false
  }

  /// A legend entry.
  struct Entry {
    let text: String
    /// The feature that it is about; `nil` for a class.
    let feature: String?
    /// The layers whose look it explains; the first is its own.
    let styleLayers: [String]
    /// Whether what it explains has a place; entries of what has none say so.
    let isLocated: Bool
    /// How many features it stands for on the maps.
    let count: Int
  }

  /// A name that found no place.
  struct Unplaced {
    let feature: String
    /// The layer of the style that asks for it.
    let styleLayer: String
    let text: String
    let reason: LabelStatistics.Reason
    /// The box around what it belongs to.
    let extent: PaperBox?
    let map: String
  }

  /// A text, and what it belongs to.
  struct Text {
    let run: TextRun
    let mark: LintMark
    /// Texts of one name share a number; other texts have none.
    let label: Int?
    let glyphs: [GlyphBox]
    let bounds: PaperBox
    /// How wide the light edge around it is.
    var halo: Double?
    /// What is drawn below it counts up to here.
    var order: Int { mark.order }
    /// The text as a reader finds it: the whole name.
    let whole: String
    /// Whether it repeats in letters the name in hanzi above it.
    var isGloss: Bool {
      guard case .label(let label) = mark.item else { return false }
      return label.tag.id.hasSuffix(Label.glossMark)
    }
    /// Whether it is a sign within a symbol, such as a question mark in a disc, and not read as text.
    var isSign = false
  }

  let id: String
  let size: (width: Double, height: Double)
  /// Everything but bleed and crop marks lies within.
  let border: PaperBox
  let maps: [Map]
  let features: [Feature]
  let entries: [Entry]
  let unplaced: [Unplaced]
  let marks: [LintMark]
  let pieces: [LintPiece]
  /// All text of the sheet but that of halos.
  let texts: [Text]
  /// How far each text stands out; the same for the rule and for the statistics.
  private(set) lazy var contrasts = texts.map { TextContrast.lowest(of: $0, in: self) }
  private(set) lazy var canvas = LintCanvas(marks, size: size)

  init(
    id: String, page: SheetPage, border: PaperBox, maps: [Map], features: [Feature],
    entries: [Entry], unplaced: [Unplaced]
  ) {
    (self.id, size, self.border, self.maps) = (id, page.size, border, maps)
    (self.features, self.entries, self.unplaced) = (features, entries, unplaced)
    let taken = LintMarks(page.items)
    (marks, pieces) = (taken.marks, taken.pieces)
    texts = Self.texts(of: taken.marks)
  }

  private struct HaloKey: Hashable {
    let text: String
    let at: PaperPoint
    let rotation: Double
  }

  private static func texts(of marks: [LintMark]) -> [Text] {
    var halos: [HaloKey: Double] = [:]
    for mark in marks {
      guard case .halo(let run, let width) = mark.item else { continue }
      halos[HaloKey(text: run.text, at: run.at, rotation: run.rotation)] = width
    }
    var result: [Text] = []
    var labels = 0
    func add(_ run: TextRun, _ mark: LintMark, label: Int?, whole: String) {
      let glyphs = GlyphBox.boxes(of: run)
      guard let bounds = PaperBox(glyphs.flatMap(\.corners)) else { return }
      result.append(
        Text(
          run: run, mark: mark, label: label, glyphs: glyphs, bounds: bounds,
          halo: halos[HaloKey(text: run.text, at: run.at, rotation: run.rotation)], whole: whole))
    }
    for (index, mark) in marks.enumerated() {
      switch mark.item {
      case .text(let run, _):
        add(run, mark, label: nil, whole: run.text)
        guard let last = result.last, last.mark.order == mark.order, index > 0 else { continue }
        if case .circle(let center, let radius, _, _, _) = marks[index - 1].item {
          result[result.count - 1].isSign = last.glyphs.flatMap(\.corners)
            .allSatisfy { center.distance(to: $0) <= radius }
        }
      case .label(let label):
        for run in label.runs { add(run, mark, label: labels, whole: label.text) }
        labels += 1
      case .path, .circle, .symbol, .halo, .group: break
      }
    }
    return result
  }

  /// The names of the maps, each with its pieces.
  private(set) lazy var labels: [[Text]] = {
    var result: [[Text]] = []
    for text in texts {
      guard let label = text.label else { continue }
      while result.count <= label { result.append([]) }
      result[label].append(text)
    }
    return result.filter { !$0.isEmpty }
  }()

  /// Texts that stand around the maps.
  var furnitureTexts: [Text] { texts.filter(\.mark.isFurniture) }
}

/// Pairs of boxes that lie over one another, without asking each about every other.
enum BoxPairs {
  /// Pairs of indices, the lower first, in order.
  static func of(_ boxes: [PaperBox]) -> [(Int, Int)] {
    let order = boxes.indices.sorted { (boxes[$0].minX, $0) < (boxes[$1].minX, $1) }
    var pairs: [(Int, Int)] = []
    var open: [Int] = []
    for index in order {
      open.removeAll { boxes[$0].maxX <= boxes[index].minX }
      for other in open where boxes[other].overlaps(boxes[index]) {
        pairs.append((min(other, index), max(other, index)))
      }
      open.append(index)
    }
    return pairs.sorted { $0 < $1 }
  }
}
