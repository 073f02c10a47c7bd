/// Stretches of something measured from its start, in order, joined where they touch.
public struct Stretches: Hashable, Sendable {
  /// The stretches, none touching the next.
  public private(set) var all: [ClosedRange<Double>] = []

  /// Joins stretches, which need not be in order.
  ///
  /// - Parameter gap: Stretches no further apart than this are one.
  public init(_ stretches: [ClosedRange<Double>], joining gap: Double = 0) {
    for next in stretches.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = all.last, next.lowerBound <= last.upperBound + gap {
        all[all.count - 1] = last.lowerBound...max(last.upperBound, next.upperBound)
      } else {
        all.append(next)
      }
    }
  }

  /// How long they are together.
  public var length: Double { all.reduce(0) { $0 + ($1.upperBound - $1.lowerBound) } }

  /// What they leave of a whole, in order.
  public func rest(of whole: ClosedRange<Double>) -> [ClosedRange<Double>] {
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

  /// How much of a whole they leave.
  public func restLength(of whole: ClosedRange<Double>) -> Double {
    rest(of: whole).reduce(0) { $0 + ($1.upperBound - $1.lowerBound) }
  }
}
