internal import MapGeometry

/// How wide ground is between walls that face each other.
///
/// The largest circle of the ground that touches a wall at a point is stopped by another wall. Where
/// that happens on nearly the other side of the circle the walls face each other, and the diameter is
/// the width of the ground there. A circle that is stopped beside it lies in a corner, and one that is
/// stopped by a sharp corner of a wall lies in a mouth: neither says how wide the ground is.
struct FacingWalls {
  /// What was found along some wall.
  struct Stretch {
    /// How much of the wall has one that faces it, in metres.
    var length = 0.0
    /// The least and the greatest width of the ground there; `nil` where no wall faces it.
    var widths: ClosedRange<Double>?

    mutating func add(_ width: Double) {
      widths = widths.map { min($0.lowerBound, width)...max($0.upperBound, width) } ?? width...width
    }
  }

  let walls: Walls
  /// The width up to which walls face each other, in metres.
  let limit: Double

  /// The cosine of the angle at which ground is twice as deep as wide, 29°: walls that are turned
  /// further from each other meet in a corner.
  private static let gentle = 0.875
  /// Coordinates of millions of metres are known to a millionth.
  private static let noise = 1e-6

  /// The ground along some pieces of walls.
  ///
  /// - Parameters:
  ///   - reach: How far the pieces may be from their walls, in metres.
  ///   - rest: How far to look beyond their ends: they may have been cut off a little too soon.
  func stretch(along edges: [Segment], within reach: Double, and rest: Double) -> Stretch {
    var pieces: [Int: [ClosedRange<Double>]] = [:]
    for edge in edges {
      let middle = edge.point(atShare: 0.5)
      let near = walls.places(in: Bounds(middle, middle).insetBy(-reach))
        .map { (wall: $0, distance: walls.segments[$0].distance(to: middle)) }
        .min { $0.distance < $1.distance }
      guard let near, near.distance <= reach else { continue }
      let segment = walls.segments[near.wall]
      let (one, other) = (
        segment.nearest(to: edge.start).share, segment.nearest(to: edge.end).share
      )
      let more = rest / segment.length
      pieces[near.wall, default: []].append(
        max(0, min(one, other) - more)...min(1, max(one, other) + more))
    }
    var found = Stretch()
    for wall in pieces.keys.sorted() {
      for range in Stretches(pieces[wall] ?? []).all { add(wall, range, to: &found) }
    }
    return found
  }

  private func add(_ wall: Int, _ range: ClosedRange<Double>, to found: inout Stretch) {
    let shares = samples(on: wall, range)
    let widths = shares.map { width(at: $0, of: wall) }
    let length = walls.segments[wall].length
    for place in shares.indices {
      if let width = widths[place] { found.add(width) }
      guard place > 0 else { continue }
      switch (widths[place - 1], widths[place]) {
      case (.some, .some): found.length += (shares[place] - shares[place - 1]) * length
      case (nil, nil): break
      case (.some, nil): refine(shares[place - 1], shares[place])
      case (nil, .some): refine(shares[place], shares[place - 1])
      }
    }
    // Between samples the width has its peak where the circle touches a third wall.
    guard let best = widths.indices.max(by: { (widths[$0] ?? 0) < (widths[$1] ?? 0) }) else {
      return
    }
    var (low, high) = (shares[max(best - 1, 0)], shares[min(best + 1, shares.count - 1)])
    for _ in 0..<40 {
      let (one, other) = (low + (high - low) / 3, high - (high - low) / 3)
      let (first, second) = (width(at: one, of: wall), width(at: other, of: wall))
      for width in [first, second].compactMap({ $0 }) { found.add(width) }
      if (first ?? 0) < (second ?? 0) { low = one } else { high = other }
    }

    /// Goes from a place where a wall faces this one towards one where none does, as far as it holds.
    func refine(_ known: Double, _ unknown: Double) {
      var (last, beyond) = (known, unknown)
      for _ in 0..<40 {
        let middle = (last + beyond) / 2
        if let width = width(at: middle, of: wall) {
          found.add(width)
          last = middle
        } else {
          beyond = middle
        }
      }
      found.length += abs(last - known) * length
    }
  }

