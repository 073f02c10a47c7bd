extension RuleRegistry {
  /// Rules that hold of any map: geometry, areas, lines, networks, data.
  static let general: [any Rule.Type] = [
    RuleHealth.self
  ]
}
