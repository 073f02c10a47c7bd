extension ExpressionLanguage {
  /// Colours from numbers, and back.
  static let colors: [String: ExpressionFunction] = [
    "rgb": ExpressionFunction([.number, .number, .number], .color) {
      (a, c, path) throws(EvaluationError) in try color(a, &c, path)
    },
    "rgba": ExpressionFunction([.number, .number, .number, .number], .color) {
      (a, c, path) throws(EvaluationError) in try color(a, &c, path)
    },
    "to-rgba": ExpressionFunction([.color], .array(.number, count: 4)) {
      (a, c, _) throws(EvaluationError) in
      guard let color = try a[0].evaluate(in: &c).color else { return .null }
      let parts = [color.red * 255, color.green * 255, color.blue * 255, color.alpha]
      return .array(parts.map { .number($0) })
    },
  ]

  private static func color(
    _ arguments: [StyleExpression], _ context: inout EvaluationContext, _ path: String
  ) throws(EvaluationError) -> StyleValue {
    var parts: [Double] = []
    for argument in arguments { parts.append(try argument.number(&context)) }
    guard StyleColor.areParts(parts) else {
      throw EvaluationError(path: path, reason: .noColour(parts))
    }
    return .color(StyleColor(bytes: parts))
  }
}

extension StyleColor {
  /// Whether numbers can be red, green and blue.
  static func areBytes(_ parts: some Sequence<Double>) -> Bool {
    parts.allSatisfy { 0...255 ~= $0 }
  }

  /// Whether numbers are a colour: red, green and blue up to 255, and perhaps alpha up to 1.
  static func areParts(_ parts: [Double]) -> Bool {
    areBytes(parts.prefix(3)) && (parts.count <= 3 || 0...1 ~= parts[3])
  }

  /// Creates a colour from red, green and blue up to 255, and perhaps alpha up to 1.
  init(bytes parts: [Double]) {
    self.init(
      red: parts[0] / 255, green: parts[1] / 255, blue: parts[2] / 255,
      alpha: parts.count > 3 ? parts[3] : 1)
  }

  /// Reads a value as a colour: a colour, CSS text, or three or four numbers.
  init?(_ value: StyleValue) {
    switch value {
    case .color(let color):
      self = color
    case .string(let text):
      self.init(css: text)
    case .array(let elements):
      let parts = elements.compactMap(\.number)
      guard parts.count == elements.count, 3...4 ~= parts.count,
        Self.areParts(parts)
      else { return nil }
      self.init(bytes: parts)
    default:
      return nil
    }
  }
}
