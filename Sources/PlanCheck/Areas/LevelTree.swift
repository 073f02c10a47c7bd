internal import DistrictPlan
internal import MapTopology

/// Areas that name their level and their parent, ready to be asked for the parent of each.
struct LevelTree {
  /// Every feature that takes part, once, in order.
  let features: [PlanFeature]
  /// The rank of each feature: parents come one before their children; `nil` where it has none.
  let ranks: [Int?]
  /// The rank that needs no parent.
  let root: Int?
  private let namesOfParents: [String?]
  private let bearers: [String: [Int]]

  /// - Parameters:
  ///   - level: The property that holds the level.
  ///   - parent: The property that names the parent.
  ///   - key: The property by which a parent is named.
  ///   - order: The levels from the top down; empty where levels are consecutive numbers.
  init(_ features: [PlanFeature], level: String, parent: String, key: String, order: [String]) {
    self.features = features
    ranks = features.map { feature in
      guard let value = feature.attribute(level) else { return nil }
      guard order.isEmpty else { return order.firstIndex { value.means($0) } }
      return value.number.flatMap { Int(exactly: $0) }
    }
    root = order.isEmpty ? ranks.compactMap { $0 }.min() : 0
    namesOfParents = features.map { feature in
      feature.attribute(parent).map(\.written).flatMap { $0.isEmpty ? nil : $0 }
    }
    bearers = Dictionary(
      features.enumerated().compactMap { place, feature in
        let name = key == "id" ? feature.id : feature.attribute(key)?.written
        return name.map { ($0, [place]) }
      }, uniquingKeysWith: +)
  }

  /// What an area says of its parent.
  enum Claim {
    /// It is of the highest level.
    case top
    /// It has no level, or one that is not known.
    case noLevel
    /// It names no parent.
    case noParent
    /// It names a parent that does not exist.
    case unknown(String)
    /// The parent is not one level above.
    case wrongLevel(Int)
    /// The name stands for several areas one level above.
    case ambiguous([Int])
    /// The parent one level above.
    case parent(Int)
  }

  /// What the area at a place says of its parent.
  func claim(of place: Int) -> Claim {
    guard let rank = ranks[place] else { return .noLevel }
    guard rank != root else { return .top }
    guard let name = namesOfParents[place] else { return .noParent }
    let named = (bearers[name] ?? []).filter { $0 != place }
    guard let first = named.first else { return .unknown(name) }
    let above = named.filter { ranks[$0] == rank - 1 }
    guard let parent = above.first else { return .wrongLevel(first) }
    return above.count > 1 ? .ambiguous(above) : .parent(parent)
  }
}

extension FeatureValue {
  /// Whether the value is what a declaration writes: the same text, or the same number.
  fileprivate func means(_ text: String) -> Bool {
    written == text || (number.map { $0 == Double(text) } ?? false)
  }
}
