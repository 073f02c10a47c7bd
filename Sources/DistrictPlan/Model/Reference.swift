public import GeoJSONCoding

/// A way to name features: the ids of layers, ids of features, or names that only one feature bears.
///
/// Several names stand for all their features together.
public struct Reference: Hashable, Sendable {
  /// The names as written.
  public let names: [String]
  /// Where the reference stands.
  public let location: SourceLocation

  /// Creates a reference.
  public init(names: [String], location: SourceLocation) {
    self.names = names
    self.location = location
  }

  /// Two references are equal when they name the same, wherever they stand.
  public static func == (a: Reference, b: Reference) -> Bool { a.names == b.names }

  /// Hashes what is named, not where.
  public func hash(into hasher: inout Hasher) { hasher.combine(names) }

  /// The names, for a sentence.
  public var text: String { names.joined(separator: ", ") }
}
