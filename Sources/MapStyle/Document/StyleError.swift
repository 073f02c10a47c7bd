public import GeoJSONCoding
public import Messages

/// A fault of a style, and where it stands.
public struct StyleError: WordedError, Hashable, Sendable {
  /// Where the fault is.
  public var location: SourceLocation
  /// The place in the document, as MapLibre writes it: `layers[3].paint.fill-color[2]`.
  public var path: String
  /// What is there.
  public var message: Wording
  /// What to do about it.
  public var help: Wording?
  /// Whether the style can be used in spite of it.
  public var isWarning: Bool

  /// Creates a fault.
  public init(
    location: SourceLocation, path: String = "", message: Wording, help: Wording? = nil,
    isWarning: Bool = false
  ) {
    self.location = location
    self.path = path
    self.message = message
    self.help = help
    self.isWarning = isWarning
  }
}

extension StyleError {
  /// Creates a fault from text that is no JSON.
  public init(_ error: JSONError) {
    let isDeep = error.message == JSONParser.nestedTooDeep
    self.init(
      location: error.location, message: error.message,
      help: isDeep
        ? Wording("name parts with 'let', or use fewer brackets", zh: "用“let”为各部分命名，或减少括号")
        : error.help)
  }

  /// The message.
  public var wording: Wording { message }

  /// The message in English with its place; the path and the help on lines of their own.
  public var description: String {
    "\(location): \(message.english)"
      + (path.isEmpty ? "" : "\n  in \(path)")
      + (help.map { "\n  help: \($0.english)" } ?? "")
  }
}
