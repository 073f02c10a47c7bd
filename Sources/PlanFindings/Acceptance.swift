public import GeoJSONCoding

/// Who accepted a finding, and why.
public struct Acceptance: Hashable, Sendable {
  /// The reason given.
  public let reason: String
  /// Who answers for it.
  public let owner: String?
  /// The conflict between documents that it belongs to, such as `C04`.
  public let conflict: String?
  /// The last day on which it holds, such as `2024-06-30`.
  public let until: String?
  /// Where the entry stands.
  public let location: SourceLocation?

  /// Creates an acceptance.
  public init(
    reason: String, owner: String?, conflict: String?, until: String? = nil,
    location: SourceLocation? = nil
  ) {
    self.reason = reason
    self.owner = owner
    self.conflict = conflict
    self.until = until
    self.location = location
  }
}
