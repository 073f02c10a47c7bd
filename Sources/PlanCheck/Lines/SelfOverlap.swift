internal import DistrictPlan
internal import MapGeometry
internal import MapTopology

/// Where the lines of a feature run along themselves or one another.
struct SelfOverlap {
  /// The stretches that are passed more than once, each once, as they lie on the first pass.
  let stretches: [Line<PlanePoint>]

  /// - Parameter acrossParts: Whether one part of a line may run along another too.
  init(of feature: PlanFeature, tolerance: Double, acrossParts: Bool = true) {
    let own = FeaturePieces(feature)
    let isLine = own.runs.map { !$0.isRing }
    let pieces = own.pieces.map(\.segment)
    // Of each piece: what later ones run along, and what runs along earlier ones.
    var later: [Int: [ClosedRange<Double>]] = [:]
    var earlier: [Int: [ClosedRange<Double>]] = [:]
    own.index.forEachPair(margin: tolerance) { first, second in
      guard isLine[own.pieces[first].run], isLine[own.pieces[second].run],
        acrossParts || own.pieces[first].run == own.pieces[second].run,
        let own = pieces[first].sharedStretch(with: pieces[second], within: tolerance),
        let others = pieces[second].sharedStretch(with: pieces[first], within: tolerance)
      else { return }
      later[first, default: []].append(own)
      earlier[second, default: []].append(others)
    }
    stretches = later.keys.sorted().flatMap { place in
      let known = Stretches(earlier[place] ?? [], joining: tolerance)
      return Stretches(later[place] ?? [], joining: tolerance).all
        .flatMap { known.rest(of: $0) }
        .compactMap { range in
          try? Line([
            pieces[place].point(at: range.lowerBound), pieces[place].point(at: range.upperBound),
          ])
        }
    }
  }
}

extension Segment {
  /// The stretch that is the same place as a stretch of another segment, in metres from the start;
  /// `nil` where they meet in a point at most.
  func sharedStretch(with other: Segment, within tolerance: Double) -> ClosedRange<Double>? {
    guard let shares = contact(with: other, within: tolerance),
      shares.lowerBound < shares.upperBound
    else { return nil }
    return shares.lowerBound * length...shares.upperBound * length
  }
}
