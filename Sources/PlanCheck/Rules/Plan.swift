extension RuleRegistry {
  /// Rules of group K: what documents claim against what the map shows.
  static let plan: [any Rule.Type] = []
}
