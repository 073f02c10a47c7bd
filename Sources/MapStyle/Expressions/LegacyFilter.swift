import GeoJSONCoding

/// Filters of the language before expressions, as expressions.
///
/// Values of different kinds are neither equal nor in order, so such a filter never fails.
enum LegacyFilter {
  /// The expression for a filter that has been checked.
  static func expression(_ json: JSONValue) -> StyleExpression {
    guard let elements = json.array, let name = elements.first?.text else {
      return always(true)
    }
    guard elements.count > 1 else { return always(name != "any") }
    let key = elements[1].text ?? ""
    let values = elements.dropFirst(2).map { StyleValue($0) }
    switch name {
    case "all", "any", "none":
      return joined(name, elements.dropFirst().map { expression($0) })
    case "has":
      return test(key) { !$0.isNull || $1 }
    case "!has":
      return test(key) { $0.isNull && !$1 }
    case "in":
      return test(key) { value, _ in values.contains { $0.isSame(as: value) } }
    case "!in":
      return test(key) { value, _ in !values.contains { $0.isSame(as: value) } }
    case "!=":
      return test(key) { value, _ in !(values.first?.isSame(as: value) ?? false) }
    case "==":
      return test(key) { value, _ in values.first?.isSame(as: value) ?? false }
    default:
      return test(key) { value, _ in values.first.map { holds(name, value, $0) } ?? false }
    }
  }

  private static func always(_ value: Bool) -> StyleExpression {
    StyleExpression(constant: .bool(value))
  }

  private static func joined(_ name: String, _ parts: [StyleExpression]) -> StyleExpression {
    StyleExpression(.boolean, of: parts) { (context) throws(EvaluationError) in
      for part in parts where try part.bool(&context) == (name != "all") {
        return .bool(name == "any")
      }
      return .bool(name != "any")
    }
  }

  /// A test of a property's value, and of whether the feature has the property at all.
  private static func test(
    _ key: String, _ holds: @escaping @Sendable (StyleValue, Bool) -> Bool
  ) -> StyleExpression {
    StyleExpression(.boolean, dependingOn: .feature) { (context) throws(EvaluationError) in
      guard let feature = context.feature else { return .bool(false) }
      switch key {
      case "$id": return .bool(holds(feature.id, false))
      case "$type": return .bool(holds(.string(simpleType(feature.geometryType)), true))
      default:
        let value = feature.property(key)
        return .bool(holds(value ?? .null, value != nil))
      }
    }
  }

  /// The type without `Multi`, as the old filters know it.
  private static func simpleType(_ type: String) -> String {
    type.hasPrefix("Multi") ? String(type.dropFirst(5)) : type
  }

  private static func holds(_ name: String, _ a: StyleValue, _ b: StyleValue) -> Bool {
    switch (a, b) {
    case (.number(let a), .number(let b)): holds(name, a, b)
    case (.string(let a), .string(let b)): holds(name, Array(a.utf16), Array(b.utf16))
    default: false
    }
  }

  private static func holds(_ name: String, _ a: Double, _ b: Double) -> Bool {
    switch name {
    case "<": a < b
    case "<=": a <= b
    case ">": a > b
    default: a >= b
    }
  }

  private static func holds(_ name: String, _ a: [UInt16], _ b: [UInt16]) -> Bool {
    switch name {
    case "<": a.lexicographicallyPrecedes(b)
    case "<=": !b.lexicographicallyPrecedes(a)
    case ">": b.lexicographicallyPrecedes(a)
    default: !a.lexicographicallyPrecedes(b)
    }
  }
}
