public import GeoJSONCoding

/// A fault of a style, and where it stands.
public struct StyleError: Error, Hashable, Sendable {
  /// Where the fault is.
  public var location: SourceLocation
  /// The place in the document, as MapLibre writes it: `layers[3].paint.fill-color[2]`.
  public var path: String
  /// What is there.
  public var message: String
  /// What to do about it.
  public var help: String?
  /// Whether the style can be used in spite of it.
  public var isWarning: Bool

  /// Creates a fault.
  public init(
    location: SourceLocation, path: String = "", message: String, help: String? = nil,
    isWarning: Bool = false
  ) {
    self.location = location
    self.path = path
    self.message = message
    self.help = help
    self.isWarning = isWarning
  }
}

extension StyleError: CustomStringConvertible {
  /// The message with its place; the path and the help on lines of their own.
  public var description: String {
    "\(location): \(message)"
      + (path.isEmpty ? "" : "\n  in \(path)")
      + (help.map { "\n  help: \($0)" } ?? "")
  }
}
