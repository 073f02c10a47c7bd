#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension LabelCandidates {
  /// Eight places around a point, nearer and farther, then places with a leader.
  func around(_ point: PaperPoint, clearance: Double) -> [LabelCandidate] {
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
  func led(from point: PaperPoint, clearance: Double, distances: [Double] = [5, 8, 13, 20, 30])
    -> [LabelCandidate]
  {
    var result: [LabelCandidate] = []
    for (block, wrapCost) in settings.prefix(2) {
      let (width, height) = (block.width, block.height)
      for distance in distances {
        for step in 0..<12 {
          let angle = Double(step) * 30 * .pi / 180
          let tip = point.moved(distance * cos(angle), distance * sin(angle))
          let center = tip.moved(
            cos(angle) * width / 2 * (abs(cos(angle)) > 0.3 ? 1 : 0.6),
            sin(angle) * height / 2)
          let candidate = LabelCandidate(
            block, around: center, cost: 3.5 + request.leaderCost + distance * 0.2 + wrapCost)
          if let led = leading(candidate, from: point, clearance: clearance) { result.append(led) }
        }
      }
    }
    return result
  }

  /// The candidate with a line from a point to the nearest spot of its ink; `nil` where there is no room for one.
  func leading(_ candidate: LabelCandidate, from point: PaperPoint, clearance: Double)
    -> LabelCandidate?
  {
    let ends = candidate.boxes.map { box in
      PaperPoint(
        x: min(max(point.x, box.minX), box.maxX), y: min(max(point.y, box.minY), box.maxY))
    }
    let distances = ends.map { point.distance(to: $0) }
    guard let nearest = distances.indices.min(by: { distances[$0] < distances[$1] }) else {
      return nil
    }
    let (end, length) = (ends[nearest], distances[nearest])
    guard length > clearance + 1.2 else { return nil }
    var result = candidate
    result.leader = [point.interpolated(to: end, at: (clearance + 0.2) / length), end]
    return result
  }
}
