internal import MapGeometry

// Where straight pieces come together, told as shares of the way along the first.
extension Segment {
  /// The length in metres.
  var length: Double { start.distance(to: end) }

  /// The stretch of the segment that is the same place as a stretch of another; one share twice where
  /// they only meet in a point, `nil` where they do not meet.
  ///
  /// Ends within the tolerance of the other segment lie on it, and what lies between two of them runs
  /// along it. Segments that cross at however small an angle meet in a point.
  func contact(with other: Segment, within tolerance: Double) -> ClosedRange<Double>? {
    var (low, high) = (Double.infinity, -Double.infinity)
    func note(_ share: Double) {
      low = min(low, share)
      high = max(high, share)
    }
    if other.distance(to: start) <= tolerance { note(0) }
    if other.distance(to: end) <= tolerance { note(1) }
    for point in [other.start, other.end] {
      let nearest = nearest(to: point)
      if nearest.point.distance(to: point) <= tolerance { note(nearest.share) }
    }
    if low > high, let crossing = crossing(with: other) { note(nearest(to: crossing).share) }
    return low <= high ? low...high : nil
  }

  /// The stretch of the segment that lies within a distance of another; `nil` where none does.
  func stretch(within distance: Double, of other: Segment) -> ClosedRange<Double>? {
    let length = length
    guard length > 0 else { return other.distance(to: start) <= distance ? 0...1 : nil }
    let direction = PlanePoint(x: (end.x - start.x) / length, y: (end.y - start.y) / length)
    var (low, high) = (Double.infinity, -Double.infinity)
    func note(_ from: Double, _ to: Double) {
      let (from, to) = (max(0, from), min(length, to))
      guard from <= to else { return }
      low = min(low, from)
      high = max(high, to)
    }
    // All that lies within the distance: a disc about each end, and the band between them. The stretch
    // in each is one piece, and so is the whole.
    for center in [other.start, other.end] {
      let along = (center.x - start.x) * direction.x + (center.y - start.y) * direction.y
      let across = (center.x - start.x) * direction.y - (center.y - start.y) * direction.x
      guard abs(across) <= distance else { continue }
      let half = (distance * distance - across * across).squareRoot()
      note(along - half, along + half)
    }
    if let band = bandStretch(within: distance, of: other, along: direction) {
      note(band.lowerBound, band.upperBound)
    }
    return low <= high ? (low / length)...(high / length) : nil
  }

  /// The part of the segment's carrier, in metres from the start, that lies beside the other segment
  /// and within a distance of it.
  private func bandStretch(
    within distance: Double, of other: Segment, along direction: PlanePoint
  ) -> ClosedRange<Double>? {
    let width = other.length
    guard width > 0 else { return nil }
    let axis = PlanePoint(
      x: (other.end.x - other.start.x) / width, y: (other.end.y - other.start.y) / width)
    let (dx, dy) = (start.x - other.start.x, start.y - other.start.y)
    let ahead = range(
      from: dx * axis.x + dy * axis.y, slope: direction.x * axis.x + direction.y * axis.y,
      within: 0...width)
    let aside = range(
      from: dy * axis.x - dx * axis.y, slope: direction.y * axis.x - direction.x * axis.y,
      within: -distance...distance)
    guard let ahead, let aside, ahead.overlaps(aside) else { return nil }
    return ahead.clamped(to: aside)
  }

  /// Where `from + slope * t` lies within limits.
  private func range(from: Double, slope: Double, within limits: ClosedRange<Double>)
    -> ClosedRange<Double>?
  {
    guard abs(slope) > 1e-12 else {
      return limits.contains(from)
        ? -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude : nil
    }
    let ends = [(limits.lowerBound - from) / slope, (limits.upperBound - from) / slope]
    return min(ends[0], ends[1])...max(ends[0], ends[1])
  }
}

/// Stretches of something measured from its start, joined where they touch.
struct Stretches {
  private(set) var all: [ClosedRange<Double>] = []

  /// Joins stretches, which need not be in order.
  ///
  /// - Parameter gap: Stretches no further apart than this are one.
  init(_ stretches: [ClosedRange<Double>], joining gap: Double = 0) {
    for next in stretches.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = all.last, next.lowerBound <= last.upperBound + gap {
        all[all.count - 1] = last.lowerBound...max(last.upperBound, next.upperBound)
      } else {
        all.append(next)
      }
    }
  }

  /// How long they are together.
  var length: Double { all.reduce(0) { $0 + ($1.upperBound - $1.lowerBound) } }

  /// What they leave of a whole.
  func rest(of whole: ClosedRange<Double>) -> [ClosedRange<Double>] {
    var rest: [ClosedRange<Double>] = []
    var start = whole.lowerBound
    for stretch in all {
      if stretch.lowerBound > start, start < whole.upperBound {
        rest.append(start...min(stretch.lowerBound, whole.upperBound))
      }
      start = max(start, stretch.upperBound)
    }
    if start < whole.upperBound { rest.append(start...whole.upperBound) }
    return rest
  }

  /// How much of a stretch they leave.
  func restLength(of whole: ClosedRange<Double>) -> Double {
    rest(of: whole).reduce(0) { $0 + ($1.upperBound - $1.lowerBound) }
  }
}
