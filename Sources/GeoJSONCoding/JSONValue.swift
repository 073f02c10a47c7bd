/// A JSON value and where it stands in its file.
///
/// Two values are equal when they are written the same, wherever they stand: `1.0` is not `1`.
public struct JSONValue: Sendable {
  /// What a value is.
  public enum Kind: Hashable, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number and the text it was written as; infinite when the text exceeds what a Double holds.
    case number(Double, literal: String)
    /// A string, escapes resolved.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object: its members in file order, repeated keys included.
    case object([JSONMember])
  }

  /// The offset of the value's first byte; `0` for a value that was not read from a file.
  public var offset: Int
  /// What the value is.
  public var kind: Kind

  /// Creates a value.
  public init(_ kind: Kind, offset: Int = 0) {
    self.kind = kind
    self.offset = offset
  }
}

extension JSONValue: Hashable {
  /// Compares what is written, not where.
  public static func == (a: JSONValue, b: JSONValue) -> Bool { a.kind == b.kind }

  /// Hashes what is written, not where.
  public func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}

/// A key and a value of a JSON object.
public struct JSONMember: Sendable {
  /// The key, escapes resolved.
  public var key: String
  /// The offset of the key's opening quote; `0` for a member that was not read from a file.
  public var keyOffset: Int
  /// The value.
  public var value: JSONValue

  /// Creates a member.
  public init(_ key: String, _ value: JSONValue, keyOffset: Int = 0) {
    self.key = key
    self.value = value
    self.keyOffset = keyOffset
  }
}

extension JSONMember: Hashable {
  /// Compares what is written, not where.
  public static func == (a: JSONMember, b: JSONMember) -> Bool {
    a.key == b.key && a.value == b.value
  }

  /// Hashes what is written, not where.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(key)
    hasher.combine(value)
  }
}
