extension LabelListing {
  /// Places for the name of an area: inside, spread along its long axis or set flat; else outside, with a leader.
  mutating func inside(_ shape: AreaShape) {
    spread(over: shape)
    setFlat(in: shape)
    if isReaching || sketches.count == 0, request.allowsLeader { leadOut(of: shape) }
    if shape.isSmall, request.allowsLeader { setBeside(shape) }
    if sketches.count == 0, !request.allowsLeader { setOver(shape) }
  }

  /// The text set flat where all of it lies inside, best near the pole of inaccessibility.
  private mutating func setFlat(in shape: AreaShape) {
    let spots = shape.spots(isReaching ? 4 : 3)
    for (block, wrapCost) in wide(shape) + settings {
      let (width, height) = (sketches.blocks[block].width, sketches.blocks[block].height)
      let reach = (width * width + height * height).squareRoot() / 2 + LabelSetting.margin
      for (center, clearance) in spots where clearance > height / 2 {
        var sketch = sketches.flat(block, around: center, cost: 0)
        guard clearance > reach || lies(sketch, in: shape) else {
          sketches.forget(sketch)
          continue
        }
        let away = center.distance(to: shape.pole.point) / shape.extent
        // Text that fills its area to the edge looks cramped.
        let cramped = max(0, 1 - clearance / (height * 0.75))
        sketch.isInside = true
        sketch.cost = wrapCost + away * 1.6 + cramped * 0.5
        sketches.keep(sketch)
      }
    }
  }

  /// Whether all of a sketch's ink lies inside an area.
  private func lies(_ sketch: LabelSketch, in shape: AreaShape) -> Bool {
    for index in sketch.boxes where !shape.contains(sketches.boxes[index]) { return false }
    return true
  }

  /// The text in one line with its characters spread over the area, where the look asks for it.
  private mutating func wide(_ shape: AreaShape) -> [(block: Int, cost: Double)] {
    let look = request.look
    let count = Double(request.text.count)
    guard request.spread > 0, request.second == nil, count > 1,
      request.text.allSatisfy(TextWrap.isHanzi)
    else { return [] }
    let spacing = (shape.box.width * 0.45 / look.size - count) / (count - 1)
    let widest = min(request.spread, spacing)
    guard widest > look.spacing + 0.3 else { return [] }
    var result: [(block: Int, cost: Double)] = []
    for (spacing, cost) in [(widest, -0.5), ((widest + look.spacing) / 2, -0.3)] {
      var wide = look
      wide.spacing = (spacing * 10).rounded() / 10
      result.append((sketches.blocks.count, cost))
      sketches.blocks.append(TextBlock([request.text], wide))
    }
    return result
  }

  /// The characters along the area's long axis, where that is much longer than the area is wide.
  ///
  /// Two characters far apart read as two names, so they are spread only where the look asks for it.
  private mutating func spread(over shape: AreaShape) {
    let look = request.look
    // What stands in one line of hanzi keeps them upright, as names of areas do; water leans and turns.
    let pieces = TextPieces(request.text, look, isUpright: look.slant == 0)
    guard request.second == nil, !pieces.isLatin,
      pieces.openings > (request.spread > 0 ? 0 : 1),
      let axis = shape.axis, axis.length > max(pieces.length * 1.2, shape.breadth * 2)
    else { return }
    sketches.pieces = pieces
    let wanted = (axis.length * 0.55 - pieces.length) / pieces.openings
    let widest = max(0, (max(request.spread, 1.5) - look.spacing) * look.size)
    let extra = max(0, min(widest, wanted))
    for (width, cost) in [(extra, 0.2), (extra / 2, 0.4), (0, 0.6)] {
      for step in 0..<15 {
        let share = 0.15 + 0.05 * Double(step)
        guard
          let course = LabelCourse(pieces, walk: axis, middle: axis.length * share, extra: width)
        else { continue }
        let mark = sketches.mark
        course.set(offset: 0, into: &sketches)
        var sketch = sketches.along(
          since: mark, second: sketches.mark.spots,
          cost: cost + abs(share - 0.5) * 1.6 + course.cost)
        guard lies(sketch, in: shape) else {
          sketches.forget(sketch)
          continue
        }
        sketch.ownLength = sketches.length(of: sketch)
        sketch.isInside = true
        sketches.keep(sketch)
      }
      if extra == 0 { break }
    }
  }

  /// Places wholly outside, each with a short line that leads across the outline.
  private mutating func leadOut(of shape: AreaShape) {
    for gate in shape.gates {
      for (block, wrapCost) in settings.prefix(3) {
        let (width, height) = (sketches.blocks[block].width, sketches.blocks[block].height)
        for gap in [1.6, 4, 8] {
          let center = gate.edge.moved(
            gate.normal.x * (gap + width / 2), gate.normal.y * (gap + height / 2))
          var sketch = sketches.flat(
            block, around: center,
            cost: 6 + request.leaderCost + gap * 0.25 + wrapCost - gate.normal.x * 0.2)
          if liesOutside(sketch, of: shape) {
            sketch.leader = sketches.leader(to: sketch, from: gate.inside, clearance: -0.2)
          }
          if sketch.leader == nil { sketches.forget(sketch) } else { sketches.keep(sketch) }
        }
      }
    }
  }

  private func liesOutside(_ sketch: LabelSketch, of shape: AreaShape) -> Bool {
    for index in sketch.boxes where !shape.isOutside(sketches.boxes[index]) { return false }
    return true
  }

  /// Places right beside an area that is hardly more than a symbol.
  private mutating func setBeside(_ shape: AreaShape) {
    let box = shape.box
    for (block, wrapCost) in settings {
      let text = sketches.blocks[block]
      let (width, height) = (text.width / 2 + 0.9, text.height / 2 + 0.9)
      let places = [
        (box.maxX + width, box.center.y, 0.0), (box.minX - width, box.center.y, 0.3),
        (box.center.x, box.minY - height, 0.2), (box.center.x, box.maxY + height, 0.25),
      ]
      for (x, y, cost) in places {
        sketches.keep(
          sketches.flat(block, around: PaperPoint(x: x, y: y), cost: 1.4 + cost + wrapCost))
      }
    }
  }

  /// The text over the middle of an area that is too small for it, where it may stand nowhere else.
  private mutating func setOver(_ shape: AreaShape) {
    for (block, cost) in settings {
      sketches.keep(sketches.flat(block, around: shape.pole.point, cost: 4 + cost))
    }
  }
}
