public import GeoJSONCoding
public import Messages

/// Why a sheet could not be made.
public struct RenderError: WordedError, Hashable, Sendable {
  /// The place in `sheets.yaml` or a style, where known.
  public let location: SourceLocation?
  /// What is.
  public let message: Wording
  /// What to do about it.
  public let help: Wording?
  /// Whether what stands around the map needs more room.
  var isOverflow = false

  /// Creates an error.
  public init(location: SourceLocation? = nil, message: Wording, help: Wording? = nil) {
    self.location = location
    self.message = message
    self.help = help
  }
}

extension RenderError {
  /// What stands around a map needs more room than the panel has.
  static func overflow(at location: SourceLocation?, _ message: Wording, help: Wording)
    -> RenderError
  {
    var error = RenderError(location: location, message: message, help: help)
    error.isOverflow = true
    return error
  }

  /// The message.
  public var wording: Wording { message }

  /// The place, the message and the help in English.
  public var description: String {
    (location.map { "\($0): " } ?? "") + message.english
      + (help.map { "\n  help: \($0.english)" } ?? "")
  }
}
