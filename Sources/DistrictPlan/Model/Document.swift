public import GeoJSONCoding

/// A published text that the plan rests on.
///
/// The text itself is not part of the plan.
public struct Document: Identifiable, Hashable, Sendable {
  /// The key, such as `D1`.
  public let id: String
  /// The headline.
  public let title: String
  /// Who published it.
  public let publisher: String?
  /// When, as far as known.
  public let date: PartialDate
  /// Whether any part of the date is our inference.
  public let isDateInferred: Bool
  /// How the date is known.
  public let dateNote: String?
  /// Its place in time among the documents; equal numbers are contemporaries.
  public let sequence: Int
  /// The name of the file that holds its text, where someone has it.
  public let file: String?
  /// The SHA-256 of that file, in hexadecimal.
  public let sha256: String?
  /// Where the entry stands.
  public let location: SourceLocation
}
