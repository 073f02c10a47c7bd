/// Every rule there is.
public enum RuleRegistry {
  /// The rules, ordered by code.
  public static let all: [any Rule.Type] = (general + plan).sorted {
    $0.description.code < $1.description.code
  }

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
