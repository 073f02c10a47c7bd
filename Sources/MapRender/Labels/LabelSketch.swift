/// One way to place a label, as long as it is one of hundreds: numbers only.
///
/// What its ink covers lies in the lists of the ``LabelSketches`` that made it.
struct LabelSketch: Sendable {
  /// How the text is set there.
  enum Setting: Sendable {
    /// A block, by its number, around a middle point.
    case flat(Int, PaperPoint)
    /// The pieces of the name, and of the name in the other language, each where a spot is.
    case along(Range<Int>, second: Range<Int>)
  }

  fileprivate(set) var setting: Setting
  /// What the ink covers; no other ink may.
  fileprivate(set) var boxes: Range<Int>
  /// What lies between characters set wide apart: no other name may stand there.
  fileprivate(set) var gaps: Range<Int>
  /// The box around the ink.
  let bounds: PaperBox
  var cost: Double
  /// How many millimetres of its own line the name covers.
  var ownLength = 0.0
  /// Whether the name lies inside its own area.
  var isInside = false
  /// From the feature to the label, when it stands away from it.
  var leader: (from: PaperPoint, to: PaperPoint)?

  init(
    _ setting: Setting, boxes: Range<Int>, gaps: Range<Int> = 0..<0, bounds: PaperBox, cost: Double
  ) {
    (self.setting, self.boxes, self.gaps) = (setting, boxes, gaps)
    (self.bounds, self.cost) = (bounds, cost)
  }

  /// The middle of the ink.
  var center: PaperPoint { bounds.center }
}

/// The ways to place one label.
///
/// A sketch is made, looked at, and then kept or forgotten; its boxes are the last of the lists until then. So
/// hundreds of places take a few lists and not a few lists each.
struct LabelSketches: Sendable {
  let frame: PaperBox
  /// The texts that are set flat.
  var blocks: [TextBlock] = []
  /// The text that is set along a line, and the one in the other language.
  var pieces: TextPieces?
  var second: TextPieces?
  /// Those that lie within the frame.
  private(set) var all: [LabelSketch] = []
  private(set) var boxes: [PaperBox] = []
  private(set) var gaps: [PaperBox] = []
  private(set) var spots: [TextPieces.Spot] = []
  /// How many were kept, with those that reach over the frame.
  private(set) var count = 0

  init(frame: PaperBox) { self.frame = frame }

  /// Forgets everything, but keeps the room that it took.
  mutating func clear() {
    blocks.removeAll(keepingCapacity: true)
    (pieces, second) = (nil, nil)
    all.removeAll(keepingCapacity: true)
    boxes.removeAll(keepingCapacity: true)
    gaps.removeAll(keepingCapacity: true)
    spots.removeAll(keepingCapacity: true)
    count = 0
  }

  /// Some of the sketches and what belongs to them.
  func only(_ chosen: [LabelSketch]) -> LabelSketches {
    var result = LabelSketches(frame: frame)
    (result.blocks, result.pieces, result.second) = (blocks, pieces, second)
    result.all.reserveCapacity(chosen.count)
    result.boxes.reserveCapacity(chosen.reduce(0) { $0 + $1.boxes.count })
    for var sketch in chosen {
      result.boxes += boxes[sketch.boxes]
      result.gaps += gaps[sketch.gaps]
      if case .along(let first, let other) = sketch.setting {
        result.spots += spots[first]
        let middle = result.spots.count
        result.spots += spots[other]
        sketch.setting = .along(
          middle - first.count..<middle, second: middle..<result.spots.count)
      }
      sketch.boxes = result.boxes.count - sketch.boxes.count..<result.boxes.count
      sketch.gaps = result.gaps.count - sketch.gaps.count..<result.gaps.count
      result.all.append(sketch)
    }
    result.count = chosen.count
    return result
  }

  /// A block set flat around a middle point.
  mutating func flat(_ block: Int, around center: PaperPoint, cost: Double) -> LabelSketch {
    let start = boxes.count
    blocks[block].addBoxes(around: center, to: &boxes)
    return LabelSketch(
      .flat(block, center), boxes: start..<boxes.count, bounds: bounds(from: start), cost: cost)
  }

  /// What a text set along a line covers, one piece after the other.
  mutating func add(_ spot: TextPieces.Spot, _ box: PaperBox) {
    spots.append(spot)
    boxes.append(box)
  }

  /// A place between two pieces that are set wide apart.
  mutating func add(gap: PaperBox) { gaps.append(gap) }

  /// How long the lists are.
  struct Mark {
    fileprivate let boxes: Int
    fileprivate let gaps: Int
    let spots: Int
  }

  var mark: Mark { Mark(boxes: boxes.count, gaps: gaps.count, spots: spots.count) }

  /// What was set along a line since a mark, the other language from a second one on.
  func along(since mark: Mark, second: Int, cost: Double) -> LabelSketch {
    LabelSketch(
      .along(mark.spots..<second, second: second..<spots.count), boxes: mark.boxes..<boxes.count,
      gaps: mark.gaps..<gaps.count, bounds: bounds(from: mark.boxes), cost: cost)
  }

  /// Forgets what was added since a mark.
  mutating func forget(since mark: Mark) {
    boxes.removeLast(boxes.count - mark.boxes)
    gaps.removeLast(gaps.count - mark.gaps)
    spots.removeLast(spots.count - mark.spots)
  }

  /// Forgets the sketch made last.
  mutating func forget(_ sketch: LabelSketch) {
    boxes.removeLast(sketch.boxes.count)
    gaps.removeLast(sketch.gaps.count)
    if case .along(let first, let second) = sketch.setting {
      spots.removeLast(first.count + second.count)
    }
  }

  /// Takes up the sketch made last, if it lies within the frame.
  mutating func keep(_ sketch: LabelSketch) {
    count += 1
    if frame.contains(sketch.bounds) { all.append(sketch) } else { forget(sketch) }
  }

  private func bounds(from start: Int) -> PaperBox {
    var bounds = boxes[start]
    var index = start + 1
    while index < boxes.count {
      bounds = bounds.union(boxes[index])
      index += 1
    }
    return bounds
  }
}

extension LabelSketches {
  /// The sketch as a label is drawn.
  func candidate(_ sketch: LabelSketch) -> LabelCandidate {
    var texts: [LabelCandidate.Setting] = []
    switch sketch.setting {
    case .flat(let block, let center): texts.append(.flat(blocks[block], center))
    case .along(let first, let other):
      if let pieces { texts.append(.along(pieces, Array(spots[first]))) }
      if let second, !other.isEmpty { texts.append(.along(second, Array(spots[other]))) }
    }
    return LabelCandidate(
      texts: texts, boxes: Array(boxes[sketch.boxes]), cost: sketch.cost,
      leader: sketch.leader.map { [$0.from, $0.to] })
  }
}
