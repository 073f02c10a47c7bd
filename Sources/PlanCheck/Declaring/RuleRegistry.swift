/// Every rule there is.
public enum RuleRegistry {
  /// The rules, ordered by code.
  public static let all: [any Rule.Type] = (general + plan)
    .map { (code: $0.description.code, rule: $0) }.sorted { $0.code < $1.code }.map { $0.rule }

  /// The rule with a code or a name.
  public static func rule(_ codeOrName: String) -> (any Rule.Type)? {
    byCodeOrName[codeOrName]
  }

  private static let byCodeOrName: [String: any Rule.Type] = Dictionary(
    all.flatMap { rule in
      let description = rule.description
      return [(description.code, rule), (description.name, rule)]
    }, uniquingKeysWith: { first, _ in first })
}
