extension ExpressionLanguage {
  /// Strings from strings.
  static let strings: [String: ExpressionFunction] = [
    "concat": ExpressionFunction(
      .string,
      [
        .init(parameters: .repeated(.value)) { (arguments, c, _) throws(EvaluationError) in
          var text = ""
          for argument in arguments { text += try argument.evaluate(in: &c).text }
          return .string(text)
        }
      ]),
    "upcase": ExpressionFunction([.string], .string) { (a, c, _) throws(EvaluationError) in
      .string(try a[0].string(&c).uppercased())
    },
    "downcase": ExpressionFunction([.string], .string) { (a, c, _) throws(EvaluationError) in
      .string(try a[0].string(&c).lowercased())
    },
    "split": ExpressionFunction([.string, .string], .array(.string, count: nil)) {
      (a, c, _) throws(EvaluationError) in
      .array(parts(of: try a[0].string(&c), at: try a[1].string(&c)).map { .string($0) })
    },
    "join": ExpressionFunction([.array(.string, count: nil), .string], .string) {
      (a, c, _) throws(EvaluationError) in
      let strings = try a[0].evaluate(in: &c).array ?? []
      return .string(strings.map(\.text).joined(separator: try a[1].string(&c)))
    },
    "typeof": ExpressionFunction([.value], .string) { (a, c, _) throws(EvaluationError) in
      .string(try a[0].evaluate(in: &c).type.name)
    },
    "is-supported-script": ExpressionFunction([.string], .boolean) {
      (a, c, _) throws(EvaluationError) in
      // Every script that the fonts have can be drawn.
      _ = try a[0].string(&c)
      return .bool(true)
    },
    "error": ExpressionFunction(
      .error,
      [
        .init(parameters: .fixed([.string]), dependencies: .runtime) {
          (a, c, path) throws(EvaluationError) in
          throw EvaluationError(path: path, reason: .told(try a[0].string(&c)))
        }
      ]),
  ]

  /// The pieces of a text between separators; the scalars where the separator is empty.
  private static func parts(of text: String, at separator: String) -> [String] {
    let text = Array(text.unicodeScalars)
    let separator = Array(separator.unicodeScalars)
    var parts: [String] = []
    var part = String.UnicodeScalarView()
    var index = 0
    while index < text.count {
      if separator.isEmpty {
        parts.append(String(text[index]))
        index += 1
      } else if text[index...].starts(with: separator) {
        parts.append(String(part))
        part = String.UnicodeScalarView()
        index += separator.count
      } else {
        part.append(text[index])
        index += 1
      }
    }
    return separator.isEmpty ? parts : parts + [String(part)]
  }
}
