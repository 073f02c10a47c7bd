/// What features must say of themselves to belong to a layer or to be looked at by a rule.
///
/// For each key, some conditions of which one must hold. A condition is a value (`支路`), `*` (any
/// value), `-` (no value), `!=` and a value, or a comparison with a number (`>= 300`, `< 6`).
public struct FeatureFilter: Hashable, Sendable {
  /// The conditions by key.
  public let conditions: [String: [String]]

  /// Creates a filter; an empty one lets everything pass.
  public init(_ conditions: [String: [String]] = [:]) { self.conditions = conditions }

  /// Whether a feature belongs.
  public func matches(_ feature: PlanFeature) -> Bool {
    conditions.allSatisfy { key, conditions in
      let value = feature.attribute(key)
      return conditions.contains { Self.holds($0, of: value) }
    }
  }

  /// Whether a condition is a plain value, which a list of known words can be held against.
  static func isPlain(_ condition: String) -> Bool {
    condition != "*" && condition != "-" && comparison(condition) == nil
  }

  private static func holds(_ condition: String, of value: FeatureValue?) -> Bool {
    if condition == "-" { return value == nil }
    guard let value else { return condition.hasPrefix("!=") }
    if condition == "*" { return true }
    guard let (sign, wanted) = comparison(condition) else { return value.isWritten(condition) }
    if sign == "!=" { return !value.isWritten(wanted) }
    guard let limit = Double(wanted), let number = value.number else { return false }
    return switch sign {
    case "<": number < limit
    case "<=": number <= limit
    case ">": number > limit
    default: number >= limit
    }
  }

  private static func comparison(_ condition: String) -> (sign: String, wanted: String)? {
    guard let sign = ["!=", "<=", ">=", "<", ">"].first(where: condition.hasPrefix) else {
      return nil
    }
    return (sign, String(condition.dropFirst(sign.count).drop { $0 == " " }))
  }
}

extension FeatureValue {
  /// The number, if it is one or is written as one.
  public var number: Double? {
    switch self {
    case .number(let number): number
    case .text(let text): Double(text)
    default: nil
    }
  }

  /// The value as text; the texts of a list in one.
  public var written: String {
    switch self {
    case .text(let text): text
    case .texts(let texts): texts.joined(separator: ", ")
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15
        ? String(Int(number)) : String(number)
    case .flag(let flag): flag ? "true" : "false"
    }
  }

  /// Whether the value, or one of a list, is that text.
  func isWritten(_ text: String) -> Bool {
    switch self {
    case .text(let own): own == text
    case .texts(let texts): texts.contains(text)
    case .flag(let flag): text == (flag ? "true" : "false")
    case .number(let number): Double(text) == number
    }
  }
}
