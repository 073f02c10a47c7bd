public import DistrictPlan

/// Which declared rules look at which layers, so that no layer goes unwatched unseen.
public struct RuleCoverage: Sendable {
  /// A layer and the rules that look at its features.
  public struct Row: Sendable {
    /// The layer.
    public let layer: Layer
    /// How many features it has.
    public let features: Int
    /// The codes of rules declared on features of the layer, in order.
    public let rules: [String]
    /// The codes of rules that hold other features against the layer, in order.
    public let asPartner: [String]
    /// The codes of rules that look at every feature of the plan.
    public let byAll: [String]
    /// The kinds of claims that name features of the layer, in order.
    public let claims: [ClaimKind]

    /// Whether only the rules that look at everything look at the layer.
    public var isUnwatched: Bool { rules.isEmpty && asPartner.isEmpty && claims.isEmpty }
  }

  /// The layers in the order of the manifest.
  public let rows: [Row]
  /// The codes of rules that the plan does not declare, in order.
  public let undeclared: [String]

  /// Finds out what looks at what.
  public init(of plan: Plan) {
    var builder = TaskBuilder(plan: plan)
    let tasks = plan.rules.compactMap { builder.task(for: $0)?.1 }.filter { !$0.isOff }
    let everywhere = Set(tasks.filter(\.on.isEmpty).map(\.description.code))
    let claimed = plan.claims.map { claim in
      (claim.kind, Set(plan.subjects(of: claim)))
    }
    rows = plan.layers.map { layer in
      let ids = Set(plan.features(in: layer).map(\.id))
      func codes(_ features: (RuleTask) -> [PlanFeature]) -> [String] {
        Set(
          tasks.filter { task in features(task).contains { ids.contains($0.id) } }
            .map(\.description.code)
        ).sorted()
      }
      return Row(
        layer: layer, features: ids.count,
        rules: codes { $0.on.isEmpty ? [] : $0.features }, asPartner: codes(\.partners),
        byAll: everywhere.sorted(),
        claims: ClaimKind.allCases.filter { kind in
          claimed.contains { $0.0 == kind && !$0.1.isDisjoint(with: ids) }
        })
    }
    let declared = Set(tasks.map(\.description.code))
    undeclared = RuleRegistry.all.map { $0.description.code }.filter { !declared.contains($0) }
  }
}
