public import GeoJSONCoding

/// A run of a file's text and what to put in its place.
public struct FileReplacement: Hashable, Sendable {
  /// Where the run starts; the file is the one that findings name.
  public let start: SourceLocation
  /// Behind the run; where it starts, for what is only inserted.
  public let end: SourceLocation
  /// What to put there; empty for what is only removed.
  public let text: String

  /// Creates a replacement.
  public init(from start: SourceLocation, to end: SourceLocation, with text: String) {
    self.start = start
    self.end = end
    self.text = text
  }
}
