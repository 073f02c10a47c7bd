/// Why bytes are not JSON, and where.
public struct JSONError: Error, Hashable, Sendable {
  /// Where the text stops being JSON.
  public var location: SourceLocation
  /// What is there.
  public var message: String
  /// What to do about it.
  public var help: String?

  /// Creates an error.
  public init(location: SourceLocation, message: String, help: String? = nil) {
    self.location = location
    self.message = message
    self.help = help
  }
}

extension JSONError: CustomStringConvertible {
  /// One line, or two when there is help.
  public var description: String {
    "\(location): \(message)" + (help.map { "\n  help: \($0)" } ?? "")
  }
}

/// A syntax error before lines and columns are known.
struct SyntaxError: Error {
  var offset: Int
  var message: String
  var help: String?
  /// The bracket that is not closed, where that is the fault.
  var opening: Int?

  init(_ message: String, at offset: Int, help: String? = nil, opening: Int? = nil) {
    self.message = message
    self.offset = offset
    self.help = help
    self.opening = opening
  }

  func located(in source: SourceText) -> JSONError {
    var help = help
    if help == nil, let opening {
      let place = source.location(at: opening)
      let bracket = Character(Unicode.Scalar(source.bytes[opening]))
      help = "close the '\(bracket)' of line \(place.line), column \(place.column)"
    }
    return JSONError(location: source.location(at: offset), message: message, help: help)
  }
}
