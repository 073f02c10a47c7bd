/// The type of an expression's value, as far as it is known before evaluation.
indirect enum ExpressionType: Hashable, Sendable {
  case null, number, string, boolean, color, object, value, error, collator, formatted
  case image, padding, numberArray, colorArray, anchorOffsets, projection
  case array(ExpressionType, count: Int?)

  /// An array of anything.
  static let anyArray = ExpressionType.array(.value, count: nil)

  /// Whether the type is an array of whatever.
  var isArray: Bool {
    if case .array = self { true } else { false }
  }

  /// The name the specification uses: `array<number, 2>`.
  var name: String {
    switch self {
    case .null: "null"
    case .number: "number"
    case .string: "string"
    case .boolean: "boolean"
    case .color: "color"
    case .object: "object"
    case .value: "value"
    case .error: "error"
    case .collator: "collator"
    case .formatted: "formatted"
    case .image: "resolvedImage"
    case .padding: "padding"
    case .numberArray: "numberArray"
    case .colorArray: "colorArray"
    case .anchorOffsets: "variableAnchorOffsetCollection"
    case .projection: "projectionDefinition"
    case .array(let item, let count?): "array<\(item.name), \(count)>"
    case .array(.value, nil): "array"
    case .array(let item, nil): "array<\(item.name)>"
    }
  }

  /// Whether every value of another type is a value of this one.
  func accepts(_ other: ExpressionType) -> Bool {
    switch (self, other) {
    case (_, .error): true
    case (.array(let item, let count), .array(let otherItem, let otherCount)):
      (otherCount == 0 && otherItem == .value || item.accepts(otherItem))
        && (count == nil || count == otherCount)
    case (.array, _): false
    case (.value, .value): true
    case (.value, .collator): false
    case (.value, .array(let item, _)): ExpressionType.value.accepts(item)
    case (.value, _): true
    default: self == other
    }
  }
}

extension StyleValue {
  /// The type of the value; a list whose elements differ is a list of anything.
  var type: ExpressionType {
    switch self {
    case .null: .null
    case .bool: .boolean
    case .number: .number
    case .string: .string
    case .color: .color
    case .formatted: .formatted
    case .image: .image
    case .collator: .collator
    case .object: .object
    case .array(let elements): .array(Self.commonType(of: elements), count: elements.count)
    }
  }

  private static func commonType(of elements: [StyleValue]) -> ExpressionType {
    guard let first = elements.first?.type else { return .value }
    if elements.count > 1, first.isArray { return .value }
    return elements.dropFirst().allSatisfy { $0.type == first } ? first : .value
  }
}
