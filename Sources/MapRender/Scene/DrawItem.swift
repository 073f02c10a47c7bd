/// A colour as ink on paper.
struct Ink: Hashable, Sendable {
  /// Red, green and blue, a byte each.
  var rgb: UInt32
  /// From 0, invisible, to 1.
  var opacity: Double = 1
  /// What the ink is for, where the sheet and not its style draws with it.
  var role: Role?

  func faded(_ factor: Double) -> Ink { Ink(rgb: rgb, opacity: opacity * factor, role: role) }
}

/// How a line is drawn; lengths in millimetres.
struct Stroke: Hashable, Sendable {
  enum Cap: String, Sendable { case butt, round, square }
  enum Join: String, Sendable { case miter, round, bevel }

  var ink: Ink
  var width: Double
  var dash: [Double] = []
  var cap = Cap.butt
  var join = Join.round
  /// How far a mitre may reach, as a multiple of the width, before it is cut off.
  var miterLimit = 4.0
}

/// What a drawn thing stands for, as it is written into the file.
struct Tag: Hashable, Sendable {
  /// The XML id; empty for none.
  var id = ""
  /// The classes, such as `feature`.
  var classes = ""
  /// The id of the plan's feature.
  var feature: String?
  /// The plan's layer.
  var layer: String?
  /// What a viewer shows when the pointer rests on it.
  var title: String?
}

/// One run of text on one baseline.
struct TextRun: Hashable, Sendable {
  enum Anchor: String, Sendable { case start, middle, end }

  var text: String
  /// The point on the baseline that `anchor` names.
  var at: PaperPoint
  /// The size of an em in millimetres.
  var size: Double
  var face: FontFace
  var ink: Ink
  var anchor = Anchor.start
  /// Degrees clockwise.
  var rotation = 0.0
  /// Degrees by which upright strokes lean to the left.
  var slant = 0.0
  /// Space added after each character, in ems.
  var spacing = 0.0

  /// The width in millimetres.
  var width: Double {
    face.width(of: text) * size + spacing * size * Double(max(0, text.count - 1))
  }
}

/// A name in its place on the map.
struct Label: Hashable, Sendable {
  /// What the id of a name in the other language ends in, which stands below the first.
  static let glossMark = "-below"

  /// The whole text, as a reader is to find it.
  var text: String
  /// The text as it is drawn: whole lines, or the pieces one by one where the name follows a curve.
  var runs: [TextRun]
  /// The line that the baselines of the pieces follow; `nil` for flat text.
  var curve: [PaperPoint]?
  /// Whether characters stand upright whichever way the curve runs.
  var isUpright = false
  var tag: Tag
}

/// What a sheet is made of: a short list that any writer can draw.
indirect enum DrawItem: Hashable, Sendable {
  /// Open lines or, when `isClosed`, areas filled by the even-odd rule.
  case path(
    [[PaperPoint]], isClosed: Bool, fill: Paint?, stroke: Stroke?, tag: Tag?)
  case circle(PaperPoint, radius: Double, fill: Paint?, stroke: Stroke?, tag: Tag?)
  /// A symbol drawn from a file.
  case symbol(SymbolUse)
  /// Text that names nothing on the map, such as titles and legends.
  case text(TextRun, tag: Tag?)
  /// The name of something on the map.
  case label(Label)
  /// Text drawn as its outline only, below the text itself.
  case halo(TextRun, width: Double)
  case group(Group)

  struct Group: Hashable, Sendable {
    var tag: Tag
    /// The name of an editor's layer; `nil` for a plain group.
    var layerName: String?
    /// Nothing outside the box is drawn.
    var clip: PaperBox?
    var opacity: Double
    /// Whether the items may be drawn in inks of the sheet and not only in those of its style.
    var hasSheetInks: Bool
    var items: DrawItems

    init(
      tag: Tag = Tag(), layerName: String? = nil, clip: PaperBox? = nil, opacity: Double = 1,
      hasSheetInks: Bool = true, items: DrawItems
    ) {
      (self.tag, self.layerName, self.clip, self.opacity) = (tag, layerName, clip, opacity)
      (self.hasSheetInks, self.items) = (hasSheetInks, items)
    }

    init(
      tag: Tag = Tag(), layerName: String? = nil, clip: PaperBox? = nil, opacity: Double = 1,
      hasSheetInks: Bool = true, items: [DrawItem]
    ) {
      self.init(
        tag: tag, layerName: layerName, clip: clip, opacity: opacity, hasSheetInks: hasSheetInks,
        items: DrawItems(items))
    }
  }
}

extension DrawItem {
  static func line(_ points: [PaperPoint], _ stroke: Stroke) -> DrawItem {
    .path([points], isClosed: false, fill: nil, stroke: stroke, tag: nil)
  }

  static func area(_ points: [PaperPoint], fill: Paint?, stroke: Stroke? = nil) -> DrawItem {
    .path([points], isClosed: true, fill: fill, stroke: stroke, tag: nil)
  }

  static func box(_ box: PaperBox, fill: Paint?, stroke: Stroke? = nil) -> DrawItem {
    .path([box.ring], isClosed: true, fill: fill, stroke: stroke, tag: nil)
  }
}
