public import Messages

/// Why bytes are not JSON, and where.
public struct JSONError: WordedError, Hashable, Sendable {
  /// Where the text stops being JSON.
  public var location: SourceLocation
  /// What is there.
  public var message: Wording
  /// What to do about it.
  public var help: Wording?

  /// Creates an error.
  public init(location: SourceLocation, message: Wording, help: Wording? = nil) {
    self.location = location
    self.message = message
    self.help = help
  }
}

extension JSONError {
  /// The message.
  public var wording: Wording { message }

  /// One line in English, or two when there is help.
  public var description: String {
    "\(location): \(message.english)" + (help.map { "\n  help: \($0.english)" } ?? "")
  }
}

/// A syntax error before lines and columns are known.
struct SyntaxError: Error {
  var offset: Int
  var message: Wording
  var help: Wording?
  /// The bracket that is not closed, where that is the fault.
  var opening: Int?

  init(_ message: Wording, at offset: Int, help: Wording? = nil, opening: Int? = nil) {
    self.message = message
    self.offset = offset
    self.help = help
    self.opening = opening
  }

  func located(in source: SourceText) -> JSONError {
    var help = help
    if help == nil, let opening {
      let place = source.location(at: opening)
      let bracket = String(decoding: source.bytes(in: opening..<opening + 1), as: UTF8.self)
      help = Wording(
        "close the '\(bracket)' of line \(place.line), column \(place.column)",
        zh: "补上与第 \(place.line) 行第 \(place.column) 列的“\(bracket)”配对的括号")
    }
    return JSONError(location: source.location(at: offset), message: message, help: help)
  }
}
