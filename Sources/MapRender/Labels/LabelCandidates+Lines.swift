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
          let middle = from + share * length
          guard let course = LabelCourse(pieces, walk: walk, middle: middle, extra: extra.width)
          else { continue }
          guard let second else {
            for offset in offsets { set(course, at: offset.distance, cost: cost + offset.cost) }
            continue
          }
          guard let other = LabelCourse(second, walk: walk, middle: middle) else { continue }
          let chord = walk.direction(at: middle, over: max(pieces.length, 1))
          let up = LabelSetting.Reading(pieces, chord: chord).runsForward ? 1.0 : -1
          for offset in offsets {
            set(course, other, at: offset.distance, up: up, cost: cost + offset.cost)
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

  /// The name set along a line.
  private mutating func set(_ course: LabelCourse, at offset: Double, cost: Double) {
    let mark = sketches.mark
    course.set(offset: offset, into: &sketches)
    keep(since: mark, second: sketches.mark.spots, offset: offset, cost: cost + course.cost)
  }

  /// The name set along a line, with the other language below or, on steep stretches, beside it.
  ///
  /// - Parameter up: 1 where the text runs as the line does, -1 where it runs against it.
  private mutating func set(
    _ course: LabelCourse, _ other: LabelCourse, at offset: Double, up: Double, cost: Double
  ) {
    guard let pieces = sketches.pieces, let second = sketches.second else { return }
    let mark = sketches.mark
    let gap = request.look.size * 0.3
    let upper = offset + up * (second.look.size + gap) / 2
    course.set(offset: upper, into: &sketches)
    let middle = sketches.mark.spots
    other.set(offset: offset - up * (request.look.size + gap) / 2, into: &sketches)
    guard
      keepsApart(
        pieces.middles(at: sketches.spots[mark.spots..<middle]),
        second.ways(at: sketches.spots[middle...]))
    else { return sketches.forget(since: mark) }
    keep(since: mark, second: middle, offset: upper, cost: cost + course.cost + other.cost)
  }

  private mutating func keep(
    since mark: LabelSketches.Mark, second: Int, offset: Double, cost: Double
  ) {
    var sketch = sketches.along(since: mark, second: second, cost: cost)
    if offset == 0 { sketch.ownLength = sketches.length(of: sketch) }
    sketches.keep(sketch)
  }
}

extension LabelSketches {
  /// How many millimetres of a line the boxes of a sketch cover.
  func length(of sketch: LabelSketch) -> Double {
    sketch.boxes.reduce(0) { $0 + max(boxes[$1].width, boxes[$1].height) }
  }
}
