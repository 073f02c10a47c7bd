/// A value that a style or a feature's property can have.
public enum StyleValue: Hashable, Sendable {
  /// No value.
  case null
  /// A truth value.
  case bool(Bool)
  /// A number; may be infinite or NaN where an expression made it so.
  case number(Double)
  /// A string.
  case string(String)
  /// A colour.
  case color(StyleColor)
  /// Text in sections with their own size, font and colour.
  case formatted(FormattedText)
  /// The name of a symbol in the sprite, and whether the sprite has it.
  case image(StyleImage)
  /// How strings are compared.
  case collator(StyleCollator)
  /// Values in order.
  case array([StyleValue])
  /// Values by name.
  case object([String: StyleValue])
}

/// A symbol that a style names.
public struct StyleImage: Hashable, Sendable {
  /// The name in the sprite.
  public var name: String
  /// Whether the sprite was known to have it when the expression was evaluated.
  public var isAvailable: Bool

  /// Creates a reference to a symbol.
  public init(name: String, isAvailable: Bool = false) {
    self.name = name
    self.isAvailable = isAvailable
  }
}

extension StyleValue {
  /// Whether there is no value.
  public var isNull: Bool {
    if case .null = self { true } else { false }
  }

  /// The truth value, if it is one.
  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The number, if it is one.
  public var number: Double? {
    if case .number(let value) = self { value } else { nil }
  }

  /// The string, if it is one.
  public var string: String? {
    if case .string(let value) = self { value } else { nil }
  }

  /// The colour, if it is one.
  public var color: StyleColor? {
    if case .color(let value) = self { value } else { nil }
  }

  /// The elements, if it is an array.
  public var array: [StyleValue]? {
    if case .array(let value) = self { value } else { nil }
  }
}
