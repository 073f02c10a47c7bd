/// A name that is to stand on the map, and how it is to look.
struct LabelRequest: Sendable {
  /// What the name belongs to.
  enum Place: Sendable {
    /// One of some points, and the radius of the symbols that stand there, in millimetres.
    case points([PaperPoint], clearance: Double)
    case lines([[PaperPoint]])
    case areas([[[PaperPoint]]])
  }

  struct Look: Sendable {
    var face: FontFace
    /// The size of an em in millimetres.
    var size: Double
    var ink: Ink
    var halo: Ink
    var haloWidth: Double
    /// Space between characters, in ems.
    var spacing = 0.0
    var lineHeight = 1.15
    /// Degrees by which the text leans to the left.
    var slant = 0.0
    /// The widest line, in ems.
    var maxWidth = 12.0
  }

  /// The feature's id.
  let feature: String
  /// The style layer that asks.
  let styleLayer: String
  let layer: String
  let text: String
  let place: Place
  let look: Look
  /// Names with a higher one are placed first and give way last.
  let priority: Double
  /// Whether it must be placed; repeats along a river need not be.
  let isRequired: Bool
  /// How far a line's name keeps from the line; 0 puts it on the line.
  var offset = 0.0
  /// Whether the line carries the name more than once; each then keeps to the middle of its stretch.
  var isRepeated = false
  /// Whether the name may stand away from its feature with a line leading to it.
  var allowsLeader = true

  var flatWidth: Double {
    (look.face.width(of: text) + look.spacing * Double(max(0, text.count - 1))) * look.size
  }
}

/// One way to place a label.
struct LabelCandidate: Sendable {
  /// How the text is set there.
  enum Setting: Sendable {
    case flat(TextBlock, PaperPoint)
    case along(TextPieces, [TextPieces.Spot])
  }

  let text: Setting
  /// What the ink covers; nothing else may.
  let boxes: [PaperBox]
  var cost: Double
  /// From the label to its feature, when it stands away from it.
  var leader: [PaperPoint]?

  init(text: Setting, boxes: [PaperBox], cost: Double) {
    (self.text, self.boxes, self.cost) = (text, boxes, cost)
  }

  /// The text set flat around a middle point.
  init(_ block: TextBlock, around center: PaperPoint, cost: Double) {
    self.init(text: .flat(block, center), boxes: block.boxes(around: center), cost: cost)
  }

  /// What to draw.
  var runs: [TextRun] {
    switch text {
    case .flat(let block, let center): block.runs(around: center)
    case .along(let pieces, let spots): pieces.runs(at: spots)
    }
  }
}

extension LabelCandidate {
  /// The line that the text follows; `nil` for flat text.
  var curve: [PaperPoint]? {
    guard case .along(_, let spots) = text, spots.count > 1 else { return nil }
    return spots.map(\.baseline)
  }
}

/// A label in its place.
struct PlacedLabel: Sendable {
  let request: LabelRequest
  let candidate: LabelCandidate
}
