public import Messages

/// Reads JSON as RFC 8259 defines it, nothing more.
public enum JSONParser {
  /// How deep arrays and objects may be nested.
  public static let depthLimit = 512

  /// What an error says of nesting deeper than ``depthLimit``.
  public static let nestedTooDeep = JSONScanner.nestedTooDeep(depthLimit)

  /// Reads one JSON value.
  ///
  /// A byte order mark is passed over. Repeated keys are kept; see ``JSONValue/duplicateMembers``.
  /// A number too large for a Double is infinite and keeps its text.
  ///
  /// - Throws: A syntax error, invalid UTF-8, an unpaired surrogate, or deeper nesting than allowed.
  public static func parse(
    _ text: SourceText, depthLimit: Int = JSONParser.depthLimit
  ) throws(JSONError) -> JSONValue {
    do throws(SyntaxError) {
      return try text.withBytes { bytes throws(SyntaxError) in
        var scanner = JSONScanner(bytes, depthLimit: depthLimit)
        try scanner.enter()
        let value = try scanner.value()
        try scanner.leave()
        return value
      }
    } catch {
      throw error.located(in: text)
    }
  }
}
