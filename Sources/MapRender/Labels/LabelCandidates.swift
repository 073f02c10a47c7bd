#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Lists the places where a label could stand, each with what is wrong with it.
struct LabelCandidates {
  let request: LabelRequest
  let frame: PaperBox
  /// Whether to list places away from the feature, too.
  let withLeaders: Bool
  /// The text in one line and, when it is long, broken into lines of about equal length.
  private let settings: [(block: TextBlock, cost: Double)]

  init(request: LabelRequest, frame: PaperBox, withLeaders: Bool = false) {
    (self.request, self.frame, self.withLeaders) = (request, frame, withLeaders)
    settings = Self.settings(of: request)
  }

  func all() -> [LabelCandidate] {
    var result: [LabelCandidate]
    switch request.place {
    case .points(let points, let clearance):
      result = points.flatMap { around($0, clearance: clearance) }
    case .lines(let lines): result = along(lines)
    case .areas(let areas): result = inside(areas)
    }
    return result.filter { candidate in candidate.boxes.allSatisfy { frame.contains($0) } }
  }

  private static func settings(of request: LabelRequest) -> [(block: TextBlock, cost: Double)] {
    let look = request.look
    let width = look.face.width(of: request.text)
    var result: [(lines: [String], cost: Double)] = []
    if width <= look.maxWidth { result.append(([request.text], 0)) }
    for parts in 2...4 where width > 3.5 * Double(parts - 1) {
      let limit = max(width / Double(parts) + 0.6, 2)
      guard limit <= look.maxWidth || parts == 4 else { continue }
      let lines = TextWrap.lines(request.text, width: limit, face: look.face)
      if lines.count > 1, !result.contains(where: { $0.lines == lines }) {
        result.append((lines, 0.25 * Double(lines.count - 1)))
      }
    }
    if result.isEmpty { result.append(([request.text], 0)) }
    return result.map { (TextBlock($0.lines, look), $0.cost) }
  }
}

extension LabelCandidates {
  /// Eight places around a point, nearer and farther, then places with a leader.
  private func around(_ point: PaperPoint, clearance: Double) -> [LabelCandidate] {
    let directions: [(dx: Double, dy: Double, cost: Double)] = [
      (1, 0, 0), (-1, 0, 0.3), (0, -1, 0.2), (0, 1, 0.25), (1, -1, 0.35), (1, 1, 0.4),
      (-1, -1, 0.5), (-1, 1, 0.55),
    ]
    var result: [LabelCandidate] = []
    for (block, wrapCost) in settings {
      let (width, height) = (block.width, block.height)
      for (gap, gapCost) in [(0.5, 0.0), (1.4, 0.6)] {
        for way in directions {
          let reach = clearance + gap
          let diagonal = way.dx != 0 && way.dy != 0 ? 0.7 : 1
          let center = point.moved(
            way.dx * (reach * diagonal + width / 2),
            way.dy * (reach * diagonal + height / 2))
          result.append(
            LabelCandidate(block, around: center, cost: way.cost + gapCost + wrapCost))
        }
      }
    }
    if withLeaders, request.allowsLeader { result += led(from: point, clearance: clearance) }
    return result
  }

  /// Places at some distance, with a line that leads back to the feature.
  private func led(from point: PaperPoint, clearance: Double) -> [LabelCandidate] {
    var result: [LabelCandidate] = []
    for (block, wrapCost) in settings.prefix(2) {
      let (width, height) = (block.width, block.height)
      for distance in [5.0, 8, 12, 17, 24, 32] {
        for step in 0..<12 {
          let angle = Double(step) * 30 * .pi / 180
          let tip = point.moved(distance * cos(angle), distance * sin(angle))
          let center = tip.moved(
            cos(angle) * width / 2 * (abs(cos(angle)) > 0.3 ? 1 : 0.6),
            sin(angle) * height / 2)
          var candidate = LabelCandidate(
            block, around: center, cost: 2.5 + distance * 0.16 + wrapCost)
          guard
            let box = candidate.boxes.first.map({
              candidate.boxes.dropFirst().reduce($0) { $0.union($1) }
            })
          else { continue }
          let end = PaperPoint(
            x: min(max(point.x, box.minX), box.maxX), y: min(max(point.y, box.minY), box.maxY))
          let length = point.distance(to: end)
          guard length > clearance + 1.2 else { continue }
          let start = point.interpolated(to: end, at: (clearance + 0.2) / length)
          candidate.leader = [start, end]
          result.append(candidate)
        }
      }
    }
    return result
  }

