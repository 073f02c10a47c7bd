public import GeoJSONCoding

/// One thing a document says about the plan, in our words, with the exact terms it rests on.
public struct Statement: Identifiable, Hashable, Sendable {
  /// The key, such as `S004`.
  public let id: String
  /// The document that says it.
  public let document: String
  /// What it says, in our words.
  public let says: String
  /// Exact short terms of the document: names, slogans, figures, action words.
  public let terms: [String]
  /// What a program can test; empty when out of scope.
  public let claims: [Claim]
  /// Why nothing can be tested, where that is so.
  public let outOfScope: OutOfScope?
  /// Where the entry stands.
  public let location: SourceLocation
}

/// Why a statement has no claim.
public struct OutOfScope: Hashable, Sendable {
  /// The reasons a statement can have.
  public enum Cause: String, Hashable, Sendable, CaseIterable {
    /// A name for a role, not a place.
    case label
    /// Nothing to test.
    case none
    /// How the administration works.
    case governance
    /// Money.
    case money
    /// What it speaks of is listed nowhere.
    case noData = "no-data"
    /// A wish without measure.
    case intent
    /// Not about the ground.
    case notSpatial = "not-spatial"
  }

  /// The reason.
  public let cause: Cause
  /// The reason in a sentence.
  public let note: String
}

/// A place where documents, or readings of one, disagree.
public struct Conflict: Identifiable, Hashable, Sendable {
  /// The key, such as `C04`.
  public let id: String
  /// The statements that disagree.
  public let statements: [String]
  /// What they disagree about.
  public let about: String
  /// How the plan treats it.
  public let treatment: String
  /// The rules whose findings show it, accepted or not; empty where no program can.
  public let shownBy: [String]
  /// Where the entry stands.
  public let location: SourceLocation
}
