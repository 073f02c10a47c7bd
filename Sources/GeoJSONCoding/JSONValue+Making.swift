extension JSONValue {
  /// The value `null`.
  public static var null: JSONValue { JSONValue(.null) }

  /// A string.
  public static func string(_ value: String) -> JSONValue { JSONValue(.string(value)) }

  /// A truth value.
  public static func bool(_ value: Bool) -> JSONValue { JSONValue(.bool(value)) }

  /// A whole number.
  public static func number(_ value: Int) -> JSONValue {
    JSONValue(.number(Double(value), literal: String(value)))
  }

  /// A number in the shortest form that reads back as the same Double, without an exponent.
  ///
  /// JSON has no infinity and no NaN; they become `null`.
  public static func number(_ value: Double) -> JSONValue {
    guard value.isFinite else { return .null }
    return JSONValue(.number(value, literal: DecimalText.shortest(value)))
  }

  /// A number with at most so many decimals, trailing zeros trimmed.
  public static func number(_ value: Double, decimals: Int) -> JSONValue {
    guard value.isFinite else { return .null }
    return JSONValue(.number(value, literal: DecimalText.rounded(value, decimals: decimals)))
  }

  /// An array.
  public static func array(_ elements: [JSONValue]) -> JSONValue { JSONValue(.array(elements)) }

  /// An object with its members in this order.
  public static func object(_ members: [JSONMember]) -> JSONValue { JSONValue(.object(members)) }
}
