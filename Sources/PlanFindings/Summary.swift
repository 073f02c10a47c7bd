public import Messages

/// What a check looked at, so that silence can be told from proof.
public struct CheckSummary: Hashable, Sendable {
  /// How many rule declarations ran.
  public var rules = 0
  /// How many features they looked at.
  public var features = 0
  /// How many pairs of features were compared.
  public var pairs = 0
  /// How many claims of statements were evaluated.
  public var claims = 0
  /// How many statements those claims belong to.
  public var statements = 0
  /// How many overlaps and gaps were too small to count.
  public var belowNoiseFloor = 0
  /// What each declaration looked at, in the order of the manifest; rules that judge others come last.
  public var runs: [RuleRun] = []

  /// The codes of rules that would have looked at changes, had there been a state to compare with.
  public var uncompared: [String] = []

  /// Which part of the findings is reported; `nil` for all.
  public var scope: ChangeScope?

  /// How files without a plan were measured; `nil` where a plan says so itself.
  public var terms: MeasuringTerms?

  /// The map sheets that were looked over, each under each theme; empty for a check of the plan.
  public var sheets: [SheetStatistics] = []

  /// Creates an empty summary.
  public init() {}

  /// Adds what another check looked at.
  public mutating func add(_ other: CheckSummary) {
    rules += other.rules
    features += other.features
    pairs += other.pairs
    claims += other.claims
    statements += other.statements
    belowNoiseFloor += other.belowNoiseFloor
    runs += other.runs
    uncompared = Set(uncompared + other.uncompared).sorted()
    scope = scope ?? other.scope
    terms = terms ?? other.terms
    sheets += other.sheets
  }
}

/// The part of a plan that has changed since an earlier state, when only that is reported.
public struct ChangeScope: Hashable, Sendable {
  /// What the earlier state is called.
  public let revision: String
  /// How many features are new or not what they were.
  public let changed: Int
  /// How many features are no longer there.
  public let removed: Int
  /// How near to a change a finding belongs to it, in metres.
  public let reach: Double
  /// How many findings lie elsewhere and are not reported.
  public let leftOut: Int

  /// Creates a description.
  public init(revision: String, changed: Int, removed: Int, reach: Double, leftOut: Int) {
    self.revision = revision
    self.changed = changed
    self.removed = removed
    self.reach = reach
    self.leftOut = leftOut
  }

  /// The scope in a sentence.
  public var phrase: Wording {
    let metres = DecimalText.short(reach)
    return Wording(
      "since \(revision): \(changed) \(changed == 1 ? "feature" : "features") changed, "
        + "\(removed) removed; \(leftOut) \(leftOut == 1 ? "finding" : "findings") "
        + "more than \(metres) m away \(leftOut == 1 ? "is" : "are") not shown",
      zh: "自 \(revision) 以来：改动要素 \(changed) 个，删除 \(removed) 个；"
        + "距改动 \(metres) m 以外的 \(leftOut) 项发现未列出")
  }
}
