/// The `id` of a feature: RFC 7946 allows a string or a number.
public enum GeoJSONIdentifier: Hashable, Sendable {
  /// A string.
  case string(String)
  /// A number, kept as it was written.
  case number(Double, literal: String)

  /// Creates an identifier from a JSON value; `nil` unless it is a string or a number.
  public init?(_ value: JSONValue) {
    switch value.kind {
    case .string(let text): self = .string(text)
    case .number(let number, let literal): self = .number(number, literal: literal)
    default: return nil
    }
  }

  /// The identifier as text, whatever its type.
  public var text: String {
    switch self {
    case .string(let text): text
    case .number(_, let literal): literal
    }
  }

  /// The identifier as a JSON value.
  public var value: JSONValue {
    switch self {
    case .string(let text): .string(text)
    case .number(let number, let literal): JSONValue(.number(number, literal: literal))
    }
  }
}

extension GeoJSONIdentifier: ExpressibleByStringLiteral, CustomStringConvertible {
  /// Creates a string identifier.
  public init(stringLiteral value: String) { self = .string(value) }

  /// The identifier as text.
  public var description: String { text }
}

extension GeoJSONIdentifier: Comparable {
  /// Orders by the bytes of the text, as the canonical form orders features.
  public static func < (a: GeoJSONIdentifier, b: GeoJSONIdentifier) -> Bool {
    a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
  }
}
