extension LabelCandidates {
  /// Places along lines: on the line, or beside it when the request keeps a distance.
  func along(_ lines: [[PaperPoint]]) -> [LabelCandidate] {
    var result: [LabelCandidate] = []
    let look = request.look
    let walks = lines.map { LineWalk($0).smoothed(over: look.size * 3) }
      .sorted { $0.length > $1.length }
    let pieces = TextPieces(request.text, look)
    let second = request.second.map { TextPieces($0, look.second) }
    for walk in walks.prefix(3) {
      let from = walk.length * request.stretch.lowerBound
      let length = walk.length * request.stretch.upperBound - from
      let count = min(withLeaders ? 36 : 20, max(1, Int(length / max(2.5, look.size))))
      for extra in spreads(pieces, over: length) {
        for step in 0..<count {
          let share = (Double(step) + 0.5) / Double(count)
          let cost = abs(share - 0.5) * (request.apart > 0 ? 2.5 : 0.8) + extra.cost
          for offset in offsets(second) {
            let spot = LabelSetting.Spot(
              middle: from + share * length, offset: offset.distance, extra: extra.width)
            if let candidate = set(pieces, second, walk, spot, cost: cost + offset.cost) {
              result.append(candidate)
            }
          }
        }
      }
    }
    // A line too short or too winding for its name takes the name beside it, as a point does.
    guard request.part == 0, let longest = walks.first else { return result }
    for (share, extra) in [(0.5, 8.0), (0.25, 8.3), (0.75, 8.3), (0.08, 8.6), (0.92, 8.6)] {
      let place = longest.place(at: longest.length * share).point
      for candidate in around(place, clearance: max(0.5, request.offset * 0.4)) {
        var costly = candidate
        costly.cost += extra
        result.append(costly)
      }
    }
    return result
  }

  /// How far from the line the text may keep, to the left and to the right.
  private func offsets(_ second: TextPieces?) -> [(distance: Double, cost: Double)] {
    guard request.offset > 0 else { return [(0, 0)] }
    let near = request.offset + (second.map { $0.look.size * 0.75 } ?? 0)
    var result = [(near, 0.0), (-near, 0.0)]
    if withLeaders {
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
    return withLeaders ? [(extra, 0), (extra / 2, 0.3), (0, 0.7)] : [(extra, 0), (extra / 2, 0.3)]
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
  private func set(
    _ pieces: TextPieces, _ second: TextPieces?, _ walk: LineWalk, _ spot: LabelSetting.Spot,
    cost: Double
  ) -> LabelCandidate? {
    guard let second else { return LabelSetting.along(pieces, walk: walk, spot, cost: cost) }
    let reading = LabelSetting.Reading(
      pieces, chord: walk.direction(at: spot.middle, over: max(pieces.length, 1)))
    let up = reading.runsForward ? 1.0 : -1
    let gap = request.look.size * 0.3
    var upper = spot
    upper.offset += up * (second.look.size + gap) / 2
    var lower = spot
    lower.offset -= up * (request.look.size + gap) / 2
    lower.extra = 0
    guard var first = LabelSetting.along(pieces, walk: walk, upper, cost: cost),
      let below = LabelSetting.along(second, walk: walk, lower, cost: 0),
      case .along(_, let above)? = first.texts.first,
      case .along(_, let under)? = below.texts.first,
      keepsApart(pieces.middles(at: above), second.ways(at: under))
    else { return nil }
    first.texts += below.texts
    first.boxes += below.boxes
    first.gaps += below.gaps
    first.cost += below.cost
    return first
  }
}
