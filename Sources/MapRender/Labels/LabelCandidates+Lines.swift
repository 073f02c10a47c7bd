extension LabelListing {
  /// Places along lines: on the line, or beside it when the request keeps a distance.
  ///
  /// - Parameter walks: The lines, made calm, the longest first.
  mutating func along(_ walks: [LineWalk]) {
    let look = request.look
    let pieces = TextPieces(request.text, look)
    let second = request.second.map { TextPieces($0, look.second) }
    (sketches.pieces, sketches.second) = (pieces, second)
    let offsets = offsets(second)
    for walk in walks.prefix(3) {
      let from = walk.length * request.stretch.lowerBound
      let length = walk.length * request.stretch.upperBound - from
      let count = min(isReaching ? 36 : 20, max(1, Int(length / max(2.5, look.size))))
      for extra in spreads(pieces, over: length) {
        for step in 0..<count {
          let share = (Double(step) + 0.5) / Double(count)
          let cost = abs(share - 0.5) * (request.apart > 0 ? 2.5 : 0.8) + extra.cost
          for offset in offsets {
            let spot = LabelSetting.Spot(
              middle: from + share * length, offset: offset.distance, extra: extra.width)
            set(pieces, second, walk, spot, cost: cost + offset.cost)
          }
        }
      }
    }
    // A line too short or too winding for its name takes the name beside it, as a point does.
    guard request.part == 0, let longest = walks.first else { return }
    for (share, extra) in [(0.5, 8.0), (0.25, 8.3), (0.75, 8.3), (0.08, 8.6), (0.92, 8.6)] {
      around(
        longest.place(at: longest.length * share).point,
        clearance: max(0.5, request.offset * 0.4), extra: extra)
    }
  }

  /// How far from the line the text may keep, to the left and to the right.
  private func offsets(_ second: TextPieces?) -> [(distance: Double, cost: Double)] {
    guard request.offset > 0 else { return [(0, 0)] }
    let near = request.offset + (second.map { $0.look.size * 0.75 } ?? 0)
    var result = [(near, 0.0), (-near, 0.0)]
    if isReaching {
      let far = near + request.look.size * 0.9
      result += [(far, 0.9), (-far, 0.9)]
    }
    return result
  }

  /// How much space to add between characters, the widest first: names of long rivers take up much of their
  /// way, those of short ones stay together.
  private func spreads(
    _ pieces: TextPieces, over length: Double
  ) -> [(width: Double, cost: Double)] {
    guard request.spread > 0, !pieces.isLatin, pieces.openings > 0 else { return [(0, 0)] }
    let size = request.look.size
    let wanted = (length * 0.5 - pieces.length) / pieces.openings
    let widest = (request.spread - request.look.spacing) * size
    let extra = (min(widest, wanted) * 10).rounded(.down) / 10
    guard extra > size * 0.2 else { return [(0, 0)] }
    return isReaching ? [(extra, 0), (extra / 2, 0.3), (0, 0.7)] : [(extra, 0), (extra / 2, 0.3)]
  }

  /// Whether hanzi keep clear of the words beside them: on a winding line they may not.
  private func keepsApart(
    _ hanzi: [PaperPoint], _ words: [(PaperPoint, PaperPoint)]
  ) -> Bool {
    let least = request.look.size * 0.62 + request.look.second.size * 0.5
    return words.allSatisfy { way in
      hanzi.allSatisfy { InnerPoints.distance(from: $0, to: way.0, way.1) >= least }
    }
  }

  /// The name set along a line, with the other language below or, on steep stretches, beside it.
  private mutating func set(
    _ pieces: TextPieces, _ second: TextPieces?, _ walk: LineWalk, _ spot: LabelSetting.Spot,
    cost: Double
  ) {
    let mark = sketches.mark
    guard let second else {
      guard let own = LabelSetting.along(pieces, walk: walk, spot, into: &sketches) else {
        return sketches.forget(since: mark)
      }
      return keep(since: mark, second: sketches.mark.spots, spot, cost: cost + own)
    }
    let reading = LabelSetting.Reading(
      pieces, chord: walk.direction(at: spot.middle, over: max(pieces.length, 1)))
    let up = reading.runsForward ? 1.0 : -1
    let gap = request.look.size * 0.3
    var upper = spot
    upper.offset += up * (second.look.size + gap) / 2
    var lower = spot
    lower.offset -= up * (request.look.size + gap) / 2
    lower.extra = 0
    guard let above = LabelSetting.along(pieces, walk: walk, upper, into: &sketches) else {
      return sketches.forget(since: mark)
    }
    let middle = sketches.mark.spots
    guard let below = LabelSetting.along(second, walk: walk, lower, into: &sketches),
      keepsApart(
        pieces.middles(at: sketches.spots[mark.spots..<middle]),
        second.ways(at: sketches.spots[middle...]))
    else { return sketches.forget(since: mark) }
    keep(since: mark, second: middle, upper, cost: cost + above + below)
  }

  private mutating func keep(
    since mark: LabelSketches.Mark, second: Int, _ spot: LabelSetting.Spot, cost: Double
  ) {
    var sketch = sketches.along(since: mark, second: second, cost: cost)
    if spot.offset == 0 { sketch.ownLength = sketches.length(of: sketch) }
    sketches.keep(sketch)
  }
}

extension LabelSketches {
  /// How many millimetres of a line the boxes of a sketch cover.
  func length(of sketch: LabelSketch) -> Double {
    sketch.boxes.reduce(0) { $0 + max(boxes[$1].width, boxes[$1].height) }
  }
}
