extension StyleValue {
  /// The value as text, as `to-string` and `concat` give it; null is empty.
  var text: String {
    switch self {
    case .null, .collator: ""
    case .bool(let value): value ? "true" : "false"
    case .number(let value): NumberText.of(value)
    case .string(let value): value
    case .color(let color): color.css
    case .formatted(let text): text.plain
    case .image(let image): image.name
    case .array, .object: json
    }
  }

  /// Whether the value counts as true.
  var truth: Bool {
    switch self {
    case .null: false
    case .bool(let value): value
    case .number(let value): value != 0 && !value.isNaN
    case .string(let value): !value.isEmpty
    default: true
    }
  }

  /// The value converted to a type; `nil` when it has no counterpart there.
  func converted(to type: ExpressionType) -> StyleValue? {
    switch type {
    case .boolean: .bool(truth)
    case .number: NumberReading.number(self).map { .number($0) }
    case .color: StyleColor(self).map { .color($0) }
    case .formatted: isFormatted ? self : .formatted(FormattedText(text))
    case .image: isImage ? self : .image(StyleImage(name: text))
    case .padding: Self.padding(self)
    case .numberArray: Self.numbers(self)
    case .colorArray: Self.colors(self)
    case .anchorOffsets: AnchorOffsets.areValid(self) ? self : nil
    case .projection: Self.isProjection(self) ? self : nil
    default: .string(text)
    }
  }

  private var isFormatted: Bool {
    if case .formatted = self { true } else { false }
  }

  private var isImage: Bool {
    if case .image = self { true } else { false }
  }

  /// Four numbers: top, right, bottom, left, from one to four as CSS has them.
  private static func padding(_ value: StyleValue) -> StyleValue? {
    if case .number = value { return .array(Array(repeating: value, count: 4)) }
    guard let sides = value.array, sides.allSatisfy({ $0.number != nil }) else { return nil }
    return switch sides.count {
    case 1: .array([sides[0], sides[0], sides[0], sides[0]])
    case 2: .array([sides[0], sides[1], sides[0], sides[1]])
    case 3: .array([sides[0], sides[1], sides[2], sides[1]])
    case 4: value
    default: nil
    }
  }

  private static func numbers(_ value: StyleValue) -> StyleValue? {
    if case .number = value { return .array([value]) }
    guard let elements = value.array, elements.allSatisfy({ $0.number != nil }) else { return nil }
    return value
  }

  private static func colors(_ value: StyleValue) -> StyleValue? {
    let elements = value.array ?? [value]
    var colors: [StyleValue] = []
    for element in elements {
      guard let color = element.color ?? element.string.flatMap({ StyleColor(css: $0) }) else {
        return nil
      }
      colors.append(.color(color))
    }
    return .array(colors)
  }

  private static func isProjection(_ value: StyleValue) -> Bool {
    switch value {
    case .string: true
    case .array(let parts):
      parts.count == 3 && parts[0].string != nil && parts[1].string != nil && parts[2].number != nil
    case .object: true
    default: false
    }
  }
}

/// Values as numbers, as `to-number` reads them.
enum NumberReading {
  static func number(_ value: StyleValue) -> Double? {
    switch value {
    case .null: return 0
    case .bool(let value): return value ? 1 : 0
    case .number(let value): return value.isNaN ? nil : value
    case .string(let text): return number(text)
    case .array(let elements) where elements.count <= 1:
      return elements.first.map { number($0.text) } ?? 0
    default: return nil
    }
  }

  private static func number(_ text: String) -> Double? {
    let trimmed = text.trimming { $0.isWhitespace }
    if trimmed.isEmpty { return 0 }
    let digits = trimmed.drop { $0 == "-" || $0 == "+" }
    if digits == "Infinity" { return trimmed.first == "-" ? -.infinity : .infinity }
    if let radix = ["0x": 16, "0b": 2, "0o": 8][trimmed.prefix(2).lowercased()] {
      return Int(trimmed.dropFirst(2), radix: radix).map(Double.init)
    }
    guard digits.first.map({ $0.isNumber || $0 == "." }) ?? false,
      trimmed.allSatisfy({ $0.isASCII && ($0.isNumber || ".eE+-".contains($0)) })
    else { return nil }
    return Double(trimmed.last == "." ? trimmed.dropLast() : trimmed[...])
  }
}

extension StringProtocol {
  /// The text without such characters at its ends.
  func trimming(_ isDropped: (Character) -> Bool) -> SubSequence {
    var rest = drop(while: isDropped)
    while let last = rest.last, isDropped(last) { rest.removeLast() }
    return rest
  }
}
