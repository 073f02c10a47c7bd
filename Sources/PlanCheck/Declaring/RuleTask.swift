public import DistrictPlan
public import GeoJSONCoding
public import Messages
public import PlanFindings

/// One declaration of a rule, resolved: which features, with what settings.
public struct RuleTask: Sendable {
  /// The rule that was declared.
  public let description: RuleDescription
  /// How much its findings weigh.
  public let severity: Severity
  /// Whether the rule is known and does not run: the declaration says `severity: off`, or the texts that
  /// it reads are not at hand.
  public let isOff: Bool
  /// The features it was declared on; all features when the declaration names none.
  public let features: [PlanFeature]
  /// The features to hold them against; empty when the declaration names none.
  public let partners: [PlanFeature]
  /// The names the declaration uses for the features, for messages; empty for all.
  public let on: [String]
  /// The names the declaration uses for the partners.
  public let with: [String]
  /// The features it would have been on in the earlier state that the check compares with; `nil` when
  /// there was none.
  let earlierFeatures: [PlanFeature]?
  let settings: RuleSettings
  /// Where the declaration stands.
  public let location: SourceLocation

  /// A setting with a unit, in base units.
  public func quantity(_ name: String) -> Double { settings.quantities[name] ?? 0 }
  /// A setting with a unit that has no default.
  public func optionalQuantity(_ name: String) -> Double? { settings.quantities[name] }
  /// A number without a unit.
  public func number(_ name: String) -> Double? { settings.numbers[name] }
  /// A whole number.
  public func count(_ name: String) -> Int? { settings.counts[name] }
  /// A word or a text.
  public func word(_ name: String) -> String? { settings.texts[name]?.first }
  /// Some texts; empty where the declaration gives none.
  public func texts(_ name: String) -> [String] { settings.texts[name] ?? [] }
  /// The members of a mapping; empty where the declaration gives none.
  public func members(_ name: String) -> [RuleDeclaration.Member] {
    settings.mappings[name] ?? []
  }
  /// Whether the declaration gives a setting, rather than leaving it to the default.
  func gives(_ name: String) -> Bool { settings.given.contains(name) }
  /// Whether the declaration names features and a severity at most.
  ///
  /// Such a declaration of a data rule stands for the faults of reading too; one with settings of its
  /// own is about its features only.
  var isPlain: Bool { settings.given.isEmpty && with.isEmpty }

  /// A reference to other features.
  public func reference(_ name: String) -> Reference? { settings.references[name] }

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
