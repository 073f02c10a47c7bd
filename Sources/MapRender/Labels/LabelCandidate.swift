/// The place that a label takes.
struct LabelCandidate: Sendable {
  /// How a text is set there.
  enum Setting: Sendable {
    case flat(TextBlock, PaperPoint)
    case along(TextPieces, [TextPieces.Spot])
  }

  /// The texts: the name, and the name in the other language where that follows a line beside it.
  let texts: [Setting]
  /// What the ink covers.
  let boxes: [PaperBox]
  let cost: Double
  /// From the feature to the label, when it stands away from it.
  let leader: [PaperPoint]?

  /// The middle of the ink.
  var center: PaperPoint {
    guard let first = boxes.first else { return PaperPoint(x: 0, y: 0) }
    return boxes.dropFirst().reduce(first) { $0.union($1) }.center
  }
}

extension LabelCandidate.Setting {
  /// What to draw.
  var runs: [TextRun] {
    switch self {
    case .flat(let block, let center): block.runs(around: center)
    case .along(let pieces, let spots): pieces.runs(at: spots)
    }
  }

  /// The line that the text follows; `nil` for flat text.
  var curve: [PaperPoint]? {
    guard case .along(_, let spots) = self, spots.count > 1 else { return nil }
    return spots.map(\.baseline)
  }
}

extension LabelCandidate {
  /// What to draw.
  var runs: [TextRun] { texts.flatMap(\.runs) }

  /// What to draw, the name in each language by itself, and the line that its baselines follow.
  var parts: [(runs: [TextRun], curve: [PaperPoint]?, isUpright: Bool)] {
    texts.flatMap { text -> [(runs: [TextRun], curve: [PaperPoint]?, isUpright: Bool)] in
      switch text {
      case .along(let pieces, _): [(text.runs, text.curve, pieces.isUpright)]
      case .flat(let block, _):
        [Array(text.runs.prefix(block.firstCount)), Array(text.runs.dropFirst(block.firstCount))]
          .filter { !$0.isEmpty }.map { ($0, nil, false) }
      }
    }
  }
}

/// A label in its place.
struct PlacedLabel: Sendable {
  let request: LabelRequest
  let candidate: LabelCandidate
}
