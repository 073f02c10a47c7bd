public import DistrictPlan
public import Messages
public import PlanFindings

/// One declaration of a rule, resolved: which features, with what settings.
public struct RuleTask: Sendable {
  /// The rule that was declared.
  public let description: RuleDescription
  /// How much its findings weigh.
  public let severity: Severity
  /// The features it was declared on; all features when the declaration names none.
  public let features: [PlanFeature]
  /// The features to hold them against; empty when the declaration names none.
  public let partners: [PlanFeature]
  /// The names the declaration uses for the features, for messages; empty for all.
  public let on: [String]
  /// The names the declaration uses for the partners.
  public let with: [String]
  /// The settings, each read once and known to be well-formed.
  let quantities: [String: Double]
  let counts: [String: Int]
  let words: [String: String]
  let references: [String: Reference]

  /// A setting with a unit, in base units.
  public func quantity(_ name: String) -> Double { quantities[name] ?? 0 }
  /// A setting with a unit that has no default.
  public func optionalQuantity(_ name: String) -> Double? { quantities[name] }
  /// A whole number.
  public func count(_ name: String) -> Int? { counts[name] }
  /// A word.
  public func word(_ name: String) -> String? { words[name] }
  /// A reference to other features.
  public func reference(_ name: String) -> Reference? { references[name] }

  /// Creates a finding of this rule.
  public func finding(
    _ message: Wording, parties: [Finding.Party], measure: Measure? = nil,
    place: Place? = nil, statements: [String] = [], help: Wording? = nil,
    fix: SuggestedFix? = nil, severity: Severity? = nil, isDegraded: Bool = false
  ) -> Finding {
    Finding(
      code: description.code, ruleName: description.name, severity: severity ?? self.severity,
      message: message, parties: parties, measure: measure, geometry: place?.geometry,
      anchor: place?.anchor, statements: statements, help: help ?? description.fix,
      fix: fix, isDegraded: isDegraded)
  }
}
