internal import MapGeometry

// Where straight pieces come together, told as shares of the way along the first.
extension Segment {
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
