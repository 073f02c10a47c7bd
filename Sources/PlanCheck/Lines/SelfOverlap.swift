internal import DistrictPlan
internal import MapGeometry
internal import MapTopology

/// Where the lines of a feature run along themselves or one another.
struct SelfOverlap {
  /// The stretches that are passed more than once, each once, as they lie on the first pass.
  let stretches: [Line<PlanePoint>]

  init(of feature: PlanFeature, tolerance: Double) {
    let own = FeaturePieces(feature)
    let isLine = own.runs.map { !$0.isRing }
    let pieces = own.pieces.map(\.segment)
    // Of each piece: what later ones run along, and what runs along earlier ones.
    var later: [Int: [ClosedRange<Double>]] = [:]
    var earlier: [Int: [ClosedRange<Double>]] = [:]
    own.index.forEachPair(margin: tolerance) { first, second in
      guard isLine[own.pieces[first].run], isLine[own.pieces[second].run],
        let shared = pieces[first].stretch(along: pieces[second], tolerance: tolerance)
      else { return }
      later[first, default: []].append(shared.own)
      earlier[second, default: []].append(shared.others)
    }
    stretches = later.keys.sorted().flatMap { place in
      let known = Self.united(earlier[place] ?? [], closing: tolerance)
      return Self.united(later[place] ?? [], closing: tolerance)
        .flatMap { Self.rest(of: $0, without: known) }
        .compactMap { range in
          try? Line([
            pieces[place].point(at: range.lowerBound), pieces[place].point(at: range.upperBound),
          ])
        }
    }
  }

  /// The ranges joined where they overlap or nearly meet.
  private static func united(
    _ ranges: [ClosedRange<Double>], closing gap: Double
  ) -> [ClosedRange<Double>] {
    var result: [ClosedRange<Double>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound <= last.upperBound + gap {
        result[result.count - 1] =
          last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }

  /// What is left of a range once others, sorted and apart, are taken off.
  private static func rest(
    of range: ClosedRange<Double>, without others: [ClosedRange<Double>]
  ) -> [ClosedRange<Double>] {
    var result: [ClosedRange<Double>] = []
    var low = range.lowerBound
    for other in others where other.upperBound > low && other.lowerBound < range.upperBound {
      if other.lowerBound > low { result.append(low...other.lowerBound) }
      low = max(low, other.upperBound)
    }
    if low < range.upperBound { result.append(low...range.upperBound) }
    return result
  }
}
