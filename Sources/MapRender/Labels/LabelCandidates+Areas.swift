extension LabelCandidates {
  /// Places for the name of an area: inside, spread along its long axis or set flat; else outside, with a leader.
  func inside(_ areas: [[[PaperPoint]]]) -> [LabelCandidate] {
    let shapes = areas.compactMap { AreaShape($0) }
      .sorted { $0.pole.clearance > $1.pole.clearance }
    guard let shape = shapes.first else { return [] }
    var result = spread(over: shape) + flat(in: shape)
    if withLeaders || result.isEmpty, request.allowsLeader { result += outside(shape) }
    if shape.isSmall, request.allowsLeader { result += beside(shape) }
    if result.isEmpty, !request.allowsLeader { result += over(shape) }
    return result
  }

  /// The text set flat where all of it lies inside, best near the pole of inaccessibility.
  private func flat(in shape: AreaShape) -> [LabelCandidate] {
    var result: [LabelCandidate] = []
    let spots = shape.spots(withLeaders ? 4 : 3)
    for (block, wrapCost) in wide(shape) + settings {
      let (width, height) = (block.width, block.height)
      let reach = (width * width + height * height).squareRoot() / 2 + LabelSetting.margin
      for (center, clearance) in spots where clearance > height / 2 {
        let candidate = LabelCandidate(block, around: center, cost: 0)
        guard clearance > reach || candidate.boxes.allSatisfy({ shape.contains($0) }) else {
          continue
        }
        let away = center.distance(to: shape.pole.point) / shape.extent
        // Text that fills its area to the edge looks cramped.
        let cramped = max(0, 1 - clearance / (height * 0.75))
        var costly = candidate
        costly.isInside = true
        costly.cost = wrapCost + away * 1.6 + cramped * 0.5
        result.append(costly)
      }
    }
    return result
  }

  /// The text in one line with its characters spread over the area, where the look asks for it.
  private func wide(_ shape: AreaShape) -> [(block: TextBlock, cost: Double)] {
    let look = request.look
    let count = Double(request.text.count)
    guard request.spread > 0, request.second == nil, count > 1,
      request.text.allSatisfy(TextWrap.isHanzi)
    else { return [] }
    let spacing = (shape.box.width * 0.45 / look.size - count) / (count - 1)
    let widest = min(request.spread, spacing)
    guard widest > look.spacing + 0.3 else { return [] }
    return [(widest, -0.5), ((widest + look.spacing) / 2, -0.3)].map { spacing, cost in
      var wide = look
      wide.spacing = (spacing * 10).rounded() / 10
      return (TextBlock([request.text], wide), cost)
    }
  }

  /// The characters along the area's long axis, where that is much longer than the area is wide.
  ///
  /// Two characters far apart read as two names, so they are spread only where the look asks for it.
  private func spread(over shape: AreaShape) -> [LabelCandidate] {
    let look = request.look
    // What stands in one line of hanzi keeps them upright, as names of areas do; water leans and turns.
    let pieces = TextPieces(request.text, look, isUpright: look.slant == 0)
    guard request.second == nil, !pieces.isLatin,
      pieces.openings > (request.spread > 0 ? 0 : 1),
      let axis = shape.axis, axis.length > max(pieces.length * 1.2, shape.breadth * 2)
    else { return [] }
    let wanted = (axis.length * 0.55 - pieces.length) / pieces.openings
    let widest = max(0, (max(request.spread, 1.5) - look.spacing) * look.size)
    let extra = max(0, min(widest, wanted))
    var result: [LabelCandidate] = []
    for (width, cost) in [(extra, 0.2), (extra / 2, 0.4), (0, 0.6)] {
      for step in 0..<15 {
        let share = 0.15 + 0.05 * Double(step)
        let spot = LabelSetting.Spot(middle: axis.length * share, extra: width)
        guard
          var candidate = LabelSetting.along(
            pieces, walk: axis, spot, cost: cost + abs(share - 0.5) * 1.6),
          candidate.boxes.allSatisfy({ shape.contains($0) })
        else { continue }
        candidate.isInside = true
        result.append(candidate)
      }
      if extra == 0 { break }
    }
    return result
  }

  /// Places wholly outside, each with a short line that leads across the outline.
  private func outside(_ shape: AreaShape) -> [LabelCandidate] {
    var result: [LabelCandidate] = []
    for gate in shape.gates {
      for (block, wrapCost) in settings.prefix(3) {
        for gap in [1.6, 4, 8] {
          let center = gate.edge.moved(
            gate.normal.x * (gap + block.width / 2), gate.normal.y * (gap + block.height / 2))
          let candidate = LabelCandidate(block, around: center, cost: 0)
          guard candidate.boxes.allSatisfy({ shape.isOutside($0) }),
            var led = leading(candidate, from: gate.inside, clearance: -0.2)
          else { continue }
          led.cost = 6 + request.leaderCost + gap * 0.25 + wrapCost - gate.normal.x * 0.2
          result.append(led)
        }
      }
    }
    return result
  }

  /// Places right beside an area that is hardly more than a symbol.
  private func beside(_ shape: AreaShape) -> [LabelCandidate] {
    let box = shape.box
    var result: [LabelCandidate] = []
    for (block, wrapCost) in settings {
      let (width, height) = (block.width / 2 + 0.9, block.height / 2 + 0.9)
      let places = [
        (box.maxX + width, box.center.y, 0.0), (box.minX - width, box.center.y, 0.3),
        (box.center.x, box.minY - height, 0.2), (box.center.x, box.maxY + height, 0.25),
      ]
      for (x, y, cost) in places {
        result.append(
          LabelCandidate(
            block, around: PaperPoint(x: x, y: y), cost: 1.4 + cost + wrapCost))
      }
    }
    return result
  }

  /// The text over the middle of an area that is too small for it, where it may stand nowhere else.
  private func over(_ shape: AreaShape) -> [LabelCandidate] {
    settings.map { LabelCandidate($0.block, around: shape.pole.point, cost: 4 + $0.cost) }
  }
}
