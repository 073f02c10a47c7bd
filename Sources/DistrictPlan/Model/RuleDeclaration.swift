public import GeoJSONCoding

/// A rule that the plan asks to be held to.
public struct RuleDeclaration: Hashable, Sendable {
  /// A value as written, with its place.
  public struct Parameter: Hashable, Sendable {
    /// The values: one, or the items of a list; none for a mapping.
    public let texts: [String]
    /// The members of a mapping in the order of the file; empty for anything else.
    public let members: [Member]
    /// Where it stands.
    public let location: SourceLocation
    /// Where its key stands.
    public let keyLocation: SourceLocation

    /// Two values are equal when they say the same, wherever they stand.
    public static func == (a: Parameter, b: Parameter) -> Bool {
      a.texts == b.texts && a.members == b.members
    }

    /// Hashes what is said, not where.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(texts)
      hasher.combine(members)
    }
  }

  /// A member of a mapping.
  public struct Member: Hashable, Sendable {
    /// The key.
    public let key: String
    /// The values; one, or the items of a list.
    public let texts: [String]
    /// Where the value stands.
    public let location: SourceLocation
    /// Where the key stands.
    public let keyLocation: SourceLocation

    /// Two members are equal when they say the same, wherever they stand.
    public static func == (a: Member, b: Member) -> Bool {
      a.key == b.key && a.texts == b.texts
    }

    /// Hashes what is said, not where.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(key)
      hasher.combine(texts)
    }
  }

  /// Two declarations are equal when they say the same, wherever they stand.
  public static func == (a: RuleDeclaration, b: RuleDeclaration) -> Bool {
    a.rule == b.rule && a.parameters == b.parameters
  }

  /// Hashes what is said, not where.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(rule)
    hasher.combine(parameters)
  }

  init(
    rule: String, at nameLocation: SourceLocation, parameters: [String: Parameter],
    location: SourceLocation
  ) {
    self.rule = rule
    self.nameLocation = nameLocation
    self.parameters = parameters
    self.location = location
  }

  /// Creates a declaration that no manifest holds.
  public init(_ rule: String, parameters: [String: [String]], location: SourceLocation) {
    self.rule = rule
    nameLocation = location
    self.parameters = parameters.mapValues {
      Parameter(texts: $0, members: [], location: location, keyLocation: location)
    }
    self.location = location
  }

  /// The rule's code or name.
  public let rule: String
  /// Where the code or name stands.
  public let nameLocation: SourceLocation
  /// Everything beside the rule's name: `on`, `with`, `severity`, tolerances.
  public let parameters: [String: Parameter]
  /// Where the entry stands.
  public let location: SourceLocation

  /// A parameter read as a reference.
  public func reference(_ key: String) -> Reference? {
    parameters[key].map { Reference(names: $0.texts, location: $0.location) }
  }
}