  /// Places along lines: on the line, or beside it when the request keeps a distance.
  private func along(_ lines: [[PaperPoint]]) -> [LabelCandidate] {
    var result: [LabelCandidate] = []
    let walks = lines.map { LineWalk($0).smoothed(over: request.look.size * 3) }
      .sorted { $0.length > $1.length }
    let pieces = TextPieces(request.text, request.look)
    let flatWidth = request.flatWidth
    let offsets = request.offset > 0 ? [-request.offset, request.offset] : [0]
    for walk in walks.prefix(3) {
      let count = min(40, max(1, Int(walk.length / max(2.5, request.look.size))))
      for step in 0..<count {
        let share = (Double(step) + 0.5) / Double(count)
        for (index, offset) in offsets.enumerated() {
          let cost = abs(share - 0.5) * (request.isRepeated ? 2.5 : 0.8) + Double(index) * 0.15
          if let candidate = LabelSetting.along(
            pieces, flatWidth: flatWidth, walk: walk, at: share * walk.length, offset: -offset,
            cost: cost)
          {
            result.append(candidate)
          }
        }
      }
    }
    // A line too short or too winding for its name takes the name beside it, as a point does.
    guard let longest = walks.first else { return result }
    for (share, extra) in [(0.5, 6.0), (0.25, 6.3), (0.75, 6.3), (0.08, 6.6), (0.92, 6.6)] {
      let place = longest.place(at: longest.length * share).point
      for candidate in around(place, clearance: max(0.5, request.offset * 0.4)) {
        var costly = candidate
        costly.cost += extra
        result.append(costly)
      }
    }
    return result
  }

  /// Places inside areas: around the pole of inaccessibility; then outside with a leader.
  private func inside(_ areas: [[[PaperPoint]]]) -> [LabelCandidate] {
    let coarse = areas.map { $0.map(InnerPoints.thinned) }
    let ordered = coarse.compactMap { rings in InnerPoints.pole(of: rings).map { (rings, $0) } }
      .sorted { $0.1.clearance > $1.1.clearance }
    guard let (rings, pole) = ordered.first, let box = PaperBox(rings.flatMap { $0 }) else {
      return []
    }
    var result: [LabelCandidate] = []
    var centers: [(point: PaperPoint, clearance: Double)] = []
    for row in -4...4 {
      for column in -4...4 {
        let center = PaperPoint(
          x: pole.point.x + Double(column) * box.width * 0.1,
          y: pole.point.y + Double(row) * box.height * 0.1)
        let clearance = InnerPoints.signedDistance(from: center, to: rings)
        if clearance > 0 { centers.append((center, clearance)) }
      }
    }
    for (block, wrapCost) in settings {
      let (width, height) = (block.width, block.height)
      let reach = (width * width + height * height).squareRoot() / 2
      for (center, clearance) in centers {
        let away = center.distance(to: pole.point) / max(box.width, box.height)
        let excess =
          clearance > reach + 0.1 ? 0 : outside(rings, center: center, size: (width, height))
        guard excess < 0.5 else { continue }
        result.append(
          LabelCandidate(block, around: center, cost: wrapCost + away * 1.6 + excess * 4))
      }
    }
    if request.allowsLeader {
      let far = withLeaders ? led(from: pole.point, clearance: 0.4) : []
      for candidate in far + beside(box, rings) {
        var costly = candidate
        costly.cost += 0.8
        result.append(costly)
      }
    }
    return result
  }

  /// Places just outside an area's box, for areas smaller than their names.
  private func beside(_ box: PaperBox, _ rings: [[PaperPoint]]) -> [LabelCandidate] {
    let clearance = min(box.width, box.height) / 2
    guard clearance < request.look.size * 3 else { return [] }
    var copy = request
    copy.allowsLeader = false
    return LabelCandidates(request: copy, frame: frame).around(box.center, clearance: clearance)
      .map {
        var costly = $0
        costly.cost += 0.6
        return costly
      }
  }

  /// The share of nine points of a text box that lie outside an area.
  private func outside(
    _ rings: [[PaperPoint]], center: PaperPoint, size: (width: Double, height: Double)
  ) -> Double {
    var count = 0
    for dx in [-0.5, 0, 0.5] {
      for dy in [-0.5, 0, 0.5]
      where InnerPoints.signedDistance(
        from: center.moved(dx * size.width, dy * size.height), to: rings) < 0.1
      {
        count += 1
      }
    }
    return Double(count) / 9
  }
}
