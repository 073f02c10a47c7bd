#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension LabelListing {
  private static let directions: [(dx: Double, dy: Double, cost: Double)] = [
    (1, 0, 0), (-1, 0, 0.3), (0, -1, 0.2), (0, 1, 0.25), (1, -1, 0.35), (1, 1, 0.4),
    (-1, -1, 0.5), (-1, 1, 0.55),
  ]

  /// Eight places around a point, nearer and farther, then places with a leader.
  ///
  /// - Parameter extra: What else is wrong with all of them.
  mutating func around(_ point: PaperPoint, clearance: Double, extra: Double = 0) {
    for (block, wrapCost) in settings {
      let (width, height) = (sketches.blocks[block].width, sketches.blocks[block].height)
      for (gap, gapCost) in [(0.5, 0.0), (1.4, 0.6)] {
        for way in Self.directions {
          let reach = clearance + gap
          let diagonal = way.dx != 0 && way.dy != 0 ? 0.7 : 1
          let center = point.moved(
            way.dx * (reach * diagonal + width / 2),
            way.dy * (reach * diagonal + height / 2))
          sketches.keep(
            sketches.flat(block, around: center, cost: way.cost + gapCost + wrapCost + extra))
        }
      }
    }
    guard isReaching, request.allowsLeader else { return }
    lead(from: point, clearance: clearance, extra: extra)
  }

  /// Twelve directions of length one.
  private static let rays = (0..<12).map { step in
    let angle = Double(step) * 30 * .pi / 180
    return (cos(angle), sin(angle))
  }

  /// Places at some distance, with a line that leads back to the feature.
  private mutating func lead(from point: PaperPoint, clearance: Double, extra: Double) {
    for (block, wrapCost) in settings.prefix(2) {
      let (width, height) = (sketches.blocks[block].width, sketches.blocks[block].height)
      for distance in [5.0, 8, 13, 20, 30] {
        for (c, s) in Self.rays {
          let tip = point.moved(distance * c, distance * s)
          let center = tip.moved(c * width / 2 * (abs(c) > 0.3 ? 1 : 0.6), s * height / 2)
          var sketch = sketches.flat(
            block, around: center,
            cost: 3.5 + request.leaderCost + distance * 0.2 + wrapCost + extra)
          sketch.leader = sketches.leader(to: sketch, from: point, clearance: clearance)
          if sketch.leader == nil { sketches.forget(sketch) } else { sketches.keep(sketch) }
        }
      }
    }
  }
}

extension LabelSketches {
  /// A line from a point to the nearest spot of a sketch's ink; `nil` where there is no room for one.
  func leader(
    to sketch: LabelSketch, from point: PaperPoint, clearance: Double
  ) -> (from: PaperPoint, to: PaperPoint)? {
    var (end, length) = (point, Double.infinity)
    for index in sketch.boxes {
      let box = boxes[index]
      let spot = PaperPoint(
        x: min(max(point.x, box.minX), box.maxX), y: min(max(point.y, box.minY), box.maxY))
      let distance = point.distance(to: spot)
      if distance < length { (end, length) = (spot, distance) }
    }
    guard length > clearance + 1.2, length.isFinite else { return nil }
    return (point.interpolated(to: end, at: (clearance + 0.2) / length), end)
  }
}
