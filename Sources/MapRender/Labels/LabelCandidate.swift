/// One way to place a label.
struct LabelCandidate: Sendable {
  /// How a text is set there.
  enum Setting: Sendable {
    case flat(TextBlock, PaperPoint)
    case along(TextPieces, [TextPieces.Spot])
  }

  /// The texts: the name, and the name in the other language where that follows a line beside it.
  var texts: [Setting]
  /// What the ink covers; no other ink may.
  var boxes: [PaperBox]
  /// What lies between characters set wide apart: no other name may stand there.
  var gaps: [PaperBox] = []
  var cost: Double
  /// How many millimetres of its own line the name covers.
  var ownLength = 0.0
  /// Whether the name lies inside its own area.
  var isInside = false
  /// From the feature to the label, when it stands away from it.
  var leader: [PaperPoint]?

  init(texts: [Setting], boxes: [PaperBox], cost: Double) {
    (self.texts, self.boxes, self.cost) = (texts, boxes, cost)
  }

  /// The text set flat around a middle point.
  init(_ block: TextBlock, around center: PaperPoint, cost: Double) {
    self.init(texts: [.flat(block, center)], boxes: block.boxes(around: center), cost: cost)
  }

  /// The middle of the ink.
  var center: PaperPoint {
    guard let first = boxes.first else { return PaperPoint(x: 0, y: 0) }
    return boxes.dropFirst().reduce(first) { $0.union($1) }.center
  }

  /// Whether two names cannot stand in their places together: they overlap, or the leader of one
  /// runs through the other or across its leader.
  func excludes(_ other: LabelCandidate) -> Bool {
    for box in boxes {
      for theirs in other.boxes where box.overlaps(theirs) { return true }
      for theirs in other.gaps where box.overlaps(theirs) { return true }
    }
    for gap in gaps {
      for theirs in other.boxes where gap.overlaps(theirs) { return true }
    }
    if let leader, leader.count == 2 {
      for theirs in other.boxes where Self.crosses(leader[0], leader[1], theirs) { return true }
      if let theirs = other.leader, theirs.count == 2,
        Self.cross(leader[0], leader[1], theirs[0], theirs[1])
      {
        return true
      }
    }
    guard let leader = other.leader, leader.count == 2 else { return false }
    for box in boxes where Self.crosses(leader[0], leader[1], box) { return true }
    return false
  }

  /// The box around all that the candidate takes up.
  var bounds: PaperBox? {
    var all = boxes + gaps
    if let leader = PaperBox(leader ?? []) { all.append(leader) }
    guard let first = all.first else { return nil }
    return all.dropFirst().reduce(first) { $0.union($1) }
  }

  /// Whether a segment runs through a box.
  static func crosses(_ a: PaperPoint, _ b: PaperPoint, _ box: PaperBox) -> Bool {
    guard min(a.x, b.x) <= box.maxX, max(a.x, b.x) >= box.minX, min(a.y, b.y) <= box.maxY,
      max(a.y, b.y) >= box.minY
    else { return false }
    // The corners lie on one side of the line where it passes by.
    func side(_ x: Double, _ y: Double) -> Double {
      (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)
    }
    let sides = (
      side(box.minX, box.minY), side(box.maxX, box.minY), side(box.minX, box.maxY),
      side(box.maxX, box.maxY)
    )
    let low = min(min(sides.0, sides.1), min(sides.2, sides.3))
    let high = max(max(sides.0, sides.1), max(sides.2, sides.3))
    return low <= 0 && high >= 0
  }

  /// Whether two segments cross.
  private static func cross(_ a: PaperPoint, _ b: PaperPoint, _ c: PaperPoint, _ d: PaperPoint)
    -> Bool
  {
    func side(_ p: PaperPoint, _ q: PaperPoint, _ r: PaperPoint) -> Double {
      (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
    }
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
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
