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
  }
}
