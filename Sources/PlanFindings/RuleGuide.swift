public import Messages

/// What a reader of a finding needs to know about the rule that found it.
public struct RuleGuide: Hashable, Sendable {
  /// The stable code, such as `A01`.
  public let code: String
  /// The name, such as `polygon-no-overlap`.
  public let name: String
  /// How much a finding weighs when a plan does not say.
  public let severity: Severity
  /// What offends the rule, in a sentence.
  public let summary: Wording
  /// Why that matters.
  public let rationale: Wording
  /// How to mend it.
  public let fix: Wording
  /// The case that naive checks get wrong.
  public let trap: Wording?

  /// Creates a guide.
  public init(
    code: String, name: String, severity: Severity, summary: Wording, rationale: Wording,
    fix: Wording, trap: Wording? = nil
  ) {
    self.code = code
    self.name = name
    self.severity = severity
    self.summary = summary
    self.rationale = rationale
    self.fix = fix
    self.trap = trap
  }
}

/// The groups of rules, by the letter that their codes start with.
public enum RuleGroup: String, Hashable, Sendable, CaseIterable {
  case geometry = "G"
  case areas = "A"
  case lines = "L"
  case points = "P"
  case networks = "N"
  case works = "W"
  case data = "D"
  case documents = "K"
  case sheets = "M"

  /// The group of a rule.
  public init?(code: String) { self.init(rawValue: String(code.prefix(1))) }

  /// What the rules of the group look at.
  public var title: Wording {
    switch self {
    case .geometry: Wording("geometry", zh: "几何")
    case .areas: Wording("areas", zh: "面")
    case .lines: Wording("lines", zh: "线")
    case .points: Wording("points", zh: "点")
    case .networks: Wording("networks", zh: "网络")
    case .works: Wording("works", zh: "工程")
    case .data: Wording("data", zh: "数据")
    case .documents: Wording("documents", zh: "文件")
    case .sheets: Wording("map sheets", zh: "图纸")
    }
  }
}
