public import GeoJSONCoding
public import MapGeometry
public import Messages

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
  /// What the layers of one file are called together; `nil` for a layer that stands by itself.
  let group: String?
  /// The Chinese title.
  public let title: String
  /// The English title.
  public let titleEnglish: String?
  /// Where the entry stands.
  public let location: SourceLocation

  init(
    id: String, file: String, kind: FeatureKind, filter: FeatureFilter = FeatureFilter(),
    family: GeometryFamily? = nil, group: String? = nil, title: String? = nil,
    titleEnglish: String? = nil, location: SourceLocation
  ) {
    self.id = id
    self.file = file
    self.kind = kind
    self.filter = filter
    self.family = family
    self.group = group
    self.title = title ?? id
    self.titleEnglish = titleEnglish
    self.location = location
  }

  /// The title in both languages.
  public var wording: Wording { Wording(titleEnglish ?? title, zh: title) }

  /// Whether a feature belongs to the layer.
  public func contains(_ feature: PlanFeature) -> Bool {
    feature.kind == kind && feature.file == file && filter.matches(feature)
      && (family == nil || feature.plane?.family == family)
  }
}

/// A set of named things that a slogan counts.
public struct Structure: Identifiable, Hashable, Sendable {
  /// One counted part and the features that fill it.
  public struct Part: Hashable, Sendable {
    /// The part as it stands in the slogan, such as `五大组团`.
    public let word: String
    /// The part in English, for headings of maps.
    public let wordEnglish: String?
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