  /// The places on a wall where what stops a circle may change, and one between each two.
  private func samples(on wall: Int, _ range: ClosedRange<Double>) -> [Double] {
    let segment = walls.segments[wall]
    let (start, end) = (
      segment.point(atShare: range.lowerBound), segment.point(atShare: range.upperBound)
    )
    var shares = [range.lowerBound, range.upperBound]
    for place in walls.places(in: Bounds(start, end).insetBy(-limit)) where place != wall {
      let other = walls.segments[place]
      if let near = segment.stretch(within: limit, of: other) {
        shares += [near.lowerBound, near.upperBound]
      }
      shares += segment.feet(of: other)
    }
    shares = shares.filter(range.contains).sorted()
    var samples: [Double] = []
    for (share, next) in zip(shares, shares.dropFirst()) { samples += [share, (share + next) / 2] }
    return samples + shares.suffix(1)
  }

  /// How wide the ground is across a point of a wall; `nil` where it is wider than the limit, or no wall
  /// faces this one.
  private func width(at share: Double, of wall: Int) -> Double? {
    let segment = walls.segments[wall]
    let touch = segment.point(atShare: share)
    let length = segment.length
    guard length > 0 else { return nil }
    // The ground lies on the right.
    let away = PlanePoint(
      x: (segment.end.y - segment.start.y) / length, y: (segment.start.x - segment.end.x) / length)
    var radius = limit / 2 + Self.noise
    var stop: (wall: Int, point: PlanePoint)?
    for _ in 0..<60 {
      let center = PlanePoint(x: touch.x + radius * away.x, y: touch.y + radius * away.y)
      guard let nearest = nearest(to: center, within: radius - Self.noise / 10, besides: wall)
      else {
        break
      }
      stop = nearest
      let (dx, dy) = (nearest.point.x - touch.x, nearest.point.y - touch.y)
      let rise = dx * away.x + dy * away.y
      guard rise > 0 else { return nil }
      radius = (dx * dx + dy * dy) / (2 * rise)
      guard radius > Self.noise else { return nil }
    }
    guard let stop, 2 * radius <= limit else { return nil }
    let center = PlanePoint(x: touch.x + radius * away.x, y: touch.y + radius * away.y)
    let cosine =
      -((stop.point.x - center.x) * away.x + (stop.point.y - center.y) * away.y) / radius
    let isFacing = cosine <= -Self.gentle && !isSharp(stop.wall, at: stop.point)
    return isFacing || cosine <= -0.999_998 ? 2 * radius : nil
  }

  private func nearest(
    to center: PlanePoint, within radius: Double, besides wall: Int
  ) -> (wall: Int, point: PlanePoint)? {
    var best: (wall: Int, point: PlanePoint)?
    var least = radius
    for place in walls.places(in: Bounds(center, center).insetBy(-radius)) where place != wall {
      let foot = walls.segments[place].nearest(to: center).point
      let distance = foot.distance(to: center)
      if distance < least { (best, least) = ((place, foot), distance) }
    }
    return best
  }

  /// Whether a point of a wall is an end where the wall turns sharply.
  private func isSharp(_ wall: Int, at point: PlanePoint) -> Bool {
    let segment = walls.segments[wall]
    if point.distance(to: segment.end) <= Self.noise {
      return segment.turn(into: walls.segments[walls.next[wall]]) < Self.gentle
    }
    if point.distance(to: segment.start) <= Self.noise {
      return walls.segments[walls.previous[wall]].turn(into: segment) < Self.gentle
    }
    return false
  }
}

extension Segment {
  /// The cosine of the angle by which the way turns into another piece.
  fileprivate func turn(into other: Segment) -> Double {
    let product = length * other.length
    guard product > 0 else { return 1 }
    return
      ((end.x - start.x) * (other.end.x - other.start.x)
      + (end.y - start.y) * (other.end.y - other.start.y)) / product
  }

  /// The shares of the way at which a circle that touches this piece may touch an end of another: right
  /// across, or at the same distance from where both lines meet.
  fileprivate func feet(of other: Segment) -> [Double] {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let (ex, ey) = (other.end.x - other.start.x, other.end.y - other.start.y)
    let square = dx * dx + dy * dy
    guard square > 0 else { return [] }
    func share(of point: PlanePoint) -> Double {
      ((point.x - start.x) * dx + (point.y - start.y) * dy) / square
    }
    var shares = [share(of: other.start), share(of: other.end)]
    let determinant = dx * ey - dy * ex
    guard abs(determinant) > 1e-9 * square.squareRoot() * other.length else { return shares }
    let meeting =
      ((other.start.x - start.x) * ey - (other.start.y - start.y) * ex) / determinant
    let place = PlanePoint(x: start.x + meeting * dx, y: start.y + meeting * dy)
    for point in [other.start, other.end] {
      let reach = place.distance(to: point) / square.squareRoot()
      shares += [meeting - reach, meeting + reach]
    }
    return shares
  }
}
