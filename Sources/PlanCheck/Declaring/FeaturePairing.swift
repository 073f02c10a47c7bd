internal import DistrictPlan

/// Which features of a task are held against which: each against each other, or against the partners.
struct FeaturePairing {
  /// Every feature that takes part, once, in order.
  let features: [PlanFeature]
  private let isOn: [Bool]
  private let isWith: [Bool]

  init(_ task: RuleTask) {
    let (on, with) = (Set(task.features.map(\.id)), Set(task.partners.map(\.id)))
    var seen: Set<String> = []
    features = (task.features + task.partners).filter { seen.insert($0.id).inserted }
      .sorted { $0.id < $1.id }
    isOn = features.map { on.contains($0.id) }
    isWith = features.map { task.with.isEmpty ? on.contains($0.id) : with.contains($0.id) }
  }

  /// On which sides of the declaration a feature stands.
  func sides(of feature: Int) -> [Bool] { [isOn[feature], isWith[feature]] }

  /// Whether the declaration holds one of two features against the other, in either order.
  func isWanted(_ a: Int, _ b: Int) -> Bool { isOn[a] && isWith[b] || isOn[b] && isWith[a] }
}
