internal import DistrictPlan
internal import PlanNetwork

extension CheckContext {
  /// The lines of features and the outlines of areas among them, taken apart once for each set.
  func lines(of features: [PlanFeature]) -> PlanLines {
    remembered(FeatureSet(features), in: \.lines) { PlanLines(features) }
  }

  /// The places that the lines of features share, found once for each set.
  func places(of features: [PlanFeature], tolerance: Double) -> LinePlaces {
    remembered(NetworkKey(features, tolerance), in: \.places) {
      LinePlaces(of: lines(of: features), tolerance: tolerance)
    }
  }

  /// The network of features, built once for each set.
  func network(of features: [PlanFeature], tolerance: Double) -> LineNetwork {
    remembered(NetworkKey(features, tolerance), in: \.networks) {
      LineNetwork(places(of: features, tolerance: tolerance))
    }
  }

  /// The ends of lines that meet nothing, found once for each set.
  func looseEnds(of features: [PlanFeature], tolerance: Double) -> [LineEnd] {
    remembered(NetworkKey(features, tolerance), in: \.looseEnds) {
      lines(of: features).looseEnds(tolerance: tolerance)
    }
  }

  /// The lines of features and the outlines of areas among them by their edges, taken apart once for each set.
  func linesAndOutlines(of features: [PlanFeature], tolerance: Double) -> LineSet {
    remembered(NetworkKey(features, tolerance), in: \.lineSets) {
      LineSet(features, tolerance: tolerance, outlines: true)
    }
  }

  private func remembered<Key: Hashable, Value>(
    _ key: Key, in known: ReferenceWritableKeyPath<CheckContext, [Key: Value]>, _ make: () -> Value
  ) -> Value {
    if let value = self[keyPath: known][key] { return value }
    let value = make()
    self[keyPath: known][key] = value
    return value
  }
}

/// A list of features as what something is remembered by.
struct FeatureSet: Hashable {
  private let features: [PlanFeature]

  init(_ features: [PlanFeature]) { self.features = features }

  static func == (a: FeatureSet, b: FeatureSet) -> Bool {
    guard a.features.count == b.features.count else { return false }
    // Rules on one layer have one list in common, which tells at once that it is the same.
    let isOne = a.features.withUnsafeBufferPointer { first in
      b.features.withUnsafeBufferPointer { $0.baseAddress == first.baseAddress }
    }
    return isOne || zip(a.features, b.features).allSatisfy { $0 === $1 }
  }

  /// Takes a few of the features, which tell most lists apart.
  func hash(into hasher: inout Hasher) {
    hasher.combine(features.count)
    for feature in [features.first, features.last] {
      hasher.combine(feature.map { ObjectIdentifier($0) })
    }
  }
}

/// What tells one network, or one set of lines, of a plan from another.
struct NetworkKey: Hashable {
  private let features: FeatureSet
  private let tolerance: Double

  init(_ features: [PlanFeature], _ tolerance: Double) {
    self.features = FeatureSet(features)
    self.tolerance = tolerance
  }
}
