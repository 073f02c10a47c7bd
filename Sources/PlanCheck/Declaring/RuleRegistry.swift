/// Every rule there is.
public enum RuleRegistry {
  /// The rules, ordered by code.
  public static let all: [any Rule.Type] = (general + plan).sorted {
    $0.description.code < $1.description.code
  }

  /// The rule with a code or a name.
  public static func rule(_ codeOrName: String) -> (any Rule.Type)? {
    all.first { $0.description.code == codeOrName || $0.description.name == codeOrName }
  }
}
