/// Every rule there is, ordered by code.
public enum RuleRegistry {
  /// The rules.
  public static let all: [any Rule.Type] = [
    RuleHealth.self
  ]

  /// The rule with a code or a name.
  public static func rule(_ codeOrName: String) -> (any Rule.Type)? {
    all.first { $0.description.code == codeOrName || $0.description.name == codeOrName }
  }
}
