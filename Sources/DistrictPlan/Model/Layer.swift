public import GeoJSONCoding
public import MapGeometry

/// A named set of features: one kind from one file, narrowed by property values.
public struct Layer: Identifiable, Hashable, Sendable {
  /// The id that rules, claims and styles use.
  public let id: String
  /// The GeoJSON file, relative to the plan folder.
  public let file: String
  /// What its features are.
  public let kind: FeatureKind
  /// What its features say of themselves.
  public let filter: FeatureFilter
  /// What its features are made of; `nil` for anything.
  public let family: GeometryFamily?
  /// The Chinese title.
  public let title: String
  /// The English title.
  public let titleEnglish: String?
  /// Where the entry stands.
  public let location: SourceLocation

  /// Whether a feature belongs to the layer.
  public func contains(_ feature: PlanFeature) -> Bool {
    feature.kind == kind && feature.file == file && filter.matches(feature)
      && (family == nil || feature.geometry?.family == family)
  }
}

/// A set of named things that a slogan counts.
public struct Structure: Identifiable, Hashable, Sendable {
  /// One counted part and the features that fill it.
  public struct Part: Hashable, Sendable {
    /// The part as it stands in the slogan, such as `五大组团`.
    public let word: String
    /// The features that fill it.
    public let members: Reference
    /// Where the entry stands.
    public let location: SourceLocation
  }

  /// The id that claims use.
  public let id: String
  /// The slogan.
  public let slogan: Slogan
  /// The parts in the order of the slogan.
  public let parts: [Part]
  /// Where the entry stands.
  public let location: SourceLocation
}

/// A rule that the plan asks to be held to.
public struct RuleDeclaration: Hashable, Sendable {
  /// A value as written, with its place.
  public struct Parameter: Hashable, Sendable {
    /// The values; one, or the items of a list. Empty for a mapping.
    public let texts: [String]
    /// The members of a mapping in the order of the file; empty for anything else.
    public let members: [Member]
    /// Where it stands.
    public let location: SourceLocation
  }

  /// A member of a mapping.
  public struct Member: Hashable, Sendable {
    /// The key.
    public let key: String
    /// The values; one, or the items of a list.
    public let texts: [String]
    /// Where the value stands.
    public let location: SourceLocation
  }

  /// The rule's code or name.
  public let rule: String
  /// Everything beside the rule's name: `on`, `with`, `severity`, tolerances.
  public let parameters: [String: Parameter]
  /// Where the entry stands.
  public let location: SourceLocation

  /// A parameter read as a reference.
  public func reference(_ key: String) -> Reference? {
    parameters[key].map { Reference(names: $0.texts, location: $0.location) }
  }
}

/// A finding that someone has looked at and accepts.
public struct ExceptionEntry: Hashable, Sendable {
  /// The rule's code or name.
  public let rule: String
  /// The ids of the features the finding names, in any order; of all parties where it names none.
  public let features: [String]
  /// Why it is accepted.
  public let reason: String
  /// Who answers for it.
  public let owner: String?
  /// When it was accepted.
  public let date: CalendarDay?
  /// The last day on which it holds.
  public let until: CalendarDay?
  /// The conflict it belongs to.
  public let conflict: String?
  /// Where the finding must lie, anchor and geometry, to be accepted; `nil` for anywhere.
  public let area: Bounds<GeoPosition>?
  /// Where the entry stands.
  public let location: SourceLocation
}
